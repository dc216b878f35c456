"""The trainer's page sums up what is handed over, and tells what it leaves out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from axe_findings import axe_findings
from learner_keys import tab_to, take
from playwright.sync_api import expect
from trainer import PATH, cell, fill, give, people, percent, result, saved, waste

EVIL = '=HYPERLINK("http://x.example")<img src=x onerror=alert(1)>'


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


@pytest.mark.parametrize(("language", "dark"), [("en", False), ("ar", True), ("zh", False)])
def test_axe_finds_nothing_on_either_page(open_file, language, dark):
    page = open_file(f"{language}/{PATH}", width=375 if dark else 1280, dark=dark)
    give(page, a=result(page, "Awa", "first", "all"), b=b"{}")
    fill(page, women=18, men=6)
    test = open_file(f"{language}/waste/test/index.html", width=375 if dark else 1280, dark=dark)
    test.locator("[data-start=post]").press("Enter")
    # Back up: a button that is half under the header that stays would count as too small.
    test.evaluate("scrollTo(0, 0)")
    found = axe_findings(test)
    test.locator("[data-item='0'] input").first.press("Space")
    test.locator(".test-form [type=submit]").press("Enter")
    test.locator(".test-form [type=submit]").press("Enter")
    test.locator(".test-qr summary").press("Enter")
    for one in (page, test):
        one.evaluate("scrollTo(0, 0)")
        assert one.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found += axe_findings(one)
    assert found == []
