"""A report as blocks: written once, shown as a page, as Markdown and as a Word document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import xml.etree.ElementTree as etree


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language, perhaps a link."""

    text: str
    language: str | None = None
    """None: the language of the report."""
    page: str | None = None
    """Key of the page that it leads to."""
    url: str | None = None
    """Address outside of the portal."""
    strong: bool = False


Words = tuple[Run, ...]
"""What stands in a paragraph, an item or a cell."""


def say(*parts: str | Run) -> Words:
    """Make words of texts and runs; an empty text adds nothing."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the report's title."""

    text: str
    anchor: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: Sequence[Words]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head."""

    head: Sequence[str]
    rows: Sequence[Sequence[Words]]


class Drawing(Protocol):
    """What can be drawn: bars or a map."""

    @property
    def name(self) -> str:
        """The class of its figure on a page."""

    @property
    def width(self) -> float:
        """Pixels at which its letters have the size of a text."""

    def svg(self) -> etree.Element:
        """Return the drawing; its words have the report's language."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its caption."""

    drawing: Drawing
    caption: str
    alternative: str
    """What the drawing shows, every value, or where a table says the same."""


Block = Heading | Paragraph | Items | Table | Chart


@dataclass(frozen=True, slots=True)
class Report:
    """A report in one language."""

    title: str
    summary: str
    language: str
    blocks: tuple[Block, ...]
    data: Mapping[str, Any]
    """What the JSON format holds; its keys stay, others may join them."""
