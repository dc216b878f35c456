"""Reading the list of numbers and letters after a unit word."""

from __future__ import annotations

import re
from string import ascii_letters

from portal.citations.grammar import RANK, Unit
from portal.citations.joining import steps_down
from portal.citations.letters import roman_value
from portal.citations.numbers_in_lists import ANNEX_MARKS, NumberJudge
from portal.citations.steps import is_and
from portal.citations.written import Item, Step

MOST_ITEMS = 400
_MOST_STEPS = 6
_FAR = 3
"""How many members of a list the word that governs them is looked for behind."""
_NEVER_INNER = frozenset({"dec", "annex", "part"})
"""No article or paragraph governs them: in "Annexes A and B under Article 4" B is an annex."""
_NO_BRACKET = frozenset(",;:!?–—/")


class ValueReader(NumberJudge):
    """Reads lists of values at offsets of one masked text; None where there are none."""

    def read_items(
        self, unit: Unit, pos: int, *, singular: bool, sure: bool = False
    ) -> list[Item] | None:
        """Read the list of values of a unit from `pos`: `5 (a) and (c), 6 to 8`."""
        level, numbered = unit.level, unit.numbered
        first = self.first_item(level, pos, numbered, sure=sure)
        if first is None:
            return None
        return self.read_on([first], level, numbered, singular=singular)

    def read_on(
        self, items: list[Item], level: str, numbered: str, *, singular: bool
    ) -> list[Item]:
        """Read what a list goes on with after its first item."""
        ended = False
        while len(items) < MOST_ITEMS:
            end = items[-1].steps[-1].end
            link = self.lexicon.link.match(self.text, end)
            if not singular and (link is None or link["comma"] == ","):
                link = self.link_behind_title(end) or link
            if self.is_open(items[-1].steps[-1]):
                if link is None or not self._read_within(items, link):
                    break
                continue
            if link is None and not singular and self._read_semicolon(items, level, numbered):
                continue
            if link is None or (ended and self.outer_plural and not (link["and2"] or link["to"])):
                break
            ended = is_and(link)
            commas = link["comma"] is not None and link["and1"] is None
            if commas and self._goes_deeper(items[-1], link.end()):
                continue
            one = singular and level == "art"
            if one and commas and self._takes_paragraph(items[-1], link.end()):
                continue
            doubtful = commas and singular and link["comma"] != "/"
            item = self.next_item(items[-1], link.end(), level, numbered, doubtful=doubtful)
            if item is None or self._leaves_list(item, link, singular=singular):
                break
            item.to = link["to"] is not None
            if item.to:
                self.complete_dotted(items[-1], item)
                if singular and steps_down(self, items[-1], item):
                    continue
            items.append(item)
        return items

    def _read_semicolon(self, items: list[Item], level: str, numbered: str) -> bool:
        """Read the next number of a list that semicolons divide: "Articles 3; 4; 7"."""
        pos = self.behind_semicolon(items[-1].steps)
        item = self.next_item(items[-1], pos, level, numbered, doubtful=False) if pos else None
        items += [] if item is None else [item]
        return item is not None

    def _takes_paragraph(self, item: Item, pos: int) -> bool:
        """Read the 5, c) in "art. 8, 5, c)" as a paragraph of the article alone before it."""
        below = self.paragraph_at(pos) if len(item.steps) == 1 else []
        if below:
            item.steps = self._more_steps([*item.steps, *below])
        return bool(below)

    def _leaves_list(self, item: Item, link: re.Match[str], *, singular: bool) -> bool:
        """Tell whether a number is none of its list: "Articles 5, paragraph 2, and 7"."""
        first, commaed = item.steps[0], link["comma"] is not None
        if first.start < link.end() or not first.numeric or first.bracketed:
            return False
        if not singular and (not commaed or link["and1"] is not None):
            return False  # "Under Articles 8 and 9 Parties report"
        outer = singular and self.outer_plural and commaed
        if self.text[first.end - 1].isalpha():  # "Article 4 (2), 2nd subparagraph"
            outer = outer or self.lexicon.unit.match(self.text, self.skip(first.end)) is not None
        return outer or self.lexicon.counted.match(self.text, first.end) is not None

    def _read_within(self, items: list[Item], link: re.Match[str]) -> bool:
        """Read the next member of a list inside brackets: "Article 13 (5, 6 and 8)"."""
        steps = items[-1].steps
        step = self._within(steps[-1], link.end())
        if step is None:
            return False
        items.append(Item(self._more_steps([*steps[:-1], step]), to=link["to"] is not None))
        return True

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
        if level == "art" and self.lexicon.foreign_number is not None:
            other = self.lexicon.foreign_number.match(self.text, pos)
            if other is not None:
                return [Step(level, ("0",), *other.span("number"), numeric=True, foreign=True)]
        if level == "preamble":
            return [Step(level, ("",), pos, pos, numeric=False)]
        if level == "annex":
            return self._labelled(self.lexicon.annex_value, level, pos)
        if level == "part":
            return self._labelled(self.lexicon.part_value, level, pos)
        number = self._number(numbered or level, pos)
        if number is None and level in ("art", "para"):
            number = self._bracketed_number(numbered or level, pos)
        if number is not None:
            return number
        roman = self._roman(level, pos) if level in ("art", "para") else None
        if roman is not None or level == "art":
            return roman
        bare = level != "para" or sure
        return self._lettered("subpara" if level == "para" else level, pos, bare=bare, sure=sure)

    def next_item(
        self, before: Item, pos: int, level: str, numbered: str, *, doubtful: bool
    ) -> Item | None:
        """Read a further value of a list, taking over from the item before what it leaves out."""
        head = before.steps[0]
        if level in ("dec", "annex", "part"):
            steps = self._leading(level, pos, numbered)
            if level == "annex" and steps is not None and steps[0].numeric:
                return None
            if level != "dec" and steps is None and len(before.steps) > 1:
                return self._next_label(before, pos, level)
        else:
            steps = self._number(head.level if head.numeric else numbered or level, pos)
            if steps is None and level in ("art", "para") and self.text[head.start] in "IVX":
                steps = self._roman(level, pos)
            if steps is None:
                return self._next_label(before, pos, level)
            if not head.numeric and numbered and not steps[0].bracketed:
                below = self._more_steps(list(steps))
                if len(below) == 1:
                    return None  # "Alinéas a) et b), et 9": no letter, the next article.
            if self.is_quantity(steps, level, plural=not doubtful) or (
                self.text[steps[0].start] in ascii_letters
                and self.text[head.start : head.start + 1].isdecimal()
            ):
                # "Article 10 and one more": nobody changes from digits to words in a list.
                return None
        if steps is None or (doubtful and self._is_doubtful(steps)):
            return None
        item = Item(self._more_steps(steps))
        return None if self._starts_chain(item, level) else item

    def _next_label(self, before: Item, pos: int, level: str) -> Item | None:
        """Read a further letter or bracket."""
        step = self._bracket(pos) or self._half(pos)
        if step is not None:
            if not self._continues(pos, step):
                return None
            rest = self._more_steps([step])
            if level == "para" and not before.steps[0].numeric:
                level = "subpara"  # "paragraphs (a) and (b) of paragraph 3"
            if self._starts_chain(Item(rest), level):
                return None
            return Item(self._inherit(before, rest) + rest)
        last = before.steps[-1]
        dotted = self.text[last.start - 1] == "."  # "Article 11.3.a, b and c"
        if last.numeric or (last.bracketed and not dotted):
            return None
        found = self._lettered("subpara" if before.steps[1:] else level, pos, bare=True)
        outer = self._inherit(before, found) if found and before.steps[1:] else []
        return Item(outer + self._more_steps(found)) if found else None

    def _is_doubtful(self, steps: list[Step]) -> bool:
        """Tell whether a number is more likely a quantity: "Article 7, 3 years"."""
        return self.lexicon.follows.match(self.text, self._more_steps(list(steps))[-1].end) is None

    def _goes_deeper(self, item: Item, pos: int) -> bool:
        """Read "§ 6, a), i)": after a comma alone a bracket can go on downwards."""
        step = self._bracket(pos) or self._half(pos)
        last = item.steps[-1]
        if step is None or step.numeric or not self._continues(pos, step):
            return False
        below_letter = not last.numeric and last.level != "part"
        most = 3 if item.steps[0].level == "art" else 2
        if below_letter and (len(item.steps) > most or not self._is_numeral_below(step, last)):
            return False
        item.steps.append(step)
        self._more_steps(item.steps)
        return True

    def _is_numeral_below(self, step: Step, last: Step) -> bool:
        """Tell whether a label below a letter numbers an item: "b), ii)"."""
        label, above = step.values[0], last.values[0]
        if len(label) > 1:
            return roman_value(label) is not None and roman_value(above) is None
        return label == "i" != above != "h" and not self._is_letter_of_list(step)

    def _is_letter_of_list(self, step: Step) -> bool:
        """Tell whether "(i)" is the letter i, as in "(g), (i) and (j)": a letter follows it."""
        link = self.lexicon.link.match(self.text, step.end)
        after = None if link is None else self._bracket(link.end()) or self._half(link.end())
        return after is not None and not after.numeric and roman_value(after.values[0]) is None

    def _starts_chain(self, item: Item, level: str) -> bool:
        """Tell whether a number is none of its list: the 5 in "Article 27 and 5 of Article 30"."""
        if level in _NEVER_INNER:
            return False
        end = item.steps[-1].end
        for _ in range(_FAR):
            pos = self.after_of(end)
            match = self.lexicon.start.match(self.text, pos) if pos is not None else None
            if match is not None and match.lastgroup is not None and match.lastgroup[0] == "u":
                rank = RANK[self.lexicon.units[int(match.lastgroup[1:])].level]
                # No article in a paragraph: "п. 2, 21 п. 1". Spanish: "incisos i) del inciso a)".
                return rank > RANK[level] != RANK["art"] or rank == RANK[level] != RANK["subpara"]
            link = self.lexicon.link.match(self.text, end)
            steps = None if link is None else self._number("", link.end())
            if link is not None and steps is None:
                step = self._bracket(link.end()) or self._half(link.end())
                steps = [step] if step is not None else None
            if not steps:
                return False
            end = self._more_steps(steps)[-1].end
        return False

    def _inherit(self, before: Item, rest: list[Step]) -> list[Step]:
        """Return the outer steps that a bracket alone, as in "6 (a) and (b)", leaves out."""
        step, kept = rest[0], before.steps
        same = [
            i for i, old in enumerate(kept)
            if old.numeric == step.numeric and old.level not in _NEVER_INNER
            and (i or old.bracketed or not old.numeric)
        ]  # fmt: skip
        if not same:
            return list(kept[:1] if step.numeric else kept)
        roman = not step.numeric and roman_value(step.values[0]) is not None
        place = same[-1] if step.numeric or (roman and len(rest) == 1) else same[0]
        step.level = step.level or kept[place].level
        return list(kept[:place])

    def _more_steps(self, steps: list[Step]) -> list[Step]:
        """Add the brackets that follow directly: `(a) (i)`."""
        while len(steps) < _MOST_STEPS and not self.is_open(steps[-1]):
            end = steps[-1].end
            after = self.text[end : end + 1]
            if after in ANNEX_MARKS and steps[-1].level == "annex":
                below = self.below_annex(end)
                whole = self._more_steps(steps + below) if below else steps
                return whole if len(whole) > 2 or (below and below[0].level == "part") else steps
            if after in _NO_BRACKET or (after == " " and self._no_bracket_after_space(end)):
                steps += self.letter_behind_path(steps[-1]) if after == " " else []
                break
            end += after == "." and self.text[end - 1] == ")"  # "3.6.a).ii)"
            step = (
                self._bracket(end) or self._half(end) or self._quoted(end, steps[-1])
                or self._glued(end, steps[-1]) or self._quoted_letter(end, steps[-1])
            )  # fmt: skip
            if step is None or not self._continues(end, step):
                break
            if len(steps) == 1 and self.is_said_twice(steps[0], step):
                continue
            if steps[-1].level == "annex":
                self.make_part(step)
            steps.append(step)
        return steps

    def _no_bracket_after_space(self, end: int) -> bool:
        """Tell quickly that after one blank neither "(a)" nor "a)" stands."""
        near = self.text[end + 1 : end + 8]
        return near[:1] not in " (（'‘’′«\"“„" and ")" not in near and "）" not in near
