"""A first look over a text: where markup and broken words may begin, which odd blanks it has."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple

from portal.citations.literals import Literals

_MARKS = ("](", "][", "[^", "`", "~~~", "<", "://", "\\", "{", "&")
"""Every stretch of markup that is more than one character long begins with one of these."""
_INDENTS = tuple("".join(blanks) for count in range(4) for blanks in product(" \t", repeat=count))
_LINE_MARKS = tuple(f"\n{indent}{mark}" for indent in _INDENTS for mark in ">[")
"""A block quote, a footnote or the definition of a link."""
BREAKS = (
    "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "-\n", "-\r\n", "<sup>", "^",
    "十\n", "附\n", "部\n", "公\n",
)  # fmt: skip
"""What stands where a word may be broken."""
USUAL_BLANKS = "\u00a0\u202f"
"""Odd blanks that French pages are full of: to replace them all is quicker than to list them."""
BLANKS = (
    "\u00ad\u061c\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u205f\u2060\u2061\u2066"
    "\u2067\u2068\u2069\u3000\ufeff†‡¹²³\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
"""Other odd blanks, invisible marks, marks of notes in a citation (†, ², ①)."""
COMBINING = "".join(map(chr, (*range(0x300, 0x370), *range(0x653, 0x656))))
"""Marks that stand behind their letter where text is decomposed."""
_FIRST_BREAK = len(_MARKS) + len(_LINE_MARKS)
_FIRST_BLANK = _FIRST_BREAK + len(BREAKS)
_FIRST_COMBINING = _FIRST_BLANK + len(BLANKS)


class Survey(NamedTuple):
    """What was seen of one text."""

    marks: list[int]
    """Where markup may begin, in order, each once."""
    breaks: list[tuple[str, int]]
    """Which of BREAKS stands where, by their ends."""
    blanks: str
    """Which of BLANKS the text has."""
    decomposed: bool
    """Whether it has any of COMBINING."""


def look_over(text: str) -> Survey:
    """Look for everything in one pass."""
    found = _literals().find(text)
    marks = {start for which, start, _ in found if which < _FIRST_BREAK}
    rest = [(which, start) for which, start, _ in found if which >= _FIRST_BREAK]
    breaks = [
        (BREAKS[which - _FIRST_BREAK], start) for which, start in rest if which < _FIRST_BLANK
    ]
    seen = {which for which, _ in rest}
    blanks = [which for which in sorted(seen) if _FIRST_BLANK <= which < _FIRST_COMBINING]
    return Survey(
        sorted(marks),
        breaks,
        "".join(BLANKS[which - _FIRST_BLANK] for which in blanks),
        decomposed=any(which >= _FIRST_COMBINING for which in seen),
    )


@cache
def _literals() -> Literals:
    return Literals((*_MARKS, *_LINE_MARKS, *BREAKS, *BLANKS, *COMBINING))
