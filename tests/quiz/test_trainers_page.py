"""The trainer's page sums up what is handed over, and tells what it leaves out."""

from __future__ import annotations

import csv
import io
import json
import math
import zlib
from pathlib import Path

import jsonschema
import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from learner_keys import tab_to, take
from playwright.sync_api import Page, expect

from portal.assessment.workshop_records import read_records

PATH = "facilitators/results/index.html"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
EVIL = '=HYPERLINK("http://x.example")<img src=x onerror=alert(1)>'


def waste(page: Page) -> dict:
    """Return what the page knows of the track's questions; tracks grow."""
    return json.loads(page.locator("#results-data").text_content() or "")["tracks"]["waste"]


def some(page: Page, kind: str) -> str | None:
    """Return right and wrong answers: `first` or `none` or `all` right, or all but the `last`."""
    count = len(waste(page)["questions"])
    return {
        "first": "1" + "0" * (count - 1),
        "none": "0" * count,
        "all": "1" * count,
        "last": "1" * (count - 1) + "0",
    }.get(kind, kind or None)


def cell(right: int, of: int) -> str:
    return f"{right} / {of} ({percent(right / of)})"


def percent(share: float) -> str:
    """Round as the browser does: half a per cent upwards."""
    return f"{math.floor(share * 100 + 0.5)}%"


def result(
    page: Page,
    name: str,
    pre: str | None,
    post: str | None,
    *,
    track: str = "waste",
    old: bool = False,
) -> bytes:
    """Return the file of a result, with a right checksum."""
    mark = "00000000" if old or track != "waste" else waste(page)["draw"]
    rights = [some(page, kind or "") for kind in (pre, post)]
    halves = [right and {"draw": mark, "day": "2027-03-01", "right": right} for right in rights]
    row = [track, name, *([*half.values()] if half else [] for half in halves)]
    raw = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    data = {
        "format": "minamata-training-result",
        "version": 1,
        "track": track,
        "name": name,
        "pre": halves[0] or None,
        "post": halves[1] or None,
        "check": f"{zlib.crc32(raw):08x}",
    }
    return json.dumps(data).encode()


def give(page: Page, **files: bytes) -> list[str]:
    """Hand files to the page; return what it says."""
    page.evaluate("document.querySelector('[data-messages]').textContent = ''")
    page.set_input_files("#results-files", [
        {"name": f"{name}.json", "mimeType": "application/json", "buffer": raw}
        for name, raw in files.items()
    ])  # fmt: skip
    page.wait_for_selector("[data-messages] li")
    return [plain(text) for text in page.locator("[data-messages] li").all_inner_texts()]


def plain(text: str) -> str:
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def people(page: Page) -> list[list[str]]:
    rows = page.locator("[data-tables] table").first.locator("tbody tr, tfoot tr").all()
    return [row.locator("th, td").all_inner_texts()[:3] for row in rows]


def saved(page: Page, selector: str) -> str:
    with page.expect_download() as download:
        page.locator(selector).press("Enter")
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def test_before_and_after_are_summed_up_by_person_objective_and_question(open_file):
    page = open_file(f"en/{PATH}")
    said = give(page, a=result(page, "Awa", "first", None), b=result(page, "Zoé", "none", "last"))
    assert said == ["Added to the table: 2"]
    assert give(page, c=result(page, "Awa", None, "all")) == ["Added to the table: 1"]
    count = len(waste(page)["questions"])
    assert people(page) == [
        ["Awa", cell(1, count), cell(count, count)],
        ["Zoé", cell(0, count), cell(count - 1, count)],
        ["Average (2)", f"{percent(0.5 / count)} (2)", f"{percent(1 - 0.5 / count)} (2)"],
    ]
    tables = page.locator("[data-tables] table")
    questions = tables.nth(2).locator("tbody tr")
    assert questions.count() == count
    assert questions.first.locator("td").all_inner_texts() == [cell(0, 2), cell(1, 2)]
    wanted = []
    for _, _, _, places in waste(page)["objectives"]:
        last = count - 1 in places
        wanted += [
            cell(int(0 in places), 2 * len(places)),
            cell(2 * len(places) - last, 2 * len(places)),
        ]
    assert tables.nth(1).locator("tbody td").all_inner_texts() == wanted


