"""What changed between two texts, line by line and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[\w'’/.,-]*\w[\w'’/-]*|.", re.DOTALL)
CONTEXT = 1
"""Unchanged lines shown on each side of a change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: `same`, `old` (gone) or `new`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of the comparison; a `gap` stands for unchanged lines left out."""

    kind: str
    """`same`, `changed` or `gap`."""
    pieces: tuple[Piece, ...] = ()


def diff_lines(old: Sequence[str], new: Sequence[str]) -> tuple[DiffLine, ...]:
    """Compare two lists of lines; unchanged ones far from a change are left out."""
    lines: list[DiffLine] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            lines += (DiffLine("same", (Piece("same", text),)) for text in old[a:b])
        else:
            lines += _changed(old[a:b], new[c:d])
    return tuple(_near_changes(lines))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    """Pair lines as far as both sides have them; one sentence a line makes the pairs fit."""
    for number in range(max(len(old), len(new))):
        before = old[number] if number < len(old) else ""
        after = new[number] if number < len(new) else ""
        pieces = tuple(word_pieces(before, after))
        if pieces:
            yield DiffLine("changed", pieces)


def word_pieces(old: str, new: str) -> Iterator[Piece]:
    """Yield what two lines share and where they differ, by words and signs.

    >>> [(p.kind, p.text) for p in word_pieces("is 15 g.", "is 50 g.")]
    [('same', 'is '), ('old', '15'), ('new', '50'), ('same', ' g.')]
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(before[a:b]))
            continue
        if a < b:
            yield Piece("old", "".join(before[a:b]))
        if c < d:
            yield Piece("new", "".join(after[c:d]))


def _near_changes(lines: Sequence[DiffLine]) -> Iterator[DiffLine]:
    changed = [n for n, line in enumerate(lines) if line.kind == "changed"]
    shown = {n + step for n in changed for step in range(-CONTEXT, CONTEXT + 1)}
    left_out = False
    for number, line in enumerate(lines):
        if number in shown:
            if left_out:
                yield DiffLine("gap")
            left_out = False
            yield line
        else:
            left_out = True


_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}"), "same": ("", "")}
_COLOURS = {"old": ("\x1b[31;9m", "\x1b[0m"), "new": ("\x1b[32m", "\x1b[0m"), "same": ("", "")}


def written(line: DiffLine, *, colour: bool = False) -> str:
    """Write a line: `[-old-]{+new+}`, or in colours."""
    if line.kind == "gap":
        return "…"
    marks = _COLOURS if colour else _MARKS
    return "".join(f"{marks[p.kind][0]}{p.text}{marks[p.kind][1]}" for p in line.pieces)
