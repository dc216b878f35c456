"""From written steps to ids: what the brackets mean depends on what the treaty has there."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from portal.citations.grammar import RANK
from portal.citations.letters import roman_value, write_roman
from portal.citations.written import Group, Item, Step

_MOST_KNOWN = 4096
_LONGEST_RANGE = 200


class Unit(Protocol):
    """What the resolver needs of a provision."""

    @property
    def id(self) -> str:
        """Its id."""


class Treaty(Protocol):
    """What the resolver asks the treaty."""

    def __hash__(self) -> int:
        """Serve as a key: the same treaty, the same number."""

    def status(self, provision: str, /) -> str:
        """Say `unknown` where the unit does not exist."""

    def children(self, provision: str, /) -> Sequence[Unit]:
        """Return the units below."""


@dataclass(slots=True)
class Path:
    """The steps from the outermost group to one provision."""

    steps: list[Step]
    start: int
    end: int


def level_of(provision: str) -> str:
    """Return the level of an id: `para` for `art_3__para_6`."""
    return provision.rpartition("__")[2].partition("_")[0]


def last_step(provision: str) -> str:
    """Return the last level of an id with its value: `para_6` for `art_3__para_6`."""
    return provision.rpartition("__")[2]


def up(provision: str) -> str:
    """Return the id one level up, empty above the top."""
    return provision.rpartition("__")[0]


def ancestor(provision: str, level: str) -> str:
    """Return the ancestor of an id at a level, itself included; empty if there is none."""
    while provision and level_of(provision) != level:
        provision = up(provision)
    return provision


def preceding(provision: str, count: int) -> list[str]:
    """Return the ids of the provisions right before one, in order; none if there are too few."""
    stem, _, label = provision.rpartition("_")
    numbered = label.isdecimal()
    place = int(label) if numbered else ord(label) - 96 if len(label) == 1 else 0
    first = max(place - count, 0)
    return [f"{stem}_{n if numbered else chr(96 + n)}" for n in range(first, place) if first]


class Resolver:
    """Looks written paths up in the treaty."""

    def __init__(self, treaty: Treaty) -> None:
        self.treaty = treaty
        self.runs: dict[str, dict[Any, Any]] = {}
        """What `known_runs` remembers, by language."""
        self._known: dict[tuple[object, ...], list[str]] = {}

    def exists(self, provision: str) -> bool:
        """Tell whether nothing contradicts the id."""
        return self.treaty.status(provision) != "unknown"

    def descend(self, bases: Sequence[str], steps: Sequence[Step]) -> list[str]:
        """Return the ids that the steps can mean below any of the bases; existing ones first."""
        key = (*bases, *[(step.level, step.values) for step in steps])
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._descend(bases, steps)
        return known

    def _descend(self, bases: Sequence[str], steps: Sequence[Step]) -> list[str]:
        found = list(bases)
        for step in steps:
            found = [
                child
                for base in found
                for value in step.values
                for child in self._child(base, step, value)
            ]
        there = [identifier for identifier in found if self.exists(identifier)]
        return list(dict.fromkeys(there or found))

    def _child(self, base: str, step: Step, value: str) -> list[str]:
        names = list(_names(base, step, value))
        ids = [f"{base}__{name}" if base else name for name in names]
        for identifier in ids:
            if self.exists(identifier):
                return [identifier]
        if base and level_of(base) in ("annex", "part") and not names[0].startswith("para"):
            within = [f"{inner}__{name}" for inner in self._sections(base) for name in names]
            there = [identifier for identifier in within if self.exists(identifier)]
            if there:
                return there
        return ids[:1]

    def _sections(self, base: str) -> Iterator[str]:
        """Yield the parts and rows below an annex or a part, which citations often leave out."""
        for unit in self.treaty.children(base):
            if level_of(unit.id) in ("part", "row"):
                yield unit.id
                yield from self._sections(unit.id)


def _names(base: str, step: Step, value: str) -> Iterator[str]:
    """Yield the last part of the id in each way that the step can be read below a base."""
    above = level_of(base) if base else ""
    if step.level in ("dec", "annex", "part", "art"):
        yield f"{step.level}_{value}"
        return
    if above == "preamble":
        yield f"rec_{value}"
        return
    if step.level in ("preamble", "rec"):
        yield "preamble" if not value else f"preamble__rec_{value}"
        return
    if value.isdigit():
        yield from _numbered(step.level, above, value)
        return
    roman = roman_value(value) is not None
    if roman and (step.level == "item" or (not step.level and above == "subpara")):
        yield f"item_{value}"
        if above != "subpara":
            yield f"subpara_{value}"
        return
    yield f"subpara_{value}"
    if roman:
        yield f"item_{value}"


def _numbered(level: str, above: str, value: str) -> Iterator[str]:
    if level in ("", "para") and above not in ("para", "subpara"):
        yield f"para_{value}"
        return
    if level == "para":
        yield f"para_{value}"
        return
    number = int(value)
    if above != "subpara" and 1 <= number <= 26 and level != "item":
        yield f"subpara_{chr(96 + number)}"
    if 1 <= number <= 39:
        yield f"item_{write_roman(number)}"
    yield f"para_{value}"


def paths(group: Group) -> list[Path]:
    """Return the paths that a group names, those of its governing groups in front."""
    own = expand(group.items)
    if own and group.parent is None:
        return own
    outer = _outer_paths(group)
    if not own:
        return outer
    return [
        Path([*before.steps, *path.steps], path.start, path.end) for before in outer for path in own
    ]


def _outer_paths(group: Group) -> list[Path]:
    if group.parent is None:
        return [Path([], group.start, group.end)]
    if group.last is None:
        return paths(group.parent)
    return [
        Path([*before.steps, *group.last.steps], group.start, group.end)
        for before in _outer_paths(group.parent)[:1]
    ]


def expand(items: Sequence[Item]) -> list[Path]:
    """Return a path per member of a list, with ranges spelled out."""
    found: list[Path] = []
    before: Item | None = None
    for item in items:
        last = item.steps[-1]
        if item.to and before is not None:
            below = len(item.steps) > 1 and not item.steps[-2].numeric
            for step in (
                between(before.steps[-1], last, below_letter=below)
                if _siblings(before, item)
                else _middle(before, item)
            ):
                kept = item.steps[:-1] if _siblings(before, item) else []
                found.append(Path([*kept, step], last.start, last.end))
        found.append(Path(list(item.steps), last.start, last.end))
        before = item
    return found


def _siblings(first: Item, second: Item) -> bool:
    return len(first.steps) == len(second.steps) and all(
        one.values == other.values
        for one, other in zip(first.steps[:-1], second.steps[:-1], strict=True)
    )


def _middle(first: Item, second: Item) -> list[Step]:
    """Return the whole units between "5 (a)" and "7 (b)"."""
    return between(first.steps[0], second.steps[0])


def position(step: Step) -> int | None:
    """Return the place of a number or letter among its siblings, None if it has none."""
    value = step.values[0]
    if value.isdigit():
        return int(value)
    numeral = roman_value(value) if step.level == "item" or len(value) > 1 else None
    if numeral is not None or len(value) > 1:
        return numeral
    return _place(value)


def _place(letter: str) -> int | None:
    return ord(letter) - 96 if "a" <= letter <= "z" else None


def between(first: Step, last: Step, *, below_letter: bool = False) -> list[Step]:
    """Return the members of a range without its two ends; none if it is reversed or too long.

    `below_letter`: it stands below a letter, so that (i)–(v) are numerals.
    """
    if first.level == "dec":
        return _decisions_between(first, last)
    low, high = position(first), position(last)
    romans = (
        (below_letter and first.values[0] == "i")
        or ("item" in (first.level, last.level) and roman_value(first.values[0]) is not None)
        or len(first.values[0]) > 1
        or len(last.values[0]) > 1
    )
    if romans and not first.numeric:
        low, high = roman_value(first.values[0]), roman_value(last.values[0])
    elif "item" in (first.level, last.level) and not first.numeric:
        low, high = _place(first.values[0]), _place(last.values[0])
    if low is None or high is None or not 1 < high - low < _LONGEST_RANGE:
        return []
    if first.numeric:
        names = [str(n) for n in range(low + 1, high)]
    elif romans:
        names = [write_roman(n) for n in range(low + 1, high)]
    else:
        names = [chr(96 + n) for n in range(low + 1, high)]
    kind, at, bracketed = last.level, (last.start, last.end), last.bracketed
    return [Step(kind, (name,), *at, numeric=first.numeric, bracketed=bracketed) for name in names]


def _decisions_between(first: Step, last: Step) -> list[Step]:
    """Return the decisions of one meeting between two: those of "MC-5/1 to MC-5/4"."""
    meeting, _, low = first.values[0].rpartition("-")
    other, _, high = last.values[0].rpartition("-")
    if not meeting or meeting != other or not 1 < int(high) - int(low) < _LONGEST_RANGE:
        return []
    return [
        Step("dec", (f"{meeting}-{n}",), last.start, last.end, numeric=True)
        for n in range(int(low) + 1, int(high))
    ]


@functools.lru_cache(maxsize=4)
def resolver_for(treaty: Treaty) -> Resolver:
    """Return the resolver of a treaty; what it once looked up stays known."""
    return Resolver(treaty)


def rank_of(provision: str) -> int:
    """Return the rank of an id's last level; rows count as parts, recitals as paragraphs."""
    return RANK.get(level_of(provision), 1 if level_of(provision) == "row" else 3)
