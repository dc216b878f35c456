"""How a language writes dates, times and lengths, for scripts as for commands."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any


def date_writing(locale: str) -> dict[str, Any]:
    """Return CLDR patterns and names: `date` with the weekday, `day` without, `time` of the day."""
    from babel.dates import (
        format_time,
        get_date_format,
        get_day_names,
        get_month_names,
        get_time_format,
    )

    months, days = get_month_names("wide", locale=locale), get_day_names("wide", locale=locale)
    return {
        "date": get_date_format("full", locale=locale).pattern,
        "day": get_date_format("long", locale=locale).pattern,
        "time": get_time_format("short", locale=locale).pattern,
        "months": [months[number] for number in range(1, 13)],
        "days": [days[number] for number in range(7)],
        "periods": [format_time(time(hour), "a", locale=locale) for hour in (9, 15)],
    }


def written_length(minutes: int, locale: str) -> str:
    """Write minutes as hours and minutes.

    >>> written_length(205, "en_GB"), written_length(60, "es"), written_length(40, "zh_Hans")
    ('3 hours 25 minutes', '1 hora', '40分钟')
    """
    from babel.dates import format_timedelta

    # Babel's format_unit knows no Chinese minutes; a threshold that nothing reaches keeps the unit.
    endless: dict[str, Any] = {"threshold": float("inf"), "locale": locale}
    hours, rest = timedelta(hours=minutes // 60), timedelta(minutes=minutes % 60)
    parts = (
        format_timedelta(hours, granularity="hour", **endless) if hours else "",
        format_timedelta(rest, granularity="minute", **endless) if rest else "",
    )
    return " ".join(part for part in parts if part)


def written_date(day: date | None, locale: str) -> str | None:
    """Write a day in words, None for None.

    >>> written_date(date(2026, 11, 2), "fr")
    '2 novembre 2026'
    """
    if day is None:
        return None
    from babel.dates import format_date

    return str(format_date(day, "long", locale=locale))
