"""Numbers, months and units in a text, whatever the digits and separators of its language."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from portal.translations.number_words import month_names, multipliers, unit_forms

_DIGIT = "0-9"
_COMMA_DECIMAL = frozenset({"fr", "ru", "es", "pt", "de", "id", "it"})
"""Languages that write 1,5; the others write 1.5."""
_GROUP = "[.,٫٬'’ \u00a0\u2009\u202f]"
_NUMBER = re.compile(
    rf"[{_DIGIT}]+(?:{_GROUP}[{_DIGIT}]{{3}}(?![{_DIGIT}]))+(?:[.,٫][{_DIGIT}]+)?"
    rf"|[{_DIGIT}]+(?:[.,٫][{_DIGIT}]+)?"
)
_CAS = re.compile(rf"(?<![{_DIGIT}-])[{_DIGIT}]{{2,7}}-[{_DIGIT}]{{2}}-[{_DIGIT}](?![{_DIGIT}-])")
_FORMULA = re.compile(
    r"(?<![A-Za-z])(?:[A-Z][a-z]?[₀-₉]*)*(?:[A-Z][a-z]?[₀-₉]+|Hg)(?:[A-Z][a-z]?[₀-₉]*)*(?![a-z₀-₉])"
)
_WORTH_READING = re.compile(r"\d|Hg|[₀-₉]")
"""Most lines hold nothing of the kind."""
_SYMBOL = re.compile(rf"[^\W\d_]{{1,4}}[-‑–]\s?[{_DIGIT}]+/[{_DIGIT}]+")
"""Of a decision: compared, where it is one of ours, by the reference rules."""
_FULL_HOUR = re.compile(rf"(?<=[{_DIGIT}]):00(?![{_DIGIT}])")
_ENGLISH_MONTHS = {
    name: number
    for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"), 1)
}  # fmt: skip
"""With a capital: "may" is a verb."""
_AFTERNOON = {"en": rf"(?::[{_DIGIT}]{{2}})? ?p\.?m\b", "ar": rf":[{_DIGIT}]{{2}}\s?م(?!\w)"}
"""What follows the hour. In Arabic with its minutes: behind a number alone it is a metre, too."""
_TWELVE_HOURS = {
    code: re.compile(rf"(?<![{_DIGIT}:.])(1[0-2]|[1-9])(?={rest})")
    for code, rest in _AFTERNOON.items()
}
_MONTHS_EN = re.compile(rf"\b({'|'.join(_ENGLISH_MONTHS)})\b")
_ZH_MONTH = re.compile(rf"([{_DIGIT}]{{1,2}})\s*月")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that must be the same in every language."""

    kind: str
    """`number`, `month`, `cas` or `formula`."""
    value: str
    """In one spelling for all languages."""
    unit: str | None
    """Canonical unit behind a number, where it is known."""
    start: int
    """Offset into the text."""
    written: str


