"""Coverage: which pages teach, cite, serve or tell each provision, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.anchor_pages import anchored, page_key
from portal.checks.cited import cited
from portal.checks.kinds import is_module_key
from portal.convention import Kind, Treaty, heading
from portal.languages import SOURCE_LANGUAGE
from portal.modules import teachers
from portal.pages import Page, Site

OPERATIVE = range(3, 23)
"""The articles that ask something of Parties; design.md wants each of them taught."""
MANDATES = ("dec_mc-1-21", "dec_mc-5-12")
"""The decisions that asked for training; every paragraph must be served by pages."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One provision and the English pages that deal with it or with something below it."""

    id: str
    kind: Kind
    heading: str
    title: str
    operative: bool
    modules: tuple[str, ...]
    """Keys of the modules whose `teaches` names it."""
    other_teachers: tuple[str, ...]
    """Keys of the other pages whose `teaches` names it."""
    cited_on: tuple[str, ...]
    """Keys of the pages that cite it, the page about it left out."""
    served_by: tuple[str, ...]
    """Keys of the pages whose `mandate` names it, or the whole decision."""
    page: str | None
    """Key of the page about it, None where no page is."""
    written: bool
    """Whether somebody wrote that page; otherwise it is made from the treaty's data."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What nobody deals with: ids of provisions in treaty order."""

    operative_not_taught: tuple[str, ...]
    annexes_not_taught: tuple[str, ...]
    not_cited: tuple[str, ...]
    not_written: tuple[str, ...]
    """Articles, annexes and decisions of which the page is only made from data."""
    not_served: tuple[str, ...]
    """Paragraphs of the decisions that no page names in `mandate`."""


def cover(site: Site, treaty: Treaty) -> tuple[Coverage, ...]:
    """List articles, annexes and the paragraphs of the decisions in `MANDATES`, in treaty order.

    An English page that cannot be read counts for nothing; `portal check` says what is wrong.
    """
    pages = _english(site)
    taught = _named(pages, "teaches")
    mandates = _named(pages, "mandate")
    citing = _citing(pages)
    written = {page.key for page in pages}
    return tuple(
        _coverage(provision, treaty, taught, mandates, citing, written)
        for provision in _wanted(treaty)
    )


def find_gaps(rows: Iterable[Coverage]) -> Gaps:
    """Return what the rows leave open."""
    rows = tuple(rows)
    return Gaps(
        operative_not_taught=_ids(row for row in rows if row.operative and not row.modules),
        annexes_not_taught=_ids(row for row in rows if row.kind == "annex" and not row.modules),
        not_cited=_ids(row for row in rows if not row.cited_on),
        not_written=_pages_not_written(rows),
        not_served=_ids(r for r in rows if r.kind == "decision_paragraph" and not r.served_by),
    )


def _english(site: Site) -> tuple[Page, ...]:
    keys = site.keys(SOURCE_LANGUAGE)
    return tuple(page for key in keys if (page := site.readable(SOURCE_LANGUAGE, key)))


def _wanted(treaty: Treaty) -> Iterator[str]:
    for unit in treaty.children():
        if unit.kind in {"article", "annex"}:
            yield unit.id
    for decision in MANDATES:
        yield from (unit.id for unit in treaty.children(decision))


def _named(pages: Iterable[Page], field: str) -> dict[str, list[str]]:
    """Map each provision that a list of the front matter names to the keys of the pages."""
    named: dict[str, list[str]] = {}
    for page in pages:
        names = page.front_matter.get(field)
        for name in names if isinstance(names, list) else ():
            named.setdefault(str(name), []).append(page.key)
    return named


def _citing(pages: Iterable[Page]) -> dict[str, list[str]]:
    """Map each provision that is cited, as written, to the keys of the pages that do."""
    citing: dict[str, list[str]] = {}
    for page in pages:
        found = {item.target.id for item in cited(page) if item.target.status == "valid"}
        for name in found:
            if name is not None and page_key(name) != page.key:
                citing.setdefault(name, []).append(page.key)
    return citing


def _coverage(
    provision: str,
    treaty: Treaty,
    taught: Mapping[str, Sequence[str]],
    mandates: Mapping[str, Sequence[str]],
    citing: Mapping[str, Sequence[str]],
    written: Iterable[str],
) -> Coverage:
    unit = treaty.provisions[provision]
    title = unit.title(SOURCE_LANGUAGE)
    teaching = teachers(taught, provision)
    whole = mandates.get(provision.partition("__")[0], ()) if unit.kind != "article" else ()
    key = page_key(provision)
    return Coverage(
        id=provision,
        kind=unit.kind,
        heading=heading(provision),
        title=title.text if title else "",
        operative=unit.kind == "article" and int(unit.number) in OPERATIVE,
        modules=tuple(name for name in teaching if is_module_key(name)),
        other_teachers=tuple(name for name in teaching if not is_module_key(name)),
        cited_on=teachers(citing, provision),
        served_by=tuple(sorted({*teachers(mandates, provision), *whole})),
        page=key if key in anchored(treaty) or key in written else None,
        written=key in written,
    )


def _ids(rows: Iterable[Coverage]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)


def _pages_not_written(rows: Iterable[Coverage]) -> tuple[str, ...]:
    units = (row.id.partition("__")[0] for row in rows if not row.written)
    return tuple(dict.fromkeys(units))
