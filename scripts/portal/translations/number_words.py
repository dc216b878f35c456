"""Number words, multipliers and units of six languages, from number_words.yaml."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_suffix(".yaml")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.cache
def _tables() -> dict[str, Any]:
    """Read the file, which is part of the program: its form is tested, not checked here."""
    tables: dict[str, Any] = yaml.load(_FILE.read_text("utf-8"), Loader=_LOADER)  # noqa: S506
    return tables


def multipliers(language: str) -> tuple[tuple[int, str], ...]:
    """Return sizes and the regular expressions of their words: million, 万."""
    return tuple(
        (int(size), str(form)) for size, form in _tables()["multipliers"].get(language, ())
    )


def unit_forms(language: str) -> dict[str, str]:
    """Map every form in which a language writes a unit to the unit in one spelling."""
    units = _tables()["units"]
    return {
        str(form): str(name)
        for code in ("any", language)
        for name, forms in units.get(code, {}).items()
        for form in forms
    }


def month_names(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of the twelve months, small letters, without final points.

    Those in the file are Babel's (a test holds them to it), because Babel takes a while to load.
    """
    known = _tables()["months"].get(language)
    return tuple(map(tuple, known)) if known else babel_months(language)


def babel_months(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of the months as Babel knows them, for Arabic the Levantine ones as well."""
    from babel import Locale, UnknownLocaleError

    names: list[dict[str, None]] = [{} for _ in range(12)]
    for code in (language, "ar_SY") if language == "ar" else (language,):
        try:
            months = Locale.parse(code, sep="-" if "-" in code else "_").months
        except (UnknownLocaleError, ValueError):
            continue
        # Cut short they are other words, too: sept is seven in French.
        for form in ("format", "stand-alone"):
            for number, name in months[form]["wide"].items():
                names[number - 1][str(name).lower()] = None
    return tuple(map(tuple, names))


@functools.cache
def _word_pattern(language: str, value: str) -> re.Pattern[str] | None:
    forms = _tables()["words"].get(language, {}).get(value)
    if forms is None:
        return None
    body = forms if language == "zh" else rf"(?<!\w)(?:{forms})(?!\w)"
    return re.compile(body, re.IGNORECASE)


def count_words(text: str, value: str, language: str) -> int:
    """Count the words in a text that may stand for a number.

    >>> count_words("Two lamps, both broken", "2", "en")
    2
    """
    pattern = _word_pattern(language, value)
    return len(pattern.findall(text)) if pattern else 0
