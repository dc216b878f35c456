"""Block fences (`/// name | title` … `///`), read line by line.

The renderer (pymdownx.blocks) shows an unknown block or option as a paragraph and accepts an open
block, all silently; so pages are read here as well, and a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages.front_matter import EMPTY, YamlData, YamlDataError, read_yaml

_START = re.compile(r"^ {0,3}(?P<slashes>/{3,}) *(?P<name>[\w-]+) *(?:\| *(?P<title>.*?) *)?$")
_END = re.compile(r"^ {0,3}(?P<slashes>/{3,}) *$")
_LIKE = re.compile(r"^(?P<indent> *)/{3,}(?!/)")
_OPTION = re.compile(r"^ {4,}\S")


class OptionFault(NamedTuple):
    """What makes the options of a block unreadable."""

    line: int
    message: str


class Block(NamedTuple):
    """One block of a page; lines count from 1."""

    name: str
    """Lower case, as the renderer takes it."""
    argument: str | None
    """What stands behind `|`."""
    line: int
    """The line of the header."""
    options: YamlData
    fault: OptionFault | None
    body: range
    """The lines of the body, without options and closing line."""
    end: int | None
    """The closing line; None where the block is never closed."""
    slashes: int
    depth: int
    """0 at the top level."""
    parent: str | None
    """Name of the block it stands in."""


class Blocks(NamedTuple):
    """All blocks of a page, in order of their headers, and the lines that are no fence."""

    items: tuple[Block, ...]
    strays: tuple[int, ...]
    """Closing lines that close nothing."""
    malformed: tuple[int, ...]
    """Lines that begin like a fence but are none."""
    indented: tuple[int, ...]
    """Fences set in by four spaces or more: code or part of a list for the renderer."""


@dataclass(slots=True)
class _Open:
    index: int
    name: str
    title: str | None
    line: int
    slashes: int
    options: YamlData
    fault: OptionFault | None
    body_start: int
    depth: int
    parent: str | None

    def close(self, *, body_end: int, end: int | None) -> Block:
        body = range(self.body_start, max(body_end, self.body_start))
        return Block(
            name=self.name,
            argument=self.title or None,
            line=self.line,
            options=self.options,
            fault=self.fault,
            body=body,
            end=end,
            slashes=self.slashes,
            depth=self.depth,
            parent=self.parent,
        )


class _Reader:
    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.stack: list[_Open] = []
        self.done: dict[int, Block] = {}
        self.strays: list[int] = []
        self.malformed: list[int] = []
        self.indented: list[int] = []
        self.count = 0

    def read(self) -> Blocks:
        position = 0
        while position < len(self.lines):
            position = self._line(position)
        self._close_from(0, body_end=len(self.lines) + 1)
        return Blocks(
            tuple(self.done[index] for index in sorted(self.done)),
            tuple(self.strays),
            tuple(self.malformed),
            tuple(self.indented),
        )

    def _line(self, position: int) -> int:
        text, number = self.lines[position], position + 1
        like = _LIKE.match(text)
        if like is None:
            return position + 1
        if len(like["indent"]) > 3:
            self.indented.append(number)
        elif end := _END.match(text):
            self._end(len(end["slashes"]), number)
        elif start := _START.match(text):
            return self._start(start, position)
        else:
            self.malformed.append(number)
        return position + 1

    def _start(self, match: re.Match[str], position: int) -> int:
        slashes, number = len(match["slashes"]), position + 1
        same = [n for n, block in enumerate(self.stack) if block.slashes == slashes]
        if same:
            # A block of the same length cannot stand inside: the earlier one was left open.
            self._close_from(same[0], body_end=number)
        stop = position + 1
        while stop < len(self.lines) and _OPTION.match(self.lines[stop]):
            stop += 1
        options, fault = _options(self.lines[position + 1 : stop], first_line=number + 1)
        parent = self.stack[-1].name if self.stack else None
        opened = _Open(
            index=self.count,
            name=match["name"].lower(),
            title=match["title"],
            line=number,
            slashes=slashes,
            options=options,
            fault=fault,
            body_start=stop + 1,
            depth=len(self.stack),
            parent=parent,
        )
        self.stack.append(opened)
        self.count += 1
        return stop

    def _end(self, slashes: int, number: int) -> None:
        same = [n for n, block in enumerate(self.stack) if block.slashes == slashes]
        if not same:
            self.strays.append(number)
            return
        self._close_from(same[-1] + 1, body_end=number)
        opened = self.stack.pop()
        self.done[opened.index] = opened.close(body_end=number, end=number)

    def _close_from(self, depth: int, *, body_end: int) -> None:
        for opened in self.stack[depth:]:
            self.done[opened.index] = opened.close(body_end=body_end, end=None)
        del self.stack[depth:]


def _options(lines: Sequence[str], *, first_line: int) -> tuple[YamlData, OptionFault | None]:
    if not lines:
        return EMPTY, None
    indent = min(len(line) - len(line.lstrip(" ")) for line in lines)
    try:
        cut = [line[indent:] for line in lines]
        return read_yaml(cut, first_line=first_line, indent=indent), None
    except YamlDataError as fault:
        return EMPTY, OptionFault(fault.line, str(fault))


def read_blocks(lines: Sequence[str]) -> Blocks:
    """Read the blocks of a page's lines, in which code and front matter are blank already."""
    return _Reader(lines).read()
