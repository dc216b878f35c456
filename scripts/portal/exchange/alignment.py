"""Lays a translation beside its English page, sentence by sentence, and guesses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.exchange.segments import Segment, cut_page
from portal.pages import Page

_JOIN = " "


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment of a translation with the English that it renders."""

    source: str
    """Empty where it is not known, or stands with an earlier segment of the same unit."""
    target: Segment
    flag: str | None = None
    """Why the two may not belong together."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a translation memory takes up: one sentence each, or two whole paragraphs, flagged."""

    section: str
    source: str
    target: str
    flag: str | None = None


_Unit = list[Segment]


def align(page: Page, source: Page) -> tuple[Pair, ...]:
    """Return every segment of a translation, in order, with its English."""
    english = _sections(cut_page(source))
    return tuple(
        pair
        for section, units in _sections(cut_page(page)).items()
        for pair in _pairs(section, units, english.get(section, []))
    )


def passages(page: Page, source: Page) -> tuple[Passage, ...]:
    """Return sentence pairs; a paragraph with other counts comes whole and flagged.

    Sections of another build are left out: nothing says what belongs to what.
    """
    english, found = _sections(cut_page(source)), []
    for section, units in _sections(cut_page(page)).items():
        theirs = english.get(section, [])
        if _shape(units) != _shape(theirs):
            continue
        for own, other in zip(units, theirs, strict=True):
            flag = _count_flag(own, other)
            if flag is None:
                texts = ((two.text, one.text) for one, two in zip(own, other, strict=True))
                found += [Passage(section, theirs_, own_) for theirs_, own_ in texts]
            else:
                found.append(Passage(section, _joined(other), _joined(own), flag))
    return tuple(found)


def unaligned(page: Page, source: Page) -> tuple[str, ...]:
    """Return the ids of the sections that are built otherwise than in English."""
    english = _sections(cut_page(source))
    own = _sections(cut_page(page))
    return tuple(name for name in own if _shape(own[name]) != _shape(english.get(name, [])))


def _sections(segments: Sequence[Segment]) -> dict[str, list[_Unit]]:
    """Group segments by section and unit; the keys of the front matter are sections of their own.

    A front matter may have its keys in another order.
    """
    found: dict[str, list[_Unit]] = {}
    for (section, _, key), group in groupby(segments, _unit_of):
        found.setdefault(key or section, []).append(list(group))
    return found


def _unit_of(segment: Segment) -> tuple[str, int, str]:
    key = segment.kind if segment.kind.startswith("key:") else ""
    return segment.section, segment.unit, key


def _shape(units: Sequence[_Unit]) -> list[str]:
    return [unit[0].kind for unit in units]


def _pairs(section: str, own: Sequence[_Unit], english: Sequence[_Unit]) -> Iterator[Pair]:
    if _shape(own) != _shape(english):
        flag = f"The section {section} is built otherwise in English."
        yield from (Pair("", segment, flag) for unit in own for segment in unit)
        return
    for unit, theirs in zip(own, english, strict=True):
        count = _count_flag(unit, theirs)
        if count is None:
            yield from (Pair(b.text, a) for a, b in zip(unit, theirs, strict=True))
        else:
            texts = [_joined(theirs)] + [""] * (len(unit) - 1)
            yield from (Pair(text, a, count) for text, a in zip(texts, unit, strict=True))


def _count_flag(own: _Unit, english: _Unit) -> str | None:
    if len(own) == len(english):
        return None
    return f"{len(english)} in English, {len(own)} here: the whole English text is given."


def _joined(unit: _Unit) -> str:
    return _JOIN.join(segment.text for segment in unit)


def by_number(pairs: Sequence[Pair]) -> Mapping[str, Pair]:
    """Return the pairs by the ids that files give them, from u1 on."""
    return {f"u{number}": pair for number, pair in enumerate(pairs, 1)}
