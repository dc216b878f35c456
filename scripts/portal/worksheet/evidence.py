"""What the worksheet holds, read from the module that teaches reporting.

The table and the letter stand in the page only, so that a translator renders them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.errors import PageError
from portal.pages import Page, Section, Site

MODULE = "implementation/plans-reports-evaluation"
SECTION = "gather-the-evidence"
"""The section with the table (provision, what to show, evidence, holders) and the letter."""
_COLUMNS = 4
_CELL_END = re.compile(r"(?<!\\)\|")
_HOLDER_END = re.compile(r"\s*[,،、，;；]\s*")
# What no XML file may hold; a page comes by pull request.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"(?<!\\)(?:\*\*|[*`])|\[([^\]]*)\]\([^)]*\)|\\(?=[\\`*_|\[\]])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the worksheet."""

    number: int
    provision: str
    shows: str
    """What the treaty asks to be shown, in our own words."""
    evidence: str
    holders: tuple[str, ...]
    """The offices that are asked for it."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """All lines, and the words of the letter that goes to each holder with their own lines."""

    language: str
    """Code of the language that the words are in: English where the page is not translated."""
    path: str
    reviewed: bool
    """Whether a named person has read the page."""
    lines: tuple[Line, ...]
    letter: tuple[str, ...]
    """Its sentences, without whom it goes to."""

    @property
    def holders(self) -> tuple[str, ...]:
        """All offices, in the order in which they first appear."""
        return tuple(dict.fromkeys(name for line in self.lines for name in line.holders))

    def of(self, holder: str) -> tuple[Line, ...]:
        """Return the lines of one office."""
        return tuple(line for line in self.lines if holder in line.holders)


def read_worksheet(site: Site, language: str) -> Worksheet | None:
    """Return the worksheet for readers of a language, None where there is no such module.

    Raises PageError where the page lacks the table or the letter.
    """
    page = site.shown(language, MODULE)
    if page is None:
        return None
    section = next((found for found in page.sections if found.id == SECTION), None)
    texts = _texts(page, section) if section else ()
    lines = tuple(_lines(texts))
    letter = tuple(_letter(texts))
    if not lines or len(letter) < 2:
        message = (
            f"The section `{SECTION}` has no table of {_COLUMNS} columns with a letter (`> …`) "
            f"below it. The worksheet is made of them: put them back."
        )
        raise PageError(message, path=page.path, line=section.lines.start if section else None)
    review = page.front_matter.get("review")
    reviewed = isinstance(review, Mapping) and review.get("status") == "reviewed"
    return Worksheet(page.language, page.path, reviewed, lines, letter[1:])


def _texts(page: Page, section: Section) -> tuple[str, ...]:
    return tuple(page.prose.lines[number - 1].strip() for number in section.lines)


def _lines(texts: Sequence[str]) -> Iterator[Line]:
    rows = [_cells(text) for text in texts if text.startswith("|")]
    full = [row for row in rows if len(row) == _COLUMNS]
    # The first two rows are the head and the rule below it.
    for number, (provision, shows, evidence, holders) in enumerate(full[2:], 1):
        names = _HOLDER_END.split(holders)
        yield Line(number, provision, shows, evidence, tuple(filter(None, names)))


def _cells(text: str) -> list[str]:
    return [_plain(cell) for cell in _CELL_END.split(text.removeprefix("|").removesuffix("|"))]


def _letter(texts: Sequence[str]) -> Iterator[str]:
    start = next((n for n, text in enumerate(texts) if text.startswith(">")), len(texts))
    for text in texts[start:]:
        if not text.startswith(">"):
            return
        if text.strip("> "):
            yield _plain(text.removeprefix(">"))


def _plain(text: str) -> str:
    """Take the marks of Markdown away: the words go into a file that knows none."""
    return " ".join(_NO_TEXT.sub("", _MARKUP.sub(r"\1", text)).split())
