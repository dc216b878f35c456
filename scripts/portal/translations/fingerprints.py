"""What a section says, as a fingerprint that survives rebase, squash and a copy without git."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.languages import SOURCE_LANGUAGE
from portal.pages import PAGE_SECTION, Page
from portal.translations.folding import fold

LENGTH = 8
"""Hexadecimal digits of a fingerprint; those recorded may have 6 to 64."""

FigureWords = Callable[[str], tuple[str, ...]]
"""Name of a figure to all its words, in order."""

_LINKING_OPTION = re.compile(r"^ {4,}objective:.*$")
"""Which objective a block serves is an id: readers do not see it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The two fingerprints that the front matter holds for a section."""

    english: str
    """Of the English that the section renders."""
    own: str
    """Of the translation's own text when that was last confirmed."""


def no_figure_words(_name: str) -> tuple[str, ...]:
    """Say that a figure has no words: where none is at hand."""
    return ()


def figure_words(root: Path, code: str) -> FigureWords:
    """Return a function that gives the words of a figure in a language."""

    @functools.cache
    def words(name: str) -> tuple[str, ...]:
        from portal.figures.words import words_of

        found = words_of(root, name, code)
        if found is None:
            return ()
        groups = (found.head, *found.rows.values(), found.notes)
        below = (word.text for group in groups for word in group.values())
        return (found.title.text, found.alt.text, *below)

    return words


def section_texts(page: Page, words: FigureWords = no_figure_words) -> dict[str, str]:
    """Return the text of each section by id, as it is compared; sections without id are left out.

    Title, summary, objectives and the doors of the home page belong to `page`; the words of a
    figure to the section that shows it.
    """
    english = page.language == SOURCE_LANGUAGE
    found: dict[str, str] = {}
    for section in page.sections:
        if section.id is None:
            continue
        lines = [_line(page, number) for number in section.lines]
        shown = [text for name in _figures(page, section.lines) for text in words(name)]
        front = list(_front_matter(page)) if section.id == PAGE_SECTION else []
        text = fold("\n".join((*front, *lines, *shown)), english=english)
        # The same id twice is a fault (LNK021); neither text may be lost.
        found[section.id] = f"{found[section.id]}\n{text}" if section.id in found else text
    return found


def fingerprints(page: Page, words: FigureWords = no_figure_words) -> dict[str, str]:
    """Return the fingerprint of each section of a page by id."""
    return {name: fingerprint(text) for name, text in section_texts(page, words).items()}


def fingerprint(text: str) -> str:
    """Return the fingerprint of a folded text.

    >>> fingerprint("A Party shall not allow it.")
    'd960214a'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:LENGTH]


def same(one: str, other: str) -> bool:
    """Tell whether two fingerprints agree as far as the shorter one goes; lengths may differ."""
    length = min(len(one), len(other))
    return length >= 6 and one[:length] == other[:length]


def recorded(page: Page) -> dict[str, Recorded]:
    """Return the fingerprints that a translation's front matter holds, malformed ones left out."""
    translation = page.front_matter.get("translation")
    source = translation.get("source") if isinstance(translation, Mapping) else None
    found = {}
    for name, value in source.items() if isinstance(source, Mapping) else ():
        if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{6,64}/[0-9a-f]{6,64}", value):
            found[str(name)] = Recorded(*value.split("/"))
    return found


def _line(page: Page, number: int) -> str:
    """Return a line as readers get it: comments are blank, code is not."""
    line = page.lines[number - 1] if number in page.prose.code else page.prose.lines[number - 1]
    return "" if _LINKING_OPTION.match(line) and number in page.fence_lines else line


def _figures(page: Page, lines: range) -> Iterator[str]:
    for block in page.blocks:
        if block.name == "figure" and block.line in lines:
            name = block.options.data.get("name")
            if isinstance(name, str):
                yield name


def _front_matter(page: Page) -> Iterator[str]:
    facts = page.front_matter
    for name in ("title", "summary"):
        if name in facts:
            yield f"{name}: {facts[name]}"
    for name in ("objectives", "doors"):
        group = facts.get(name)
        # Sorted: another order is no other text.
        for key, value in sorted(group.items()) if isinstance(group, Mapping) else ():
            parts = value.values() if isinstance(value, Mapping) else (value,)
            yield " ".join(map(str, parts)) if name == "doors" else f"{key}: {value}"
