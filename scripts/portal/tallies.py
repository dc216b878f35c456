"""Tallies: how many modules, minutes, terms, workshops and paths each language has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.agenda.ready_workshops import read_workshops
from portal.checks.kinds import is_module_key
from portal.glossary import load_glossary
from portal.languages import SOURCE_LANGUAGE, load_labels
from portal.learning_paths import LearningPath, load_paths
from portal.pages import Site

_DEEPEST = 3
"""Levels of an entry at which its languages may stand, as in `plain: {text: {en: …}}`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one language has."""

    modules: int
    minutes: int
    """Learning time of those modules; the number stands on the English page."""
    terms: int
    workshops: int
    paths: int
    pages: int
    not_translated: tuple[str, ...]
    """Keys of the modules that it lacks."""


def tally(site: Site) -> dict[str, Tally]:
    """Count by language, English first; raise DataError where a register is broken."""
    workshops, paths = read_workshops(site.root), load_paths(site.root)
    codes = sorted(site.languages.codes, key=lambda code: code != SOURCE_LANGUAGE)
    return {code: _count(site, code, workshops, paths) for code in codes}


def _count(
    site: Site, code: str, workshops: Sequence[object], paths: Sequence[LearningPath]
) -> Tally:
    modules = [key for key in site.keys(SOURCE_LANGUAGE) if is_module_key(key)]
    here = [key for key in modules if (code, key) in site.pages]
    return Tally(
        modules=len(here),
        minutes=sum(_minutes(site, key) for key in here),
        pages=len(site.keys(code)),
        terms=len(load_glossary(site.root).words.get(code, {})),
        workshops=sum(_given_in(site, entry, code) for entry in workshops),
        paths=_paths_in(site, code, paths),
        not_translated=tuple(key for key in modules if key not in here),
    )


def _minutes(site: Site, key: str) -> int:
    page = site.readable(SOURCE_LANGUAGE, key)
    minutes = page.front_matter.get("minutes") if page else None
    return minutes if isinstance(minutes, int) else 0


def _given_in(site: Site, entry: object, code: str) -> bool:
    """Tell whether a workshop has its words in a language, and its page."""
    page = entry.get("page") if isinstance(entry, Mapping) else None
    return _speaks(entry, code) and (page is None or (code, page) in site.pages)


def _paths_in(site: Site, code: str, paths: Sequence[LearningPath]) -> int:
    """Count the paths that are named and explained in the language itself."""
    words = load_labels(site.root, code).words if paths else {}
    return sum(path.title in words and path.reason in words for path in paths)


def _speaks(entry: object, code: str, depth: int = 1) -> bool:
    """Tell whether an entry of a register holds words in a language.

    >>> _speaks({"id": "asgm", "title": {"en": "…", "fr": "…"}}, "fr")
    True
    """
    if not isinstance(entry, Mapping):
        return False
    if entry.get(code):
        return True
    return depth < _DEEPEST and any(_speaks(below, code, depth + 1) for below in entry.values())
