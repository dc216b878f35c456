"""`<!-- portal: ignore LNK001 -->` on a line or above it, and `ignore-file` for a whole page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.findings import Finding
from portal.pages import Page

_COMMENT = re.compile(r"<!--\s*portal:\s*(?P<form>ignore-file|ignore)\b(?P<codes>[^>]*?)-->")
_CODE = re.compile(r"[^\s,]+")

NEVER = "SEC"
"""The family that a page cannot suppress: it guards against the page's own author."""


class Suppression(NamedTuple):
    """One code in one comment."""

    code: str
    line: int
    column: int
    end_column: int
    lines: frozenset[int] | None
    """The lines it holds for; None: the whole page."""

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is meant."""
        here = self.lines is None or finding.place.line in self.lines
        return here and finding.rule == self.code and not finding.rule.startswith(NEVER)


def read_suppressions(page: Page) -> tuple[Suppression, ...]:
    """Return the suppressions of a page; those in fenced code do not count."""
    return tuple(_read(page)) if "portal:" in page.text else ()


def _read(page: Page) -> Iterator[Suppression]:
    for number, line in enumerate(page.lines, 1):
        for match in _COMMENT.finditer(line):
            # What looks like a comment in code, or to no renderer, suppresses nothing.
            if (
                number < page.body_line
                or page.prose.lines[number - 1][slice(*match.span())].strip()
            ):
                continue
            if number in page.prose.code:
                continue
            alone = not (line[: match.start()] + line[match.end() :]).strip()
            lines = frozenset({number, number + 1}) if alone else frozenset({number})
            for code in _CODE.finditer(match["codes"]):
                start = match.start("codes") + code.start() + 1
                whole = match["form"] == "ignore-file"
                end = start + len(code[0])
                yield Suppression(code[0], number, start, end, None if whole else lines)


@dataclass(slots=True)
class Suppressed:
    """Takes findings away from a page, and remembers which suppressions were of use."""

    suppressions: tuple[Suppression, ...]
    used: set[Suppression] = field(default_factory=set)

    def keeps(self, finding: Finding) -> bool:
        """Tell whether a finding stands."""
        hits = [found for found in self.suppressions if found.covers(finding)]
        self.used.update(hits)
        return not hits

    def unused(self) -> Iterator[Suppression]:
        """Yield the suppressions that took nothing away."""
        yield from (found for found in self.suppressions if found not in self.used)
