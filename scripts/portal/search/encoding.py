"""Numbers as one character each: a text of word numbers that compresses well and needs no parser.

Printable ASCII first (one byte each, for the commonest words), then everything from U+00C0 that is
neither invisible, nor a surrogate, nor in need of an escape in a script.
"""

from __future__ import annotations

from collections.abc import Iterable

_RANGES = ((0x23, 0x5C), (0x5D, 0x7F), (0xC0, 0x2000), (0x2070, 0xD800))
_CODES = [code for start, end in _RANGES for code in range(start, end)]
_NUMBERS = {code: number for number, code in enumerate(_CODES)}

MOST = len(_CODES)
"""How many numbers there are."""


def encode(numbers: Iterable[int]) -> str:
    """Write each number as a character; raise IndexError from MOST on.

    >>> encode([0, 56, 57, 90, 91])
    '#[]~À'
    """
    return "".join(chr(_CODES[number]) for number in numbers)


def decode(text: str) -> list[int]:
    """Read what `encode` wrote.

    >>> decode(encode([0, 91, 8200, 50_000]))
    [0, 91, 8200, 50000]
    """
    return [_NUMBERS[ord(character)] for character in text]
