"""What a trainer wishes of an agenda, read from words; every wrong word has a plain message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from portal.errors import PortalError

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MOVE = re.compile(r"(\d{1,2})\.(\d{1,2}):([+-]?\d{1,3})", re.ASCII)
LONGEST_STRETCH = 90
"""Minutes of work after which a break is due."""
MOST_DAYS = 10
YEARS = range(2000, 2101)
LONGEST = 240
"""The most minutes that a pause, the opening, the closing or practice may take."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """When the workshop is, and what stands in it beside the modules. Times: minutes of the day."""

    days: int = 1
    date: date | None = None
    zone: str | None = None
    """A name of the time zone database, or None for the place's own time."""
    start: int = 9 * 60
    end: int = 17 * 60
    """When a day should be over; later is a warning."""
    lunch: int | None = 12 * 60 + 30
    lunch_minutes: int = 60
    prayers: tuple[int, ...] = ()
    prayer_minutes: int = 15
    break_minutes: int = 15
    opening: int = 0
    """Minutes for the opening with the pre-test."""
    closing: int = 0
    """Minutes for the post-test, the evaluation and the closing."""
    practice: int = 0
    """Minutes of work on the participants' own papers after each module."""
    moves: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Day and number of a pause in it, to the minutes by which a short break moves."""


def read_time(text: str, *, name: str) -> int:
    """Return the minute of the day that `09:00` is; raise PortalError."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise PortalError(f"{name}: {text!r} is no time. Write it like 09:00.")
    return int(match[1]) * 60 + int(match[2])


def read_date(text: str, *, name: str = "--date") -> date:
    """Return the day that `2027-03-01` is; raise PortalError for a day that does not exist."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise PortalError(f"{name}: {text!r} is no date. Write it like 2027-03-01.")
    if int(match[1]) not in YEARS:
        message = f"{name}: {text!r} is not in the years {YEARS[0]} to {YEARS[-1]}. Write another."
        raise PortalError(message)
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        message = f"{name}: there is no day {text!r} in the calendar. Write one like 2027-03-01."
        raise PortalError(message) from None


def read_zone(name: str) -> str:
    """Return the name of a time zone; raise PortalError that says what is near."""
    import difflib
    from zoneinfo import available_timezones

    known = available_timezones()
    if name in known and not name.startswith(("posix", "right")):
        return name
    ends: dict[str, str] = {}
    for zone in sorted(known):
        ends.setdefault(zone.rpartition("/")[2].lower(), zone)
    close = difflib.get_close_matches(name.rpartition("/")[2].lower(), ends, n=3, cutoff=0.7)
    near = f"Did you mean {' or '.join(ends[end] for end in close)}?" if close else ""
    message = f"There is no time zone {name!r}. {near or 'Use a name like Africa/Dakar.'}"
    raise PortalError(message)


def read_minutes(text: str, *, name: str, least: int = 0) -> int:
    """Return a number of minutes from `least` to LONGEST; raise PortalError."""
    if re.fullmatch(r"\d{1,3}", text.strip(), re.ASCII) and least <= int(text) <= LONGEST:
        return int(text)
    message = f"{name}: {text!r} is not a number of minutes from {least} to {LONGEST}."
    raise PortalError(message)


def read_days(text: str) -> int:
    """Return a number of days from 1 to MOST_DAYS; raise PortalError."""
    if not re.fullmatch(r"\d{1,2}", text.strip(), re.ASCII) or not 1 <= int(text) <= MOST_DAYS:
        raise PortalError(f"--days: {text!r} is not a number of days from 1 to {MOST_DAYS}.")
    return int(text)


def read_moves(texts: Iterable[str]) -> dict[tuple[int, int], int]:
    """Return the moved breaks of words like `1.2:-15`; raise PortalError."""
    moves = {}
    for text in texts:
        match = _MOVE.fullmatch(text.strip())
        if match is None:
            message = f"--move: {text!r} is not understood. Write DAY.PAUSE:MINUTES, like 1.2:-15."
            raise PortalError(message)
        moves[int(match[1]), int(match[2])] = int(match[3])
    return moves


def zone_of(wishes: Wishes) -> ZoneInfo | None:
    """Return the time zone of the wishes, or None where they name none."""
    return ZoneInfo(wishes.zone) if wishes.zone else None
