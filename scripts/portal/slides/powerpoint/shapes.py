"""What is no placeholder: native tables, and pictures with their alternative text."""

from __future__ import annotations

import io
from typing import Any

from portal.languages import Language
from portal.slides.deck import Table
from portal.slides.layout import CELL, TABLE, Measure
from portal.slides.powerpoint.drawing_xml import EMU, Place, parse
from portal.slides.powerpoint.paragraphs import cell_paragraph

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def emu(place: Place) -> tuple[int, int, int, int]:
    """Return left, top, width and height in the file's units."""
    return tuple(  # type: ignore[return-value]
        round(number * EMU) for number in (place.left, place.top, place.width, place.height)
    )


def add_table(slide: Any, table: Table, place: Place, language: Language, *, title: str) -> None:
    """Add a table whose head is marked as such, coloured by the theme."""
    measure = Measure(language)
    columns, heights = measure.columns(table, place.width), measure.rows(table, place.width)
    frame = slide.shapes.add_table(len(heights), len(columns), *emu(place))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", title)
    made = frame.table
    # From right to left the last column stands first: PowerPoint can turn a table round by an
    # attribute, but LibreOffice and others would show its columns the wrong way round.
    order = range(len(columns))[:: -1 if language.direction == "rtl" else 1]
    for column, place_in_row in zip(made.columns, order, strict=True):
        column.width = round(columns[place_in_row] * EMU)
    for number, row in enumerate((table.head, *table.rows)):
        made.rows[number].height = round(heights[number] * EMU)
        for shown_at, place_in_row in enumerate(order):
            words = row[place_in_row] if place_in_row < len(row) else ()
            _fill(made.cell(number, shown_at), words, language, number)


def _fill(cell: Any, words: Any, language: Language, row: int) -> None:
    head = row == 0
    body = cell._tc.get_or_add_txBody()
    for old in body.findall("{*}p"):
        body.remove(old)
    colour = "bg1" if head else "tx1"
    body.append(cell_paragraph(words, language, size=TABLE, bold=head, colour=colour))
    properties = cell._tc.get_or_add_tcPr()
    for side in ("marL", "marR"):
        properties.set(side, str(CELL[0] * EMU))
    for side in ("marT", "marB"):
        properties.set(side, str(CELL[1] * EMU))
    fill = "accent1" if head else ("bg2" if row % 2 == 0 else "bg1")
    properties.append(parse(f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>'))


def add_picture(slide: Any, png: bytes, place: Place, *, alt: str) -> None:
    """Add a picture; one without an alternative text is marked as decorative."""
    picture = slide.shapes.add_picture(io.BytesIO(png), *emu(place))
    properties = picture._element.nvPicPr.cNvPr
    properties.set("descr", alt)
    properties.set("name", "Figure" if alt else "Map of the figure")
    if not alt:
        properties.append(parse(_DECORATIVE))
