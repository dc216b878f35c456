"""How units are numbered at the start of a line, in each language: "3.", "(a)", "（一）", "(أ)".

A mark is read here without knowing the treaty; one mark can mean several units ("(i)" is a letter
or a roman number), and `order.py` decides by what the data hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.citations.letters import roman_value, to_latin, write_roman

Step = tuple[str, str]
"""A level and a number as in ids: ("para", "3"), ("subpara", "a"), ("item", "ii")."""

_HAN = "一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكل"
_RUSSIAN = "абвгдежзиклм"
_LATIN = "abcdefghijklmnopqrstuvwxyz"

_DIGITS = r"\d{1,2}"
_HAN_NUMBER = f"[{_HAN}十]{{1,3}}"
_LABEL = rf"[^\W\d_]{{1,5}}|{_DIGITS}"
_MARK = re.compile(
    rf"(?:(?P<dotted>{_DIGITS})\s?(?:[.．、)）](?!\d)|[-–ـ](?=\s))"
    rf"|(?P<han>{_HAN_NUMBER})[、．.]"
    rf"|[(（]\s?(?P<bracketed>{_LABEL})\s?[)）]"
    rf"|[‘'“\"«](?P<quoted>{_DIGITS})[’'”\"»](?=\s)"
    rf"|(?P<half>[^\W\d_]{{1,4}})[)）])\s*"
)

_ORDINALS: Mapping[str, int] = {
    "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "primera": 1, "segunda": 2,
    "первая": 1, "вторая": 2, "الأول": 1, "الثاني": 2, "الأولى": 1, "الثانية": 2,
    "first": 1, "second": 2,
}  # fmt: skip
_NUMBER = rf"(?P<number>[IVX]{{1,5}}|{_DIGITS}|{'|'.join(_ORDINALS)})"
_HEADINGS: Mapping[str, Mapping[str, str]] = {
    "en": {"part": rf"Part\s+{_NUMBER}", "art": rf"Article\s+{_NUMBER}"},
    "fr": {
        "part": rf"(?:Partie\s{_NUMBER}|(?P<word>Première|Deuxième|Seconde)\spartie)",
        "art": rf"Article\s+{_NUMBER}",
    },
    "es": {
        "part": rf"(?:Parte\s{_NUMBER}|(?P<word>Primera|Segunda)\sparte)",
        "art": rf"Art[íi]culo\s{_NUMBER}",
    },
    "ru": {
        "part": rf"(?:Часть\s{_NUMBER}|(?P<word>Первая|Вторая)\sчасть)",
        "art": rf"Статья\s{_NUMBER}",
    },
    "zh": {
        "part": rf"第\s?(?P<number>{_HAN_NUMBER}|{_DIGITS}|[IVX]+)\s?部分",
        "art": rf"第\s?(?P<number>{_HAN_NUMBER}|{_DIGITS})\s?条",
    },
    "ar": {"part": rf"الجزء\s{_NUMBER}", "art": rf"المادة\s{_NUMBER}"},
}
"""Lines that begin a part, or an article of Annex E; another language writes them as English."""
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line."""

    written: str
    """As it stands, without white space around it."""
    end: int
    """Offset in the line where the words begin."""
    steps: tuple[Step, ...]
    """What it can mean, likeliest first."""


def read_mark(line: str, start: int, *, language: str) -> Mark | None:
    """Read the number at an offset of a line; None where there is none."""
    match = _MARK.match(line, start)
    if match is None:
        return None
    form = str(match.lastgroup)
    steps = tuple(dict.fromkeys(_meanings(form, match[form], language)))
    return Mark(match[0].strip(), match.end(), steps) if steps else None


def read_heading(line: str, language: str) -> tuple[str, Step] | None:
    """Read a line that begins a part or an article: its words and what they name, else None."""
    if len(line) > _LONGEST_HEADING:
        return None
    for level, pattern in _HEADINGS.get(language, _HEADINGS["en"]).items():
        match = re.match(rf"{pattern}\s*(?:[.:：–—-]|$|(?=[一-鿿]))", line, re.IGNORECASE)
        if match is not None:
            groups = match.groupdict()
            number = _number(groups.get("number") or groups.get("word") or "")
            if number is not None:
                return line.strip(), (level, str(number))
    return None


def _meanings(form: str, written: str, language: str) -> Iterator[Step]:
    number = _number(written)
    if form in {"dotted", "han"}:
        yield "para", str(number)
        if language == "zh":
            # There "1." also stands for what is "(i)" elsewhere.
            yield from _as_item(number)
    elif form == "quoted":
        yield from _as_item(number)
    elif number is not None and (written.isdecimal() or written[0] in _HAN + "十"):
        yield from _as_letter(number)
        yield from _as_item(number)
        yield "para", str(number)
    else:
        for label in _labels(written):
            if len(label) == 1:
                yield "subpara", label
            if roman_value(label) is not None:
                yield "item", label
        for alphabet in (_ABJAD, _RUSSIAN):
            place = alphabet.find(_bare(written))
            if len(_bare(written)) == 1 and place >= 0:
                yield from _as_letter(place + 1)
                yield from _as_item(place + 1)


def _labels(written: str) -> Iterator[str]:
    """Yield what Latin letters, or letters that look like them, can stand for."""
    latin = to_latin(written).lower()
    if latin.isascii():
        yield latin


def _bare(written: str) -> str:
    """Return a label without what lengthens an Arabic letter, its alif with the hamza."""
    bare = written.replace("ـ", "").removesuffix("\u200d").casefold()
    return {"ا": "أ", "إ": "أ", "آ": "أ", "ه\u200d": "ه"}.get(bare, bare)


def _as_letter(number: int | None) -> Iterator[Step]:
    if number is not None and number <= len(_LATIN):
        yield "subpara", _LATIN[number - 1]


def _as_item(number: int | None) -> Iterator[Step]:
    if number is not None:
        yield "item", write_roman(number)


def _number(written: str) -> int | None:
    """Read digits of any script, Han and roman numerals, and the ordinal words that we need."""
    if written.isdecimal():
        value = int("".join(str(unicodedata.decimal(digit)) for digit in written))
        return value if 0 < value < 40 else None
    if written and all(sign in _HAN + "十" for sign in written):
        tens, ten, ones = written.rpartition("十")
        value = (_HAN.find(tens) + 1 if tens else 1) * 10 if ten else 0
        return value + (_HAN.find(ones) + 1 if ones else 0)
    return _ORDINALS.get(written.casefold()) or roman_value(written.lower())
