"""What a relative reference can lean on: a heading, a given provision, the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.citations.citation import How
from portal.citations.hard_breaks import HEADING_END
from portal.citations.lexicon import Lexicon
from portal.citations.written import Group

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)")
_ABBREVIATION_REACH = 12
_BODY = re.compile(r"[^.,;:!?()|\x1d\x1e]{3,120}[,،]\s*(?:\w{1,4}\s+)?\Z")
"""The name of the body that took a decision, and the comma between it and a paragraph."""
_SENTENCE_REACHES = (300, 5000)
"""How far back the start of a sentence is looked for: near first, because it mostly is."""


@dataclass(slots=True)
class Mention:
    """A citation that later words of the same sentence can mean."""

    end: int
    ids: list[str]
    """Empty for another instrument's provision."""
    foreign: bool
    group: Group


@dataclass(slots=True)
class Contexts:
    """Walks through one text from top to bottom."""

    text: str
    lexicon: Lexicon
    given: str | None
    surrounding: str | None = None
    how: How = "given"
    mentions: list[Mention] = field(default_factory=list)
    _headings: list[tuple[int, int]] = field(default_factory=list)
    _next: int = 0
    heading_end: int = -1
    heading_open: bool = False
    """Whether the last heading contains citations and has not yet lent its provision."""
    wake: int = 0
    """Before this offset neither `move` nor the end of a heading has anything to do."""
    _sentence_pos: int = 0
    _sentence_start: int = 0

    def __post_init__(self) -> None:
        self.surrounding = self.given
        if "#" in self.text:
            self._headings = list(find_headings(self.text))

    def move(self, pos: int) -> None:
        """Take in the headings up to `pos`; each takes the place of what was said before."""
        while self._next < len(self._headings) and self._headings[self._next][0] <= pos:
            start, self.heading_end = self._headings[self._next]
            self._next += 1
            if pos > self.heading_end:
                self.reset()
            else:
                self._sentence_pos = self._sentence_start = max(self._sentence_pos, start)
                self.mentions.clear()
                self.heading_open = True
        self._set_wake()

    def _set_wake(self) -> None:
        if self.heading_open:
            self.wake = self.heading_end
        else:
            more = self._next < len(self._headings)
            self.wake = self._headings[self._next][0] if more else len(self.text) + 1

    def reset(self) -> None:
        """Forget heading and sentence; what was given for the whole text stays."""
        self.surrounding, self.how = self.given, "given"
        self.mentions.clear()

    def clear(self) -> None:
        """Forget everything: a decision is quoted, or a reference could not be read."""
        self.surrounding = None
        self.mentions.clear()

    def in_heading(self, pos: int) -> bool:
        """Tell whether an offset stands in the heading that was taken in last."""
        return pos < self.heading_end

    def around(self, pos: int, *, above: bool) -> str | None:
        """Return the provision that `pos` stands below; None behind a citation in a heading.

        There the heading's own citation is meant, not that of the heading above it.
        """
        if self.mentions and self.in_heading(pos):
            return None
        return self.surrounding or (self.given if above else None)

    def heading_names(self, provision: str | None) -> None:
        """Let the heading that was taken in last lend its provision to what follows."""
        self.heading_open = False
        self._set_wake()
        self.mentions.clear()
        if provision is None:
            self.reset()
        else:
            self.surrounding, self.how = provision, "heading"

    def sentence_start(self, pos: int) -> int:
        """Return where the sentence around `pos` starts; offsets must be asked in order."""
        for reach in _SENTENCE_REACHES:
            low = max(self._sentence_pos, pos - reach)
            ends = [
                match.span() for match in self.lexicon.sentence_end.finditer(self.text, low, pos)
            ]
            real = next((e for s, e in reversed(ends) if not self._is_abbreviation(s)), None)
            if real is not None or low == self._sentence_pos:
                break
        if real is not None:
            self._sentence_start = real
        elif low > self._sentence_pos:
            self._sentence_start = low
        self._sentence_pos = max(self._sentence_pos, pos)
        return self._sentence_start

    def _is_abbreviation(self, stop: int) -> bool:
        if self.text[stop : stop + 1] != ".":
            return False
        before = self.text[max(0, stop - _ABBREVIATION_REACH) : stop]
        return self.lexicon.abbreviation.search(before) is not None

    def in_sentence(self, pos: int) -> list[Mention]:
        """Return the mentions of the sentence around `pos`, nearest first."""
        start = self.sentence_start(pos)
        return [mention for mention in reversed(self.mentions) if mention.end > start]

    def in_foreign_decision(self, pos: int) -> bool:
        """Tell whether a paragraph is another body's, whose decision and name stand before it.

        That is "resolution 5/14 of the Environment Assembly, paragraph 3".
        """
        last = self.mentions[-1] if self.mentions else None
        if last is None or not last.foreign or last.group.root().level != "dec":
            return False
        return _BODY.match(self.text, last.end, pos) is not None

    def goes_on_elsewhere(self, end: int) -> bool:
        """Tell whether a part that ends here is one of something else: "Part I of the workshop"."""
        elsewhere = self.lexicon.elsewhere
        return elsewhere is not None and elsewhere.match(self.text, end) is not None

    def mention(self, mention: Mention) -> None:
        """Remember a citation for what follows in its sentence."""
        if len(self.mentions) > 24:
            del self.mentions[:12]
        self.mentions.append(mention)


def find_headings(masked: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the headings of a masked text, in order."""
    end = masked.find(HEADING_END)
    while end >= 0:
        yield max(masked.rfind("\n", 0, end), masked.rfind(HEADING_END, 0, end)) + 1, end
        end = masked.find(HEADING_END, end + 1)
    last = max(masked.rfind("\n"), masked.rfind(HEADING_END)) + 1
    if _HEADING.match(masked, last):
        yield last, len(masked)
