"""Spreads blocks over as many slides as they need; nothing is ever made smaller to fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.slides.deck import Block, Line, Run, Slide, Table, Words
from portal.slides.layout import Measure

_COST = 0.3
"""Of a slide: against many thin ones."""
_TARGET = 0.7
"""How full a slide looks best."""
_TORN = 0.25
"""Of a break inside a paragraph or a list."""
_SENTENCE_END = re.compile(r"(?<=[.!?؟。！？；;:])\s+|(?<=[。！？；])")
_BLANK = "\u00a0"
"""Marker of an item that goes on: its words stay set in."""


@dataclass(frozen=True, slots=True)
class _Unit:
    blocks: tuple[Block, ...]
    height: float
    opens: bool


def cut(slide: Slide, blocks: Sequence[Block], measure: Measure) -> tuple[Slide, ...]:
    """Return the slide as often as its blocks need, parts numbered."""
    if not blocks:
        return (slide,)
    # A number behind the title may need a line of its own.
    roomy = replace(slide, part=9, parts=9)
    room, width = measure.room(roomy), measure.width(slide)
    units = _units(list(_fitting(blocks, measure, room, width)), measure, room, width)
    groups = _groups(units, room)
    return tuple(
        measure.enlarged(
            replace(
                slide,
                blocks=tuple(block for unit in group for block in unit.blocks),
                part=number,
                parts=len(groups),
            )
        )
        for number, group in enumerate(groups, 1)
    )


def _fitting(
    blocks: Sequence[Block], measure: Measure, room: float, width: float
) -> Iterator[Block]:
    """Yield the blocks, those taken apart that are higher than a slide."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            before = blocks[place - 1] if place else None
            held = isinstance(before, Line) and before.holds
            taken = measure.height(before, width) if held and before else 0
            yield from _table_parts(block, measure, room, width, taken)
        elif isinstance(block, Line) and measure.height(block, width) > room:
            yield from _line_parts(block, measure, room, width)
        else:
            yield block


def _table_parts(
    table: Table, measure: Measure, room: float, width: float, taken: float
) -> Iterator[Table]:
    head, *heights = measure.rows(table, width)
    room -= head + PAUSE
    fewest = len(_rows_up_to(heights, room, taken))
    limit = sum(heights) / fewest
    # Parts of about the same length: a single row on the last slide looks like a mistake.
    while limit < room and len(_rows_up_to(heights, limit, taken * limit / room)) > fewest:
        limit *= 1.04
    start = 0
    limit = min(limit, room)
    # Heights hold for these columns only; and columns that stay in place are easier to follow.
    shares = tuple(column / width for column in measure.columns(table, width))
    for count in _rows_up_to(heights, limit, taken * limit / room):
        yield Table(table.head, table.rows[start : start + count], shares)
        start += count


def _rows_up_to(heights: Sequence[float], limit: float, taken: float) -> list[int]:
    """Return how many rows each part has, if none is higher than `limit`; the first has less."""
    counts, used = [0], taken
    for height in heights:
        if counts[-1] and used + height > limit:
            counts.append(0)
            used = 0.0
        counts[-1] += 1
        used += height
    return counts


def _line_parts(line: Line, measure: Measure, room: float, width: float) -> Iterator[Line]:
    """Yield a long line in parts, cut behind a sentence, else behind a word."""
    rest, first = line, True
    while measure.height(rest, width) > room:
        places = [match.start() for match in _SENTENCE_END.finditer(rest.text)]
        place = _last_that_fits(rest, places, measure, room, width)
        if place is None:
            words = [match.start() for match in re.finditer(r"\s+", rest.text)]
            letters = range(20, len(rest.text), 20)
            place = _last_that_fits(rest, words or letters, measure, room, width)
        if place is None:
            break
        head, tail = _split(rest.words, place)
        yield replace(rest, words=head, holds=False)
        rest = replace(rest, words=tail, marker=_BLANK if line.marker else "", opens=False)
        first = False
    yield rest if first else replace(rest, holds=line.holds)


def _last_that_fits(
    line: Line, places: Sequence[int], measure: Measure, room: float, width: float
) -> int | None:
    """Return the last place, from the middle of the text on back, at which the start fits."""
    for place in reversed(places):
        head, _ = _split(line.words, place)
        if head and place < len(line.text):
            part = replace(line, words=head)
            if measure.height(part, width) <= room * 0.8:
                return place
    return None


def _split(words: Words, place: int) -> tuple[Words, Words]:
    """Return the words before and behind a place of their text."""
    head: list[Run] = []
    tail: list[Run] = []
    for run in words:
        before, behind = run.text[: max(0, place)], run.text[max(0, place) :]
        if before:
            head.append(replace(run, text=before))
        if behind:
            tail.append(replace(run, text=behind if tail else behind.lstrip()))
        place -= len(run.text)
    return tuple(head), tuple(tail)


def _units(
    blocks: Sequence[Block], measure: Measure, room: float, width: float
) -> tuple[_Unit, ...]:
    """Join a block to the next where it holds it and both fit on a slide."""
    units: list[_Unit] = []
    held = False
    for block in blocks:
        height = measure.height(block, width) + (PAUSE if isinstance(block, Table) else 0)
        opens = not isinstance(block, Line) or block.opens
        if held and units and units[-1].height + height <= room:
            last = units.pop()
            units.append(_Unit((*last.blocks, block), last.height + height, last.opens))
        else:
            units.append(_Unit((block,), height, opens))
        held = isinstance(block, Line) and block.holds
    return tuple(units)


PAUSE = 20
"""Space above a table."""


def _parted(units: Sequence[_Unit]) -> bool:
    """Tell whether two neighbours are parts of one table, which stand on slides of their own."""
    heads = [[b.head for b in unit.blocks if isinstance(b, Table)] for unit in units]
    return len(heads) == 2 and bool(heads[0]) and heads[0] == heads[1]


def _groups(units: Sequence[_Unit], room: float) -> list[tuple[_Unit, ...]]:
    """Choose the breaks that leave the best filled slides."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(units) + 1):
        choices = []
        height = 0.0
        for start in range(end - 1, -1, -1):
            height += units[start].height
            if start < end - 1 and (height > room or _parted(units[start : start + 2])):
                break
            torn = _TORN if start and not units[start].opens else 0
            full = min(height / room, 1)
            choices.append((best[start][0] + _COST + torn + (full - _TARGET) ** 2, start))
        best.append(min(choices))
    groups, end = list[tuple[_Unit, ...]](), len(units)
    while end:
        start = best[end][1]
        groups.insert(0, tuple(units[start:end]))
        end = start
    return groups
