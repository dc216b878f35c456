"""Text from a hostile file made fit for a terminal or a log: nothing in it can steer either."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls, line separators, bidirectional controls, zero-width and tag characters.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with each steering character written out, as in `<U+202E>`."""
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\n" else f"<U+{ord(match[0]):04X}>"


def width(text: str) -> int:
    """Return how many columns a terminal needs for text that is visible."""
    if text.isascii() or all(map(_takes_one_column, text)):
        return len(text)
    # Only now: it takes 70 ms to load.
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return len(text) if columns < 0 else columns


def _takes_one_column(character: str) -> bool:
    """Tell whether a character surely takes one column: of our scripts, no mark, no control."""
    if not (character < "\u1100" or "\u2000" <= character < "\u2600"):
        return False
    category = unicodedata.category(character)
    plain = category[0] in "LNPS" or category == "Zs"
    return plain and unicodedata.east_asian_width(character) not in "WF"
