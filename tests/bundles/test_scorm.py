"""The SCORM package, in a frame below a system that writes down what it is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree
from opened_alone import ADDRESS, OpenAlone
from playwright.sync_api import Page

from portal.languages import load_labels

SYSTEM = """<!doctype html><meta charset="utf-8"><script>
window.kept = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "{}");
window.ended = false;
window.API = {
  LMSInitialize: () => "true",
  LMSGetValue: name => name === "cmi.interactions._count"
    ? String(Object.keys(kept).filter(one => /^cmi.interactions.\\d+.id$/.test(one)).length)
    : kept[name] || "",
  LMSSetValue: (name, value) => { kept[name] = value; return "true"; },
  LMSCommit: () => "true",
  LMSFinish: () => { window.ended = true; return "true"; },
};
</script><iframe src="index.html" width="800" height="600"></iframe>"""
SCORM = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
PACKAGE = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
KEPT = "() => frames[0].portalProgress && kept['cmi.suspend_data']"


@pytest.fixture
def system(package: Path, system_page: Callable[[str], Page]) -> Page:
    """A page of the system, which frames the package."""
    (package / "system.html").write_text(SYSTEM, "utf-8")
    page = system_page("system.html")
    page.wait_for_function(KEPT)
    return page


def test_the_manifest_names_one_sco_and_every_file(package: Path) -> None:
    manifest = etree.parse(package / "imsmanifest.xml").getroot()
    resources = manifest.findall(f".//{PACKAGE}resource")
    assert [one.get(f"{SCORM}scormtype") for one in resources] == ["sco"]
    assert manifest.findtext(f".//{SCORM}masteryscore") is None, "a system would fail who pauses"
    listed = {one.get("href") for one in manifest.iter(f"{PACKAGE}file")}
    own = {path.name for path in package.iterdir()} - {"imsmanifest.xml"}
    assert listed == own == {"index.html"}
    edition = manifest.get("version") or ""
    assert re.fullmatch(r"1\.0|\d{4}-\d\d-\d\d\.[0-9a-f]{7}", edition), "which is newer"


def test_answers_score_and_place_reach_the_system_and_come_back(system: Page) -> None:
    page = system
    frame = page.frames[1]
    question = frame.locator('.is-quiz[data-kind="single"]').first
    name = question.get_attribute("data-question")
    question.locator("input").nth(int(question.get_attribute("data-right") or 0)).check()
    question.locator(".quiz-button").first.click()
    kept = page.evaluate("kept")
    total = frame.locator(".is-quiz").count()
    assert kept["cmi.core.score.raw"] == str(round(100 / total))
    assert kept["cmi.core.lesson_status"] == "incomplete"
    assert kept["cmi.interactions.0.id"].endswith(f"_{name}")
    assert kept["cmi.interactions.0.result"] == "correct"
    assert len(kept["cmi.suspend_data"]) < 4096

    again = page.context.new_page()
    again.goto(f"{ADDRESS}/system.html#{quote(json.dumps(kept))}")
    again.wait_for_function(KEPT)
    shown = again.frames[1].locator(f'.is-quiz[data-question="{name}"] .quiz-verdict')
    assert "right" in (shown.get_attribute("class") or "")


def test_of_each_question_the_system_learns_what_is_right(system: Page) -> None:
    frame = system.frames[1]
    for question in frame.locator(".is-quiz").all():
        if question.get_attribute("data-kind") == "match":
            for choice in question.locator("select").all():
                choice.select_option(index=1)
        elif question.locator("input").count():
            question.locator("input").first.check()
        question.locator(".quiz-button").first.click()
    kept = system.evaluate("kept")
    expected = frame.locator(".block-question").evaluate_all(
        """all => all.map(one => [one.dataset.kind, Number(one.dataset.right)])"""
    )
    for number, (kind, right) in enumerate(expected):
        pattern = kept[f"cmi.interactions.{number}.correct_responses.0.pattern"]
        if kind in ("single", "true-false"):
            assert pattern == "abcdefgh"[right]
        elif kind == "match":
            assert re.fullmatch(r"0\.[a-h](,\d\.[a-h])*", pattern)
        elif kind == "order":
            assert pattern == ",".join("abcdefgh"[: pattern.count(",") + 1])
        else:
            assert re.fullmatch(r"[a-h](,[a-h])*", pattern)


def test_all_questions_right_is_passed_and_leaving_ends_the_session(system: Page) -> None:
    page = system
    page.frames[1].evaluate(
        """() => document.querySelectorAll(".block-question[data-question]").forEach(one =>
             one.dispatchEvent(new CustomEvent("portal:answered", {bubbles: true, detail: {
               page: one.dataset.page, question: one.dataset.question, objectives: [],
               kind: one.dataset.kind, given: [0], right: true}})))"""
    )
    assert page.evaluate("kept['cmi.core.lesson_status']") == "passed"
    assert page.evaluate("kept['cmi.core.score.raw']") == "100"
    page.evaluate("document.querySelector('iframe').remove()")
    page.wait_for_function("() => window.ended")


def test_the_page_says_who_keeps_the_answers_and_stays_in_its_frame(
    system: Page, root: Path
) -> None:
    t, frame = load_labels(root, "ar"), system.frames[1]
    words = frame.locator("#kept").inner_text()
    assert words.strip() == t("scorm.kept"), "and offers nothing of this browser's to delete"
    told = frame.locator("body").inner_text()
    assert t("test.stays") not in told
    assert t("progress.kept") not in told
    ways = frame.locator('a[href^="http"]').evaluate_all("all => all.map(one => one.target)")
    assert set(ways) == {"_blank"}, "a page of elsewhere would end the course"


REFUSALS = {
    "a value": ('LMSSetValue = name => name === "cmi.suspend_data" ? "false" : "true"', "refused"),
    "to keep": ('LMSCommit = () => "false"', "refused"),
    "by an error": ('LMSSetValue = () => { throw new Error("The session is over."); }', "refused"),
    "to begin": ('LMSInitialize = () => "false"', "not-started"),
}


@pytest.mark.parametrize(("fault", "word"), REFUSALS.values(), ids=REFUSALS)
def test_a_system_that_refuses_is_told_of_before_the_work(
    package: Path, system_page: Callable[[str], Page], root: Path, fault: str, word: str
) -> None:
    refusing = SYSTEM.replace("</script><iframe", f"API.{fault};</script><iframe")
    (package / "system.html").write_text(refusing, "utf-8")
    page = system_page("system.html")
    page.wait_for_function("() => frames[0].portalProgress")
    frame, words = page.frames[1], load_labels(root, "ar")(f"scorm.{word}")
    assert frame.locator("article > [role=alert]").first.inner_text() == words
    if word == "refused":
        frame.locator(".is-quiz[data-kind=single] input").first.check()
        frame.locator(".is-quiz[data-kind=single] .quiz-button").first.click()
        assert frame.locator(".quiz-note:visible").inner_text() == words


def test_without_a_system_the_package_opens_and_keeps_answers_as_always(
    package: Path, open_alone: OpenAlone, root: Path
) -> None:
    page = open_alone(package / "index.html")
    page.wait_for_selector(".is-quiz")
    assert page.evaluate("portalProgress.trouble()") == ""
    assert load_labels(root, "ar")("progress.kept") in page.locator("#kept").inner_text()
