"""How Arabic texts write a provision: words per level, numbers and letters."""

from __future__ import annotations

from portal.citations.grammars.arabic_text import ABJAD, LETTER_NAMES, write_ordinal
from portal.citations.letters import roman_value

_ANNEXES = dict(zip("ABCDEFGH", LETTER_NAMES, strict=True))
_PARTS = {"I": "الأول", "II": "الثاني", "III": "الثالث"}
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WORDS = {
    "art": "المادة {n}", "annex": "المرفق {n}", "part": "الجزء {n}", "para": "الفقرة {n}",
    "subpara": " ({n})", "item": " '{n}'", "dec": "المقرر {n}",
}  # fmt: skip
ALONE = {"subpara": "الفقرة الفرعية ({n})", "item": "البند '{n}'"}


def write_number(level: str, value: str) -> str:
    """Write a number or letter of an id as UN texts in Arabic do."""
    if level == "annex":
        return _ANNEXES.get(value, value)
    if level == "part":
        return _PARTS.get(value, value)
    if level == "item":
        return str(roman_value(value) or value)
    if level == "dec":
        return value.replace("MC", "ا م")
    if level == "subpara" and len(value) == 1 and value.isascii():
        return {"a": "أ", "e": "هـ"}.get(value, ABJAD[ord(value) - 97])
    return value


def in_words(level: str, value: str) -> str:
    """Write articles and paragraphs as ordinal words, as laws do."""
    return write_ordinal(int(value)) if level in ("art", "para") else write_number(level, value)


def in_latin_letters(level: str, value: str) -> str:
    """Write letters and items as in the id, as translations from English do."""
    return value if level in ("annex", "subpara", "item") else write_number(level, value)


def in_indic_digits(level: str, value: str) -> str:
    """Write as UN texts do, in the digits of the Arab East."""
    return write_number(level, value).translate(_INDIC)
