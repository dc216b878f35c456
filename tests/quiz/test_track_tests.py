"""A learner takes the tests of a track by keyboard alone, from the disk, whatever storage does."""

from __future__ import annotations

import json
import re

import pytest
from learner_keys import skip_through, take, total
from playwright.sync_api import expect

PATH = "waste/test/index.html"
WORDS = {
    # language: right of total before and after, verdicts, what finishing with gaps says
    "en": ("Pre-test: 1 of {n} right", "Post-test: {n} of {n} right", "Right", "Without an answer"),
    "ar": (
        "الاختبار القبلي: 1 من {n} صحيحة",
        "الاختبار البعدي: {n} من {n} صحيحة",
        "صحيح",
        "بلا إجابة",
    ),
}


@pytest.mark.parametrize("storage", ["kept", "refused"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_learner_takes_both_tests_by_keyboard_alone(open_file, language, storage):
    page = open_file(f"{language}/{PATH}", storage=storage)
    count = total(page)
    before, after, right, _ = (words.format(n=count) for words in WORDS[language])
    take(page, "pre", right=1)
    assert page.evaluate("document.activeElement.id") == "result-title"
    expect(page.locator("[data-score]")).to_contain_text(before)
    expect(page.locator(".test-form")).to_be_hidden()
    assert page.locator(".test-feedback > *").count() == 0
    expect(page.locator("[data-certificate-part]")).to_be_hidden()
    page.evaluate("document.querySelector('[data-start=pre]').focus()")
    take(page, "post", right=count)
    expect(page.locator("[data-score]")).to_contain_text(after)
    verdicts = page.locator(".test-feedback .verdict").all_inner_texts()
    assert verdicts
    assert all(right in verdict for verdict in verdicts)
    expect(page.locator("[data-certificate]")).to_be_visible()
    cells = page.locator("[data-objectives] td").all_inner_texts()
    assert len(cells) == 2 * page.locator("[data-objectives] tbody tr").count()
    assert all(len(set(cell.split(" / "))) == 1 for cell in cells[1::2])
    note = page.locator("[data-trouble]")
    if storage == "refused":
        foot = page.locator("#kept").get_attribute("data-refused")
        expect(note).to_have_text(foot)
    else:
        expect(note).to_be_empty()


def test_a_wrong_answer_is_told_with_its_reason_and_the_right_one(open_file):
    page = open_file(f"en/{PATH}")
    take(page, "post", right=0)
    expect(page.locator("[data-score]")).to_have_text(f"Post-test: 0 of {total(page)} right")
    wrong, right = page.locator(".test-options .wrong"), page.locator(".test-options .right")
    assert wrong.count() >= 3
    assert right.count() >= 4
    assert all(len(text) > 15 for text in page.locator(".test-feedback").all_inner_texts() if text)
    expect(page.locator("[data-item] input").first).to_be_disabled()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_gaps_are_named_once_and_may_stay(open_file, language):
    page = open_file(f"{language}/{PATH}")
    page.locator("[data-start=pre]").press("Enter")
    page.locator("[data-item='0'] input").first.press("Space")
    finish = page.locator(".test-form [type=submit]")
    finish.press("Enter")
    expect(page.locator("[data-open]")).to_contain_text(WORDS[language][3])
    named = re.findall(r"\d+", page.locator("[data-open]").inner_text())
    assert named == [str(number) for number in range(2, total(page) + 1)]
    assert page.evaluate("document.activeElement.closest('[data-item]').dataset.item") == "1"
    finish.press("Enter")
    expect(page.locator("[data-result]")).to_be_visible()


def test_a_test_goes_on_after_the_page_was_closed(open_file):
    page = open_file(f"en/{PATH}")
    page.locator("[data-start=post]").press("Enter")
    page.locator("[data-item='2'] input").nth(1).check()
    again = open_file(f"fr/{PATH}", keep=page)
    expect(again.locator(".test-form")).to_be_visible()
    expect(again.locator("[data-heading]")).to_have_text("Test final")
    assert again.locator(".test-form input:checked").count() == 1
    assert again.locator("[data-item='2'] input:checked").count() == 1


def test_results_are_there_on_the_next_visit_and_go_with_everything_else(open_file):
    page = open_file(f"en/{PATH}")
    skip_through(page, "pre")
    again = open_file(f"ar/{PATH}", keep=page)
    taken = again.locator("[data-step=pre] [data-taken]")
    expect(taken).to_contain_text(f"0 من {total(again)}")
    again.locator("#result-name").fill("Somebody")
    again.locator(".kept__delete").press("Enter")
    again.locator("[data-choice=delete]").press("Enter")
    assert again.evaluate("localStorage.length") == 0
    expect(again.locator("[data-result]")).to_be_hidden()
    expect(again.locator("[data-step=pre] [data-taken]")).to_be_hidden()
    assert again.locator("#result-name").input_value() == ""


DRAW = "12345678"
TEST = {"draw": DRAW, "day": "2026-11-22", "right": "10"}
DAMAGED = [
    "",
    "{",
    "[]",
    json.dumps({"version": 2, "tracks": {}}),
    json.dumps({"version": 1, "tracks": []}),
    json.dumps({"version": 1, "tracks": {"<b>": {}}}),
    json.dumps({"version": 1, "tracks": {"waste": {"pre": {**TEST, "right": "<img>"}}}}),
    json.dumps({"version": 1, "tracks": {"waste": {"pre": {**TEST, "day": "soon"}}}}),
    json.dumps({"version": 1, "tracks": {"waste": {"draft": {"test": "pre", "draw": DRAW,
                                                             "given": [[-1]]}}}}),
    "[" * 200_000,
]  # fmt: skip


def test_damaged_data_is_left_alone_and_told_and_full_storage_too(open_file):
    page = open_file("en/about/index.html")
    for text in DAMAGED:
        page.evaluate("text => localStorage.setItem('portal.tests', text)", text)
        test = open_file(f"en/{PATH}", keep=page)
        skip_through(test, "pre")
        expect(test.locator("[data-score]")).to_have_text(f"Pre-test: 0 of {total(test)} right")
        expect(test.locator("[data-trouble]"), text[:60]).to_contain_text("cannot be read")
        assert test.evaluate("localStorage.getItem('portal.tests')") == text
        test.close()
    full = open_file(f"en/{PATH}", storage="full")
    skip_through(full, "pre")
    expect(full.locator("[data-trouble]")).to_contain_text("storage of this browser is full")
    expect(full.locator("[data-score]")).to_have_text(f"Pre-test: 0 of {total(full)} right")


def test_a_result_of_earlier_questions_is_kept_and_not_compared(open_file):
    page = open_file("en/about/index.html")
    state = {"version": 1, "tracks": {"waste": {"pre": TEST}}}
    page.evaluate("text => localStorage.setItem('portal.tests', text)", json.dumps(state))
    test = open_file(f"en/{PATH}", keep=page)
    taken = test.locator("[data-step=pre] [data-taken]")
    expect(taken).to_have_text("22 November 2026: 1 of 2 right These were earlier questions.")
    assert set(test.locator("[data-objectives] td").all_inner_texts()) == {"–"}
    skip_through(test, "post")
    expect(test.locator("[data-scores]")).to_have_text(f"Post-test: 0 of {total(test)} right")


def test_without_a_script_the_page_says_where_the_tests_are_on_paper(open_file):
    page = open_file(f"fr/{PATH}", script=False)
    expect(page.locator(".without-script.notice")).to_contain_text("portal workshop")
    expect(page.locator("#track-test")).to_be_hidden()


def test_a_track_leads_to_its_tests(open_file):
    page = open_file("zh/waste/index.html")
    page.locator(".to-tests a").click()
    page.wait_for_url("**/zh/waste/test/index.html")
    expect(page.locator("h1")).to_have_text("测验：汞废物")
