"""Pre-test and post-test from the modules' questions: the same questions, in another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.agenda.teachable import Teachable
from portal.languages import Language
from portal.pages import Question, Site
from portal.workshop.prose import Prose

MOST_QUESTIONS = 12
"""Half an hour on paper; a module gives two at least."""


ON_PAPER = frozenset({"single", "multiple", "true-false"})
"""The kinds of questions that a test on paper asks."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    text: Markup
    right: bool
    reason: Markup


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a test."""

    prompt: Markup
    language: Language
    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        """Whether more than one answer is right."""
        return sum(option.right for option in self.options) > 1

    @property
    def right(self) -> tuple[int, ...]:
        """The places of the right answers, from 0."""
        return tuple(n for n, option in enumerate(self.options) if option.right)


def pre_test(site: Site, modules: Sequence[Teachable]) -> tuple[Item, ...]:
    """Draw questions from the modules, those that test different objectives first."""
    per_module = max(2, MOST_QUESTIONS // max(1, len(modules)))
    items: list[Item] = []
    for module in modules:
        language = site.languages.get(module.language)
        prose = Prose(language)
        questions = site.pages[module.language, module.key].questions
        items += [_item(q, language, prose) for q in _drawn(questions, per_module)]
    return tuple(items)


def post_test(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the same questions from last to first, their answers turned; true or false stays."""
    return tuple(
        Item(item.prompt, item.language, item.options[2:] + item.options[:2])
        if len(item.options) > 2
        else item
        for item in reversed(items)
    )


def _drawn(questions: Sequence[Question], count: int) -> list[Question]:
    """Choose by objective; what is put in order or matched is for the room, not for a paper."""
    questions = [question for question in questions if question.kind in ON_PAPER]
    seen: set[tuple[str, ...]] = set()
    fresh: list[Question] = []
    again: list[Question] = []
    for question in questions:
        (again if question.objectives in seen else fresh).append(question)
        seen.add(question.objectives)
    chosen = (fresh + again)[:count]
    return [question for question in questions if question in chosen]


def _item(question: Question, language: Language, prose: Prose) -> Item:
    options = tuple(
        Option(prose.words(c.text), c.right, prose.words(c.feedback or ""))
        for c in question.choices
    )
    return Item(prose.words(question.prompt), language, options)
