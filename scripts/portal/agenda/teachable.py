"""Modules as an agenda needs them: minutes, sections, prerequisites, title in one language."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.checks.kinds import TRACKS, is_module_key
from portal.errors import PageError, PortalError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a module."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Teachable:
    """A module that can stand in an agenda; facts come from the English page."""

    key: str
    title: str
    language: str
    """The language that the titles are in: English where nobody has translated the module."""
    minutes: int
    parts: tuple[Part, ...]
    """The sections, whose minutes add up to `minutes`; one part where the page does not say."""
    requires: tuple[str, ...]


def module_keys(site: Site) -> tuple[str, ...]:
    """Return the keys of all modules that there are in English, in order of track and name."""
    return tuple(
        key
        for track in TRACKS
        for key in site.keys(SOURCE_LANGUAGE)
        if key.startswith(f"{track}/") and is_module_key(key)
    )


def says_minutes(site: Site, key: str) -> bool:
    """Tell whether a module says how long it takes, so that it can stand in an agenda."""
    minutes = site.pages[SOURCE_LANGUAGE, key].front_matter.get("minutes")
    return isinstance(minutes, int) and not isinstance(minutes, bool) and minutes > 0


def read_teachable(site: Site, key: str, language: str) -> Teachable:
    """Return one module in a language, in English where it is not translated; raise PageError."""
    source = site.pages[SOURCE_LANGUAGE, key]
    shown = site.get(language, key) or source
    if not says_minutes(site, key):
        message = "The module does not say how many minutes it takes. Add `minutes:`."
        raise PageError(message, path=source.path)
    minutes = int(source.front_matter["minutes"])
    requires = source.front_matter.get("requires")
    return Teachable(
        key=key,
        title=shown.title,
        language=shown.language,
        minutes=minutes,
        parts=_parts(source, shown, minutes),
        requires=tuple(map(str, requires)) if isinstance(requires, list) else (),
    )


def choose(site: Site, wanted: Sequence[str], language: str) -> tuple[Teachable, ...]:
    """Return the modules asked for, in order, each once; raise PortalError for an unknown one."""
    for name in wanted:
        check_module(site, name)
    return tuple(read_teachable(site, key, language) for key in dict.fromkeys(wanted))


def check_module(site: Site, name: str) -> None:
    """Raise PortalError where there is no module of this name, with those that look like it."""
    known = module_keys(site)
    if name not in known:
        raise PortalError(f"There is no module {name!r}. {_near(name, known)}")


def _near(name: str, known: Sequence[str]) -> str:
    """Say which modules look like a name that is none, else which there are."""
    ends = {key.partition("/")[2]: key for key in known}
    if name in ends:
        return f"Did you mean {ends[name]}?"
    close = difflib.get_close_matches(name, [*known, *ends], n=3, cutoff=0.5)
    keys = dict.fromkeys(ends.get(found, found) for found in close)
    if keys:
        return f"Did you mean {' or '.join(keys)}?"
    return f"Use one of: {', '.join(known)}."


def _parts(source: Page, shown: Page, minutes: int) -> tuple[Part, ...]:
    sections = source.front_matter.get("sections")
    counted = sections if isinstance(sections, Mapping) else {}
    titles = _titles((source, shown))
    parts = tuple(
        Part(str(name), titles.get(str(name), str(name)), count)
        for name, count in counted.items()
        if _is_minutes(count)
    )
    if sum(part.minutes for part in parts) != minutes:
        return (Part("", shown.title, minutes),)
    return parts


def _is_minutes(count: Any) -> bool:
    return isinstance(count, int) and not isinstance(count, bool) and count > 0


def _titles(pages: Iterable[Page]) -> dict[str, str]:
    """Map section ids to headings; a later page's take the place of an earlier one's."""
    return {
        section.id: section.heading.text
        for page in pages
        for section in page.sections
        if section.id and section.heading
    }


def known_titles(site: Site, language: str) -> dict[str, str]:
    """Map every module's key to its title, to name prerequisites that are not taught."""
    pages = ((key, site.shown(language, key)) for key in module_keys(site))
    return {key: page.title for key, page in pages if page}