def test_everything_that_is_left_out_is_named_and_nothing_is_lost(open_file):
    page = open_file(f"en/{PATH}")
    good = result(page, "Awa", "first", "all")
    edited = good.replace(b'"right": "1', b'"right": "0')
    said = give(
        page,
        good=good,
        copy=good,
        edited=edited,
        other=b'{"a": 1}',
        picture=b"\x89PNG\r\n\x1a\n\0\0",
        large=b"x" * 10_000_000,
        later=good.replace(b'"version": 1', b'"version": 9'),
        far=result(page, "Bo", None, "11", track="air"),
        old=result(page, "Li", "10", "11", old=True),
        namesake=result(page, "Awa", "none", "none"),
    )
    assert said == [
        "Added to the table: 3",
        "copy.json: the result of Awa is already in the table.",
        "edited.json: the result was changed or damaged on its way. Left out; ask for it again.",
        "other.json: this is no result of this portal. Left out.",
        "picture.json: this is no result of this portal. Left out.",
        "large.json: far larger than any result. Left out, unread.",
        "later.json: written by a later version of this portal. Left out; open it on that version.",
        "far.json: the track “air” is not on this portal. Left out.",
        "old.json: Li answered other questions, from another version of the portal. "
        "In the averages, not in the tables by question.",
        "namesake.json: there is another result of Awa. Both have a row of their own.",
    ]
    count = len(waste(page)["questions"])
    assert people(page)[-1] == ["Average (3)", f"{percent((1 / count + 0.5) / 3)} (3)", "67% (3)"]
    assert [row[0] for row in people(page)] == ["Awa", "Li", "Awa", "Average (3)"]
    page.locator("[data-tables] button").first.press("Enter")
    assert [row[0] for row in people(page)] == ["Li", "Awa", "Average (2)"]


