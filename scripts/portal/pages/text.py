"""Bytes of a page to text and lines, and which parts of the lines are no prose."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from portal.errors import PageError

LARGEST = 1_000_000
"""Bytes that a page may have."""
LONGEST_LINE = 10_000
"""Characters that a line may have: both bound the time that a hostile page can cost."""

_GAP = re.compile(r"[^\S\u00a0\u202f]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
# Only a bare language name: what the renderer may not take for code must not be hidden from rules.
_CODE_START = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,}) *[\w+#.-]* *$")
# A comment that every HTML parser ends at the same place: no `--`, no angle bracket inside.
COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--)[^<>])*-->")
_BLOCK_COMMENT = re.compile(rf"^{COMMENT.pattern}", re.MULTILINE)


@dataclass(frozen=True, eq=False)  # no slots: cached properties need a dictionary
class SourceText:
    """The text of a file with its lines; lines and columns count from 1, in code points."""

    text: str
    """As in the file: byte order mark and line ends kept, so that offsets are the file's."""

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        first = 1 if self.text.startswith("\ufeff") else 0
        return (first, *(match.end() for match in _LINE_END.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a final line end makes no further line."""
        lines = _LINE_END.split(self.text.removeprefix("\ufeff"))
        return tuple(lines[:-1] if lines[-1] == "" else lines)

    def offset(self, line: int, column: int) -> int:
        """Return the offset into `text` of a place."""
        return self._starts[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset into `text`."""
        line = bisect.bisect_right(self._starts, max(offset, self._starts[0]))
        return line, max(offset, self._starts[0]) - self._starts[line - 1] + 1


def on_one_line(text: str) -> str:
    r"""Return a text with single spaces; no-break spaces stay, French marks hold to words by them.

    >>> on_one_line(" Qui\n  paie\u00a0? ")
    'Qui paie\xa0?'
    """
    return _GAP.sub(" ", text.strip())


def decode(raw: bytes, *, path: str) -> str:
    """Return the text of a page's bytes; raise PageError with the line that is no UTF-8."""
    if len(raw) > LARGEST:
        raise PageError(f"The page is larger than {LARGEST} bytes. Split it.", path=path)
    if b"\0" in raw:
        message = "The file is not text: it holds a NUL byte. Save it as UTF-8 text."
        raise PageError(message, path=path, line=raw[: raw.index(b"\0")].count(b"\n") + 1)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f"The file is not UTF-8 (byte 0x{raw[error.start]:02x}). Save it as UTF-8."
        raise PageError(message, path=path, line=line) from None


class Prose(NamedTuple):
    """The lines of a page with all that is no prose blanked, column for column."""

    lines: tuple[str, ...]
    with_comments: tuple[str, ...]
    """The same, comments left: the renderer may see something else in what looks like one."""
    code: frozenset[int]
    """Numbers of the lines of fenced code, the fences included."""
    unclosed_code: int | None
    """The line of a code fence that is never closed; the renderer does not take it for code."""


def blank(lines: Sequence[str], *, before: int) -> Prose:
    """Blank the first `before` lines, fenced code and comments."""
    result = ["" for _ in lines[:before]]
    rest = list(lines[before:])
    code: set[int] = set()
    unclosed = None
    position = 0
    while position < len(rest):
        opening = _CODE_START.match(rest[position])
        if opening is None:
            position += 1
            continue
        closing = re.compile(rf"^ *{re.escape(opening['fence'])} *$")
        end = next((n for n in range(position + 1, len(rest)) if closing.match(rest[n])), None)
        if end is None:
            unclosed = unclosed or before + position + 1
            position += 1
            continue
        code.update(range(before + position + 1, before + end + 2))
        rest[position : end + 1] = [" " * len(line) for line in rest[position : end + 1]]
        position = end + 1
    bare = _without_comments(rest) if rest else []
    return Prose((*result, *bare), (*result, *rest), frozenset(code), unclosed)


def _without_comments(lines: list[str]) -> list[str]:
    """Blank the comments that are comments for every reader of Markdown.

    At the beginning of a line the renderer takes them out before all else; within a line a
    back-tick or a backslash can make text of them.
    """
    text = _BLOCK_COMMENT.sub(_spaces, "\n".join(lines))
    return [
        line if "`" in line or "\\" in line else COMMENT.sub(_spaces, line)
        for line in text.split("\n")
    ]


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


def without_code_spans(lines: Sequence[str]) -> tuple[str, ...]:
    """Blank the code spans that stand on one line and are also code when paragraphs are read whole.

    Renderers disagree about back-ticks across lines; what one of them may show stays visible.
    """
    if not lines:
        return ()
    text = "\n".join(lines)
    paragraphs = re.split(r"(\n[ \t]*(?=\n))", text)
    whole = "".join(_SPAN.sub(_spaces, part) for part in paragraphs)
    single = [_SPAN.sub(_spaces, line) for line in lines]
    return tuple(
        "".join(" " if a == b == " " else c for a, b, c in zip(one, two, raw, strict=True))
        if "`" in raw
        else raw
        for one, two, raw in zip(single, whole.split("\n"), lines, strict=True)
    )
