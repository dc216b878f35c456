"""Numbers in Chinese numerals, as headings of articles and lists of laws have them."""

from __future__ import annotations

HAN = "〇一二三四五六七八九"
"""The digits by value."""


def write_han(number: int) -> str:
    """Write 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return (HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN[ones] if ones else "")
