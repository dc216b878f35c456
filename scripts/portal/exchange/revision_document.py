"""A two-column DOCX for revision: English on one side, the translation on the other."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from portal.errors import DataError
from portal.exchange.applying import Returned, Sheet, Version
from portal.exchange.safe_xml import LARGEST, read_xml
from portal.languages import Language
from portal.slides.powerpoint.package import OLDEST, dated
from portal.word_language import from_the_right, tell_language
from portal.word_template import lean_bytes

_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = re.compile(
    r"portal: docs/([A-Za-z-]{2,8})/([\w./-]{1,200})\.md"
    r" source=([0-9a-f]{16}) target=([0-9a-f]{16})"
)
_WIDTHS = (Cm(1.5), Cm(8.0), Cm(8.0))
_SIGNS = {"tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DELETED = frozenset({"del", "moveFrom"})


def write_document(sheet: Sheet, *, language: Language, heads: tuple[str, str]) -> bytes:
    """Return the file of a translation; `heads` are the two columns' titles."""
    document, version = Document(), sheet.version
    _mark(document, version)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    if language.direction == "rtl":
        table.table_direction = WD_TABLE_DIRECTION.RTL
    _row(table.rows[0].cells, ("", *heads), language)
    for name, pair in sheet.pairs.items():
        source = f"[{pair.flag}] {pair.source}".rstrip() if pair.flag else pair.source
        # Rows are made by hand: the library's own way takes a second for a hundred of them.
        _row(_new_row(table), (name, source, pair.target.text), language)
    # No date: what says which version it is stands in the text.
    return dated(lean_bytes(document), OLDEST)


def _mark(document: DocumentFile, version: Version) -> None:
    """Say in the text, which every program keeps, what the file was made from."""
    place = f"docs/{version.language}/{version.key}.md"
    text = f"portal: {place} source={version.source} target={version.target}"
    document.add_paragraph().add_run(text).font.size = Pt(7)


def _new_row(table: Table) -> tuple[_Cell, ...]:
    row = OxmlElement("w:tr")
    cells = []
    for width in _WIDTHS:
        cell = row.add_tc()
        cell.width = width
        cells.append(cell)
    table._tbl.append(row)
    return tuple(_Cell(cell, table) for cell in cells)


def _row(cells: tuple[_Cell, ...], texts: tuple[str, str, str], language: Language) -> None:
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        rtl = place == 2 and language.direction == "rtl"
        if rtl:
            from_the_right(paragraph)
        tell_language(run, language.code if place == 2 else "en", rtl=rtl)


def read_document(raw: bytes, *, shown: str) -> Returned:
    """Return what a file that came back says, tracked changes taken as accepted.

    Raises DataError with path and what is wrong; no other part of the file is opened.
    """
    root = read_xml(_part(raw, shown), shown=shown)
    found = _MARK.search("\n".join(_text(one) for one in root.iter(f"{_W}p")))
    if found is None or ".." in found[2]:
        message = "Its first line, `portal: docs/…`, is missing. Put it back, or export again."
        raise DataError(message, path=shown)
    texts: dict[str, tuple[str, int | None]] = {}
    for row in root.iter(f"{_W}tr"):
        cells = [_cell(cell) for cell in row.findall(f"{_W}tc")]
        if len(cells) != 3 or not re.fullmatch(r"u\d{1,6}", cells[0].strip()):
            if any(text.strip() for text in cells[:1]):
                message = f"The row {cells[0].strip()[:20]!r} has not its number and two columns."
                raise DataError(f"{message} Put them back, or export again.", path=shown)
            continue
        name = cells[0].strip()
        if name in texts:
            raise DataError(f"The segment {name!r} is there twice. Keep one.", path=shown)
        texts[name] = (cells[2], None)
    return Returned(Version(*found.groups()), texts, shown)


def _part(raw: bytes, shown: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if archive.getinfo(_PART).file_size > LARGEST:
                raise DataError(f"The text is larger than {LARGEST} bytes. Split it.", path=shown)
            with archive.open(_PART) as part:
                # What the archive says of itself may be false: no more is unpacked than may be.
                return part.read(LARGEST + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        message = "This is no DOCX file that can be read. Save it anew as .docx."
        raise DataError(message, path=shown) from None


def _cell(cell: Element) -> str:
    """Return the text of a cell; each paragraph is a line."""
    return "\n".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p"))


def _text(paragraph: Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        name = child.tag.removeprefix(_W)
        if name in _DELETED:
            continue
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name in {"br", "cr"}:
            yield "\n"
        else:
            yield from _pieces(child)
