"""A page: one Markdown file of one language, read but not rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from portal.errors import PageError
from portal.findings import Place
from portal.pages.fences import Block, Blocks, read_blocks
from portal.pages.front_matter import Span, YamlData, split_front_matter
from portal.pages.headings import (
    AttributeList,
    Heading,
    read_attribute_lists,
    read_headings,
)
from portal.pages.inline import Link, read_links
from portal.pages.questions import Question, read_questions
from portal.pages.text import LONGEST_LINE, Prose, SourceText, blank, decode

PAGE_SECTION = "page"
"""Key of the part before the first h2, with title, summary and objectives."""


class Section(NamedTuple):
    """An h2 and everything below it, or what stands before the first h2."""

    id: str | None
    """The id of the h2, `page` for the first part; None where the h2 has no explicit id."""
    heading: Heading | None
    lines: range
    """Numbers of its lines, the heading's included, the front matter's not."""


@dataclass(frozen=True, eq=False)  # no slots: cached properties need a dictionary
class Page:
    """One page; what is costly is read when it is asked for."""

    path: str
    """Relative to the project's root, with `/`."""
    language: str
    key: str
    """Path without language and `.md`: `waste/what-is-mercury-waste`."""
    source: SourceText
    head: YamlData
    body_line: int
    """The first line behind the front matter."""

    @property
    def text(self) -> str:
        """The whole file, line ends kept."""
        return self.source.text

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, without line ends."""
        return self.source.lines

    @property
    def front_matter(self) -> Mapping[str, Any]:
        """The front matter's data; empty where there is none."""
        return self.head.data

    @property
    def body(self) -> str:
        """What stands behind the front matter, line ends kept."""
        if self.body_line > len(self.lines):
            return ""
        return self.text[self.source.offset(self.body_line, 1) :]

    @property
    def title(self) -> str:
        """The title from the front matter, else from the h1, else the key."""
        title = self.front_matter.get("title")
        if isinstance(title, str) and title.strip():
            return title
        return next((heading.text for heading in self.headings if heading.level == 1), self.key)

    @property
    def title_line(self) -> int:
        """The line of the first heading, else the first line behind the front matter."""
        return self.headings[0].line if self.headings else self.body_line

    @cached_property
    def prose(self) -> Prose:
        """The lines with front matter, fenced code and comments blanked, column for column."""
        return blank(self.lines, before=self.body_line - 1)

    @cached_property
    def fences(self) -> Blocks:
        """The block fences, broken ones included."""
        return read_blocks(self.prose.lines)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order of their headers."""
        return self.fences.items

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order."""
        return read_headings(self.prose.lines)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections in order; the first has the key `page`."""
        starts = [heading for heading in self.headings if heading.level == 2]
        ends = [heading.line for heading in starts] + [len(self.lines) + 1]
        first = Section(PAGE_SECTION, None, range(self.body_line, ends[0]))
        return first, *(
            Section(heading.id, heading, range(heading.line, end))
            for heading, end in zip(starts, ends[1:], strict=True)
        )

    @cached_property
    def attribute_lists(self) -> tuple[AttributeList, ...]:
        """Whatever the renderer may take for `{ #id .class key=value }`."""
        return read_attribute_lists(self.prose.lines)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links and images in order."""
        return read_links(self.prose.lines, masked=sorted(self.fence_lines))

    @cached_property
    def fence_lines(self) -> frozenset[int]:
        """The lines of block headers, options and closings."""
        numbers: set[int] = set(self.fences.strays) | set(self.fences.malformed)
        for block in self.blocks:
            numbers.update(range(block.line, block.body.start))
            if block.end is not None:
                numbers.add(block.end)
        return frozenset(numbers)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions in order."""
        return read_questions(self.blocks, self.prose.lines)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that the page will have: from attribute lists, questions and objectives."""
        written = frozenset(name for found in self.attribute_lists for name in found.ids)
        written |= {f"question-{question.id}" for question in self.questions}
        objectives = self.front_matter.get("objectives")
        if not isinstance(objectives, Mapping):
            return written
        return written | {f"objective-{name}" for name in objectives}

    def place(self, line: int, column: int = 1, *, end_column: int | None = None) -> Place:
        """Return a place on one line; without columns it covers what is written on the line."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        if end_column is None:
            end_column = max(len(text.rstrip()) + 1, column + 1)
            if column == 1:
                column = len(text) - len(text.lstrip()) + 1
        return Place(self.path, line, min(column, end_column), line, end_column)

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a key of the front matter, else of the nearest key above it."""
        return self._head_place(self.head.keys, path)

    def value_place(self, *path: str | int) -> Place:
        """Return the place where a value of the front matter begins, else as `key_place`."""
        if path in self.head.values:
            return self._head_place(self.head.values, path)
        return self.key_place(*path)

    def _head_place(
        self, spans: Mapping[tuple[str | int, ...], Span], path: tuple[str | int, ...]
    ) -> Place:
        while path and path not in spans:
            path = path[:-1]
        if not path:
            return self.place(1)
        span = spans[path]
        return self.place(span.line, span.column, end_column=span.end_column)


def parse_page(raw: bytes, *, path: str, language: str, key: str) -> Page:
    """Return the page that these bytes are; raise PageError with path and line."""
    source = SourceText(decode(raw, path=path))
    for number, line in enumerate(source.lines, 1):
        if len(line) > LONGEST_LINE:
            message = f"A line of more than {LONGEST_LINE} characters. Break it."
            raise PageError(message, path=path, line=number)
    head, taken = split_front_matter(source.lines, path=path)
    return Page(path, language, key, source, head, taken + 1)
