"""Letters and numerals as written -> as in ids, look-alikes across scripts included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LOOK_ALIKES: Mapping[str, str] = dict(
    zip(
        "аеорсухіјѕԁһԛԝіАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα",
        "aeopcyxijsdhqwiABEKMHOPCTXIJSABEZHIKMNOPTYXoa",
        strict=True,
    )
)
"""Cyrillic and Greek letters that are drawn as Latin ones."""


class Letter(NamedTuple):
    """What a written letter can mean."""

    values: tuple[str, ...]
    """Lower-case Latin letters or roman numerals, likeliest first; several: undecided."""
    look_alike: bool = False
    """Whether it belongs to another script than it seems to."""


def to_latin(written: str) -> str:
    """Replace look-alikes and full-width forms by the Latin letters that they resemble."""
    return "".join(
        chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else LOOK_ALIKES.get(c, c) for c in written
    )


def read_latin_letter(written: str, level: str, evidence: frozenset[str]) -> Letter:
    """Read a letter of a language in Latin script; a Cyrillic look-alike is taken as drawn."""
    del level, evidence
    latin = to_latin(written)
    look_alike = any(c in LOOK_ALIKES for c in written)
    return Letter((latin.lower(),), look_alike)


_ROMAN = {"i": 1, "v": 5, "x": 10}


def roman_value(text: str) -> int | None:
    """Return the value of a lower-case roman numeral below 40, or None if it is none."""
    if not text or any(c not in _ROMAN for c in text):
        return None
    total = 0
    for index, char in enumerate(text):
        value = _ROMAN[char]
        total += -value if index + 1 < len(text) and _ROMAN[text[index + 1]] > value else value
    return total if write_roman(total) == text else None


def write_roman(number: int) -> str:
    """Write 1 to 39 as a lower-case roman numeral."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
