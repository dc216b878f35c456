"""Every kind of question is answered by keyboard alone, wrong and right, in both directions."""

from __future__ import annotations

import pytest
from learner_keys import tab_to
from playwright.sync_api import Page, expect

WORDS = {
    "en": {"right": "Right", "wrong": "Not right", "of": "Right: 2 of 4."},
    "ar": {"right": "صحيح", "wrong": "غير صحيح", "of": "الصحيح: 2 من 4."},
}
MODULE = "waste/what-is-mercury-waste/index.html"
PRODUCTS = "obligations/mercury-added-products/index.html"


def said(page: Page, question: str) -> str:
    """Return what the live regions of a question say, white space folded."""
    regions = page.locator(f"#{question} :is([role=status], [aria-live])")
    return " ".join(" ".join(regions.all_inner_texts()).split())


def in_question(question: str, selector: str) -> str:
    return f"#question-{question} {selector}"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_single(open_file, language):
    page, words = open_file(f"{language}/{MODULE}"), WORDS[language]
    question = "question-sort-kinds-1"
    page.wait_for_timeout(600)  # the regions become live half a second after the page is there
    tab_to(page, f"#{question} input")
    page.keyboard.press("Space")
    tab_to(page, f"#{question} .quiz-button")
    page.keyboard.press("Enter")
    wrong = said(page, question)
    assert words["wrong"] in wrong
    assert page.locator(f"#{question} .quiz-feedback:not(:empty)").count() == 1
    tab_to(page, f"#{question} .quiz-button--again")
    page.keyboard.press("Enter")
    assert said(page, question) == ""
    assert page.evaluate("document.activeElement.type") == "radio"
    page.keyboard.press("ArrowDown")
    tab_to(page, f"#{question} .quiz-button")
    page.keyboard.press("Space")
    right = said(page, question)
    assert right.count(words["right"]) >= 1
    assert words["wrong"] not in right
    assert page.locator(f"#{question} li.right > .quiz-feedback .feedback").count() == 1


def test_a_question_says_when_nothing_is_chosen(open_file):
    page = open_file(f"en/{MODULE}")
    button = page.locator(in_question("sort-kinds-1", ".quiz-button")).first
    button.press("Enter")
    expect(page.locator(in_question("sort-kinds-1", ".quiz-verdict"))).to_have_text(
        "Something is still without an answer."
    )


def test_multiple_says_that_one_is_missing_and_then_right(open_file):
    page = open_file(f"en/{PRODUCTS}")
    right = page.locator(in_question("write-the-rule-1", ".question-answers li.right"))
    wanted = right.locator(".option").all_text_contents()
    assert len(wanted) > 1
    verdict = page.locator(in_question("write-the-rule-1", ".quiz-verdict"))
    for number, text in enumerate(wanted, 1):
        page.locator(in_question("write-the-rule-1", "label"), has_text=text).locator(
            "input"
        ).press("Space")
        page.locator(in_question("write-the-rule-1", ".quiz-button")).first.press("Enter")
        last = number == len(wanted)
        expect(verdict).to_have_text(
            "Right" if last else "Not right A right answer is still missing."
        )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_order_is_answered_with_buttons_that_keep_the_focus(open_file, language):
    page, words, question = open_file(f"{language}/{MODULE}"), WORDS[language], "sort-kinds-2"
    steps = in_question(question, ".quiz-step > span")
    goal = page.locator(in_question(question, ".question-answers .option")).all_text_contents()
    shown = page.locator(steps).all_inner_texts()
    assert sorted(shown) == sorted(goal)
    assert shown != goal
    page.locator(in_question(question, ".quiz-button")).first.press("Enter")
    verdict = page.locator(in_question(question, ".quiz-verdict"))
    expect(verdict).to_contain_text(words["wrong"])
    for place, step in enumerate(goal):
        row = page.locator(in_question(question, ".quiz-options > li"), has_text=step).first
        button = row.locator(".quiz-move").first
        while page.locator(steps).all_inner_texts().index(step) > place:
            button.press("Enter")
            assert page.evaluate("document.activeElement.matches('.quiz-move')")
            assert step in verdict.inner_text()
    assert page.locator(steps).all_inner_texts() == goal
    page.locator(in_question(question, ".quiz-button")).first.press("Enter")
    expect(verdict).to_have_text(words["right"])


