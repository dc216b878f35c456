"""How wide words are, and where their lines break, without a font at hand.

Readers see their own fonts. The widths here are those of a wide one (DejaVu Sans, Noto Sans),
so that lines come out shorter than they may be; a browser test measures the result.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

BOLD = 1.08
"""How much wider bold letters are."""

_WIDE = frozenset("mwMWЖШЩЮФДЫжшщюфмыWQ@%—…")
_NARROW = frozenset("ijl.,:;'’!|()[]ftrI-·، ؛\u00a0\u202f")
_PIECES = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60][，。；：、）」』”？！》]*|[（「『“《]+[\u2e80-\u9fff]?"
    r"[，。；：、）」』”？！》]*|[^ \u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+| +"
)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return an estimate, on the long side, of the width of a line in the units of `size`."""
    return sum(map(_em, text)) * size * (BOLD if bold else 1)


@functools.cache
def _em(character: str) -> float:
    """Return the width of a character, 1 for the height of its line."""
    if unicodedata.category(character) in {"Mn", "Cf"}:
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 0.9
    if character.isupper():
        return 0.7
    return 0.6 if "\u0400" <= character <= "\u04ff" else 0.56


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines of about the same length, none wider than `width` if words allow.

    >>> wrap("Emissions to air", 80, 15)
    ('Emissions', 'to air')
    """
    pieces = [
        (piece, text_width(piece, size, bold=bold))
        for piece in _glued(_PIECES.findall(text), width, size, bold=bold)
    ]
    lines, _ = _filled(pieces, width)
    narrower = width
    while narrower > width / 2:
        narrower *= 0.95
        tried, wide = _filled(pieces, narrower)
        if len(tried) > len(lines) or wide > narrower:
            break
        lines = tried
    return lines


@functools.lru_cache(maxsize=50_000)
def _word_width(word: str, size: float, *, bold: bool) -> float:
    """Remember words: pages repeat them, and a slide is measured several times."""
    return text_width(word, size, bold=bold)


@functools.lru_cache(maxsize=20_000)
def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Count the lines that a text fills, as a browser breaks it: each line as full as it goes."""
    lines = 0
    for paragraph in text.split("\n"):
        pieces = [
            (" " if piece.isspace() else piece, _word_width(piece, size, bold=bold))
            for piece in _PIECES.findall(paragraph)
        ]
        lines += max(1, len(_filled(pieces, width)[0]))
    return lines


def _glued(pieces: Sequence[str], width: float, size: float, *, bold: bool) -> list[str]:
    """Join numbers, brackets and marks to the word before: "Article 3", "6 (a)", "où ?"."""
    result: list[str] = []
    for piece in pieces:
        if (
            len(result) > 1
            and result[-1] == " "
            and (piece[0].isdigit() or piece[0] in "(–—;:?!%»")
        ):
            joined = result[-2] + " " + piece
            if len(joined) <= 16 and text_width(joined, size, bold=bold) <= width:
                result[-2:] = [joined]
                continue
        result.append(" " if piece.isspace() else piece)
    return result


def _filled(pieces: Sequence[tuple[str, float]], width: float) -> tuple[tuple[str, ...], float]:
    """Fill lines with pieces; return them and the width of the widest."""
    lines, line, used, widest = [], "", 0.0, 0.0
    for piece, own in pieces:
        if line and piece != " " and used + own > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        if line or piece != " ":
            line, used = line + piece, used + own
            widest = max(widest, used if piece != " " else 0)
    return (*lines, line.rstrip()) if line.strip() else tuple(lines), widest
