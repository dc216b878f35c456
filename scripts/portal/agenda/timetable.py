"""One day of a workshop on the clock: work cut at section borders, pauses where they are due.

The page of the site does the same sums in `overrides/assets/javascripts/agenda.js`; a test holds
the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from portal.agenda.wishes import LONGEST_STRETCH, Wishes

NEAR_LUNCH = 40
"""A break that would begin so few minutes before lunch becomes lunch."""
LITTLE_WORK = 30
"""A day that is over so soon after the time of lunch has none."""
NEAR_PRAYER = 15
"""A prayer that falls due so soon after a pause is made part of the pause."""
CRUMB = 10
"""So little of a module is not left for after a break: the break comes one section earlier."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest piece of work, never cut."""

    kind: str
    """`opening`, `module`, `practice` or `closing`."""
    module: str | None
    section: str | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the agenda; times are minutes of the day."""

    kind: str
    """A piece's kind, or `break`, `lunch`, `prayer`, `break-prayer`, `lunch-prayer`."""
    start: int
    end: int
    module: str | None = None
    sections: tuple[str, ...] = ()
    pause: int | None = None
    """The number of the pause in its day, from 1; None for work."""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


class _Day:
    """The state of the clock while a day is laid out."""

    def __init__(self, pieces: Sequence[Piece], wishes: Wishes, number: int) -> None:
        self.wishes, self.number, self.pieces = wishes, number, pieces
        self.now = self.since = wishes.start
        self.left = sum(piece.minutes for piece in pieces)
        lunch = wishes.lunch
        self.lunch = lunch if lunch is not None and lunch > wishes.start else None
        self.prayers = sorted(time for time in wishes.prayers if time > wishes.start)
        self.pauses = 0
        self.entries: list[Entry] = []

    def lay_out(self) -> tuple[Entry, ...]:
        for place, piece in enumerate(self.pieces):
            while kind := self._due(piece.minutes, self._rest(place)):
                self._pause(kind)
            self._work(piece)
        return tuple(self.entries)

    def _rest(self, place: int) -> int:
        """Return the minutes of a module behind one of its pieces."""
        own = self.pieces[place]
        same = takewhile(
            lambda piece: (piece.kind, piece.module) == (own.kind, own.module),
            self.pieces[place + 1 :],
        )
        return sum(piece.minutes for piece in same)

    def _due(self, minutes: int, rest: int) -> str | None:
        """Return the kind of pause that comes before the next piece, or None."""
        if self.prayers and self.prayers[0] <= self.now:
            return "prayer"
        after = self.now + minutes
        # At the border nearer to the wished time.
        if self._lunch_is_needed(self.now) and self._lunch_is_nearer_than(after):
            return "lunch"
        moved = self.wishes.moves.get((self.number, self.pauses + 1), 0)
        limit = min(max(LONGEST_STRETCH + moved, 15), 180)
        if rest < CRUMB:
            after += rest
        return "break" if self.now > self.since and after > self.since + limit else None

    def _lunch_is_needed(self, now: int) -> bool:
        return self.lunch is not None and now + self.left > self.lunch + LITTLE_WORK

    def _lunch_is_nearer_than(self, after: int) -> bool:
        return self.lunch is not None and self.lunch < after >= 2 * self.lunch - self.now

    def _pause(self, kind: str) -> None:
        """Take a pause; lunch and prayers that fall near it are taken with it."""
        wishes, start = self.wishes, self.now
        near = self.lunch is not None and self.lunch <= start + NEAR_LUNCH
        prayer = kind == "prayer"
        end = start + (wishes.break_minutes if kind == "break" else 0)
        lunch = kind == "lunch" or (near and self._lunch_is_needed(end))
        if lunch:
            self.lunch = None
            end = start + wishes.lunch_minutes
        while self.prayers and (self.prayers[0] <= start or self.prayers[0] <= end + NEAR_PRAYER):
            end = max(end, max(self.prayers.pop(0), start) + wishes.prayer_minutes)
            prayer = True
        names = ["lunch"] * lunch + ["break"] * (kind == "break" and not lunch)
        self.pauses += 1
        name = "-".join([*names, *["prayer"] * prayer])
        self.entries.append(Entry(name, start, end, pause=self.pauses))
        self.now = self.since = end

    def _work(self, piece: Piece) -> None:
        end = self.now + piece.minutes
        sections = (piece.section,) if piece.section else ()
        last = self.entries[-1] if self.entries else None
        if last and last.kind == piece.kind and last.module == piece.module:
            self.entries[-1] = replace(last, end=end, sections=last.sections + sections)
        else:
            self.entries.append(Entry(piece.kind, self.now, end, piece.module, sections))
        self.now, self.left = end, self.left - piece.minutes


def lay_out(pieces: Sequence[Piece], wishes: Wishes, *, day: int) -> tuple[Entry, ...]:
    """Put one day's pieces on the clock, with the pauses that they need."""
    return _Day(pieces, wishes, day).lay_out()


def longest_stretch(entries: Sequence[Entry]) -> int:
    """Return the most minutes of work without a pause."""
    longest = current = 0
    for entry in entries:
        current = 0 if entry.pause else current + entry.minutes
        longest = max(longest, current)
    return longest


def share(units: Sequence[Sequence[Piece]], days: int) -> list[list[Piece]]:
    """Share units of work among days, in order, so that the longest day is as short as can be.

    Gives fewer days where there are fewer units. Early days are filled first.
    """
    weights = [sum(piece.minutes for piece in unit) for unit in units]
    days = min(days, len(units))
    most = max(weights, default=0)
    while True:
        shared = _fill(units, weights, days, most)
        if shared is not None:
            return shared
        most += 1


def _fill(
    units: Sequence[Sequence[Piece]], weights: Sequence[int], days: int, most: int
) -> list[list[Piece]] | None:
    """Fill days of at most `most` minutes; return None where they are not enough."""
    shared: list[list[Piece]] = []
    load = 0
    for number, unit in enumerate(units):
        needed = len(units) - number == days - len(shared)
        if not shared or load + weights[number] > most or needed:
            shared.append([])
            load = 0
        shared[-1].extend(unit)
        load += weights[number]
    return shared if len(shared) <= days else None
