"""Citations as lines for people and programs: one per provision named, with line and column."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import NamedTuple

from portal.citations.citation import Status
from portal.citations.find import find_citations


class Reference(NamedTuple):
    """One provision named; lines and columns count from 1 in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """The whole written citation, markup inside it included."""
    id: str | None
    status: Status


class LineTable:
    """Turns offsets into lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of a code point offset, both counted from 1."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def find_references(
    text: str, *, language: str, context: str | None = None, markdown: bool = True
) -> Iterator[Reference]:
    """Yield one reference per provision named, in order; raise what find_citations raises."""
    citations = find_citations(text, language=language, context=context, markdown=markdown)
    if not citations:
        return
    table = LineTable(text)
    for citation in citations:
        line, column = table.place(citation.start)
        end_line, end_column = table.place(citation.end)
        written = text[citation.start : citation.end]
        for target in citation.targets:
            yield Reference(line, column, end_line, end_column, written, target.id, target.status)
