"""What the portal set out to have, as numbers that can be missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.anchor_pages import page_key
from portal.coverage import Coverage
from portal.pages import Site
from portal.tallies import Tally

LANGUAGES = ("en", "fr")
"""The languages in which everything is written; the others follow as far as translators come."""
LEAST = {"modules": 30, "terms": 120, "workshops": 4, "paths": 5}
FOREGROUND = ("art_4", "art_7", "art_11")
"""Decision MC-5/12, paragraph 3, names these; each is taught by `LEAST_TEACHERS` modules."""
LEAST_TEACHERS = 3


@dataclass(frozen=True, slots=True)
class Goal:
    """One number to reach."""

    id: str
    says: str
    """In English."""
    wanted: int
    found: int
    missing: tuple[str, ...] = ()
    """Ids of provisions that are left out."""

    @property
    def met(self) -> bool:
        """Whether the number is reached."""
        return self.found >= self.wanted


def goals(site: Site, rows: Sequence[Coverage], tallies: Mapping[str, Tally]) -> tuple[Goal, ...]:
    """Compare what there is with what there shall be."""
    units = [row for row in rows if row.kind in {"article", "annex"}]
    operative = [row for row in rows if row.operative]
    return (
        _each("page", "Articles and annexes with a page", units, [r for r in units if r.page]),
        *_written(site, units),
        _each("taught", "Operative articles (3-22) that a module teaches", operative,
              [row for row in operative if row.modules]),
        *(_foreground(row) for row in rows if row.id in FOREGROUND),
        *_counts(site, tallies),
    )  # fmt: skip


def _each(name: str, says: str, wanted: Sequence[Coverage], found: Sequence[Coverage]) -> Goal:
    missing = tuple(row.id for row in wanted if row not in found)
    return Goal(name, says, len(wanted), len(found), missing)


def _written(site: Site, units: Sequence[Coverage]) -> Iterator[Goal]:
    for code in LANGUAGES:
        there = [row for row in units if (code, page_key(row.id)) in site.pages]
        language = site.languages.get(code).english
        yield _each(f"written-{code}", f"... of them written in {language}", units, there)


def _foreground(row: Coverage) -> Goal:
    says = f"Modules that teach {row.heading}"
    return Goal(f"foreground-{row.id}", says, LEAST_TEACHERS, len(row.modules))


def _counts(site: Site, tallies: Mapping[str, Tally]) -> Iterator[Goal]:
    for code in LANGUAGES:
        language = site.languages.get(code).english
        for name, least in LEAST.items():
            says = f"{name.capitalize()} in {language}"
            yield Goal(f"{name}-{code}", says, least, getattr(tallies[code], name))
