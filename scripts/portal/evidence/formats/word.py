"""A report as a Word document: headings, tables with a head that repeats, charts as pictures."""

from __future__ import annotations

import io
import math
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from portal.evidence.documents import (
    Block,
    Chart,
    Heading,
    Items,
    Paragraph,
    Report,
    Run,
    Table,
    Words,
)
from portal.slides.powerpoint.package import dated
from portal.slides.raster import png_of
from portal.word_language import from_the_right, repeat_on_each_page, tell_language
from portal.word_template import lean_bytes

_INK = "#1c2a30"
_A4 = (Cm(21), Cm(29.7))
_COLUMNS = 4
"""So many fit on an upright page."""
_PIXELS_PER_CM = 41.3
"""Of a drawing: one of 640 pixels fills a line."""


def word_document(report: Report, *, date: datetime, rtl: bool) -> bytes:
    """Return the bytes of a .docx file that bears `date`; raise BuildError for a bad drawing."""
    tables = [block for block in report.blocks if isinstance(block, Table)]
    wide = any(len(table.head) > _COLUMNS for table in tables)
    writer = _Writer(report.language, rtl=rtl, wide=wide)
    writer.heading(report.title, 0)
    writer.paragraph((Run(report.summary),))
    for block in report.blocks:
        writer.block(block)
    properties = writer.document.core_properties
    properties.title, properties.author, properties.comments = report.title, "", ""
    properties.language = report.language
    properties.created = properties.modified = date.replace(tzinfo=None)
    return dated(lean_bytes(writer.document), date)


class _Writer:
    """Adds blocks to a document, from the side that its language begins on."""

    def __init__(self, language: str, *, rtl: bool, wide: bool) -> None:
        self.document: Any = Document()
        self.language, self.rtl = language, rtl
        self.styles: dict[str | None, Any] = {}
        section = self.document.sections[0]
        section.page_width, section.page_height = _A4[::-1] if wide else _A4
        if wide:
            section.orientation = WD_ORIENTATION.LANDSCAPE

    def block(self, block: Block) -> None:
        """Add one block."""
        if isinstance(block, Heading):
            self.heading(block.text, block.level - 1)
        elif isinstance(block, Paragraph):
            self.paragraph(block.words)
        elif isinstance(block, Items):
            for item in block.items:
                self.paragraph(item, style="List Bullet")
        elif isinstance(block, Table):
            self.table(block)
        else:
            self.chart(block)

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        self.paragraph((Run(text),), style=f"Heading {level}" if level else "Title")

    def paragraph(self, words: Words, *, style: str | None = None) -> None:
        """Add a paragraph."""
        if style is not None and style not in self.styles:
            # The package looks through all styles for each paragraph.
            self.styles[style] = self.document.styles[style]
        self._fill(self.document.add_paragraph(style=self.styles.get(style)), words)

    def table(self, table: Table) -> None:
        """Add a table whose head stands again on each page."""
        made = self.document.add_table(rows=1, cols=len(table.head), style="Table Grid")
        if self.rtl:
            made.table_direction = WD_TABLE_DIRECTION.RTL
        repeat_on_each_page(made.rows[0])
        section = self.document.sections[0]
        wide = section.page_width - section.left_margin - section.right_margin
        widths = [int(wide * share) for share in _shares(table)]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for cell, name in zip(made.rows[0].cells, table.head, strict=True):
            self._fill(cell.paragraphs[0], (Run(name, strong=True),))
        for row in table.rows:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                self._fill(cell.paragraphs[0], words)
        self.document.add_paragraph()

    def chart(self, chart: Chart) -> None:
        """Add a picture below its caption, and in words what it shows."""
        self.paragraph((Run(chart.caption, strong=True),))
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        width = chart.drawing.width
        raw = png_of(chart.drawing.svg(), width=width, language=self.language, ink=_INK)
        picture = self.document.add_picture(io.BytesIO(raw), width=Cm(width / _PIXELS_PER_CM))
        properties = picture._inline.docPr
        properties.set("descr", chart.alternative)
        properties.set("title", chart.caption)

    def _fill(self, paragraph: Any, words: Words) -> None:
        if self.rtl:
            # In a right-to-left paragraph "left" is the side on which lines begin.
            from_the_right(paragraph)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for run in words:
            if run.url:
                self._link(paragraph, run)
            else:
                text = f"{run.text} ({run.page})" if run.page else run.text
                self._mark(paragraph.add_run(text), run)

    def _link(self, paragraph: Any, run: Run) -> None:
        target = paragraph.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), target)
        made = paragraph.add_run(run.text)
        made.underline = True
        self._mark(made, run)
        link.append(made._r)
        paragraph._p.append(link)

    def _mark(self, made: Any, run: Run) -> None:
        made.bold = True if run.strong else None
        language = run.language or self.language
        tell_language(made, language, rtl=self.rtl and run.language is None)


def _shares(table: Table) -> list[float]:
    """Return how much of the line each column gets: the more is said in it, the more."""
    columns = zip(*table.rows, strict=True) if table.rows else ([] for _ in table.head)
    said = [[sum(len(run.text) for run in cell) for cell in column] for column in columns]
    roots = [
        math.sqrt(max(len(name), 8, sum(lengths) / max(len(lengths), 1)))
        for name, lengths in zip(table.head, said, strict=True)
    ]
    return [root / sum(roots) for root in roots]
