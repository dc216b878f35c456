"""Findings for people: the place, the line with carets, the remedy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from portal.findings import Finding, Place, Severity
from portal.findings_output.formats import Rendering
from portal.findings_output.safe_text import visible, width

WIDEST = 100
"""Columns of an excerpt; what is longer is cut around the place."""

# First strong isolate and its end: an Arabic line is drawn by its own rules and spills on nothing.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def write(rendering: Rendering) -> str:
    """Return all findings and a line that sums them up."""
    parts = [_finding(finding, rendering) for finding in rendering.findings]
    return "\n".join((*parts, _summary(rendering)))


def _finding(finding: Finding, rendering: Rendering) -> str:
    place, colour = finding.place, _COLOURS[finding.severity]
    where = visible(f"{place.path}:{place.line}:{place.column}:")
    kind = _paint(f"{finding.severity} {finding.rule}", f"1;{colour}", rendering)
    lines = [f"{_paint(where, '1', rendering)} {kind} {visible(finding.message)}"]
    lines += _excerpt(place, colour, rendering)
    for other, why in finding.related:
        lines.append(f"   = see {visible(f'{other.path}:{other.line}:{other.column}: {why}')}")
    fixable = " (`--fix` does it)" if finding.fix else ""
    lines.append(f"   = {_paint('help:', '1', rendering)} {visible(finding.help)}{fixable}")
    return "\n".join(lines) + "\n"


def _excerpt(place: Place, colour: str, rendering: Rendering) -> Iterator[str]:
    lines = rendering.lines(place.path)
    if not 0 < place.line <= len(lines):
        return
    raw = lines[place.line - 1]
    start = min(place.column - 1, len(raw))
    end = len(raw)
    if place.end_column is not None and place.end_line in (None, place.line):
        end = min(max(place.end_column - 1, start), len(raw))
    before, marked, after = _cut(visible(raw[:start]), visible(raw[start:end]), visible(raw[end:]))
    text = before + marked + after
    if not text.strip():
        return
    number = str(place.line)
    margin = " " * len(number)
    carets = " " * width(before) + _paint("^" * max(width(marked), 1), colour, rendering)
    shown = f"{_ISOLATE}{text}{_END_ISOLATE}" if _right_to_left(text) else text
    yield f" {margin} |"
    yield f" {number} | {shown}"
    yield f" {margin} | {carets}"


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Shorten a long line to what stands around the marked part."""
    if len(before) + len(marked) + len(after) <= WIDEST:
        return before, marked, after
    if len(marked) > WIDEST // 2:
        marked = marked[: WIDEST // 2] + "…"
    room = max((WIDEST - len(marked)) // 2, 10)
    if len(before) > room:
        before = "…" + before[-room:]
    return before, marked, after if len(after) <= room else after[:room] + "…"


def _right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)


def _paint(text: str, colour: str, rendering: Rendering) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if rendering.colour else text


def _summary(rendering: Rendering) -> str:
    pages = f"{rendering.files} page{'' if rendering.files == 1 else 's'} checked"
    counts = Counter(finding.severity for finding in rendering.findings)
    if not counts:
        return f"{pages}: nothing found.\n"
    words = [f"{n} {level}{'' if n == 1 else 's'}" for level in Severity if (n := counts[level])]
    return f"{pages}: {', '.join(words)}.\n"
