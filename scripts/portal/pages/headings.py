"""Headings with their explicit ids, and the attribute lists (`{ #id .class key=value }`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# As Python-Markdown reads them: no space is needed behind the signs, none is allowed before.
_ATX = re.compile(r"^(?P<signs>#{1,6})(?P<text>.*)$")
_UNDERLINE = re.compile(r"^(?:=+|-+) *$")
_HEADER_ATTRIBUTES = re.compile(r"(?<! ) +\{:?[ ]*(?P<inner>[^}\n ][^\n]*?)[ ]*\}[ ]*$")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<inner>[^{}\n]+?)[ ]*\}")
_ATTRIBUTE = re.compile(
    r"""(?P<key>[^\s=}]+)=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s=}]+))|\S+"""
)
_NO_PARAGRAPH = re.compile(r"^(?:\s*$|[#>|]| {0,3}(?:[-*+]|\d+[.)])\s| {4}|/{3,})")


class Heading(NamedTuple):
    """A heading of a page."""

    level: int
    text: str
    """As written, without signs and attribute list."""
    id: str | None
    """The explicit id."""
    line: int
    column: int
    end_column: int


class AttributeList(NamedTuple):
    """An attribute list somewhere in a page."""

    ids: tuple[str, ...]
    keys: tuple[str, ...]
    """Names of the `key=value` attributes, lower case."""
    line: int
    column: int
    end_column: int


def read_headings(lines: Sequence[str]) -> tuple[Heading, ...]:
    """Read the headings of a page's lines, in which code and front matter are blank already."""
    headings = []
    for position, line in enumerate(lines):
        if match := _ATX.match(line):
            text = match["text"].rstrip().rstrip("#")
            headings.append(_heading(len(match["signs"]), text, line, position))
        elif position and _UNDERLINE.match(line) and _is_title(lines, position - 1):
            title = lines[position - 1]
            level = 1 if line.startswith("=") else 2
            headings.append(_heading(level, title, title, position - 1))
    return tuple(headings)


def _is_title(lines: Sequence[str], position: int) -> bool:
    first = position == 0 or not lines[position - 1].strip()
    return first and not _NO_PARAGRAPH.match(lines[position])


def _heading(level: int, text: str, line: str, position: int) -> Heading:
    identifier = None
    if attributes := _HEADER_ATTRIBUTES.search(text):
        ids = _parse(attributes["inner"])[0]
        identifier = ids[-1] if ids else None
        text = text[: attributes.start()]
    return Heading(level, text.strip(), identifier, position + 1, 1, len(line.rstrip()) + 1)


def read_attribute_lists(lines: Sequence[str]) -> tuple[AttributeList, ...]:
    """Find whatever the renderer may take for an attribute list, headings included."""
    found = []
    for number, line in enumerate(lines, 1):
        if "{" not in line:
            continue
        for match in _ATTRIBUTES.finditer(line):
            ids, keys = _parse(match["inner"])
            found.append(AttributeList(ids, keys, number, match.start() + 1, match.end() + 1))
    return tuple(found)


def _parse(inner: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ids, keys = [], []
    for match in _ATTRIBUTE.finditer(inner):
        if match["key"]:
            keys.append(match["key"].lower())
            if keys[-1] == "id":
                ids.append(next(group for group in match.group("a", "b", "c") if group is not None))
        elif match[0].startswith("#") and len(match[0]) > 1:
            ids.append(match[0][1:])
    return tuple(ids), tuple(keys)
