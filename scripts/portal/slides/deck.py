"""What slides are made of: plain data that both the page and the PowerPoint file draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from portal.languages import Labels, Language


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, a list item or an answer: what is never taken apart if it fits on a slide."""

    words: Words
    style: str = "plain"
    """`plain`, `heading`, `item`, `right` or `small`."""
    marker: str = ""
    """What stands before an item: a bullet, a number, a letter, a tick."""
    level: int = 0
    opens: bool = False
    """Whether it begins a paragraph, and so has space above it."""
    holds: bool = False
    """Whether the next line belongs on the same slide."""

    @property
    def text(self) -> str:
        """The words without their styles."""
        return plain(self.words)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or as many of its rows as fit on a slide; the head stands over each part."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    shares: tuple[float, ...] = ()
    """Widths of the columns as shares of 1 where a part keeps the whole table's, else empty."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure or a part of it, drawn in the language of the deck's content."""

    name: str
    alt: str
    top: float
    """Where the part begins, in units of the drawing."""
    height: float
    width: float
    whole: float
    """Height of the whole figure."""


Block = Line | Table | Picture


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: one idea."""

    kind: str
    """`title`, `section`, `text`, `law`, `case`, `table`, `figure`, `exercise`, `solution`,
    `question`, `answer`, `objectives`, `key-points` or `closing`."""
    title: str
    blocks: tuple[Block, ...] = ()
    label: str = ""
    """What kind of slide it is, in the reader's language."""
    notes: tuple[Line, ...] = ()
    """What the facilitator reads."""
    section: str = ""
    """Id of the section that it belongs to; empty before the first."""
    minutes: int | None = None
    """Minutes of the section, on the slide that opens it."""
    part: int = 1
    parts: int = 1
    """How many slides the idea needed."""
    large: bool = False
    """Whether there is so little on it that it may stand in larger letters."""
    labelled: bool = False
    """Whether title and blocks are interface words, in the reader's language."""

    def noted(self, notes: Iterable[Line]) -> Slide:
        """Return the slide with further notes."""
        return replace(self, notes=(*self.notes, *notes))


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A section of the module."""

    id: str
    title: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides of a module in a language."""

    key: str
    labels: Labels
    """The reader's words."""
    content: Language
    """The language of the module's words: English where nobody has translated it."""
    title: str
    slides: tuple[Slide, ...]
    sections: tuple[DeckSection, ...]
    path: str
    """The file of the page, relative to the root."""
    notices: tuple[str, ...] = ()
    """What must be said of the words, in the reader's language: draft, or in English only."""

    @property
    def track(self) -> str:
        """The id of the module's track."""
        return self.key.partition("/")[0]

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.labels.language

    @property
    def translated(self) -> bool:
        """Whether the words are in the reader's language."""
        return self.content.code == self.language.code

    def spoken(self, slide: Slide) -> Language:
        """Return the language of a slide's title and blocks."""
        return self.language if slide.labelled else self.content


def plain(words: Words) -> str:
    """Return the text of words."""
    return "".join(run.text for run in words)


def said(text: str) -> Words:
    """Return words in no special style."""
    return (Run(text),)
