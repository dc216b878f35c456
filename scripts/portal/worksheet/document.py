"""The worksheet as a Word document that an office fills in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENTATION
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.shared import Cm, Length, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from portal.languages import Labels, Language
from portal.slides.powerpoint.package import dated
from portal.word_language import from_the_right, repeat_on_each_page, tell_language
from portal.word_template import lean_bytes
from portal.worksheet.evidence import Line, Worksheet

_SHEET = (("number", 1.0), ("provision", 3.2), ("shows", 4.4), ("evidence", 5.6),
          ("holder", 3.3), ("asked", 2.2), ("received", 2.2), ("filed", 3.8))  # fmt: skip
"""Columns of the list: label and width in cm; together the width of a landscape A4 page."""
_LETTER = (("number", 1.0), ("provision", 3.6), ("shows", 5.0), ("evidence", 7.1),
           ("answer", 9.0))  # fmt: skip
_MARGIN = Cm(2)


class _Writer:
    """Puts text into the document in its language and direction."""

    def __init__(self, labels: Labels, content: Language) -> None:
        self.labels, self.content = labels, content
        self.file: DocumentFile = Document()
        section = self.file.sections[0]
        section.orientation = WD_ORIENTATION.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, _MARGIN)
        self.file.styles["Normal"].font.size = Pt(10)

    def label(self, key: str, *, holder: str = "") -> str:
        return self.labels(f"worksheet.{key}", holder=holder)

    def heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        paragraph = self.file.add_heading("", level)
        paragraph.paragraph_format.page_break_before = new_page
        self.fill(paragraph, text, self.labels.language)

    def said(self, text: str, language: Language) -> None:
        self.fill(self.file.add_paragraph(), text, language)

    def fill(self, paragraph: Paragraph, text: str, language: Language) -> None:
        run = paragraph.add_run(text)
        rtl = language.direction == "rtl"
        if rtl:
            from_the_right(paragraph)
        tell_language(run, language.code, rtl=rtl)

    def table(self, columns: Sequence[tuple[str, float]], lines: Iterable[Line]) -> None:
        table = self.file.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.autofit = False
        if self.labels.language.direction == "rtl":
            table.table_direction = WD_TABLE_DIRECTION.RTL
        widths = [Cm(width) for _, width in columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        heads = table.rows[0]
        repeat_on_each_page(heads)
        for cell, (name, _), width in zip(heads.cells, columns, widths, strict=True):
            cell.width = width
            self.fill(cell.paragraphs[0], self.label(name), self.labels.language)
            font = cell.paragraphs[0].runs[0].font
            font.bold = font.cs_bold = True  # the second is for Arabic
        for line in lines:
            self._row(table, [_value(line, name) for name, _ in columns], widths)

    def _row(self, table: Table, texts: Sequence[str], widths: Sequence[Length]) -> None:
        row: Any = OxmlElement("w:tr")
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for text, width in zip(texts, widths, strict=True):
            cell = _Cell(row.add_tc(), table)
            cell.width = width
            self.fill(cell.paragraphs[0], text, self.content)
        table._tbl.append(row)


def _value(line: Line, column: str) -> str:
    values = {
        "number": str(line.number),
        "provision": line.provision,
        "shows": line.shows,
        "evidence": line.evidence,
        "holder": ", ".join(line.holders),
    }
    return values.get(column, "")


def write_worksheet(
    sheet: Worksheet, labels: Labels, *, content: Language, notices: Sequence[str], date: datetime
) -> bytes:
    """Return the file: the list on the first pages, then a letter for each holder.

    `content` is the language of the sheet's words; `date` makes the bytes the same each time.
    """
    writer = _Writer(labels, content)
    writer.heading(writer.label("title"), 1)
    for text in (*notices, writer.label("about"), writer.label("use")):
        writer.said(text, labels.language)
    writer.table(_SHEET, sheet.lines)
    for holder in sheet.holders:
        writer.heading(writer.label("letter", holder=holder), 2, new_page=True)
        writer.said(writer.label("to"), labels.language)
        for sentence in sheet.letter:
            writer.said(sentence, content)
        writer.said(writer.label("sign"), labels.language)
        writer.table(_LETTER, sheet.of(holder))
    return _saved(writer.file, writer.label("title"), labels.language.code, date)


def _saved(file: DocumentFile, title: str, language: str, date: datetime) -> bytes:
    facts, moment = file.core_properties, date.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    facts.title, facts.language = title, language
    facts.author, facts.last_modified_by, facts.comments = "Minamata training portal", "", ""
    facts.created = facts.modified = moment
    return dated(lean_bytes(file), date)
