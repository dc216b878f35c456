"""A rendered page as one string, each character of which knows its place in the tree."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small",
           "span", "strong", "sub", "sup", "u"}  # fmt: skip
_HIDDEN = {"code", "pre", "script", "style", "kbd", "samp", "svg"}
_UNTOUCHED = {"a", "button", "h1", "label", "summary"}
_ANCHORED = "provision-name"
_PLACEHOLDER = re.compile("\x02[^\x03]*\x03")
"""What Python-Markdown puts in the place of raw HTML and entities until the page is finished."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A text of the tree: an element's own, or what follows an element."""

    start: int
    """Offset in the flat text."""
    text: str
    parent: etree.Element
    """The element in whose flow the text stands."""
    after: etree.Element | None
    """The child after which it stands; None for the parent's own text."""
    linkable: bool

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)


@dataclass(slots=True)
class FlatText:
    """The text, with `#` before headings and blank lines between blocks."""

    chunks: list[Chunk] = field(default_factory=list)
    parents: dict[etree.Element, etree.Element] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    @classmethod
    def of(cls, root: etree.Element) -> FlatText:
        """Flatten a page."""
        flat = cls()
        flat._walk(root, linkable=True)
        return flat

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._pieces)

    def overlapping(self, start: int, end: int) -> list[Chunk]:
        """Return the chunks that hold any of the characters from `start` to `end`."""
        return [chunk for chunk in self.chunks if chunk.start < end and start < chunk.end]

    def _walk(self, element: etree.Element, *, linkable: bool) -> None:
        tag = str(element.tag)
        linkable = linkable and tag not in _UNTOUCHED and not _is_own_anchor(element)
        block = tag not in _INLINE and tag not in _HIDDEN
        if block:
            self._write("\n" if tag == "br" else "\n\n")
        if tag in _HEADINGS:
            self._write("#" * int(tag[1]) + " ")
        if tag in _HIDDEN or _is_footnote_mark(element):
            self._write(" " if tag in _HIDDEN else "")
        else:
            self._add(element.text, element, None, linkable=linkable)
            for child in element:
                self.parents[child] = element
                self._walk(child, linkable=linkable)
                self._add(child.tail, element, child, linkable=linkable)
        if block and tag != "br":
            self._write("\n\n")

    def _add(
        self,
        text: str | None,
        parent: etree.Element,
        after: etree.Element | None,
        *,
        linkable: bool,
    ) -> None:
        if text:
            self.chunks.append(Chunk(self._length, text, parent, after, linkable))
            self._write(_PLACEHOLDER.sub(lambda found: " " * len(found[0]), text))

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _is_own_anchor(element: etree.Element) -> bool:
    """Tell whether a provision stands here at its own anchor: no link to itself."""
    named = element.get("id", "").startswith(("art_", "annex_", "dec_", "preamble"))
    return element.get("class") == _ANCHORED or (named and str(element.tag) in _HEADINGS)


def _is_footnote_mark(element: etree.Element) -> bool:
    return element.tag == "sup" and element.get("id", "").startswith("fnref")
