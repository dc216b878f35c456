"""The letters and ordinals of Russian citations, and how they are written.

The United Nations write Latin letters; Russian law writes Cyrillic ones in their own order, in
which a letter that is drawn like a Latin one has another place: "приложение В" is Annex B or C.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.citations.letters import LOOK_ALIKES, Letter, to_latin

PLACES = dict(zip("абвгдежзиклмн", "abcdefghijklm", strict=True))
"""Russian lists leave out ё and й; no list of the Convention is longer."""
ANNEX_PLACES = dict(zip("АБВГД", "abcde", strict=True))
_LOOKS = {**{c: to_latin(c) for c in "аеосрухіјѕ"}, "к": "k"}
_ANNEX_LIST = re.compile(
    "(?:рилож[а-я]{2,6}|РИЛОЖ[А-Я]{2,6}|рил\\.)"
    '((?:[\\s,/«»"()–—-]|или\\b|и\\b|[A-EА-ЕС](?!\\w)){1,60})'
)
_LETTER_LIST = re.compile(
    "(?:ункт[а-я]{0,3}|УНКТ[А-Я]{0,3}|итер[а-я]{1,2}|п\\.)"
    '((?:[\\s,«»"(–—-]|или\\b|и\\b|\\d|[a-zа-я]{1,2}[)»"]){1,60})'
)
_ANNEX_STEMS = ("рилож", "РИЛОЖ", "рил.")
_LETTER_STEMS = ("ункт", "УНКТ", "итер", "п.")
_MARKED = re.compile('(?<!\\w)[a-zа-я](?=[)»"])')


def gather_evidence(text: str) -> frozenset[str]:
    """Say in which alphabets a page letters annexes and subparagraphs."""
    annexes = {c for found in _lists(text, _ANNEX_LIST, _ANNEX_STEMS) for c in found}
    lists = _lists(text, _LETTER_LIST, _LETTER_STEMS)
    letters = {c for found in lists for c in _MARKED.findall(found)}
    found = {
        "russian annex": annexes & set("БГД"),
        "latin annex": annexes & set("ABCDEСЕ"),
        "russian letter": letters & set("бвгджзилм"),
        "latin letter": letters & set("abcdefghjklmс"),
    }
    return frozenset(name for name, seen in found.items() if seen)


def _lists(text: str, pattern: re.Pattern[str], stems: tuple[str, ...]) -> Iterator[str]:
    """Yield what follows the unit words; literals are found faster than a pattern."""
    for stem in stems:
        pos = text.find(stem)
        while pos >= 0:
            match = pattern.match(text, pos)
            if match is not None:
                yield match[1]
            pos = text.find(stem, pos + 1)


OCR_THREE = "З"
"""The letter that text recognition writes for a 3: "пункт З статьи 7"."""
OCR_TENS = "[1-3][ЗО](?!\\w)"
"""A number whose last digit it took for a letter: "статья 1З", "статья 2О"."""
_DIGITS = str.maketrans("ЗО", "30")
# One class first: a pattern that starts with a look behind or a choice is tried at every place.
_MIXED = re.compile(
    "[aceopxyABCEHKMOPTXY](?:(?<=[a-z])(?:(?<=[а-яёА-ЯЁ].)(?=[aceopxy]*[а-яё])"
    "|(?<=[а-яё]{2}.)(?!\\w)|(?<![^\\W_].)(?=[aceopxy]*[а-яё]))"
    "|(?<=[A-Z])(?:(?<=[А-ЯЁ].)(?=[А-ЯЁ])|(?<=[А-ЯЁ]{2}.)(?!\\w)"
    "|(?<![^\\W_].)(?=[А-ЯЁа-яё][А-ЯЁа-яё.])))"
)
_MOST_LOOK_ALIKES = 3
"""How many in a row are read: each takes a pass, and only a page that has any takes a second."""
_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTXY", "асеорхуАВСЕНКМОРТХУ")


def prepare(text: str) -> str:
    """Return the text with Cyrillic letters for Latin ones of the same look inside a word."""
    for _ in range(_MOST_LOOK_ALIKES):
        mixed, text = text, _MIXED.sub(lambda match: match[0].translate(_CYRILLIC), text)
        if text == mixed:
            break
    return text


def read_number(written: str) -> int | None:
    """Read digits, and the letters that look like one; None for two other letters."""
    digits = written.translate(_DIGITS)
    return int(digits) if digits.isdecimal() else None


def read_letter(written: str, level: str, evidence: frozenset[str]) -> Letter:
    """Read a Cyrillic letter by its place or its look, as the page writes the others."""
    if written.isascii() or len(written) > 1 or level == "part":
        odd = any(c in LOOK_ALIKES for c in written)
        return Letter((to_latin(written).lower(),), look_alike=odd)
    kind = "annex" if level == "annex" else "letter"
    place, look = _place_and_look(written, kind)
    russian, latin = f"russian {kind}" in evidence, f"latin {kind}" in evidence
    if place is None or look is None or place == look:
        odd = place is None or (place == look and latin and not russian)
        return Letter((place or look or written.lower(),), look_alike=odd)
    if russian != latin:
        return Letter((place,)) if russian else Letter((look,), look_alike=True)
    return Letter((look, place))


def _place_and_look(written: str, kind: str) -> tuple[str | None, str | None]:
    """Return the id's letter by the Russian order, and by the Latin letter it resembles."""
    if kind == "letter":
        return PLACES.get(written.lower()), _LOOKS.get(written.lower())
    look = to_latin(written.upper()).lower()
    return ANNEX_PLACES.get(written.upper()), look if look.isascii() else None


