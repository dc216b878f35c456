"""Dated facts: what carries `review_by` in pages and registers, and the pages that hang on it.

A further register needs nothing here: an entry of any file in docs/data/ that holds `review_by`
is a dated fact. Where its page does not bear the name of the file, `_PAGES` names it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.convention import load_treaty
from portal.convention.treaty import SHOWN as TREATY_FILE
from portal.errors import DataError, PortalError
from portal.glossary_files import FOLDER as GLOSSARY_FOLDER
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site, YamlData, YamlDataError, decode, read_yaml

FIELD = "review_by"
_DATA = "docs/data/"
_PAGES: Mapping[str, str] = {
    f"{_DATA}mandate.yaml": "about/mandate",
    f"{_DATA}paths.yaml": "modules",
    f"{_DATA}workshops.yaml": "facilitators/index",
}
"""Data file to the key of the page that shows it."""
_NAMES = ("title", "term", "name", "what", "says", "text", "id")
"""Fields that say what an entry is, the best first."""


@dataclass(frozen=True, slots=True, order=True)
class FactPlace:
    """Where a dated fact stands: path below the root with `/`, line from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class HangingPage:
    """A page that hangs on a fact."""

    key: str
    languages: tuple[str, ...]
    """Codes of the languages in which it is written, English first; none: it is made from data."""


@dataclass(frozen=True, slots=True)
class DatedFact:
    """Something that somebody shall look at again by a day."""

    review_by: datetime.date
    what: str
    publisher: str | None
    year: int | None
    url: str | None
    places: tuple[FactPlace, ...]
    pages: tuple[HangingPage, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    review_by: datetime.date
    data: Mapping[str, Any]
    what: str
    place: FactPlace
    keys: tuple[str, ...]


def dated_facts(
    site: Site, *, until: datetime.date | None = None
) -> tuple[tuple[DatedFact, ...], tuple[PortalError, ...]]:
    """List the facts to be reviewed by a day (None: all), by date, and what could not be read."""
    sources = (_from_pages, _from_registers, _from_amendments)
    found = [item for source in sources for item in source(site)]
    faults = tuple(item for item in found if isinstance(item, PortalError))
    entries = [item for item in found if isinstance(item, _Entry)]
    wanted = [entry for entry in entries if until is None or entry.review_by <= until]
    facts = [_fact(site, group) for group in _same(wanted)]
    return tuple(sorted(facts, key=lambda fact: (fact.review_by, fact.what))), faults


def _same(entries: Iterable[_Entry]) -> Iterable[Sequence[_Entry]]:
    """Join what several pages name: the same source, to be reviewed by the same day."""
    groups: dict[tuple[object, ...], list[_Entry]] = {}
    for entry in entries:
        name = (entry.review_by, entry.what, entry.data.get("publisher"), entry.data.get("year"))
        groups.setdefault(name, []).append(entry)
    return groups.values()


def _fact(site: Site, group: Sequence[_Entry]) -> DatedFact:
    first = group[0]
    publisher, year, url = (first.data.get(name) for name in ("publisher", "year", "url"))
    keys = sorted({key for entry in group for key in entry.keys})
    return DatedFact(
        review_by=first.review_by,
        what=first.what,
        publisher=publisher if isinstance(publisher, str) else None,
        year=year if isinstance(year, int) else None,
        url=url if isinstance(url, str) else None,
        places=tuple(sorted({entry.place for entry in group})),
        pages=tuple(HangingPage(key, _written(site, key)) for key in keys),
    )


def _written(site: Site, key: str) -> tuple[str, ...]:
    codes = sorted(site.languages.codes, key=lambda code: code != SOURCE_LANGUAGE)
    return tuple(code for code in codes if (code, key) in site.pages)


def _from_pages(site: Site) -> Iterator[_Entry | PortalError]:
    for code, key in site.pages:
        try:
            page: Page = site.pages[code, key]
        except PortalError as error:
            yield error
            continue
        for found in _walk(page.head, path=page.path):
            yield found if isinstance(found, PortalError) else _hung(found, (key,))


def _from_registers(site: Site) -> Iterator[_Entry | PortalError]:
    for path in sorted(site.listing.others):
        if path.startswith(_DATA) and path.endswith((".yaml", ".yml")):
            try:
                text = decode((site.root / path).read_bytes(), path=path)
                # Most registers are large and carry no such field: they need not be parsed.
                head = _read(text, path) if FIELD in text else None
            except PortalError as error:
                yield error
                continue
            for found in _walk(head, path=path) if head else ():
                yield found if isinstance(found, PortalError) else _hung(found, _shows(found))


def _read(text: str, path: str) -> YamlData:
    try:
        return read_yaml(text.splitlines(), first_line=1)
    except YamlDataError as fault:
        raise DataError(str(fault), path=path, line=fault.line) from None


def _from_amendments(site: Site) -> Iterator[_Entry | PortalError]:
    """Yield the amendments of which something is still open, and the pages of what they change."""
    treaty = load_treaty()
    for amendment in treaty.amendments:
        if amendment.review_by is None:
            continue
        changed = {unit.id for unit in treaty if amendment in unit.amendments}
        keys = tuple(sorted(set(_about(site, changed))))
        what = f"Amendment {amendment.name}: {amendment.summary}"
        place = FactPlace(TREATY_FILE, amendment.line)
        yield _Entry(amendment.review_by, {}, what, place, keys)


def _about(site: Site, provisions: Iterable[str]) -> Iterator[str]:
    """Yield the keys of the pages about annexes, and of those that teach a changed provision."""
    from portal.anchor_pages import page_key

    changed = set(provisions)
    yield from (page_key(name) for name in changed)
    for key in site.keys(SOURCE_LANGUAGE):
        page = site.readable(SOURCE_LANGUAGE, key)
        teaches = page.front_matter.get("teaches") if page else None
        if isinstance(teaches, list) and changed.intersection(map(str, teaches)):
            yield key


def _walk(head: YamlData, *, path: str) -> Iterator[_Entry | PortalError]:
    """Yield every mapping that holds the field, at any depth; a DataError where it is no date."""
    for where, span in head.keys.items():
        if where[-1] != FIELD:
            continue
        data: Any = head.data
        for step in where[:-1]:
            data = data[step]
        day = data[FIELD]
        if type(day) is datetime.date:  # a date with a time of day is another class
            yield _Entry(day, data, _name(data, where), FactPlace(path, span.line), ())
        else:
            message = f"`{FIELD}` is {str(day)[:40]!r}, no date. Write it like 2027-03-01."
            yield DataError(message, path=path, line=span.line)


def _name(data: Mapping[str, Any], where: Sequence[str | int]) -> str:
    for field in _NAMES:
        value = data.get(field)
        if isinstance(value, Mapping):
            value = value.get(SOURCE_LANGUAGE)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ".".join(map(str, where[:-1])) or "the whole page"


def _hung(entry: _Entry, keys: tuple[str, ...]) -> _Entry:
    return _Entry(entry.review_by, entry.data, entry.what, entry.place, keys)


def _shows(entry: _Entry) -> tuple[str, ...]:
    """Return the keys of the pages that an entry names, and of the page that shows its register."""
    path, data = entry.place.path, entry.data
    named = data.get("pages", data.get("page"))
    keys = [str(name) for name in (named if isinstance(named, list) else [named]) if name]
    own = "glossary" if path.startswith(f"{GLOSSARY_FOLDER}/") else _PAGES.get(path)
    return tuple(sorted({*keys, own or path.removeprefix(_DATA).rpartition(".")[0]}))
