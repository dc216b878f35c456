"""Counts of cases, and needs set against what the register offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from portal.evidence.arrangements import load_register
from portal.evidence.case_studies import NAMED_KINDS, OTHER_KINDS, SECTORS, TOPICS, CaseStudy
from portal.evidence.places import regions_of, subregions


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases there are, in all and by what; groups without a case count 0."""

    total: int
    topics: dict[str, int]
    sectors: dict[str, int]
    regions: dict[str, int]
    """By subregion of UN M49; a case in several counts in each, a case of the world in none."""
    named_kinds: dict[str, int]
    other_kinds: dict[str, int]
    private: int
    """Cases in which the private sector took part."""

    @property
    def missing_kinds(self) -> tuple[str, ...]:
        """Kinds of source that the decision names and no case rests on."""
        return tuple(kind for kind, count in self.named_kinds.items() if not count)


@dataclass(frozen=True, slots=True)
class Needs:
    """Cases on needs and challenges, and arrangements that work there, as pairs."""

    sectors: dict[str, tuple[int, int]]
    regions: dict[str, tuple[int, int]]


def count_cases(cases: Sequence[CaseStudy]) -> CaseCounts:
    """Count the cases."""
    kinds = [case.source_kind for case in cases]
    return CaseCounts(
        total=len(cases),
        topics=_counted(TOPICS, (case.topic for case in cases)),
        sectors=_counted(SECTORS, (case.sector for case in cases)),
        regions=_counted(subregions(), (region for case in cases for region in case.regions)),
        named_kinds=_counted(NAMED_KINDS, kinds),
        other_kinds=_counted(OTHER_KINDS, kinds),
        private=sum(case.facts.get("private_sector") == "took-part" for case in cases),
    )


def weigh_needs(cases: Sequence[CaseStudy], root: Path) -> Needs:
    """Count needs against arrangements; raise DataError for a broken register.

    Arrangements that work in the whole world are counted for a sector and for no region.
    """
    wanted = [case for case in cases if case.topic in {"b", "c"}]
    register = load_register(root)
    entries = register.arrangements if register else []
    sectors = _pairs(
        SECTORS,
        (case.sector for case in wanted),
        (sector for entry in entries for sector in entry.sectors),
    )
    served = (
        dict.fromkeys(found for code in entry.regions for found in regions_of(code))
        for entry in entries
    )
    regions = _pairs(
        subregions(),
        (region for case in wanted for region in case.regions),
        (region for found in served for region in found),
    )
    return Needs(sectors, regions)


def _counted(names: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in names}


def _pairs(
    names: Iterable[str], needs: Iterable[str], offers: Iterable[str]
) -> dict[str, tuple[int, int]]:
    wanted, offered = Counter(needs), Counter(offers)
    return {name: (wanted[name], offered[name]) for name in names}
