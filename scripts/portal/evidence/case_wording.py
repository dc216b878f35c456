"""Facts of a case in words: places, figures with their units, what is contested or claimed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.evidence.case_studies import CaseStudy
from portal.evidence.places import place_name
from portal.languages import Labels

_SYMBOLS = {"count": "", "year": ""}
_WORDED = {"minutes", "years", "kg-year", "t-year", "t-day", "t-hour"}
_MONEY = {"USD", "CHF", "USD/t"}


def places_text(case: CaseStudy, labels: Labels) -> str:
    """Return the names of the places, as CLDR has them."""
    names = (place_name(code, labels.language.babel) for code in case.places)
    return labels("list.separator").join(names)


def figure_text(figure: Mapping[str, Any], labels: Labels) -> str:
    """Return a figure with its unit, such as `about 4 t (another source says: 20 t)`."""
    unit = str(figure.get("unit", ""))
    value = _with_unit(str(figure.get("value", "")), unit, labels)
    if figure.get("of"):
        total = _with_unit(str(figure["of"]), unit, labels)
        value = labels("case.of", value=value, total=total)
    if figure.get("qualifier"):
        value = labels(f"case.{figure['qualifier']}", value=value)
    notes = []
    if figure.get("also"):
        other = _with_unit(str(figure["also"]), unit, labels)
        notes.append(labels("case.other-source", value=other))
    if figure.get("said_by"):
        notes.append(labels("case.claim"))
    return f"{value} ({'; '.join(notes)})" if notes else value


def _with_unit(value: str, unit: str, labels: Labels) -> str:
    number = (
        value if unit == "year" else "–".join(_number(part, labels) for part in value.split("–"))
    )
    if unit in _MONEY:
        return f"{unit.replace('USD', 'US$')} {number}" if unit != "USD/t" else f"US$ {number} / t"
    if unit in _WORDED:
        return f"{number} {labels(f'case.unit.{unit}')}"
    return f"{number} {_SYMBOLS.get(unit, unit)}".strip()


def _number(text: str, labels: Labels) -> str:
    """Write a number as the language does, with the digits that its source gives."""
    from babel.numbers import format_decimal

    digits = len(text.partition(".")[2])
    try:
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(float(text), format=pattern, locale=labels.language.babel))
    except ValueError:
        return text
