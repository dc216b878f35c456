"""The lines of a page as they are compared: without ids, addresses, options and citations."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from portal.checks.cited import citations_of
from portal.findings import Place
from portal.pages import PAGE_SECTION, Page

_ADDRESS = re.compile(r"\]\([^)\s]*\)|<https?:[^>]*>|https?://\S+|\[\^[^\]]+\]:?|\{[^{}]*\}")
_NUMBERING = re.compile(r"^(\s*)(\d{1,3}[.)])(?=\s)")
_HEADER = re.compile(r"^( {0,3}/{3,} *[\w-]+ *\|?)")


def without_addresses(line: str) -> str:
    """Blank the addresses of links, marks of notes and attributes, column for column."""
    return _ADDRESS.sub(lambda match: " " * len(match[0]), line)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with what is no text blanked, column for column."""

    number: int
    """In the file; that of the key for a text of the front matter."""
    text: str
    place: Place | None = None
    """Of a text of the front matter."""


@functools.lru_cache(maxsize=256)
def shown_lines(page: Page) -> Mapping[str, tuple[ShownLine, ...]]:
    """Return the lines of each section by id; empty ones are left out."""
    cited: dict[int, list[tuple[int, int]]] = {}
    for _, place, _ in citations_of(page):
        last = place.end_line or place.line
        for number in range(place.line, last + 1):
            start = place.column - 1 if number == place.line else 0
            end = (place.end_column or 1) - 1 if number == last else 10**6
            cited.setdefault(number, []).append((start, end))
    found: dict[str, tuple[ShownLine, ...]] = {}
    for section in page.sections:
        if section.id is None:
            continue
        lines = [_shown(page, number, cited.get(number, [])) for number in section.lines]
        front = _front(page) if section.id == PAGE_SECTION else []
        found[section.id] = tuple(line for line in (*front, *lines) if line.text.strip())
    return found


def _shown(page: Page, number: int, cited: list[tuple[int, int]]) -> ShownLine:
    line = page.prose.lines[number - 1]
    if number in page.fence_lines:
        header = _HEADER.match(line)
        line = " " * header.end() + line[header.end() :] if header else ""
    for start, end in cited:
        line = line[:start] + " " * (min(end, len(line)) - start) + line[end:]
    line = _NUMBERING.sub(lambda match: match[1] + " " * len(match[2]), line)
    return ShownLine(number, without_addresses(line))


def _front(page: Page) -> list[ShownLine]:
    """Return title, summary and objectives without what they cite."""
    facts, found = page.front_matter, []
    paths: list[tuple[str, ...]] = [("title",), ("summary",)]
    objectives = facts.get("objectives")
    if isinstance(objectives, Mapping):
        paths += [("objectives", str(name)) for name in objectives]
    taken: dict[int, list[str]] = {}
    for _, place, text in citations_of(page):
        if place.line < page.body_line:
            taken.setdefault(place.line, []).append(text)
    for path in paths:
        value = facts.get(path[0])
        if len(path) > 1 and isinstance(value, Mapping):
            value = value.get(path[1])
        if isinstance(value, str):
            place = page.value_place(*path)
            for text in taken.get(place.line, []):
                value = value.replace(text, " ", 1)
            found.append(ShownLine(place.line, value, place))
    return found
