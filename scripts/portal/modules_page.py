"""The page that lists all modules, narrows the list, and shows the learning paths."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.anchor_pages import has_page
from portal.catalogue import CatalogueModule
from portal.convention import heading, load_treaty
from portal.languages import Labels, Language, Languages
from portal.learning_paths import LearningPath
from portal.page_context import ModuleCard, TrackCard, file_of

MODULES = "modules/index"
"""Key of the page."""
LEVELS = ("introductory", "intermediate", "advanced")
_MINUTES = (30, 45, 60, 90, 120, 180)
"""Lengths that a reader may ask for; a plural form of every language fits behind "up to"."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that the list can be narrowed by."""

    name: str
    """Also the name in the address and in the entries' `data-` attributes."""
    words: str
    options: tuple[tuple[str, str], ...]
    """Value and words, at least one module each."""


@dataclass(frozen=True, slots=True)
class ModuleEntry:
    """A module in the list, with what it is filtered by."""

    card: ModuleCard
    provisions: tuple[str, ...]
    """The articles, annexes and decisions that it teaches from."""
    versions: tuple[tuple[Language, str], ...]
    """The languages it was written in, each with the link to it."""


@dataclass(frozen=True, slots=True)
class PathCard:
    """A learning path with the modules' cards in order."""

    id: str
    title: str
    reason: str
    modules: tuple[ModuleCard, ...]

    @property
    def minutes(self) -> int:
        """Minutes of all modules together."""
        return sum(module.minutes or 0 for module in self.modules)


@dataclass(frozen=True, slots=True)
class ModulesPage:
    """What the template of the page is told."""

    tracks: tuple[tuple[TrackCard, tuple[ModuleEntry, ...]], ...]
    filters: tuple[Filter, ...]
    counts: tuple[str, ...]
    """What is said where 0, 1, 2 … modules are shown: the browser knows no plural forms."""
    paths: tuple[PathCard, ...]


def modules_page(
    catalogue: Sequence[CatalogueModule],
    tracks: Sequence[TrackCard],
    paths: Sequence[LearningPath],
    *,
    labels: Labels,
    languages: Languages,
) -> ModulesPage:
    """Return what the page shows: the tracks' cards, hrefs relative to it, and the paths."""
    facts = {module.key: module for module in catalogue}
    groups = tuple(
        (
            track,
            tuple(
                _entry(card, facts[card.key], languages)
                for card in track.modules
                if card.key in facts
            ),
        )
        for track in tracks
    )
    entries = [entry for _, group in groups for entry in group]
    shown = {entry.card.key: entry.card for entry in entries}
    return ModulesPage(
        tracks=groups,
        filters=tuple(item for item in _filters(groups, entries, labels) if item.options),
        counts=tuple(
            labels("modules.shown", modules=labels("track.modules", count))
            for count in range(len(entries) + 1)
        ),
        paths=tuple(_path(path, shown, labels) for path in paths),
    )


def _entry(card: ModuleCard, module: CatalogueModule, languages: Languages) -> ModuleEntry:
    treaty, here = load_treaty(), posixpath.dirname(MODULES)
    units = dict.fromkeys(provision.partition("__")[0] for provision in module.teaches)
    return ModuleEntry(
        card=card,
        provisions=tuple(unit for unit in units if has_page(treaty, unit)),
        versions=tuple(
            (language, posixpath.relpath(f"../{language.code}/{file_of(module.key)}", here))
            for language in languages
            if language.code in module.languages
        ),
    )


def _filters(
    groups: Sequence[tuple[TrackCard, Sequence[ModuleEntry]]],
    entries: Sequence[ModuleEntry],
    labels: Labels,
) -> Iterator[Filter]:
    code, treaty = labels.language.code, load_treaty()
    tracks = [(track.id, labels(f"nav.{track.id}")) for track, group in groups if group]
    yield Filter("track", labels("track.kind"), tuple(tracks))
    audience = dict.fromkeys(name for entry in entries for name in entry.card.audience)
    named = [(name, labels(f"audience.{name}")) for name in audience]
    yield Filter("audience", labels("module.audience"), tuple(named))
    levels = {entry.card.level for entry in entries}
    found = [(level, labels(f"level.{level}")) for level in LEVELS if level in levels]
    yield Filter("level", labels("module.level"), tuple(found))
    yield Filter("minutes", labels("modules.minutes"), tuple(_lengths(entries, labels)))
    taught = {unit for entry in entries for unit in entry.provisions}
    units = [(unit.id, heading(unit.id, code)) for unit in treaty.children() if unit.id in taught]
    yield Filter("provision", labels("modules.provision"), tuple(units))
    spoken = {one.code: one.name for entry in entries for one, _ in entry.versions}
    yield Filter("language", labels("modules.language"), tuple(spoken.items()))


def _lengths(entries: Sequence[ModuleEntry], labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield the lengths that leave something, up to the first that leaves everything."""
    lengths = sorted(entry.card.minutes for entry in entries if entry.card.minutes)
    for minutes in _MINUTES:
        if lengths and lengths[0] <= minutes:
            yield str(minutes), labels("modules.up-to", time=labels("minutes", minutes))
            if lengths[-1] <= minutes:
                return


def _path(path: LearningPath, shown: Mapping[str, ModuleCard], labels: Labels) -> PathCard:
    modules = tuple(shown[key] for key in path.modules if key in shown)
    return PathCard(path.id, labels(path.title), labels(path.reason), modules)
