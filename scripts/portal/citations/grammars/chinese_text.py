"""Chinese script for the finder: Han numerals and the letters of lists."""

from __future__ import annotations

from portal.citations.letters import Letter, read_latin_letter
from portal.han_numerals import HAN

NUMERALS = "〇零一二三四五六七八九十百千廿卅"
"""What numerals are written with."""
NUMBER = f"(?:[{NUMERALS}]{{1,9}}|\\d{{1,4}}(?![\\d%％‰]|/(?!\\d{{1,2}}[条條款])|[.．]\\d{{3}}))"
STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The ten stems: older texts number with them what the treaty letters (a) to (j)."""
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
"""The twelve branches: the same in the texts of the Covenants and their committees."""
_PLACES = {"十": 10, "百": 100, "千": 1000}


def read_number(text: str) -> int | None:
    """Read digits of any width or numerals below 10,000; None for "三五" (three to five)."""
    if text.isdecimal():
        return int(text)
    if len(text) in (2, 3) and "〇" in text and all(char in HAN for char in text):
        return int("".join(str(HAN.index(char)) for char in text))
    total, digit = 0, -1
    for char in text.replace("廿", "二十").replace("卅", "三十"):
        place = HAN.find("〇" if char == "零" else char)
        if place >= 0:
            if digit > 0:
                return None
            digit = place
        else:
            total += (1 if digit < 0 else digit) * _PLACES[char]
            digit = -1
    return total + max(digit, 0)


def read_letter(written: str, level: str, evidence: frozenset[str]) -> Letter:
    """Read a Latin letter, or a stem or branch by its place: 甲 and 子 are a."""
    place = max(STEMS.find(written), BRANCHES.find(written))
    return read_latin_letter(chr(97 + place) if place >= 0 else written, level, evidence)
