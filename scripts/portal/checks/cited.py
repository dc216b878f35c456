"""The citations of a page, found once and with their places."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from portal.anchor_pages import anchored
from portal.citations import Citation, Target, find_citations, has_grammar
from portal.convention import load_treaty
from portal.findings import Place
from portal.pages import Page


class Cited(NamedTuple):
    """One provision named on a page."""

    target: Target
    citation: Citation
    text: str
    """The whole written citation."""
    place: Place
    line: int


@functools.lru_cache(maxsize=1024)
def citations_of(page: Page) -> tuple[tuple[Citation, Place, str], ...]:
    """Return the citations of a page's body and of the texts in its front matter.

    A citation in the front matter has the place of its key. Without a grammar for the page's
    language there are none.
    """
    if not has_grammar(page.language):
        return ()
    unit = anchored(load_treaty()).get(page.key)
    context = unit.id if unit else None
    body = find_citations(page.text, language=page.language, context=context)
    return (
        *_in_front_matter(page),
        *((c, place_of(page, c.start, c.end), _text(page, c)) for c in body),
    )


def cited(page: Page) -> Iterator[Cited]:
    """Yield every provision that a page names, in order."""
    for citation, place, text in citations_of(page):
        for target in citation.targets:
            yield Cited(target, citation, text, place, place.line)


def place_of(page: Page, start: int, end: int) -> Place:
    """Return the place of a stretch of a page, given as offsets into its text."""
    (line, column), (end_line, end_column) = page.source.place(start), page.source.place(end)
    return Place(page.path, line, column, end_line, end_column)


def _text(page: Page, citation: Citation) -> str:
    return " ".join(page.text[citation.start : citation.end].split())


def _in_front_matter(page: Page) -> Iterator[tuple[Citation, Place, str]]:
    """Yield what the front matter's sentences cite: title, summary and objectives are shown."""
    objectives = page.front_matter.get("objectives")
    names = list(objectives) if isinstance(objectives, dict) else []
    paths: list[tuple[str, ...]] = [("title",), ("summary",), *(("objectives", n) for n in names)]
    for path in paths:
        value = page.front_matter.get(path[0])
        text = value.get(path[1]) if len(path) > 1 and isinstance(value, dict) else value
        if isinstance(text, str):
            for citation in find_citations(text, language=page.language):
                yield citation, page.value_place(*path), text[citation.start : citation.end]
