"""Words with something inside them that no reader sees as a part: read as if it were not there.

Soft hyphens and joiners of web pages ("para\u00adgraph"), words cut at the end of a line
("para-" and "graph"; Chinese ones are cut without a hyphen), ordinal marks set high by markup
("1<sup>er</sup>").
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from portal.citations.citation import Citation, Problem, Target

_SMALL = "[a-zß-öø-ÿа-яё]"
_JOINED = re.compile("(?<=[^\\W\\d_])[\u00ad\u200b-\u200d\u2060]++(?=[^\\W\\d_])")
_CUT = re.compile(f"(?<={_SMALL})-\\r?\\n[ \\t]{{0,8}}(?={_SMALL}{{2}})")
_HIGH = re.compile(
    "(?<=\\d)(?P<open><sup>|\\^)(?:er|re|ère|e|ème|nde?|st|rd|th|o|a|º|ª)(?P<close></sup>|\\^)"
)
_MARKED = re.compile("[^\\W\\d_][\u0300-\u036f\u0653-\u0655]+")
_HAN_CUT = re.compile(
    "(?:(?<=第)十|(?<=第[二三四五六七八九])十|附(?=\\n *件)|部(?=\\n *分)|公(?=\\n *[约約]))"
    "(?P<open>\\n[ \\t]{0,8})(?=[一二三四五六七八九件分约約])"
)
_PATTERNS = {"-": _CUT, "<": _HIGH, "^": _HIGH, **dict.fromkeys("十附部公", _HAN_CUT)}
"""What a break begins with -> the whole of it; with anything else it is one sign or several."""


def compose(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of the same length with each letter in one sign, and where its marks stood.

    Files from macOS and from PDF readers write "й" as "и" with a breve behind it.
    """
    marks: list[tuple[int, int]] = []
    if unicodedata.is_normalized("NFC", text):
        return text, marks

    def one(match: re.Match[str]) -> str:
        letter = unicodedata.normalize("NFC", match[0])
        if len(letter) < len(match[0]):
            marks.append((match.start() + len(letter), match.end()))
        return letter + match[0][len(letter) :]

    return _MARKED.sub(one, text), marks


def find_breaks(text: str, places: Iterable[tuple[str, int]]) -> list[tuple[int, int]]:
    """Return the stretches to be left out, in order; a survey has told where they may begin."""
    found: set[tuple[int, int]] = set()
    reached: dict[str, int] = {}
    for literal, pos in places:
        if pos < reached.get(literal, 0):
            continue
        pattern = _PATTERNS.get(literal[0], _JOINED)
        match = pattern.match(text, pos)
        if match is None:
            continue
        found |= {match.span(name) for name in pattern.groupindex} or {match.span()}
        reached[literal] = match.end()
    return sorted(found)


class Places(NamedTuple):
    """Where stretches were left out of a text, in offsets of what remains."""

    starts: list[int]
    totals: list[int]
    """How much is missing before each of them, and at the end."""
    marks: dict[int, int]
    """Where the marks of a letter were left out -> how many: they belong to what ends there."""

    def at(self, offset: int) -> int:
        """Return an offset of the shortened text as one of the whole text."""
        return offset + self.totals[bisect.bisect_right(self.starts, offset)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of the shortened text as one of the whole text."""
        if end <= start:
            return self.at(start), self.at(start)
        return self.at(start), self.at(end - 1) + 1 + self.marks.get(end, 0)


def leave_out(text: str, breaks: list[tuple[int, int]]) -> tuple[str, Places]:
    """Return the text without the stretches, and where they were."""
    pieces, starts, totals, done = [], [], [0], 0
    marks: dict[int, int] = {}
    for start, end in breaks:
        pieces.append(text[done:start])
        if unicodedata.combining(text[start]):
            marks[start - totals[-1]] = end - start
        starts.append(start - totals[-1])
        totals.append(totals[-1] + end - start)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), Places(starts, totals, marks)


def put_back(citation: Citation, places: Places) -> Citation:
    """Return a citation of the shortened text at the offsets of the whole one."""
    targets = tuple(
        Target(t.id, t.status, *places.span(t.start, t.end), t.candidates) for t in citation.targets
    )
    problems = tuple(
        Problem(p.kind, *places.span(p.start, p.end), p.replacement) for p in citation.problems
    )
    start, end = places.span(citation.start, citation.end)
    return replace(citation, start=start, end=end, targets=targets, problems=problems)
