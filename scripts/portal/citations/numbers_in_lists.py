"""Telling a further number of a list from a year, a quantity and the head of another chain."""

from __future__ import annotations

import re

from portal.citations.letters import roman_value
from portal.citations.lexicon import Lexicon
from portal.citations.steps import LARGEST_LISTED, StepReader
from portal.citations.written import Item, Step

_QUANTITY = re.compile(r" ?(?:%|‰|°)|\.\d|(?<!/\d)(?<!/\d\d)/\d|(?P<decimals>,\d+)")

_OF_A_CODE = re.compile(
    r"\s*(?P<number>[1-9]\d{3}(?:-\d{1,3})?)(?![\w/-]|\.\d)(?:,? (?:\w{1,3} )?\d{4}(?![\w./])){0,9}"
)
"""A number with four digits, and those of its list: "1240 et 1241"."""
_YEARS = range(1900, 2100)
_ENTRY_LABEL = re.compile(r" *\(?\w{1,4}\)")
"""A letter at the start of a line: the next line that has one is an entry, too."""
_LINE_REACH = 400
_SEMICOLONS = frozenset(";؛；")
ANNEX_MARKS = frozenset("./-‐‑–")
_LONE_LETTERS = frozenset("bcdfghjk")
"""Letters of subparagraphs that are no word: "art. 7.3 a été" is French."""
_GLUED_PART = re.compile(r"[./‐‑–-](?P<label>I{1,3})(?!\w)")
"""The part in "Annex A.I", "A/I", "A-I"."""


