"""Draws the questions of a pre-test and a post-test, alike on paper and in the browser.

Nothing is left to chance: on one version of the pages everybody, in any language, gets the same
questions, so that results can be compared.
"""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from portal.languages import SOURCE_LANGUAGE, Language
from portal.pages import Page, Question, Site
from portal.workshop.prose import Prose

USUAL_QUESTIONS = 12
"""Half an hour on paper."""
MOST_QUESTIONS = 24
"""An hour: where modules are so many that two questions of each are more, each gives one."""
ON_PAPER = frozenset({"single", "multiple", "true-false"})
"""The kinds of questions that a test asks: what is put in order or matched is for the room."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    text: Markup
    right: bool
    reason: Markup


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a test."""

    module: str
    """Key of the module that it comes from."""
    question: str
    """`Question.id`: the same in every language."""
    objectives: tuple[str, ...]
    prompt: Markup
    language: Language
    """English where the module, or this question of it, is not translated."""
    options: tuple[Option, ...]
    places: tuple[int, ...]
    """Place of each option in the order of the page, from 0."""

    @property
    def several(self) -> bool:
        """Whether more than one answer is right."""
        return len(self.right) > 1

    @property
    def right(self) -> tuple[int, ...]:
        """The places of the right answers among the options, from 0."""
        return tuple(n for n, option in enumerate(self.options) if option.right)


def pre_test(site: Site, modules: Sequence[str], language: str) -> tuple[Item, ...]:
    """Draw questions from the modules of these keys, evenly over their objectives."""
    count = max(1, len(modules))
    share = max(2 if 2 * count <= MOST_QUESTIONS else 1, USUAL_QUESTIONS // count)
    items: list[Item] = []
    for key in modules:
        source = site.pages[SOURCE_LANGUAGE, key]
        shown = site.get(language, key) or source
        items += _items(site, _drawn(source.questions, share), source, shown)
    return tuple(items)


def post_test(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the same questions from last to first, their answers turned; true or false stays."""
    return tuple(_turned(item) if len(item.options) > 2 else item for item in reversed(items))


def fingerprint(items: Sequence[Item]) -> str:
    """Return 8 hexadecimal digits that change when the questions or their solutions do."""
    lines = [f"{item.module} {item.question} {len(item.options)} {item.right}" for item in items]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def _turned(item: Item) -> Item:
    return replace(
        item,
        options=item.options[2:] + item.options[:2],
        places=item.places[2:] + item.places[:2],
    )


def _drawn(questions: Sequence[Question], count: int) -> list[Question]:
    """Choose questions one by one, each time for the objective that was tested least so far."""
    left = [question for question in questions if question.kind in ON_PAPER and question.choices]
    tested: Counter[str] = Counter()
    chosen: list[Question] = []
    while left and len(chosen) < count:
        # Of equals, the first on the page.
        best = min(
            left, key=lambda question: min((tested[o] for o in question.objectives), default=0)
        )
        tested.update(best.objectives)
        left.remove(best)
        chosen.append(best)
    return [question for question in questions if question in chosen]


def _items(site: Site, questions: Sequence[Question], source: Page, shown: Page) -> Iterator[Item]:
    translated = {question.id: question for question in shown.questions}
    for question in questions:
        own = translated.get(question.id)
        # A translation that lags behind must not ask something else than the other languages do.
        fits = own is not None and _solution(own) == _solution(question)
        page, asked = (shown, own) if fits and own else (source, question)
        language = site.languages.get(page.language)
        yield _item(asked, question, page.key, language)


@functools.cache
def _prose(language: Language) -> Prose:
    """Keep one renderer per language: making it takes longer than a question."""
    return Prose(language)


def _solution(question: Question) -> tuple[bool, ...]:
    return tuple(choice.right for choice in question.choices)


def _item(asked: Question, source: Question, module: str, language: Language) -> Item:
    prose = _prose(language)
    options = tuple(
        Option(prose.words(choice.text), choice.right, prose.words(choice.feedback or ""))
        for choice in asked.choices
    )
    return Item(
        module=module,
        question=source.id,
        objectives=source.objectives,
        prompt=prose.words(asked.prompt),
        language=language,
        options=options,
        places=tuple(range(len(options))),
    )