# Ordinals. All words share one set of endings: every case, number and gender.

_HARD = "(?:ый|ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ыми)\\b"
_SOFT = "(?:ий|ье|ья|ьи|ьего|ьему|ьим|ьем|ьей|ью|ьих|ьими)\\b"
DIGIT_ENDING = "-(?:[ыоау]?[йеямюх]|о?го|о?му|ы?ми)\\b"
"""What makes a number an ordinal: 5-го, 3-й."""
_STEMS = (
    "перв", "втор", "трет", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
    "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
)  # fmt: skip
_HARD_STEMS = "|".join((*_STEMS[:2], *_STEMS[3:], "тридцат"))
ORDINAL = (
    "первы[ехм]и? (?:дв[аеу]|тр[иеё]|четыр)\\w*|(?:двух|двум|тр[её]х|тр[её]м) первы[хм]\\b"
    f"|(?:двадцать |тридцать )?(?:(?:{_HARD_STEMS}){_HARD}|трет{_SOFT})"
    f"|(?:[12]?\\d|3[0-5]){DIGIT_ENDING}"
)
"""Any ordinal from 1 to 35, in words or digits."""
ORDINAL_STEMS: dict[str, int | tuple[int, ...]] = {
    **{stem: number for number, stem in enumerate(_STEMS, 1)},
    **{f"двадцать {stem}": 20 + number for number, stem in enumerate(_STEMS[:9], 1)},
    "тридцат(?!ь)": 30,
    **{f"тридцать {stem}": 30 + number for number, stem in enumerate(_STEMS[:5], 1)},
    **{f"(?<!\\d){number}-": number for number in range(1, 36)},
    "первы[ехм]и? дв[аеу]|дв\\w+ первы": (1, 2),
    "первы[ехм]и? тр[иеё]|тр\\w+ первы": (1, 2, 3),
    "первы[ехм]и? четыр": (1, 2, 3, 4),
}
"""Fragment -> number, for words that `ORDINAL` has matched."""


# Writing. The innermost unit stands in the nominative, what governs it in the genitive.

_WORDS = {
    "art": ("статья", "статьи"),
    "annex": ("приложение", "приложения"),
    "part": ("часть", "части"),
    "para": ("пункт", "пункта"),
    "subpara": ("подпункт", "подпункта"),
    "item": ("подпункт", "подпункта"),
    "dec": ("решение", "решения"),
}
_UNDECIDED = frozenset("еВк")
"""Cyrillic letters that a reader cannot tell from Latin ones without the rest of the page."""


def write_number(level: str, value: str) -> str:
    """Write a number as the United Nations do: Latin letters, decisions as "МК-5/12"."""
    return value.replace("MC-", "МК-") if level == "dec" else value


def write_upwards(steps: list[tuple[str, str]]) -> str | None:
    """Write "подпункт c) пункта 5 статьи 8"; None for what has no number of its own."""
    return _write(steps, cyrillic=False)


def write_as_law(steps: list[tuple[str, str]]) -> str | None:
    """Write "подпункт «в» пункта 5 статьи 8", in Cyrillic letters where those are clear."""
    return _write(steps, cyrillic=True)


def _write(steps: list[tuple[str, str]], *, cyrillic: bool) -> str | None:
    written: list[str] = []
    for level, value in reversed(steps):
        words = _WORDS.get(level)
        if words is None:
            return None
        number = write_number(level, value)
        if cyrillic:
            number = _cyrillic(level, value) or number
        if level in ("subpara", "item"):
            number = f"«{number}»" if cyrillic else f"{number})"
        written.append(f"{words[bool(written)]} {number}")
    return " ".join(written)


def _cyrillic(level: str, value: str) -> str | None:
    places = {"subpara": PLACES, "annex": ANNEX_PLACES}.get(level, {})
    letters = (c for c, latin in places.items() if latin == value.lower() and c not in _UNDECIDED)
    return next(letters, None)
