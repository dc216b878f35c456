"""The measures of a slide, in pixels of 1280 × 720; the style sheet has the same ones in em.

Widths are estimates on the long side (figures.wrapping), so that neither a browser nor PowerPoint
breaks more lines than were counted; a browser test walks every slide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from portal.figures.wrapping import line_count, text_width
from portal.languages import Language
from portal.slides.deck import Block, Line, Slide, Table, plain

WIDTH, HEIGHT = 1280, 720
MARGIN = 72
LABEL_TOP, LABEL_HEIGHT = 40, 30
TITLE_TOP = 74
BODY_BOTTOM = 640
FOOT_TOP = 664
GAP = 22
"""Between title and body."""
BODY, TABLE, SMALL, LABEL, FOOT = 28, 24, 24, 20, 16
"""Heights of letters: never smaller than these, whatever must go on a slide."""
LARGE, LARGE_SMALL = 34, 28
"""The same for lines, where there is little on a slide."""
TITLE, PROMPT = 40, 32
PARAGRAPH, ITEM, SENTENCE = 20, 12, 8
"""Space above a paragraph, above a list item, and above a further sentence."""
INDENT = 48
PANEL = 28
"""Inner edge of the box round a provision, a case or an exercise."""
CELL = (14, 9)
"""Inner edges of a table's cell, along and across the line."""
LITTLE = 0.8
"""How full a slide in larger letters may be."""
LONGEST_TITLE = 4
"""Lines of a question that may stand as a title."""
PANELS = frozenset({"law", "case", "exercise", "solution", "answer"})

_SENTENCES = frozenset({"question", "answer", "figure"})
"""Kinds whose title is a whole sentence, or must leave room."""
_LEADING = {"ar": 1.65, "zh": 1.5}


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures slides of one language."""

    language: Language

    @property
    def leading(self) -> float:
        """Distance of lines, 1 for the height of letters."""
        return _LEADING.get(self.language.code, 1.36)

    def title_size(self, slide: Slide) -> int:
        """Return the height of a title's letters: a title of several lines has smaller ones."""
        if slide.kind in _SENTENCES:
            return PROMPT
        lines = line_count(numbered(slide), WIDTH - 2 * MARGIN, TITLE, bold=True)
        return TITLE if lines == 1 else PROMPT

    def title_height(self, slide: Slide) -> float:
        """Return the height of a title with all its lines."""
        size = self.title_size(slide)
        lines = line_count(numbered(slide), WIDTH - 2 * MARGIN, size, bold=True)
        return lines * size * (self.leading - 0.12)

    def body_top(self, slide: Slide) -> float:
        """Return where the body begins."""
        return TITLE_TOP + self.title_height(slide) + GAP

    def room(self, slide: Slide) -> float:
        """Return the height that the body has."""
        panel = 2 * PANEL if slide.kind in PANELS else 0
        return BODY_BOTTOM - self.body_top(slide) - panel

    def width(self, slide: Slide) -> float:
        """Return the width that lines have."""
        return WIDTH - 2 * MARGIN - (2 * PANEL if slide.kind in PANELS else 0)

    def enlarged(self, slide: Slide) -> Slide:
        """Return a slide in larger letters, where it has lines only and they leave room."""
        lines = [block for block in slide.blocks if isinstance(block, Line)]
        if not lines or len(lines) < len(slide.blocks):
            return slide
        needed = sum(self.height(line, self.width(slide), large=True) for line in lines)
        return replace(slide, large=needed <= LITTLE * self.room(slide))

    def height(self, block: Block, width: float, *, large: bool = False) -> float:
        """Return the height of a block with the space above it."""
        if isinstance(block, Line):
            return self._line(block, width, large=large)
        if isinstance(block, Table):
            return sum(self.rows(block, width))
        return 0

    def _line(self, line: Line, width: float, *, large: bool) -> float:
        size, bold = line_size(line, large=large), any(run.bold for run in line.words)
        inner = width - (INDENT * (line.level + 1) if line.marker else 0)
        lines = line_count(line.text, inner, size, bold=bold)
        return lines * size * self.leading + space_above(line)

    def columns(self, table: Table, width: float) -> tuple[float, ...]:
        """Return the widths of a table's columns: short ones as wide as their words need."""
        if table.shares:
            return tuple(share * width for share in table.shares)
        rows = (table.head, *table.rows)
        count = max((len(row) for row in rows), default=1)
        natural = [
            max(text_width(plain(row[place]), TABLE, bold=True) for row in rows if place < len(row))
            + 2 * CELL[0]
            + 4
            for place in range(count)
        ]
        if sum(natural) <= width:
            return tuple(own * width / sum(natural) for own in natural)
        least = width / count * 0.6
        narrow = [own if own <= width / count else 0 for own in natural]
        wide = [0 if taken else own**0.6 for own, taken in zip(natural, narrow, strict=True)]
        spare = width - sum(narrow) - least * sum(1 for share in wide if share)
        return tuple(
            taken or least + spare * share / sum(wide)
            for taken, share in zip(narrow, wide, strict=True)
        )

    def rows(self, table: Table, width: float) -> tuple[float, ...]:
        """Return the heights of a table's rows, its head's first."""
        columns = self.columns(table, width)
        return tuple(
            max(
                line_count(plain(cell), column - 2 * CELL[0], TABLE, bold=number == 0)
                for cell, column in zip(row, columns, strict=False)
            )
            * TABLE
            * self.leading
            + 2 * CELL[1]
            for number, row in enumerate((table.head, *table.rows))
        )


def line_size(line: Line, *, large: bool = False) -> int:
    """Return the height of a line's letters."""
    if line.style == "small":
        return LARGE_SMALL if large else SMALL
    return LARGE if large else BODY


def space_above(line: Line) -> int:
    """Return the space above a line."""
    if not line.opens:
        return SENTENCE
    return ITEM if line.marker else PARAGRAPH


def numbered(slide: Slide) -> str:
    """Return the title, with the number of the part where an idea needed several slides."""
    if slide.parts == 1:
        return slide.title
    return f"{slide.title} ({slide.part}/{slide.parts})"