@pytest.mark.parametrize("storage", ["kept", "refused"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_a_learner_hands_over_by_keyboard_is_summed_up(open_file, language, storage):
    test = open_file(f"{language}/waste/test/index.html", storage=storage)
    take(test, "post", right=3)
    tab_to(test, "#result-name")
    test.keyboard.insert_text("فاطمة")
    test.evaluate("window.print = () => { window.printed = true; }")
    tab_to(test, "[data-print]")
    test.keyboard.press("Enter")
    assert test.evaluate("window.printed")
    tab_to(test, "[data-save]")
    with test.expect_download() as download:
        test.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("result-waste-")
    tab_to(test, "[data-copy]")
    test.keyboard.press("Enter")
    expect(test.locator("[data-said]")).not_to_be_empty()
    text = test.locator("#result-text").input_value()
    page = open_file(f"{language}/{PATH}", storage=storage)
    tab_to(page, "#results-texts")
    page.keyboard.insert_text(f"Bonjour,\n\n> {text}")
    tab_to(page, "[data-add]")
    page.keyboard.press("Enter")
    assert people(page)[0][0] == "فاطمة"
    assert people(page)[0][2].startswith("3 / ")
    assert page.locator("#results-texts").input_value() == ""
    # The file says the same as the text: it is there already.
    said = give(page, copy=Path(download.value.path()).read_bytes())
    assert len(said) == 2
    assert "فاطمة" in said[1]
    assert len(people(page)) == 2


def test_a_text_that_is_not_understood_stays_in_its_field(open_file):
    page = open_file(f"en/{PATH}")
    page.locator("#results-texts").fill("Hello")
    page.locator("[data-add]").press("Enter")
    expect(page.locator("[data-messages] li").nth(1)).to_contain_text("no result of this portal")
    assert page.locator("#results-texts").input_value() == "Hello"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_names_stay_text_on_the_page_and_in_the_spreadsheet(open_file, language):
    page = open_file(f"{language}/{PATH}")
    names = [EVIL, "+1", "-1", "@x", "＝1", 'a"b', "\u202eevil"]
    give(page, **{f"f{n}": result(page, name, "first", None) for n, name in enumerate(names)})
    assert page.locator("[data-tables] img").count() == 0
    assert people(page)[0][0] == EVIL
    rows = list(csv.reader(io.StringIO(saved(page, "[data-csv]"))))
    assert rows[0][:8] == ["track", "name", "before_day", "before_right", "before_of", "after_day",
                           "after_right", "after_of"]  # fmt: skip
    assert {len(row) for row in rows} == {len(rows[0])}
    tamed = [f"'{name}" for name in names[:5]]
    assert [row[1] for row in rows[1:]] == [*tamed, 'a"b', "\u202eevil"]
    assert rows[1][8:11] == ["1", "0", "0"]


GROUPS = [
    ({"women": 12, "men": 11}, {"women": 12, "men": 11}),
    ({"women": 12, "men": 3, "other": 2}, {"women": 12, "merged": 5}),
    ({"women": 12, "men": 7, "other": 1}, {"women": 12, "merged": 8}),
    ({"women": 12, "men": 4}, None),
    ({"women": 4, "men": 4}, None),
    ({"women": 5, "men": 0}, {"women": 5}),
    ({"a": 9, "b": 6, "c": 1, "d": 1}, {"a": 9, "merged": 8}),
]


def test_no_number_of_a_record_stands_for_fewer_than_five(open_file):
    page = open_file(f"en/{PATH}")
    for groups, told in GROUPS:
        assert page.evaluate("groups => portalRecord.merge(groups)", groups) == told


def fill(page: Page, **fields: object) -> None:
    page.fill("[name=date]", str(fields.get("date", "2027-03-01")))
    page.fill("[name=country]", str(fields.get("country", "no")))
    if not page.locator("[data-module]").first.is_checked():
        page.locator("[data-module]").first.press("Space")
    for name in ("women", "men"):
        page.fill(f"[data-group=sex][data-name={name}]", str(fields.get(name, 12)))
    page.fill("[data-group=function][data-name=customs]", str(fields.get("customs", "")))
    page.locator("[data-record] [type=submit]").press("Enter")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_record_is_what_its_schema_and_the_reader_want(open_file, root, project, language):
    page = open_file(f"{language}/{PATH}")
    give(page, **{f"f{n}": result(page, f"P{n}", "first", "last") for n in range(6)})
    fill(page, women=18, men=6, customs=24)
    text = saved(page, "[data-made] button")
    assert page.locator("[data-made] pre").inner_text().strip() == text.strip()
    record, count = yaml.safe_load(text), len(waste(page)["questions"])
    assert record == {
        "version": 1,
        "date": "2027-03-01",
        "country": "NO",
        "modules": [page.locator("[data-module]").first.get_attribute("value")],
        "participants": {
            "total": 24,
            "by_sex": {"women": 18, "men": 6},
            "by_function": {"customs": 24},
        },
        "tests": {
            "before": {"people": 6, "percent": int(percent(1 / count)[:-1])},
            "after": {"people": 6, "percent": int(percent(1 - 1 / count)[:-1])},
        },
    }
    schema = json.loads((root / "docs/data/workshop-record.schema.json").read_text("utf-8"))
    jsonschema.validate(record, schema)
    folder = project / "docs/data/workshops"
    folder.mkdir(exist_ok=True)
    (folder / "2027-03-01-no.yaml").write_text(text, "utf-8")
    held = [one for one in read_records(project) if one.path.endswith("2027-03-01-no.yaml")]
    assert held[0].record.participants.total == 24


def test_four_people_leave_nothing_but_their_number(open_file):
    page = open_file(f"en/{PATH}")
    give(page, **{f"f{n}": result(page, f"P{n}", "first", "last") for n in range(4)})
    fill(page, women=2, men=2, customs=4)
    record = yaml.safe_load(page.locator("[data-made] pre").inner_text())
    assert record["participants"] == {"total": 4}
    assert "tests" not in record
    expect(page.locator("[data-few]")).to_be_visible()


COUNT = "Write how many people took part, in whole numbers up to 5000."
SUMS = "By sex there are 24 people, by function 7. Both must be the same people."
FAULTS = [
    ({"date": ""}, "date", "There is no such day in the calendar."),
    ({"country": "XX"}, "country", "Write the two letters of the country, such as SN."),
    ({"women": "-3"}, None, COUNT),
    ({"women": 0, "men": 0}, None, COUNT),
    ({"customs": 7}, None, SUMS),
]


def test_what_is_missing_in_a_record_is_said_at_its_field(open_file):
    page = open_file(f"en/{PATH}")
    for fields, name, words in FAULTS:
        fill(page, **fields)
        expect(page.locator("[data-wrong]")).to_have_text(words)
        expect(page.locator("[data-made]")).to_be_hidden()
        marked = page.locator("[aria-invalid]")
        assert marked.count() == 1
        assert page.evaluate("document.activeElement.hasAttribute('aria-invalid')")
        assert name is None or marked.get_attribute("name") == name


@pytest.mark.parametrize(("language", "dark"), [("en", False), ("ar", True), ("zh", False)])
def test_axe_finds_nothing_on_either_page(open_file, language, dark):
    found = []
    page = open_file(f"{language}/{PATH}", width=375 if dark else 1280, dark=dark)
    give(page, a=result(page, "Awa", "first", "all"), b=b"{}")
    fill(page, women=18, men=6)
    test = open_file(f"{language}/waste/test/index.html", width=375 if dark else 1280, dark=dark)
    test.locator("[data-start=post]").press("Enter")
    found += violations(test)
    test.locator("[data-item='0'] input").first.press("Space")
    test.locator(".test-form [type=submit]").press("Enter")
    test.locator(".test-form [type=submit]").press("Enter")
    test.locator(".test-qr summary").press("Enter")
    for one in (page, test):
        assert one.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found += violations(one)
    assert found == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
            for one in found for node in one["nodes"]]  # fmt: skip
