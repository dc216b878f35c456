"""Line breaks that no citation crosses, marked so that every other one counts as a blank."""

from __future__ import annotations

import re

HEADING_END = "\x1e"
"""Stands for the line break after a heading."""
ENTRY_START = "\x1d"
"""Stands for the line break before a blank line, a list entry, a block or a table row.

Also for the one after the line that opens or closes a block: a title is no part of the first line.
"""
_BREAKS = f"\n{ENTRY_START}{HEADING_END}"
_FENCE = re.compile(f"///[^{_BREAKS}]*\n")
_DEEPEST_FENCE = 3
"""Blanks that may stand before one."""
_ENTRY = re.compile(r"\n(?=[ \t\r]*+(?:\n|[-+•] |///|\|))")
_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t\r\n])")


def start_entries(masked: str) -> str:
    """Put ENTRY_START in the place of the break before each blank line, entry, block and row."""
    masked = _ENTRY.sub(ENTRY_START, masked)
    return _end_fences(masked) if "///" in masked else masked


def _end_fences(masked: str) -> str:
    """Put ENTRY_START in the place of the break after each line that begins with `///`."""
    pieces: list[str] = []
    done, start = 0, masked.find("///")
    while start >= 0:
        line = _FENCE.match(masked, start)
        if line is not None and _begins_line(masked, start):
            pieces += [masked[done : line.end() - 1], ENTRY_START]
            done = line.end()
        start = masked.find("///", max(start + 1, line.end() if line is not None else 0))
    pieces.append(masked[done:])
    return "".join(pieces)


def _begins_line(masked: str, start: int) -> bool:
    before = masked[max(0, start - _DEEPEST_FENCE - 1) : start].rstrip(" ")[-1:]
    return before in _BREAKS if before else start <= _DEEPEST_FENCE


def end_headings(masked: str) -> str:
    """Put HEADING_END in the place of the line break after each heading."""
    pieces: list[str] = []
    done, pos = 0, masked.find("#")
    while pos >= 0:
        line = masked.rfind("\n", done, pos) + 1 or done
        end = masked.find("\n", pos)
        if end < 0:
            break
        if _HEADING.match(masked, line) is not None:
            pieces += [masked[done:end], HEADING_END]
            done = end + 1
        pos = masked.find("#", end)
    pieces.append(masked[done:])
    return "".join(pieces)
