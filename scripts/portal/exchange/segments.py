"""A page cut into what is translated: sentences, headings, cells, with their places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.pages import PAGE_SECTION, Page

_MARKER = re.compile(
    r"^(?P<marker>[ ]*(?:>[ ]?)*(?:(?:[-*+]|\d+[.)])[ ]+(?:\[[ xX]\][ ]+)?)*"
    r"(?:\[\^[^\]\s]+\]:[ ]*)?)"
)
_LIST_ITEM = re.compile(r"^ *(?:>[ ]?)*(?:[-*+]|\d+[.)])[ ]")
_RULE_ROW = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s")
_ONLY_ATTRIBUTES = re.compile(r"^\s*\{[^}]*\}\s*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_FRONT_MATTER = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a page that is translated as one."""

    section: str
    """Id of the section."""
    unit: int
    """Number of the heading, paragraph, list item or row within the section."""
    kind: str
    """`heading`, `paragraph`, `item`, `row`, `block`, or `key:…` in the front matter."""
    text: str
    start: int
    """Offset into the file, in code points."""
    end: int
    line: int
    quoted: bool = False
    """Whether the file has it as a quoted YAML text."""


@dataclass(slots=True)
class _Cutter:
    page: Page
    section: str = PAGE_SECTION
    unit: int = 0
    fresh: bool = True
    """Whether the next line begins a unit."""

    def cut(self) -> Iterator[Segment]:
        yield from self._front_matter()
        for section in self.page.sections:
            self.section, self.unit, self.fresh = (
                section.id or f"line-{section.lines.start}",
                0,
                True,
            )
            for number in section.lines:
                yield from self._line(number)

    def _front_matter(self) -> Iterator[Segment]:
        objectives = self.page.front_matter.get("objectives")
        paths: list[tuple[str, ...]] = [(name,) for name in _FRONT_MATTER]
        if isinstance(objectives, dict):
            paths += [("objectives", str(name)) for name in objectives]
        for path in paths:
            value: object = self.page.front_matter
            for name in path:
                value = value.get(name) if isinstance(value, dict) else None
            span = self.page.head.values.get(path)
            if not isinstance(value, str) or span is None:
                continue
            start = self.page.source.offset(span.line, span.column)
            raw = self.page.text[start : self.page.source.offset(span.line, span.end_column)]
            quoted = raw[:1] in "\"'"
            if (raw == value) or quoted:
                kind = f"key:{'.'.join(path)}"
                yield Segment(
                    PAGE_SECTION, 0, kind, value, start, start + len(raw), span.line, quoted
                )

    def _line(self, number: int) -> Iterator[Segment]:
        prose = self.page.prose.lines[number - 1]
        heading = next((one for one in self.page.headings if one.line == number), None)
        if not prose.strip():
            self.fresh = True
        elif heading is not None:
            yield self._segment(number, "heading", prose.index(heading.text), len(heading.text))
        elif number in self.page.fence_lines:
            yield from self._fence(number)
        elif prose.lstrip().startswith("|"):
            yield from self._row(number, prose)
        elif not _DEFINITION.match(prose) and not _ONLY_ATTRIBUTES.match(prose):
            yield from self._sentence(number, prose)

    def _fence(self, number: int) -> Iterator[Segment]:
        self.fresh = True
        block = next((one for one in self.page.blocks if one.line == number), None)
        if block is not None and block.argument:
            line = self.page.lines[number - 1]
            start = line.index(block.argument, line.index("|") + 1)
            yield self._segment(number, "block", start, len(block.argument))

    def _row(self, number: int, prose: str) -> Iterator[Segment]:
        if _RULE_ROW.match(prose):
            return
        self.unit += 1
        for cell in _CELL.finditer(prose):
            text = cell[0].strip()
            if text:
                start = cell.start() + len(cell[0]) - len(cell[0].lstrip())
                yield self._piece(number, "row", start, len(text))
        self.fresh = True

    def _sentence(self, number: int, prose: str) -> Iterator[Segment]:
        item = bool(_LIST_ITEM.match(prose))
        if item or self.fresh:
            self.unit += 1
        self.fresh = False
        marker = _MARKER.match(prose)
        start = marker.end("marker") if marker else 0
        text = prose[start:].rstrip()
        if text:
            yield self._piece(number, "item" if item else "paragraph", start, len(text))

    def _segment(self, number: int, kind: str, start: int, length: int) -> Segment:
        """Return a segment that is a unit of its own."""
        self.unit += 1
        self.fresh = True
        return self._piece(number, kind, start, length)

    def _piece(self, number: int, kind: str, start: int, length: int) -> Segment:
        offset = self.page.source.offset(number, 1) + start
        text = self.page.text[offset : offset + length]
        return Segment(self.section, self.unit, kind, text, offset, offset + length, number)


def cut_page(page: Page) -> tuple[Segment, ...]:
    """Return what is translated on a page, in order; code, comments and ids are left out."""
    return tuple(_Cutter(page).cut())