def test_the_first_step_cannot_go_up_and_keeps_the_focus(open_file):
    page = open_file(f"en/{MODULE}")
    first = page.locator(in_question("sort-kinds-2", ".quiz-move")).first
    before = page.locator(in_question("sort-kinds-2", ".quiz-step > span")).all_inner_texts()
    assert first.get_attribute("aria-disabled") == "true"
    first.press("Enter")
    assert page.evaluate("document.activeElement.matches('.quiz-move')")
    after = page.locator(in_question("sort-kinds-2", ".quiz-step > span")).all_inner_texts()
    assert before == after


@pytest.mark.parametrize("language", ["en", "ar"])
def test_match_is_answered_with_select_boxes(open_file, language):
    page, words, question = open_file(f"{language}/{MODULE}"), WORDS[language], "tell-storage-2"
    selects = page.locator(in_question(question, "select"))
    button = page.locator(in_question(question, ".quiz-button")).first
    verdict = page.locator(in_question(question, ".quiz-verdict"))
    goal = page.locator(in_question(question, ".question-answers strong")).all_text_contents()
    assert len(goal) == selects.count() == 4
    for select in selects.all():
        select.press("ArrowDown")
    offered = selects.first.locator("option").all_text_contents()[1:]
    assert set(offered) == set(goal)
    for select, answer in zip(selects.all(), goal, strict=True):
        select.select_option(label=answer)
    last = next(place for place, text in enumerate(offered) if text != goal[0])
    selects.first.select_option(index=last + 1)
    other = next(place for place, text in enumerate(offered) if text != goal[3])
    selects.nth(3).select_option(index=other + 1)
    button.press("Enter")
    expect(verdict).to_have_text(f"{words['wrong']} {words['of']}")
    selects.first.select_option(label=goal[0])
    selects.nth(3).select_option(label=goal[3])
    button.press("Enter")
    expect(verdict).to_have_text(words["right"])


def test_each_field_has_a_name_of_question_and_task(open_file):
    page = open_file(f"en/{MODULE}")
    fields = page.locator("fieldset.quiz")
    assert fields.count() == page.locator(".block-question").count() == 6
    for field in fields.all():
        names = (field.get_attribute("aria-labelledby") or "").split()
        assert all(page.locator(f"[id='{name}']").inner_text().strip() for name in names)
        assert field.locator("legend").inner_text().strip()


def test_an_answer_is_told_to_other_scripts(open_file):
    page = open_file(f"en/{MODULE}")
    page.evaluate("document.addEventListener('portal:answered', e => { window.told = e.detail; })")
    page.locator(in_question("pick-number-1", "input")).nth(1).press("Space")
    page.locator(in_question("pick-number-1", ".quiz-button")).first.press("Enter")
    assert page.evaluate("window.told") == {
        "page": "waste/what-is-mercury-waste",
        "question": "pick-number-1",
        "objectives": ["pick-number"],
        "kind": "single",
        "given": [1],
        "right": True,
    }


def test_without_a_script_options_stand_there_and_answers_are_closed(open_file):
    page = open_file(f"en/{MODULE}", script=False)
    assert page.locator("fieldset.quiz").count() == 0
    assert page.locator(".question-options").count() == 6
    expect(page.locator(".question-choices").first).to_be_visible()
    expect(page.locator(".question-answers li").first).to_be_hidden()
    page.locator(".question-answers summary").first.press("Enter")
    expect(page.locator(".question-answers li").first).to_be_visible()


def test_the_printed_page_shows_options_and_what_to_match(open_file):
    page = open_file(f"en/{MODULE}")
    page.emulate_media(media="print")
    expect(page.locator(in_question("sort-kinds-1", "label")).first).to_be_visible()
    expect(page.locator(in_question("tell-storage-2", ".question-choices"))).to_be_visible()
    expect(page.locator(in_question("sort-kinds-1", ".quiz-button")).first).to_be_hidden()
    expect(page.locator(".facilitator-switch")).to_be_hidden()
