"""From citations to links: which stretches of the raw text become one, and whereto."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from portal.citations.citation import Citation


class Link(NamedTuple):
    """A stretch of the raw text that becomes a link."""

    start: int
    end: int
    """Code point offsets; the stretch may contain emphasis, never the edge of a word."""
    id: str
    href: str


def link_citations(
    citations: Iterable[Citation], address: Callable[[str], str | None]
) -> Iterator[Link]:
    """Yield the links for valid citations, in order and without overlaps.

    A citation of one provision becomes one link as a whole; of several, a link per number, the
    first of them with the unit word in front. `address` gives the href of an id, None for no link.
    """
    for citation in citations:
        yield from _links(citation, address)


def _links(citation: Citation, address: Callable[[str], str | None]) -> Iterator[Link]:
    targets = [t for t in citation.targets if t.status == "valid" and t.id is not None]
    if len(citation.targets) == 1:
        targets = targets[:1]
    reached = citation.start
    for target in targets:
        sole = len(citation.targets) == 1
        start = (
            citation.start if sole or target is citation.targets[0] else max(target.start, reached)
        )
        end = citation.end if sole else target.end
        href = address(target.id) if target.id is not None else None
        if href is None or target.id is None or end <= start or start < reached:
            continue
        yield Link(start, end, target.id, href)
        reached = end
