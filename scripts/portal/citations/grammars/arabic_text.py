"""Arabic script for the finder: one spelling, ordinal words, letters and their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from portal.citations.letters import Letter, read_latin_letter

_VARIANTS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"))
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0670"
"""Vowel signs; tatweel takes their place, so that every offset stays what it was."""
_INNER_TATWEEL = re.compile("ـ[ء-ي]*+")
_QUOTED_ITEM = re.compile("['‘’′](\\d{1,2}|[ivx]{1,4})['‘’′]")
_BRACKETED_ARTICLE = re.compile(
    "(?:مادة|ماده|مادتان|مادتين|مواد)ـ*+[ \u00a0]?\\(\\d{1,2}\\)"
    "(?:(?:[ \u00a0]?،[ \u00a0]?و?|[ \u00a0]?و[ \u00a0]?|[ \u00a0]او[ \u00a0])\\(\\d{1,2}\\))*+"
)
_BRACKETED_NUMBER = re.compile("\\((\\d{1,2})\\)")
END = "ـ*+(?!\\w)"
"""The end of a word, its vowel signs included."""


def fold(text: str) -> str:
    """Return a text of the same length with one alef, one ya and one kaf."""
    for variant, usual in _VARIANTS:
        if variant in text:
            text = text.replace(variant, usual)
    return text


def fragment(words: str) -> str:
    """Return a grammar's fragment in the spelling that `prepare` gives to texts."""
    return fold(words).replace(" ", "ـ*+ ")


def prepare(text: str) -> str:
    """Return a text of the same length in one spelling.

    Vowel signs and tatweel move to the end of their word as tatweel; items between quotation marks
    ('2') come to stand in brackets; an article's number loses its brackets (المادة (7)).
    """
    text = fold(text)
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, "ـ")
    if "ـ" in text:
        text = _INNER_TATWEEL.sub(_move_tatweel, text)
    text = _QUOTED_ITEM.sub("(\\1)", text)
    return _BRACKETED_ARTICLE.sub(_drop_brackets, text)


def _move_tatweel(match: re.Match[str]) -> str:
    bare = match[0].replace("ـ", "")
    return bare + "ـ" * (len(match[0]) - len(bare))


def _drop_brackets(match: re.Match[str]) -> str:
    return _BRACKETED_NUMBER.sub(" \\1ـ", match[0])


_ONES = {
    "اول": 1, "اولي": 1, "حادي": 1, "حادية": 1, "ثاني": 2, "ثانية": 2, "ثالث": 3, "ثالثة": 3,
    "رابع": 4, "رابعة": 4, "خامس": 5, "خامسة": 5, "سادس": 6, "سادسة": 6, "سابع": 7, "سابعة": 7,
    "ثامن": 8, "ثامنة": 8, "تاسع": 9, "تاسعة": 9, "عاشر": 10, "عاشرة": 10,
}  # fmt: skip
_TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ONE = "(?:اولي?|حادي[ةه]?|ثاني[ةه]?|عاشر[ةه]?|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)[ةه]?)"
_TEN = f"(?:{'|'.join(_TENS)})(?:ون|ين)"
_ORDINAL = fragment(f"ال(?:{_ONE}(?: عشر[ةه]?{END}| ?وال{_TEN})?|{_TEN}|م(?:ائ|ئ)[ةه]){END}")
NUMBER = f"(?:\\d{{1,4}}(?!\\d)|{_ORDINAL})"
"""Digits of any script, or an ordinal word with its article: السادسة والعشرين."""


def read_number(text: str) -> int | None:
    """Read what `NUMBER` matches."""
    bare = re.sub("[ـ\\s]", "", text).replace("ه", "ة")
    if bare.isdecimal():
        return int(bare)
    if not bare.startswith("ال"):
        return None
    if bare in ("المائة", "المئة"):
        return 100
    head, _, tail = bare[2:].partition("وال")
    ten = _tens(tail or head)
    if ten and not tail:
        return ten
    teen = 10 if head.rstrip("ة").endswith("عشر") and head not in ("عاشر", "عاشرة") else 0
    one = _ONES.get(head.rstrip("ة").removesuffix("عشر") if teen else head)
    return None if one is None else one + ten + teen


def _tens(word: str) -> int:
    stem = word[:-2] if word.endswith(("ون", "ين")) else ""
    return (_TENS.index(stem) + 2) * 10 if stem in _TENS else 0


def write_ordinal(number: int) -> str:
    """Write 1 to 99 as a feminine ordinal with its article, as laws number articles."""
    if number == 1:
        return "الأولى"
    if number == 10:
        return "العاشرة"
    feminine = ("", "حادية", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة")
    tens, ones = divmod(number, 10)
    one = f"ال{feminine[ones]}" if ones else ""
    if tens == 0:
        return one
    if tens == 1:
        return f"{one} عشرة"
    ten = f"ال{_TENS[tens - 2]}ون".replace("اربع", "أربع")
    return f"{one} و{ten}" if one else ten


ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The letters in the order that numbers subparagraphs: a, b, c, …"""
LETTER = f"(?:[ء{ABJAD}]{END}|[a-z](?![^\\W\\d_a-z]))"
LETTER_NAMES: Mapping[str, str] = {
    "ألف": "a", "باء": "b", "جيم": "c", "دال": "d", "هاء": "e", "واو": "f", "زاي": "g", "حاء": "h",
}  # fmt: skip
"""The names of letters, by which annexes are called."""
_NAMES = {fold(name): letter for name, letter in LETTER_NAMES.items()}


def read_letter(written: str, level: str, evidence: frozenset[str]) -> Letter:
    """Read a letter of the abjad, the name of one, or a Latin letter."""
    bare = written.replace("ـ", "").replace("ء", "ا") if len(written) < 3 else written.rstrip("ـ")
    if bare in _NAMES:
        return Letter((_NAMES[bare],))
    place = ABJAD.find(bare) if len(bare) == 1 else -1
    if place < 0:
        return read_latin_letter(written, level, evidence)
    return Letter((chr(97 + place),) if place < 26 else ())
