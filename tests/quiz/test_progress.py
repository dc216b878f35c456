"""What the browser keeps: shown on track pages, deleted by one button, never half understood."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

MODULE = "waste/what-is-mercury-waste/index.html"
TRACK = "waste/index.html"
KEY = "waste/what-is-mercury-waste"


def answer(page: Page, question: str = "pick-number-1", option: int = 1) -> None:
    page.locator(f"#question-{question} input").nth(option).press("Space")
    page.locator(f"#question-{question} .quiz-button").first.press("Enter")


def kept(page: Page) -> dict[str, object] | None:
    text = page.evaluate("localStorage.getItem('portal.progress')")
    return json.loads(text) if text else None


def line(page: Page) -> str:
    """Return what the card of the module says of it."""
    return page.locator(f"[data-progress='{KEY}']").inner_text()


def test_a_visit_and_answers_are_shown_on_the_page_of_the_track(open_file):
    page = open_file(f"en/{MODULE}")
    assert line(open_file(f"en/{TRACK}", keep=page)) == "Visited"
    answer(page, option=0)
    assert line(page) == "Questions right: 0 of 6"
    answer(page)
    assert line(page) == "Questions right: 1 of 6"
    assert line(open_file(f"en/{TRACK}", keep=page)) == "Visited · Questions right: 1 of 6"


def test_answers_hold_in_every_language_and_are_shown_again(open_file):
    page = open_file(f"en/{MODULE}")
    answer(page)
    arabic = open_file(f"ar/{MODULE}", keep=page)
    question = arabic.locator("#question-pick-number-1")
    assert question.locator("input:checked").get_attribute("value") == "1"
    expect(question.locator(".quiz-verdict")).to_have_text("صحيح")
    assert line(arabic) == "الأسئلة الصحيحة: 1 من 6"


def test_a_module_is_done_when_every_question_was_right(open_file):
    page = open_file(f"en/{MODULE}")
    for question, option in (
        ("sort-kinds-1", 1),
        ("pick-number-1", 1),
        ("plan-duties-1", 1),
        ("tell-storage-1", 1),
    ):
        answer(page, question, option)
    boxes = page.locator("#question-tell-storage-2 select").all()
    goal = page.locator("#question-tell-storage-2 .question-answers strong").all_text_contents()
    for box, text in zip(boxes, goal, strict=True):
        box.select_option(label=text)
    page.locator("#question-tell-storage-2 .quiz-button").first.press("Enter")
    assert line(page) == "Questions right: 5 of 6"
    first = page.locator("#question-sort-kinds-2 li", has_text="Which kind is it?").first
    while page.locator("#question-sort-kinds-2 li").first.inner_text().find("Which kind") < 0:
        first.locator(".quiz-move").first.press("Enter")
    second = page.locator("#question-sort-kinds-2 .quiz-options > li").nth(1)
    if "threshold" not in second.inner_text():
        second.locator(".quiz-move").nth(1).press("Enter")
    page.locator("#question-sort-kinds-2 .quiz-button").first.press("Enter")
    assert line(page) == "✓ Done · Questions right: 6 of 6"
    pages = kept(page)["pages"]
    assert set(pages[KEY]) >= {"seen", "done", "questions"}


def test_what_was_right_once_stays_right(open_file):
    page = open_file(f"en/{MODULE}")
    answer(page)
    answer(page, option=0)
    assert line(page) == "Questions right: 1 of 6"
    assert kept(page)["pages"][KEY]["questions"]["pick-number-1"]["tries"] == 2


def test_a_reader_goes_on_where_they_were(open_file):
    page = open_file(f"en/{MODULE}")
    page.evaluate("document.getElementById('mining-residues').scrollIntoView()")
    page.wait_for_function("localStorage.getItem('portal.progress').includes('mining-residues')")
    again = open_file(f"en/{MODULE}", keep=page).locator(".go-on")
    assert again.inner_text() == "Go on where you were: Mining residues"
    assert again.locator("a").get_attribute("href") == "#mining-residues"
    for path in ("ar/index.html", f"en/{TRACK}"):
        link = open_file(path, keep=page).locator(".go-on a")
        link.click()
        link.page.wait_for_url("**/what-is-mercury-waste/index.html#mining-residues")


def test_one_button_deletes_all_and_asks_first(open_file):
    page = open_file(f"en/{MODULE}")
    page.evaluate(
        "localStorage.setItem('other', '1'); localStorage.setItem('portal.theme', 'dark')"
    )
    answer(page)
    button, sure = page.locator(".kept__delete"), page.locator(".kept__sure")
    button.press("Enter")
    assert page.evaluate("document.activeElement.dataset.choice") == "delete"
    sure.locator("[data-choice=keep]").press("Enter")
    assert kept(page) is not None
    button.press("Enter")
    sure.locator("[data-choice=delete]").press("Enter")
    assert page.evaluate("Object.keys(localStorage)") == ["other"]
    expect(page.locator("#kept [role=status]")).to_have_text("Everything is deleted.")
    assert page.evaluate("document.activeElement.matches('.kept__delete')")
    assert page.locator("#question-pick-number-1 input:checked").count() == 0
    expect(page.locator(f"[data-progress='{KEY}']")).to_be_hidden()


@pytest.mark.parametrize(
    ("storage", "words"),
    [
        ("refused", "This browser keeps nothing for us."),
        ("full", "The storage of this browser is full."),
    ],
)
def test_without_storage_it_works_for_the_visit_and_says_so(open_file, storage, words):
    page = open_file(f"en/{MODULE}", storage=storage)
    answer(page)
    assert line(page) == "Questions right: 1 of 6"
    note = page.locator("#question-pick-number-1 .quiz-note")
    expect(note).to_contain_text(words)
    expect(page.locator(".kept__words")).to_contain_text(words)
    answer(page, "sort-kinds-1", 0)
    expect(page.locator("#question-sort-kinds-1 .quiz-note")).to_be_empty()
    page.locator("#facilitator-button").press("Enter")
    expect(page.locator(".block-facilitator p").nth(1)).to_be_visible()
    page.locator(".kept__delete").press("Enter")
    page.locator("[data-choice=delete]").press("Enter")
    assert page.locator("#question-pick-number-1 input:checked").count() == 0


def test_storage_refused_is_told_in_arabic(open_file):
    page = open_file(f"ar/{MODULE}", storage="refused")
    answer(page)
    note = page.locator("#question-pick-number-1 .quiz-note")
    expect(note).to_contain_text("لا يحتفظ هذا المتصفح لنا بشيء.")
    assert (note.get_attribute("lang"), note.get_attribute("dir")) == ("ar", "rtl")


GOOD = {"version": 1, "last": KEY, "pages": {KEY: {"questions": {}}}}
QUESTION = {"given": [1], "right": True, "tries": 1, "day": "2026-11-22"}


def state(**changes: object) -> str:
    """Return a state with something in it changed."""
    return json.dumps({**GOOD, **changes})


UNREADABLE = [
    "",
    "{",
    "null",
    "[]",
    '"text"',
    state(version=2),
    state(version="1"),
    state(pages=[]),
    state(last="../../x"),
    state(last="javascript:alert(1)"),
    state(pages={"__proto__": {"questions": {}}}),
    state(pages={KEY: {}}),
    state(pages={KEY: {"questions": {"<b>": QUESTION}}}),
    state(
        pages={KEY: {"questions": {"a": {**QUESTION, "given": ["<img src=x onerror=alert(1)>"]}}}}
    ),
    state(pages={KEY: {"questions": {"a": {**QUESTION, "given": [-1]}}}}),
    state(pages={KEY: {"questions": {"a": {**QUESTION, "right": "yes"}}}}),
    state(pages={KEY: {"place": '"><script>', "questions": {}}}),
    state(pages={KEY: {"seen": "yesterday", "questions": {}}}),
    "[" * 600_000,
]


def test_damaged_or_foreign_data_is_left_alone_and_told(open_file):
    page = open_file("en/about/index.html")
    for text in UNREADABLE:
        page.evaluate("text => localStorage.setItem('portal.progress', text)", text)
        module = open_file(f"en/{MODULE}", keep=page)
        answer(module)
        note = module.locator("#question-pick-number-1 .quiz-note")
        expect(note, text[:60]).to_contain_text("cannot be read")
        assert line(module) == "Questions right: 1 of 6"
        left = module.evaluate("localStorage.getItem('portal.progress')")
        assert left == text
        module.close()


def test_after_deletion_of_damaged_data_answers_are_kept_again(open_file):
    page = open_file("en/about/index.html")
    page.evaluate("localStorage.setItem('portal.progress', '{')")
    module = open_file(f"en/{MODULE}", keep=page)
    module.locator(".kept__delete").press("Enter")
    module.locator("[data-choice=delete]").press("Enter")
    answer(module)
    assert kept(module)["pages"][KEY]["questions"]["pick-number-1"]["right"] is True


FITS_NO_MORE = [
    ("pick-number-1", [9]),
    ("sort-kinds-2", [0, 0, 1]),
    ("sort-kinds-2", [0, 1]),
    ("tell-storage-2", [0, 1, 2, 9]),
    ("tell-storage-2", []),
]


@pytest.mark.parametrize(("question", "given"), FITS_NO_MORE)
def test_an_answer_to_a_question_that_has_changed_is_not_shown(open_file, question, given):
    page = open_file("en/about/index.html")
    text = state(pages={KEY: {"questions": {question: {**QUESTION, "given": given}}}})
    page.evaluate("text => localStorage.setItem('portal.progress', text)", text)
    module = open_file(f"en/{MODULE}", keep=page)
    expect(module.locator(f"#question-{question} .quiz-verdict")).to_be_empty()
    assert module.locator("fieldset.quiz").count() == 6


def test_two_windows_do_not_overwrite_each_other(open_file):
    page = open_file(f"en/{MODULE}")
    other = open_file(f"fr/{MODULE}", keep=page)
    answer(page)
    answer(other, "sort-kinds-1")
    answer(page, "plan-duties-1")
    questions = kept(page)["pages"][KEY]["questions"]
    assert set(questions) == {"pick-number-1", "sort-kinds-1", "plan-duties-1"}
    # The other window hears of it by an event, which may come a moment later.
    expect(other.locator(f"[data-progress='{KEY}']")).to_have_text("Questions justes : 3 sur 6")
