"""How a Word file says the language and the direction of words: one way for all our documents."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def from_the_right(paragraph: Any) -> None:
    """Let a paragraph run from right to left."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))


def tell_language(run: Any, code: str, *, rtl: bool) -> None:
    """Mark a run with its language, of a script that runs from right to left or not."""
    properties = run._r.get_or_add_rPr()
    if rtl:
        properties.append(OxmlElement("w:rtl"))
    mark = OxmlElement("w:lang")
    # Word has a language of its own for runs from right to left.
    mark.set(qn("w:bidi" if rtl else "w:val"), code)
    properties.append(mark)


def repeat_on_each_page(row: Any) -> None:
    """Make a table's row its head, which stands again on each page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
