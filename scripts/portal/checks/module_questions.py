"""Rules about the questions and notes of a module."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.module_facts import is_source_module
from portal.checks.rule import Hit, page_rule
from portal.findings import Edit
from portal.pages import Page, Site

FEWEST_QUESTIONS = 4
FEWEST_NOTES = 2


@page_rule("MOD010", "no-right-answer")
def questions_have_a_right_answer(page: Page, _site: Site) -> Iterator[Hit]:
    """A question has no option marked `[x]`, or no option at all.

    Wrong: every option begins with `- [ ]`. Right: the right ones begin with `- [x]`.

    Mend it: mark the right option.
    """
    for question in page.questions:
        if not any(choice.right for choice in question.choices):
            what = "has no option" if not question.choices else "has no right answer"
            message = f"The question {what}."
            yield Hit(page.place(question.line), message, "Write `- [x]` before the right option.")


@page_rule("MOD011", "option-without-feedback")
def options_have_feedback(page: Page, _site: Site) -> Iterator[Hit]:
    """An option of a question has no feedback.

    A learner who only hears "wrong" learns nothing: say why, also for the right answer.

    Right:

        - [ ] A button-cell battery with mercury.
            - No. Button cells ended in 2020.

    Mend it: add an item below the option, set in by four spaces.
    """
    for question in page.questions:
        for choice in question.choices:
            if choice.feedback is None:
                message = "This option has no feedback."
                remedy = "Add an item below it, set in by four spaces, that says why."
                yield Hit(page.place(choice.line), message, remedy)


@page_rule("MOD012", "feedback-indent")
def feedback_is_indented_by_four(page: Page, _site: Site) -> Iterator[Hit]:
    """Feedback is set in by fewer than four spaces: the renderer makes an option of it.

    Wrong: two spaces before `- No.`. Right: four.

    Mend it: set the item in by four spaces.
    """
    for question in page.questions:
        for number in question.badly_indented:
            line = page.lines[number - 1]
            indent = len(line) - len(line.lstrip(" "))
            start = page.source.offset(number, 1)
            message = f"The feedback is set in by {indent} spaces and would become an option."
            fix = Edit(start, start + indent, "    ")
            yield Hit(page.place(number), message, "Set it in by four spaces.", fix=fix)


@page_rule("MOD013", "too-few-questions")
def modules_have_questions(page: Page, _site: Site) -> Iterator[Hit]:
    """A module has fewer than four questions.

    The tests before and after a track are drawn from the modules' questions.

    Mend it: write more; each names the objective that it tests.
    """
    count = len(page.questions)
    if is_source_module(page) and count < FEWEST_QUESTIONS:
        message = f"The module has {count} questions; it needs {FEWEST_QUESTIONS}."
        yield Hit(page.place(page.title_line), message, "Write more questions.")


@page_rule("MOD014", "too-few-facilitator-notes")
def modules_have_facilitator_notes(page: Page, _site: Site) -> Iterator[Hit]:
    """A module has fewer than two blocks of notes for whoever teaches it.

    Mend it: add `/// facilitator` blocks: what to ask first, what to bring, what goes wrong.
    """
    count = sum(block.name == "facilitator" for block in page.blocks)
    if is_source_module(page) and count < FEWEST_NOTES:
        message = f"The module has {count} facilitator blocks; it needs {FEWEST_NOTES}."
        yield Hit(page.place(page.title_line), message, "Add notes for the facilitator.")


@page_rule("MOD015", "kind-does-not-fit")
def kinds_fit_the_options(page: Page, _site: Site) -> Iterator[Hit]:
    """The kind of a question does not fit its options.

    Wrong: `kind: single` with two options marked `[x]`, `kind: true-false` with three options, or a
    question with a single option.

    Mend it: correct the kind, or the options.
    """
    for question in page.questions:
        right = sum(choice.right for choice in question.choices)
        count = len(question.choices)
        if count == 1:
            message = "The question has only one option."
        elif question.kind == "single" and right > 1:
            message = f"A question of kind single has {right} right answers."
        elif question.kind == "true-false" and count and (count != 2 or right != 1):
            message = f"A true-false question has {count} options, {right} of them right."
        else:
            continue
        yield Hit(page.place(question.line), message, "Correct the kind or the options.")
