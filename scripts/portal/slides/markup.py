"""Markdown as lines and tables: one sentence a line, as the files have it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown.treeprocessors import Treeprocessor

from portal.rendering.plain_markdown import plain_markdown
from portal.slides.deck import Line, Run, Table, Words

_EXTENSIONS = ("tables", "def_list", "attr_list", "pymdownx.betterem")
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:.*$|\[\^[^\]\n]+\]", re.MULTILINE)
_HAN = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef“”‘’]")
_MARKED = re.compile(r"[*_`\[\]<&\\{]")
"""What makes text more than text: without any of it no parser is needed, which saves most time."""
_DIGITS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_FRENCH = re.compile(r"(?<=\S) (?=[;!?»]|:(?!-))|(?<=«) ")
_BLANKS = re.compile(r"[ \t\n]+")
_STYLES = {"strong": "bold", "em": "italic", "b": "bold", "i": "italic"}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
BULLETS = ("•", "–", "·")

Piece = Line | Table


class _Kept(Treeprocessor):
    """Keeps the tree that would be written: the last step of all."""

    tree: etree.Element

    def run(self, root: etree.Element) -> None:
        self.tree = root


class Markup:
    """Reads Markdown of one language's pages."""

    def __init__(self, language: str = "") -> None:
        self._french = language.partition("-")[0] == "fr"
        self._markdown = plain_markdown(_EXTENSIONS)
        self._kept = _Kept(self._markdown)
        # Below 0, where escaped characters have become characters again.
        self._markdown.treeprocessors.register(self._kept, "portal-kept", -1)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Return the sentences, list items, headings and tables of a text."""
        self._markdown.reset().convert(self._unbroken(_FOOTNOTE.sub("", text)))
        return tuple(_held(list(_pieces(self._kept.tree))))

    def _unbroken(self, text: str) -> str:
        """Keep the digits of a number together, and French marks with their word."""
        text = _DIGITS.sub("\u00a0", text)
        return _FRENCH.sub("\u00a0", text) if self._french else text

    def lines(self, text: str) -> tuple[Line, ...]:
        """Return the lines of a text, a table's cells as lines too."""
        found: list[Line] = []
        for piece in self.pieces(text):
            if isinstance(piece, Line):
                found.append(piece)
            else:
                found += [Line(_row(row), opens=True) for row in (piece.head, *piece.rows)]
        return tuple(found)

    def words(self, text: str) -> Words:
        """Return the words of one line of text."""
        if not _MARKED.search(text):
            words = self._unbroken(_BLANKS.sub(" ", text).strip())
            return (Run(words),) if words else ()
        lines = self.lines(_BLANKS.sub(" ", text).strip())
        return tuple(run for line in lines for run in line.words)


def _row(cells: Sequence[Words]) -> Words:
    return tuple(run for cell in cells for run in (*cell, Run("; ")))[:-1]


def _pieces(root: etree.Element) -> Iterator[Piece]:
    for element in root:
        tag = element.tag
        if tag in _HEADINGS:
            yield Line(_runs(element), style="heading", opens=True)
        elif tag in {"ul", "ol"}:
            yield from _items(element, 0)
        elif tag == "table":
            yield _table(element)
        elif tag == "dl":
            for child in element:
                yield Line(_flat(_runs(child, bold=child.tag == "dt")), opens=child.tag == "dt")
        elif tag in {"p", "pre"}:
            yield from _sentences(_runs(element))
        else:
            yield from _pieces(element)


def _sentences(words: Words) -> Iterator[Line]:
    """Yield a line for each line of the file."""
    opens, line = True, list[Run]()
    for run in words:
        first, *rest = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in rest:
            if trimmed := _trim(line):
                yield Line(trimmed, opens=opens)
                opens = False
            line = [replace(run, text=text)]
    if trimmed := _trim(line):
        yield Line(trimmed, opens=opens)


def _items(element: etree.Element, level: int) -> Iterator[Line]:
    number = int(element.get("start", "1"))
    for item in element:
        marker = BULLETS[min(level, 2)] if element.tag == "ul" else f"{number}."
        number += 1
        nested = [child for child in item if child.tag in {"ul", "ol"}]
        words = _flat(_runs(item, skip={"ul", "ol"}))
        yield Line(words, style="item", marker=marker, level=level, opens=True)
        for child in nested:
            yield from _items(child, level + 1)


def _table(element: etree.Element) -> Table:
    rows = [tuple(_flat(_runs(cell)) for cell in row) for row in element.iter("tr")]
    return Table(rows[0], tuple(rows[1:])) if rows else Table((), ())


def _runs(
    element: etree.Element,
    *,
    bold: bool = False,
    italic: bool = False,
    skip: frozenset[str] | set[str] = frozenset(),
) -> Words:
    """Return all text below an element with its styles."""
    found = [Run(element.text or "", bold, italic)]
    for child in element:
        if child.tag == "br":
            found.append(Run("\n", bold, italic))
        elif child.tag not in skip:
            style = _STYLES.get(str(child.tag))
            below = _runs(
                child,
                bold=bold or style == "bold",
                italic=italic or style == "italic",
                skip=skip,
            )
            found += below
        found.append(Run(child.tail or "", bold, italic))
    return tuple(run for run in found if run.text)


def _flat(words: Words) -> Words:
    """Join the lines of an item to one, but leave what is bold at its beginning on its own line."""
    result: list[Run] = []
    for run in _trim(list(words)):
        text = run.text
        lead = len(result) == 1 and result[0].bold and text.startswith("\n")
        text = _joined(text.lstrip() if lead else text)
        result.append(replace(run, text="\n" + text if lead else text))
    return tuple(result)


def _joined(text: str) -> str:
    """Put a space for a line's end, but none between Chinese characters."""
    lines = text.split("\n")
    result = lines[0]
    for line in map(str.strip, lines[1:]):
        near = result[-1:] + line[:1]
        result = result.rstrip()
        result += line if len(near) == 2 and all(map(_HAN.match, near)) else f" {line}"
    return result


def _trim(words: Sequence[Run]) -> Words:
    """Take blanks away at both ends."""
    kept = list(words)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _held(pieces: list[Piece]) -> Iterator[Piece]:
    """Hold the sentence before a list, or before a table, to it; a heading to what follows."""
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        if not isinstance(piece, Line) or after is None:
            yield piece
            continue
        before_list = piece.style == "plain" and (
            isinstance(after, Table)
            or (after.style == "item" and after.level == 0)
            or all(run.bold for run in piece.words)
        )
        yield replace(piece, holds=before_list or piece.style == "heading")
