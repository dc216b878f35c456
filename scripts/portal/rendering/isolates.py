"""Keeps ranges, quantities, formulas and symbols in their order inside right-to-left text.

Without it, Arabic text draws "2020–2025" as 2025–2020 and takes "HgCl₂" apart. In text from left
to right only symbols are marked, for the styles: a line must not end within "MC-5/12".
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_NUMBER = r"[0-9]+(?:[.,\u00a0\u202f][0-9]+)*"
_UNIT = (
    r"(?:%|‰|°C|(?:[µμmkcn]?[gLlmt][²³]?|ppm|ppb|Hg|Au|US\$|h|min)"
    r"(?:/[µμmk]?[A-Za-z³²]+)?(?![A-Za-z]))"
)
_FORMULA = r"\(?[A-Z][A-Za-z]?[A-Za-z₀-₉⁰¹²³⁴-⁹⁺⁻()]*[₀-₉⁰¹²³⁴-⁹⁺⁻]+[A-Za-z₀-₉⁰¹²³⁴-⁹⁺⁻()]*"
# As a whole: with "5/12" alone isolated, "MC-5/12" is drawn as 5/12-MC.
_JOINT = r"[-\u2011/.]"
_SYMBOL = (
    rf"(?<![A-Za-z0-9])[A-Z][A-Za-z]*(?:{_JOINT}[A-Za-z0-9]+){{0,6}}{_JOINT}[0-9]+"
    rf"(?:{_JOINT}[A-Za-z0-9]+)*"
)
_TERM = rf"{_NUMBER}(?:\s?{_UNIT})?"
_ISOLATED = re.compile(
    rf"{_FORMULA}"
    rf"|{_SYMBOL}"
    rf"|(?:US\$\s?|[<>≤≥±~]\s?){_NUMBER}(?:\s?{_UNIT})?"
    # Sums whole: "500 – 380 = 120" is else drawn as 120 = 500 – 380.
    rf"|{_TERM}(?:\s?[-–—−:/×÷+=≈]\s?{_TERM})+"
    rf"|{_NUMBER}\s?{_UNIT}"
)
_SYMBOLS = re.compile(_SYMBOL)
_SKIPPED = {"code", "pre", "bdi", "script", "style"}


def _isolate_tree(element: etree.Element, found: re.Pattern[str]) -> None:
    """Wrap what is found in `<bdi dir="ltr">`, everywhere below `element`."""
    if element.tag in _SKIPPED:
        return
    for child in list(element):
        _isolate_tree(child, found)
        if child.tail and found.search(child.tail):
            text, pieces = _pieces(child.tail, found)
            position = list(element).index(child) + 1
            child.tail = text
            for offset, piece in enumerate(pieces):
                element.insert(position + offset, piece)
    if element.text and found.search(element.text):
        element.text, pieces = _pieces(element.text, found)
        for offset, piece in enumerate(pieces):
            element.insert(offset, piece)


def _pieces(text: str, found: re.Pattern[str]) -> tuple[str, list[etree.Element]]:
    """Split text into what stands before the first piece, and the pieces with their tails."""
    pieces: list[etree.Element] = []
    before, end = "", 0
    for match in found.finditer(text):
        between = text[end : match.start()]
        if pieces:
            pieces[-1].tail = between
        else:
            before = between
        piece = etree.Element("bdi", {"dir": "ltr"})
        piece.text = match[0]
        pieces.append(piece)
        end = match.end()
    pieces[-1].tail = text[end:]
    return before, pieces


def isolate_text(text: str) -> str:
    """Isolate by characters, where no element may stand: U+2066 before, U+2069 behind."""
    return _ISOLATED.sub(lambda match: f"\u2066{match[0]}\u2069", text)


class Isolates(Treeprocessor):
    """Runs after inline patterns, when emphasis and links are elements."""

    def __init__(self, md: Markdown, *, rtl: bool) -> None:
        super().__init__(md)
        self.found = _ISOLATED if rtl else _SYMBOLS

    def run(self, root: etree.Element) -> None:
        """Isolate in the whole page."""
        _isolate_tree(root, self.found)
