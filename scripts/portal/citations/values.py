"""Reading numbers, letters and their lists after a unit word."""

from __future__ import annotations

import re

from portal.citations.grammar import Unit
from portal.citations.letters import roman_value
from portal.citations.lexicon import Lexicon
from portal.citations.written import Item, Step

_MOST_ITEMS = 400
_MOST_STEPS = 6
_LARGEST_LISTED = 99
"""Beyond it, a number that only an "and" or a comma joins is a year or a quantity."""
_QUANTITY = re.compile(r"[  ]?(?:%|‰|°|[.,]\d|/\d)")


class ValueReader:
    """Reads values at offsets of one masked text; every method returns None where there is none."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.outer_plural = False
        """Whether the list being read stands below a plural: "Articles 8, paragraph 5, and 9, …"."""
        self._evidence: frozenset[str] | None = None

    def evidence(self) -> frozenset[str]:
        """Return what the grammar learns from the whole page about its lettering."""
        if self._evidence is None:
            gather = self.lexicon.grammar.evidence
            self._evidence = gather(self.text) if gather else frozenset()
        return self._evidence

    def skip(self, pos: int) -> int:
        """Return the offset after white space."""
        match = self.lexicon.skip.match(self.text, pos)
        return match.end() if match is not None else pos

    def read_items(self, unit: Unit, pos: int, *, singular: bool, sure: bool = False) -> list[Item] | None:
        """Read the list of values of a unit from `pos`: `5 (a) and (c), 6 to 8`."""
        level, numbered = unit.level, unit.numbered
        first = self.first_item(level, pos, numbered, sure=sure)
        if first is None:
            return None
        items = [first]
        while len(items) < _MOST_ITEMS:
            end = items[-1].steps[-1].end
            link = self.lexicon.link.match(self.text, end)
            if link is None:
                break
            commas = link["comma"] is not None and link["and1"] is None
            item = self.next_item(items[-1], link.end(), level, numbered, doubtful=commas and singular)
            if item is None:
                break
            item.to = link["to"] is not None
            items.append(item)
        return items

    def first_item(
        self, level: str, pos: int, numbered: str = "", *, sure: bool = False
    ) -> Item | None:
        """Read the value right after a unit word, with the brackets behind it."""
        steps = self._leading(level, pos, numbered, sure=sure)
        return Item(self._more_steps(steps)) if steps else None

    def _leading(
        self, level: str, pos: int, numbered: str, *, sure: bool = False
    ) -> list[Step] | None:
        if level == "dec":
            return self._symbol(pos)
        if level == "annex":
            return self._labelled(self.lexicon.annex_value, level, pos)
        if level == "part":
            return self._labelled(self.lexicon.part_value, level, pos)
        number = self._number(numbered or level, pos)
        if number is not None:
            return number
        if level == "art":
            return self._roman_article(pos)
        bare = level != "para"
        return self._lettered(level if bare else "subpara", pos, bare=bare, sure=sure)

    def next_item(
        self, before: Item, pos: int, level: str, numbered: str, *, doubtful: bool
    ) -> Item | None:
        """Read a further value of a list, taking over from the item before what it leaves out."""
        if level in ("dec", "annex", "part"):
            steps = self._leading(level, pos, numbered)
            return None if steps is None or self._is_doubtful(steps, doubtful=doubtful) else Item(self._more_steps(steps))
        unit = before.steps[0].level
        number = self._number(unit if before.steps[0].numeric else numbered or level, pos)
        if number is not None:
            if int(number[0].values[0].split("-")[0]) > _LARGEST_LISTED or _QUANTITY.match(self.text, number[-1].end):
                return None
            if self.outer_plural and self._names_its_own(number[-1].end, level):
                return None
            return None if self._is_doubtful(number, doubtful=doubtful) else Item(self._more_steps(number))
        step = self._bracket(pos) or self._half(pos)
        if step is not None and not self._continues(pos, step):
            return None
        if step is None and not before.steps[-1].bracketed and not before.steps[-1].numeric:
            found = self._lettered(level, pos, bare=True)
            return Item(self._more_steps(found)) if found and not before.steps[-1].numeric else None
        if step is None:
            return None
        rest = self._more_steps([step])
        return Item(self._inherit(before, rest) + rest)

    def _is_doubtful(self, steps: list[Step], *, doubtful: bool) -> bool:
        """Tell whether a number is more likely a quantity: "Article 7, 3 years"."""
        end = self._more_steps(list(steps))[-1].end
        return doubtful and self.lexicon.follows.match(self.text, end) is None

    def _names_its_own(self, end: int, level: str) -> bool:
        """Tell whether a number is followed by a unit of the list's level: "9, paragraph 5"."""
        link = self.lexicon.link.match(self.text, end)
        pos = self.skip(link.end() if link is not None and link["comma"] else end)
        match = self.lexicon.start.match(self.text, pos)
        if match is None or match.lastgroup is None or match.lastgroup[0] != "u":
            return False
        return self.lexicon.units[int(match.lastgroup[1:])].level == level

    def _inherit(self, before: Item, rest: list[Step]) -> list[Step]:
        """Return the outer steps that a bracket alone, as in "6 (a) and (b)", leaves out."""
        step, kept = rest[0], before.steps
        same = [i for i, old in enumerate(kept) if old.numeric == step.numeric and (old.bracketed or i)]
        if kept[0].numeric == step.numeric and not kept[0].numeric:
            same = [i for i, old in enumerate(kept) if not old.numeric]
        if not same:
            return list(kept) if step.numeric is False else list(kept[:1])
        roman = not step.numeric and roman_value(step.values[0]) is not None
        place = same[-1] if roman and len(rest) == 1 else same[0]
        if not step.numeric and not step.level:
            step.level = kept[place].level
        return list(kept[:place])

    def _more_steps(self, steps: list[Step]) -> list[Step]:
        """Add the brackets that follow directly: `(a) (i)`."""
        while len(steps) < _MOST_STEPS:
            end = steps[-1].end
            step = self._bracket(end) or self._half(end)
            if step is None or not self._continues(end, step):
                break
            steps.append(step)
        return steps

    def _continues(self, end: int, step: Step) -> bool:
        """Refuse a bracket at the start of a line that begins a list entry, not a wrapped line."""
        if "\n" not in self.text[end : step.start]:
            return True
        return self.lexicon.follows.match(self.text, step.end) is not None

    def _number(self, level: str, pos: int) -> list[Step] | None:
        match = self.lexicon.number.match(self.text, pos)
        if match is None:
            return None
        value = self.lexicon.grammar.read_number(match["number"])
        if value is None:
            return None
        first, path = match.span("number"), match["path"]
        suffix = self.lexicon.suffix.match(self.text, first[1]) if not path else None
        bis = suffix["bis"].strip().lower() if suffix is not None and suffix["bis"] else ""
        end = suffix.end() if suffix is not None else first[1]
        label = f"{value}-{bis}" if bis else str(value)
        steps = [Step(level, (label,), first[0], end, numeric=True)]
        if path:
            self._add_path(steps, path)
        glued = self.lexicon.glued.match(self.text, steps[-1].end)
        if glued is not None and steps[-1].end == match.end():
            steps.append(self._letter_step("", glued))
        return steps

    def _add_path(self, steps: list[Step], path: str) -> None:
        """Add the steps of a dotted number, `7.3`; under a paragraph's word it starts at the article."""
        if steps[0].level == "para":
            steps[0].level = "art"
        pos = steps[0].end
        for part in path.split(".")[1:]:
            steps.append(Step("", (str(int(part)),), pos + 1, pos + 1 + len(part), numeric=True))
            pos += 1 + len(part)

    def _roman_article(self, pos: int) -> list[Step] | None:
        match = self.lexicon.roman.match(self.text, pos)
        value = roman_value(match["label"].lower()) if match else None
        if match is None or value is None:
            return None
        return [Step("art", (str(value),), *match.span("label"), numeric=True)]

    def _lettered(self, level: str, pos: int, *, bare: bool, sure: bool = False) -> list[Step] | None:
        step = self._bracket(pos) or self._half(pos)
        if step is None and bare:
            match = self.lexicon.bare_letter.match(self.text, pos)
            if match is not None and (sure or self.lexicon.follows.match(self.text, match.end())):
                step = self._letter_step(level, match, end=match.end())
        if step is None:
            return None
        step.level = level if not step.numeric else "para" if level == "subpara" else level
        return [step]

    def _labelled(self, pattern: re.Pattern[str], level: str, pos: int) -> list[Step] | None:
        match = pattern.match(self.text, pos)
        if match is None:
            return None
        label, (start, end) = match["label"], match.span("label")
        end = match.end() if self.text[start - 1 : start] in tuple("\"“«'‘„(") else end
        start -= end == match.end() and end != match.end("label")
        number = self.lexicon.number.fullmatch(label)
        if number is not None:
            value = self.lexicon.grammar.read_number(number["number"])
            return [Step(level, (str(value),), start, end, numeric=True)] if value else None
        letter = self.lexicon.grammar.read_letter(label, level, self.evidence())
        values = letter.values
        if level == "part":
            values = tuple(str(roman_value(v) or v) for v in values)
        return [Step(level, values, start, end, numeric=False, look_alike=letter.look_alike)]

    def _symbol(self, pos: int) -> list[Step] | None:
        match = self.lexicon.symbol.match(self.text, pos)
        if match is not None:
            cop, number = match["cop"] or match["cop2"], match["dec"] or match["dec2"]
            start = match.end() - len(match[0].lstrip())
            value = f"mc-{int(cop)}-{int(number)}"
            return [Step("dec", (value,), start, match.end(), numeric=True)]
        match = self.lexicon.foreign_symbol.match(self.text, pos)
        if match is None:
            return None
        start = match.end() - len(match[0].lstrip())
        return [Step("dec", ("other",), start, match.end(), numeric=True, foreign=True)]

    def _bracket(self, pos: int) -> Step | None:
        match = self.lexicon.bracket.match(self.text, pos)
        if match is None:
            return None
        return self._letter_step("", match, start=match.end() - len(match[0].lstrip()), end=match.end())

    def _half(self, pos: int) -> Step | None:
        match = self.lexicon.half.match(self.text, pos)
        return None if match is None else self._letter_step("", match, end=match.end())

    def _letter_step(
        self, level: str, match: re.Match[str], *, start: int | None = None, end: int | None = None
    ) -> Step:
        label = match["label"]
        begin, stop = match.span("label")
        begin, stop = begin if start is None else start, stop if end is None else end
        if label.isdecimal():
            return Step(level, (str(int(label)),), begin, stop, numeric=True, bracketed=True)
        value = None
        if len(label) > 1 or not label.isalpha():
            value = self.lexicon.grammar.read_number(label) if not label.isascii() else None
        if value is not None:
            return Step(level, (str(value),), begin, stop, numeric=True, bracketed=True)
        letter = self.lexicon.grammar.read_letter(label, level or "subpara", self.evidence())
        return Step(
            level, letter.values, begin, stop,
            numeric=False, look_alike=letter.look_alike, bracketed=True,
        )  # fmt: skip
