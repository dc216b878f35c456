"""Figures: what a benchmark hands out, and how times are taken."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast something went through a text, in one process."""

    name: str
    size: int
    """UTF-8 bytes of the text."""
    seconds: tuple[float, ...]
    """One time per run; none: it could not be measured here, and `note` says why."""
    found: int | None = None
    note: str = ""

    @property
    def best(self) -> float | None:
        """Megabytes (10^6 bytes) a second in the quickest run."""
        return self.size / MEGABYTE / min(self.seconds) if self.seconds else None

    @property
    def median(self) -> float | None:
        """Megabytes a second in the median run."""
        middle = statistics.median(self.seconds) if self.seconds else 0.0
        return self.size / MEGABYTE / middle if middle else None


@dataclass(frozen=True, slots=True)
class StartUp:
    """How long a command or a step takes from nothing."""

    name: str
    seconds: tuple[float, ...]
    target: float
    """Seconds that the median should stay below."""

    @property
    def median(self) -> float:
        """Seconds of the median run."""
        return statistics.median(self.seconds)

    @property
    def reached(self) -> bool:
        """Whether the target is met."""
        return self.median < self.target


@dataclass(frozen=True, slots=True)
class Growth:
    """How the time grows with the size of one hostile text."""

    name: str
    sizes: tuple[int, ...]
    """Bytes, the largest last."""
    seconds: tuple[float, ...]
    """The best time for each size."""

    @property
    def ratio(self) -> float:
        """Time for the largest by time for the smallest; linear: as the sizes (4)."""
        return self.seconds[-1] / self.seconds[0]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that one benchmark measured."""

    title: str
    facts: tuple[str, ...]
    """What was measured and on what, a sentence each."""
    speeds: tuple[Speed, ...] = ()
    start_ups: tuple[StartUp, ...] = ()
    growths: tuple[Growth, ...] = ()
    ratios: dict[str, float] = field(default_factory=dict)
    """Name -> how many times faster than that peer, both measured in this run: of the runs, the
    median."""


def timed(work: Callable[[], object], *, runs: int) -> tuple[float, ...]:
    """Run `work` and return the seconds of each run."""
    return timed_in_turn(work, runs=runs)[0]


def timed_in_turn(*works: Callable[[], object], runs: int) -> tuple[tuple[float, ...], ...]:
    """Run several works one after the other, again and again; return the seconds of each by work.

    Whatever else the machine does then slows them alike, and their ratio holds.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, own in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            own.append(time.perf_counter() - start)
    return tuple(tuple(own) for own in times)