class NumberJudge(StepReader):
    """Judges numbers by what stands around them."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        super().__init__(text, lexicon)
        self.outer_plural = False
        """Whether the list stands below a plural: "Articles 8, paragraph 5, and 9, …"."""
        self.outer_surely = False
        """Whether that plural is one for sure: "art." may be none."""

    def is_quantity(self, steps: list[Step], level: str, *, plural: bool = False) -> bool:
        """Tell whether a number is a year, a quantity or the head of a chain of its own."""
        value, end = int(steps[0].values[0]), steps[-1].end
        mark = _QUANTITY.match(self.text, end)
        large = self._is_large(value, end, listed=plural and level == "art")
        if large or (mark is not None and mark["decimals"] is None):
            return True
        if mark is not None and self.lexicon.follows.match(self.text, mark.end()) is None:
            return not (plural and self._is_dense(steps[0].start, value, mark))
        return self.outer_plural and self._names_its_own(end, level)

    def _is_large(self, value: int, end: int, *, listed: bool) -> bool:
        """Tell whether a number is a sum, and no further article of another law.

        The treaty has none with three digits, but a list cut before "307 of the Code" would look
        like its own. Behind a plural, `listed`, what is followed by no plain word is an article.
        """
        if value <= LARGEST_LISTED:
            return False
        return not self._is_named(end) and not (
            listed and self.lexicon.follows.match(self.text, end)
        )

    def _is_named(self, end: int) -> bool:
        """Tell whether another instrument's name follows: "1382 du Code civil"."""
        of, foreign = self.lexicon.of.match(self.text, end), self.lexicon.foreign
        places = (end,) if of is None else (end, of.end())
        return foreign is not None and any(
            foreign.match(self.text, self.skip(place)) for place in places
        )

    def _number(self, level: str, pos: int) -> list[Step] | None:
        found = super()._number(level, pos)
        if found is not None or level != "art":
            return found
        code = _OF_A_CODE.match(self.text, pos)
        if code is None or self.lexicon.number.match(self.text, pos) is None:
            return None
        # Only a code has so many articles; where it could be a year the code must follow.
        if int(code["number"][:4]) in _YEARS and not self._is_named(code.end()):
            return None
        return [Step(level, ("0",), *code.span("number"), numeric=True, foreign=True)]

    def behind_semicolon(self, steps: list[Step]) -> int:
        """Return where the 4 of "Articles 3; 4; 7" stands; 0 if none goes on with the list.

        It is digits alone, larger than the last, and no label of an entry: "; 4)".
        """
        last = steps[-1]
        if len(steps) > 1 or not last.numeric:
            return 0
        title = self.lexicon.title.match(self.text, last.end)
        if title is not None and any(stem in title[0] for stem in self.lexicon.grammar.stems):
            return 0
        end = self.skip(last.end if title is None else title.end())
        if self.text[end : end + 1] not in _SEMICOLONS:
            return 0
        pos = self.skip(end + 1)
        number = self._number("", pos) if self.text[pos : pos + 1].isdecimal() else None
        if number is None or int(number[0].values[0]) <= int(last.values[0]):
            return 0
        end = number[-1].end
        label = self.text[end - 1] == ")" or self.ends_label(end)
        return pos if not label and self._ends_or_is_named(end) else 0

    def _ends_or_is_named(self, end: int) -> bool:
        """Tell whether behind a number a mark, a unit or the name of an instrument stands."""
        lexicon, pos = self.lexicon, self.skip(end)
        if lexicon.follows.match(self.text, end) or lexicon.ours.match(self.text, pos):
            return True
        return lexicon.foreign is not None and lexicon.foreign.match(self.text, pos) is not None

    def _is_dense(self, start: int, value: int, mark: re.Match[str]) -> bool:
        """Tell whether a number with two commas is a list: "Articles 7,8,9 apply"."""
        before = self.text[max(0, start - 2) : start]
        ascending = int(mark["decimals"][1:4]) > value
        return len(before) == 2 and before[0].isdigit() and before[1] == "," and ascending

    def _names_its_own(self, end: int, level: str) -> bool:
        """Tell whether a number is followed by a unit of the list's level: "9, paragraph 5"."""
        link = self.lexicon.link.match(self.text, end)
        pos = self.skip(link.end() if link is not None and link["comma"] else end)
        match = self.lexicon.start.match(self.text, pos)
        if match is None or match.lastgroup is None or match.lastgroup[0] != "u":
            return False
        return self.lexicon.units[int(match.lastgroup[1:])].level == level

    def _continues(self, end: int, step: Step) -> bool:
        """Refuse a bracket at the start of a line that begins a list entry, not a wrapped line."""
        if "\n" not in self.text[end : step.start]:
            return True
        line = self.text.rfind("\n", max(0, end - _LINE_REACH), end) + 1
        entry = _ENTRY_LABEL.match(self.text, line)
        goes_on = self.lexicon.follows.match(self.text, step.end) or self._half(step.end)
        return entry is None and goes_on is not None

    def is_said_twice(self, first: Step, step: Step) -> bool:
        """Tell whether digits in brackets repeat the word before them: المادة الثامنة (8).

        The word then takes in the brackets. "Article III (3)" is its paragraph 3.
        """
        begin = self.text[first.start]
        if not first.numeric or step.values != first.values or begin.isascii() or begin.isdecimal():
            return False
        first.end = step.end
        return True

    def after_of(self, end: int) -> int | None:
        """Return where a governing unit may stand behind a number; None where none can."""
        of = self.lexicon.of.match(self.text, end)
        if of is None and not self.lexicon.grammar.bare_names:
            return None
        return self.skip(end if of is None else of.end())

    def is_governed(self, end: int, level: str) -> bool:
        """Tell whether something follows that a unit belongs to: "paragraph 5 of Article 8"."""
        pos = self.after_of(end)
        if pos is not None and level == "part" and not self.lexicon.grammar.bare_names:
            return True
        return pos is not None and self.lexicon.start.match(self.text, pos) is not None

    def letter_behind_path(self, last: Step) -> list[Step]:
        """Read the b in "art. 8.5 b": no word of one letter, and a plain word does not follow."""
        near = self.text[last.end + 1 : last.end + 3]
        dotted = last.numeric and self.text[last.start - 1] == "."
        if not dotted or near[:1] not in _LONE_LETTERS or near[1:].isalnum():
            return []
        return self._lettered("", last.end, bare=True) or []

    def paragraph_at(self, pos: int) -> list[Step]:
        """Read "5, c)" in "art. 8, 5, c)", "3°" and "3)": behind one article it is a paragraph."""
        steps = self._number("", pos) or []
        if len(steps) != 1 or steps[0].foreign:
            return []
        if self.text[steps[0].end - 1] in "°º)":
            steps[0].bracketed = True
            return steps
        link = self.lexicon.link.match(self.text, steps[0].end)
        after = link.end() if link is not None and link["comma"] == "," else steps[0].end
        below = self._bracket(after) or self._half(after)
        if below is None or below.numeric:
            return []
        steps[0].bracketed = True
        return [*steps, below]

    def below_annex(self, pos: int) -> list[Step]:
        """Read ".1.b" in "Annex C.1.b" and "-II" in "Annex A-II"."""
        part = _GLUED_PART.match(self.text, pos)
        if part is not None:
            value = str(roman_value(part["label"].lower()))
            return [Step("part", (value,), *part.span("label"), numeric=False)]
        dotted = self.text[pos] == "." and self.text[pos + 1 : pos + 2].isdecimal()
        return (self._number("", pos + 1) if dotted else None) or []

    def complete_dotted(self, before: Item, item: Item) -> None:
        """Read the 6 of "Article 13.5-6" as one of the paragraphs of Article 13."""
        first, step = before.steps[-1], item.steps[0]
        glued = self.text[first.start - 1 : first.start] == "." and step.start == first.end + 1
        if glued and len(item.steps) == 1 and int(step.values[0]) > int(first.values[0]):
            step.level, step.bracketed = first.level, True
            item.steps = [*before.steps[:-1], step]

    def make_part(self, step: Step) -> None:
        """Make "(II)" in "Annex A (II)" its Part II; its items have small numerals."""
        value = roman_value(step.values[0])
        if value is not None and self.text[step.start : step.end].strip("() ").isupper():
            step.level, step.values = "part", (str(value),)
