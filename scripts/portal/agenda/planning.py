"""Modules and wishes to an agenda with its warnings: pure sums, no files and no clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from portal.agenda.teachable import Teachable
from portal.agenda.timetable import Entry, Piece, lay_out, longest_stretch, share
from portal.agenda.wishes import LONGEST_STRETCH, Wishes, zone_of
from portal.errors import PortalError

PRACTICE_PIECE = 15
"""Practice may be cut every so many minutes."""
MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the workshop."""

    number: int
    date: date | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that the trainer should know; the label `agenda.warn-<name>` says it."""

    name: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A planned workshop."""

    modules: tuple[Teachable, ...]
    wishes: Wishes
    days: tuple[Day, ...]
    warnings: tuple[Warned, ...]

    @property
    def minutes(self) -> int:
        """The minutes of all modules together."""
        return sum(module.minutes for module in self.modules)

    def module(self, key: str) -> Teachable:
        """Return one of its modules; raise KeyError."""
        return next(module for module in self.modules if module.key == key)

    def part(self, entry: Entry) -> tuple[int, int]:
        """Return which part of its module or practice an entry is, and of how many."""
        same = [
            id(other)
            for day in self.days
            for other in day.entries
            if (other.kind, other.module) == (entry.kind, entry.module) and not other.pause
        ]
        return same.index(id(entry)) + 1, len(same)


def plan(
    modules: Sequence[Teachable], wishes: Wishes, *, titles: Mapping[str, str] | None = None
) -> Agenda:
    """Plan a workshop; raise PortalError where it cannot be put on the clock.

    `titles` names the modules that may be required but are not taught.
    """
    shared = share(_units(modules, wishes), wishes.days)
    days = []
    for number, pieces in enumerate(shared, 1):
        entries = lay_out(pieces, wishes, day=number)
        if entries[-1].end > MIDNIGHT:
            message = f"Day {number} would go on after midnight. Give more days or fewer modules."
            raise PortalError(message)
        days.append(Day(number, _date(wishes, number), entries))
    planned = Agenda(tuple(modules), wishes, tuple(days), ())
    found = (*_order_warnings(modules, titles or {}), *_day_warnings(planned, wishes))
    return Agenda(planned.modules, wishes, planned.days, found)


def _units(modules: Sequence[Teachable], wishes: Wishes) -> list[list[Piece]]:
    """Cut the work into what may be shared among days: modules, or sections if they are few."""
    units = [_module_pieces(module, wishes) for module in modules]
    if len(units) < wishes.days:
        units = [[piece] for unit in units for piece in unit]
    if wishes.opening:
        units[0].insert(0, Piece("opening", None, None, wishes.opening))
    if wishes.closing:
        units[-1].append(Piece("closing", None, None, wishes.closing))
    return units


def _module_pieces(module: Teachable, wishes: Wishes) -> list[Piece]:
    pieces = [Piece("module", module.key, part.id or None, part.minutes) for part in module.parts]
    left = wishes.practice
    while left > 0:
        pieces.append(Piece("practice", module.key, None, min(left, PRACTICE_PIECE)))
        left -= PRACTICE_PIECE
    return pieces


def _date(wishes: Wishes, number: int) -> date | None:
    return wishes.date and wishes.date + timedelta(days=number - 1)


def _order_warnings(modules: Sequence[Teachable], titles: Mapping[str, str]) -> Iterator[Warned]:
    order = {module.key: number for number, module in enumerate(modules)}
    for number, module in enumerate(modules):
        for needed in module.requires:
            if needed not in order:
                said: dict[str, str] = {
                    "module": module.title,
                    "needed": titles.get(needed, needed),
                }
                yield Warned("prerequisite-missing", said)
            elif order[needed] > number:
                said = {"module": module.title, "needed": modules[order[needed]].title}
                yield Warned("prerequisite-later", said)


def _day_warnings(agenda: Agenda, wishes: Wishes) -> Iterator[Warned]:
    if len(agenda.days) < wishes.days:
        yield Warned("fewer-days", {"days": str(len(agenda.days))})
    offset: timedelta | None = None
    for day in agenda.days:
        last = day.entries[-1].end
        if last > wishes.end:
            said: dict[str, str] = {
                "number": str(day.number),
                "time": clock(last),
                "wished": clock(wishes.end),
            }
            yield Warned("overflow", said)
        longest = longest_stretch(day.entries)
        if longest > LONGEST_STRETCH:
            yield Warned("long-stretch", {"number": str(day.number), "minutes": str(longest)})
        zone = zone_of(wishes)
        if zone is None or day.date is None:
            continue
        here = _steady_offset(day, zone)
        if offset is not None and here != offset:
            yield Warned("clocks-change", {"number": str(day.number), "zone": str(wishes.zone)})
        offset = here


def _steady_offset(day: Day, zone: ZoneInfo) -> timedelta:
    """Return a day's distance from UTC; raise PortalError where the clocks change during it."""
    first, last = day.entries[0].start, day.entries[-1].end
    start, end = moment(day, first, zone), moment(day, last, zone)
    offset = start.utcoffset()
    if offset is None or offset != end.utcoffset() or not (_exists(start) and _exists(end)):
        message = (
            f"On {day.date} the clocks of {zone.key} change between {clock(first)} "
            f"and {clock(last)}. Choose another start."
        )
        raise PortalError(message)
    return offset


def _exists(time: datetime) -> bool:
    """Tell whether the clocks show this time at all: not, when they are put forward over it."""
    back = time.astimezone(UTC).astimezone(time.tzinfo)
    return back.replace(tzinfo=None) == time.replace(tzinfo=None)


def moment(day: Day, minute: int, zone: ZoneInfo | None) -> datetime:
    """Return the instant of a minute of a dated day, without a zone where there is none."""
    if day.date is None:
        raise PortalError("A calendar needs a date. Give --date.")
    midnight = datetime(day.date.year, day.date.month, day.date.day, tzinfo=zone)
    # Wall-clock arithmetic: 09:00 is 09:00, whatever happened at night.
    return midnight + timedelta(minutes=minute)


def clock(minute: int) -> str:
    """Write a minute of the day as everybody's programs read it: `09:05`."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