def western(text: str) -> str:
    """Write all digits as 0 to 9; the length stays."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.category(c) == "Nd" else c
        for c in text
    )


def quantities(text: str, language: str) -> Iterator[Quantity]:
    """Yield the quantities of one line in order of kind and place."""
    if not _WORTH_READING.search(text):
        return
    text = western(text)
    for kind, pattern in (("cas", _CAS), ("formula", _FORMULA)):
        for match in pattern.finditer(text):
            yield Quantity(kind, match[0], None, match.start(), match[0])
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    if language in _TWELVE_HOURS:
        # 3 p.m. is 15 h elsewhere. One sign more: places behind it shift, the line stays.
        text = _TWELVE_HOURS[language].sub(lambda match: str(int(match[1]) % 12 + 12), text)
    for pattern in (_SYMBOL, _FULL_HOUR):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    months = tuple(_months(text, language))
    yield from months
    for month in months:
        if language == "zh":
            end = month.start + len(month.written)
            text = text[: month.start] + " " * len(month.written) + text[end:]
    yield from _numbers(text, language)


def _numbers(text: str, language: str) -> Iterator[Quantity]:
    multiplier = _multiplier(language)
    for match in _NUMBER.finditer(text):
        for start, written in _split(match[0], match.start(), language):
            value = read_number(written, language)
            end = start + len(written)
            scaled = multiplier.match(text, end) if multiplier else None
            if scaled:
                value, end = value * _scale(scaled["word"], language), scaled.end()
            unit = _unit_at(text, end, language)
            yield Quantity("number", _plain(value), unit, start, written)


def _split(written: str, start: int, language: str) -> Iterator[tuple[int, str]]:
    """Take `2020 500` and lists like `3,4` in English apart: no language groups so."""
    head = re.match(rf"[{_DIGIT}]+", written)
    groups = re.findall(r"[.,٫٬'’ \u00a0\u2009\u202f]", written)
    grouped = len(groups) > 1 or (groups and len(written) - written.rindex(groups[-1]) == 4)
    too_long = head is not None and len(head[0]) > 3
    spaced = any(sign.isspace() for sign in groups)
    if grouped and spaced and (too_long or (language in {"en", "zh"} and " " in groups)):
        position = start
        for part in re.split(r"([ \u00a0\u2009\u202f])", written):
            if part and not part.isspace():
                yield position, part
            position += len(part)
        return
    yield start, written


def read_number(written: str, language: str) -> Decimal:
    """Return the value of a number as a language writes it.

    >>> [str(read_number(t, "fr")) for t in ("1 000", "1,5", "0.05")]
    ['1000', '1.5', '0.05']
    >>> [str(read_number(t, code)) for t, code in (("1,000", "en"), ("1.000", "es"))]
    ['1000', '1000']
    """
    text = re.sub(r"[٬'’ \u00a0\u2009\u202f]", "", written).replace("٫", ".")
    if language in _COMMA_DECIMAL:
        # A point before exactly three digits groups, elsewhere it is a decimal point after all.
        if language != "ru" and re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?", text):
            text = text.replace(".", "")
        text = text.replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(re.sub(r"\D", "", text) or 0)


def _plain(value: Decimal) -> str:
    text = format(value.normalize(), "f")
    return text or "0"


@functools.cache
def _multiplier(language: str) -> re.Pattern[str] | None:
    words = multipliers(language)
    if not words:
        return None
    forms = "|".join(f"(?:{form})" for _, form in words)
    return re.compile(rf"[ \u00a0\u202f]?(?P<word>{forms})(?!\w)" if language != "zh"
                      else rf"\s?(?P<word>{forms})")  # fmt: skip


def _scale(word: str, language: str) -> int:
    return next(size for size, form in multipliers(language) if re.fullmatch(form, word))


@functools.cache
def _unit_pattern(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    forms = unit_forms(language)
    ordered = sorted(forms, key=len, reverse=True)
    behind = "" if language == "zh" else r"(?![\w/])"
    pattern = "|".join(re.escape(form) for form in ordered)
    return re.compile(rf"[ \u00a0\u202f]?(?:(?:of|de|d')\s)?(?P<unit>{pattern}){behind}"), forms


def _unit_at(text: str, end: int, language: str) -> str | None:
    pattern, forms = _unit_pattern(language)
    match = pattern.match(text, end)
    return forms[match["unit"]] if match else None


def _months(text: str, language: str) -> Iterator[Quantity]:
    if language == "zh":
        for match in _ZH_MONTH.finditer(text):
            yield Quantity("month", str(int(match[1])), None, match.start(), match[0])
        return
    if not any(char.isdigit() for char in text):
        return
    pattern, names = _MONTHS_EN, None
    if language != "en":
        pattern, names = _month_names(language)
    reached = -1
    for match in pattern.finditer(text):
        number = _ENGLISH_MONTHS[match[0]] if names is None else names[match.lastgroup or ""]
        near = text[max(match.start() - 12, 0) : match.end() + 12]
        # Arabic writes both names of a month with a stroke between: that is one month.
        if match.start() == reached or not any(char.isdigit() for char in near):
            continue
        reached = match.end() + 1 if text[match.end() : match.end() + 1] == "/" else -1
        yield Quantity("month", str(number), None, match.start(), match[0])


@functools.cache
def _month_names(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return a pattern with a group for each month, and the number of each group."""
    groups, numbers = [], {}
    for number, names in enumerate(month_names(language), 1):
        forms = sorted(map(re.escape, names), key=len, reverse=True)
        if language == "ru":
            # Russian declines its months: в ноябре, к ноябрю. Any ending would make Мали a May.
            forms = [re.sub("[аьйя]$", "", form) + "(?:[аеуьюйя]|[еёо]м)?" for form in forms]
        groups.append(f"(?P<m{number}>{'|'.join(forms)})")
        numbers[f"m{number}"] = number
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE), numbers
