"""Saves a Word file without what the package's template brings along and the file does not use.

The template holds 164 styles, a second copy of them for an old edition of Word, and a picture of
an empty page: 30 kB, two thirds of a worksheet, a translation for revision or a short report.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx.document import Document as DocumentFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_UNUSED = frozenset(
    {
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.THUMBNAIL,
    }
)


def lean_bytes(file: DocumentFile) -> bytes:
    """Return a document as the bytes of a .docx file, without what nothing in its text names.

    Word and LibreOffice offer the styles they know by themselves in any file. Only the text is
    looked through: our documents have no headers, footers or notes.
    """
    _leave_styles(file)
    kinds = _UNUSED if _leave_lists(file) else _UNUSED | {RELATIONSHIP_TYPE.NUMBERING}
    for links in (file.part.rels, file.part.package.rels):
        for name in [name for name, link in links.items() if link.reltype in kinds]:
            del links[name]
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _leave_styles(file: DocumentFile) -> None:
    """Take the styles that nothing in the text names out of a file."""
    all_styles: Any = file.styles.element
    by_id = {style.styleId: style for style in all_styles.style_lst}
    used = {name for name, style in by_id.items() if style.default}
    waiting = [*used, *_named(file.element)]
    while waiting:
        name = waiting.pop()
        used.add(name)
        if name in by_id:
            waiting += (other for other in _named(by_id[name]) if other not in used)
    for name, style in by_id.items():
        if name not in used:
            all_styles.remove(style)


def _leave_lists(file: DocumentFile) -> bool:
    """Take out the lists that neither text nor styles name; say whether any is left.

    The template's lists name styles that are gone.
    """
    elements: tuple[Any, ...] = (file.element, file.styles.element)
    used = {name for one in elements for name in one.xpath(".//w:numPr/w:numId/@w:val")}
    if not used:
        return False
    lists: Any = file.part.numbering_part.element
    for made in lists.num_lst:
        if str(made.numId) not in used:
            lists.remove(made)
    shapes = set(lists.xpath("./w:num/w:abstractNumId/@w:val"))
    for shape in lists.xpath("./w:abstractNum"):
        if shape.get(qn("w:abstractNumId")) not in shapes:
            lists.remove(shape)
    return True


def _named(element: Any) -> Iterator[str]:
    """Yield the styles that an element and what stands in it name."""
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        yield from map(str, element.xpath(f".//w:{tag}/@w:val"))
