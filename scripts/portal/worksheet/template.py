"""Takes out of a Word file what the package's template brings along and the file does not use.

The template holds 164 styles, a second copy of them for an old edition of Word, and a picture of
an empty page: two thirds of a worksheet, which the bundles of its track carry along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document as DocumentFile
from docx.opc.constants import RELATIONSHIP_TYPE

_UNUSED = frozenset(
    {
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.THUMBNAIL,
    }
)


def leave_unused(file: DocumentFile) -> None:
    """Take the styles that nothing in the text names out of a file, and the parts that repeat them.

    Word and LibreOffice offer the styles they know by themselves in any file.
    """
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
    lists = file.element.xpath(".//w:numPr") or all_styles.xpath(".//w:numPr")
    # The template's lists name styles that are gone.
    kinds = _UNUSED if lists else _UNUSED | {RELATIONSHIP_TYPE.NUMBERING}
    for links in (file.part.rels, file.part.package.rels):
        for name in [name for name, link in links.items() if link.reltype in kinds]:
            del links[name]


def _named(element: Any) -> Iterator[str]:
    """Yield the styles that an element and what stands in it name."""
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        yield from map(str, element.xpath(f".//w:{tag}/@w:val"))
