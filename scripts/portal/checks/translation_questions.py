"""The rule about the questions of a translated module."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.checks.translation_states import section_at, weight
from portal.pages import Page, Question, Site


@page_rule("MOD017", "questions-differ")
def questions_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A question of a translation has another kind, other options or another solution in English.

    A learner's answers are kept by their place, so that they hold in every language; and a `[x]`
    that slipped teaches the opposite.

    Wrong: the second option marked `[x]` where English marks the first.

    Mend it: keep the questions, their options and the order of both as they are in English; where
    the English page has changed since, renew the section. A question that is not translated yet is
    no fault here.
    """
    source = site.source(page)
    if source is None or source is page:
        return
    there = {question.id: question for question in source.questions}
    for question in page.questions:
        theirs = there.get(question.id)
        fault = _difference(question, theirs)
        if fault is not None:
            line = theirs.line if theirs else source.title_line
            related = ((source.place(line), "in English"),)
            remedy = "Keep the questions of the English page."
            heavy = weight(page, site, section_at(page, question.line))
            place = page.place(question.line)
            yield Hit(place, fault, remedy, related=related, severity=heavy)


def _difference(ours: Question, theirs: Question | None) -> str | None:
    """Say how a question differs from the English one of the same id, or return None."""
    if theirs is None:
        return f"In English there is no question {ours.id}."
    if ours.kind != theirs.kind:
        return f"In English this question is of kind {theirs.kind}."
    if len(ours.choices) != len(theirs.choices):
        return f"In English the question has {len(theirs.choices)} options."
    if _solution(ours) != _solution(theirs):
        return "In English the right answers are others."
    return None


def _solution(question: Question) -> tuple[object, ...]:
    """Return what is right: flags, or for statements the number of their answer."""
    if question.kind == "match":
        return tuple(
            question.answers.index(c.answer) if c.answer is not None else None
            for c in question.choices
        )
    return tuple(choice.right for choice in question.choices)
