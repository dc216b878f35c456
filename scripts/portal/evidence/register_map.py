"""The register by country of the seat: a map, and a table that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from portal.evidence.documents import Block, Chart, Heading, Paragraph, Table, Words, say
from portal.evidence.places import place_name
from portal.evidence.world_map import Dot, WorldMap, point_of

if TYPE_CHECKING:
    from portal.evidence.arrangement_model import Arrangement, Register
    from portal.evidence.wording import Wording


def seats(register: Register, words: Wording) -> tuple[Dot, ...]:
    """Return the countries with the number of seats in each, most first."""
    found = Counter(entry.country for entry in register.arrangements if _is_located(entry))
    label = words.labels
    dots = []
    for code, count in sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0]))):
        if code:
            name = place_name(code, label.language.babel)
            dots.append(Dot(code, name, count, label("desk.values", name=name, count=count)))
    return tuple(dots)


def map_blocks(register: Register, words: Wording) -> Iterator[Block]:
    """Yield the map, what it does not say, the table, and what is on neither."""
    label, dots = words.labels, seats(register, words)
    located = sum(dot.count for dot in dots)
    yield Heading(label("register.map"), "map")
    spoken = label("register.map-says", countries=len(dots), count=located)
    yield Chart(WorldMap(dots), spoken, label("register.map-table"))
    yield Paragraph(say(label("register.map-text")))
    rows = [[say(dot.label), say(label.number(dot.count))] for dot in dots]
    yield Table([label("register.country"), label("evidence.number")], rows)
    absent = [entry for entry in register.arrangements if not _is_located(entry)]
    if absent:
        yield Paragraph(_absent(absent, words))


def _absent(entries: Sequence[Arrangement], words: Wording) -> Words:
    names = [words.english(entry.abbreviation or entry.name) for entry in entries]
    return (*words.name("register.map-absent"), *words.listed(names))


def _is_located(entry: Arrangement) -> bool:
    return entry.country is not None and point_of(entry.country) is not None
