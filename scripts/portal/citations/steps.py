"""Reading one number or letter: digits, numerals, brackets, symbols."""

from __future__ import annotations

import re

from portal.citations.letters import roman_value
from portal.citations.lexicon import Lexicon
from portal.citations.written import Item, Step

LARGEST_LISTED = 99
"""Beyond it, a number in brackets or after an "and" is a year or a quantity."""
_FIRST_YEAR = 1000
_SHORT_SYMBOL = re.compile("(\\d{1,2}) ?/ ?(\\d{1,3})")
_LABEL = re.compile("[a-z]{1,2}|[ivxl]{1,7}")
"""What an id can hold as a letter or roman numeral."""
_BIS = "bBtTqQsSابجدهوزحط"
"""What the words of `Grammar.bis` begin with."""
_NO_SUFFIX = frozenset(",;:!?)(–—")
_PATH_MARK = re.compile("[.:]")
_HALF_LABEL = re.compile("(?<![\\w(])\\w{1,3}\\)")
_BRACKETS = re.compile("[()]")
_BRACKET_REACH = 300
"""How far before its end a bracket that closes may have opened."""
_CLOSES_WITHIN = 80  # How far behind a letter's bracket an aside may close.
_OPENING = frozenset("\"“«'‘„(")


def is_and(link: re.Match[str]) -> bool:
    """Tell whether a match of `Lexicon.link` has a word for and (or or), with a comma or not."""
    return link["and1"] is not None or link["and2"] is not None


class StepReader:
    """Reads steps at offsets of one masked text; every method returns None where there is none."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
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

    def link_behind_title(self, end: int) -> re.Match[str] | None:
        """Step over a title in a list: "Articles 8 (Emissions) and 9 (Releases)"."""
        title = self.lexicon.title.match(self.text, end)
        if title is None or any(stem in title[0] for stem in self.lexicon.grammar.stems):
            return None
        link = self.lexicon.link.match(self.text, title.end())
        return None if link is None or link["to"] is not None else link

    def _number(self, level: str, pos: int) -> list[Step] | None:
        match = self.lexicon.number.match(self.text, pos)
        if match is None:
            return None
        value = self.lexicon.grammar.read_number(match["number"])
        if value is None or not 0 < value < _FIRST_YEAR:
            return None
        first, path = match.span("number"), match["path"]
        after = self.text[first[1] : first[1] + 2]
        if "%" in after:
            return None
        plain = path or after[:1] in _NO_SUFFIX or (after[:1] == " " and after[1:] not in _BIS)
        suffix = None if plain else self.lexicon.suffix.match(self.text, first[1])
        end = suffix.end() if suffix is not None else first[1]
        # The treaty has no article 7 bis: that is another law's.
        bis = suffix is not None and suffix["bis"] is not None
        steps = [Step(level, (str(value),), first[0], end, numeric=True, foreign=bis)]
        if path:
            self._add_path(steps, path)
        glued = None
        after = self.text[steps[-1].end : steps[-1].end + 1]
        if after.isalpha() or after == "/":
            glued = self.lexicon.glued.match(self.text, steps[-1].end)
        if glued is not None and steps[-1].end == match.end():
            letter = self._letter_step("", glued)
            steps += [letter] if letter is not None else []
        last = steps[-1]
        if level != "art" or not last.numeric:
            last.end += self.ends_label(last.end)
        return steps

    def ends_label(self, pos: int) -> bool:
        """Tell whether the bracket at `pos` ends the number before it: "подпункт 3) пункта"."""
        if self.text[pos : pos + 1] != ")":
            return False
        near = self.text[max(0, pos - _BRACKET_REACH) : pos]
        if near.rfind("(") > near.rfind(")"):
            # "(art. 6.1.b) del Convenio)", "(подпункт 3) пункта 5)": another one closes the aside.
            after = _BRACKETS.search(self.text, pos + 1, pos + _CLOSES_WITHIN)
            if after is None or after[0] != ")":
                return False
            unit = self.lexicon.start.match(self.text, self.skip(pos + 1))
            return near[-1].isalpha() or unit is not None
        closed = 0
        for bracket in reversed(_BRACKETS.findall(_HALF_LABEL.sub("", near))):
            closed += 1 if bracket == ")" else -1
            if closed < 0:
                return False
        return True

    def _add_path(self, steps: list[Step], path: str) -> None:
        """Add the steps of `7.3` and `7:3`; even a paragraph's start at the article, `6.a` not."""
        if steps[0].level == "para" and path[1].isdecimal():
            steps[0].level = "art"
        pos = steps[0].end
        for part in _PATH_MARK.split(path)[1:]:
            values: tuple[str, ...] = (str(int(part)) if part.isdecimal() else part.lower(),)
            if not values[0].isascii():
                values = self.lexicon.grammar.read_letter(part, "subpara", self.evidence()).values
            end = pos + 1 + len(part)
            steps.append(Step("", values, pos + 1, end, numeric=part.isdecimal(), bracketed=True))
            pos += 1 + len(part)

    def _bracketed_number(self, level: str, pos: int) -> list[Step] | None:
        """Read "Article (7)"."""
        step = self._bracket(pos)
        if step is None or not step.numeric:
            return None
        step.level = level
        return [step]

    def _roman(self, level: str, pos: int) -> list[Step] | None:
        """Read "Article VII", "Article III:4", and the 1 that text recognition made an I or l."""
        match = self.lexicon.roman.match(self.text, pos)
        if match is None:
            return None
        one = match["label"] in ("I", "l")
        if one and not match["path"] and not self.lexicon.follows.match(self.text, match.end()):
            return None
        value = 1 if one else roman_value(match["label"].lower())
        if value is None:
            return None
        steps = [Step(level, (str(value),), *match.span("label"), numeric=True)]
        if match["path"]:
            self._add_path(steps, match["path"])
        return steps

    def _lettered(
        self, level: str, pos: int, *, bare: bool, sure: bool = False
    ) -> list[Step] | None:
        step = self._bracket(pos) or self._half(pos)
        if step is None and bare:
            match = self.lexicon.bare_letter.match(self.text, pos)
            sure = sure or (match is not None and match.end() > match.end("label"))
            if match is not None and (sure or self.lexicon.follows.match(self.text, match.end())):
                step = self._letter_step(level, match, end=match.end())
                if step is not None:
                    step.bracketed = False
        if step is None:
            step = self._in_quotation_marks(pos)
        if step is None:
            return None
        step.level = level if not step.numeric else "para" if level == "subpara" else level
        return [step]

    def _labelled(self, pattern: re.Pattern[str], level: str, pos: int) -> list[Step] | None:
        match = pattern.match(self.text, pos)
        if match is None:
            return None
        label, (start, end) = match["label"], match.span("label")
        opening = self.text[max(0, start - 2) : start].strip()[-1:]
        end = match.end() if opening and opening in _OPENING else end
        start -= end == match.end() and end != match.end("label")
        number = self.lexicon.number.fullmatch(label)
        if number is not None:
            value = self.lexicon.grammar.read_number(number["number"])
            known = value is not None and 0 < value <= LARGEST_LISTED
            # The treaty's annexes have letters: a number is another text's.
            return (
                [Step(level, (str(value),), start, end, numeric=True, foreign=level == "annex")]
                if known
                else None
            )
        letter = self.lexicon.grammar.read_letter(label, level, self.evidence())
        values = tuple(v for v in letter.values if _LABEL.fullmatch(v))
        if level == "part":
            values = tuple(str(roman_value(v)) for v in values if roman_value(v))
        if not values:
            return None
        if level == "annex" and any(roman_value(v) for v in values):
            return [Step(level, values, start, end, numeric=False, foreign=True)]
        return [Step(level, values, start, end, numeric=False, look_alike=letter.look_alike)]

    def _symbol(self, pos: int) -> list[Step] | None:
        match = self.lexicon.symbol.match(self.text, pos)
        if match is not None:
            cop, number = match["cop"] or match["cop2"], match["dec"] or match["dec2"]
            start = match.end() - len(match[0].lstrip())
            value = f"mc-{int(cop)}-{int(number)}"
            if not (int(cop) and int(number)):
                return None
            return [Step("dec", (value,), start, match.end(), numeric=True)]
        match = self.lexicon.foreign_symbol.match(self.text, pos)
        if match is None:
            return None
        start = match.end() - len(match[0].lstrip())
        return [Step("dec", ("other",), start, match.end(), numeric=True, foreign=True)]

    def take_short_symbols(self, items: list[Item]) -> None:
        """Make 5/12 and 5/13 ours if the name of our Conference follows, or "MC-5/4" precedes."""
        meeting, last = self.lexicon.our_meeting, items[-1].steps[0]
        led = not items[0].steps[0].foreign
        if not last.foreign or not (led or (meeting and meeting.match(self.text, last.end))):
            return
        for step in (item.steps[0] for item in items):
            short = _SHORT_SYMBOL.fullmatch(self.text, step.start, step.end)
            # Behind "MC-5/4" a 25/5 is another body's: ours has not met so often.
            if short is not None and (not led or len(short[1]) == 1):
                step.values, step.foreign = (f"mc-{int(short[1])}-{int(short[2])}",), False

    def _bracket(self, pos: int) -> Step | None:
        match = self.lexicon.bracket.match(self.text, pos)
        within = None if match is not None else self.lexicon.opened.match(self.text, pos)
        match = match or within
        if match is None:
            return None
        start = match.end() - len(match[0].lstrip())
        step = self._letter_step("", match, start=start, end=match.end())
        if step is not None:
            step.within = within is not None
        return step

    def is_open(self, step: Step) -> bool:
        """Tell whether the brackets in which a step stands go on behind it: "(5" in "(5, 6)"."""
        return step.within and self.text[step.end - 1] not in ")）"

    def _within(self, before: Step, pos: int) -> Step | None:
        """Read the 6 in "(5, 6)"."""
        match = self.lexicon.within.match(self.text, pos)
        step = None if match is None else self._letter_step(before.level, match, end=match.end())
        if step is not None:
            step.within = True
        return step

    def _half(self, pos: int) -> Step | None:
        match = self.lexicon.half.match(self.text, pos)
        return None if match is None else self._letter_step("", match, end=match.end())

    def _glued(self, end: int, before: Step) -> Step | None:
        """Read the letter in "9(5)a"."""
        if not before.bracketed or not before.numeric or not self.text[end : end + 1].isalpha():
            return None
        glued = self.lexicon.glued.match(self.text, end)
        return None if glued is None else self._letter_step("", glued)

    def _quoted(self, pos: int, before: Step) -> Step | None:
        """Read '2' after a letter: how Arabic texts of the United Nations number items."""
        match = None if before.numeric else self.lexicon.quoted.match(self.text, pos)
        if match is None:
            return None
        end = match.end()
        number = str(int(match["label"]))
        return Step("item", (number,), match.start("mark"), end, numeric=True, bracketed=True)

    def _quoted_letter(self, pos: int, before: Step) -> Step | None:
        """Read «а» after a number: how Russian laws letter subparagraphs."""
        return self._in_quotation_marks(pos) if before.numeric else None

    def _in_quotation_marks(self, pos: int) -> Step | None:
        match = self.lexicon.quoted_letter.match(self.text, pos)
        return None if match is None else self._letter_step("", match, end=match.end())

    def _letter_step(
        self, level: str, match: re.Match[str], *, start: int | None = None, end: int | None = None
    ) -> Step | None:
        label = match["label"]
        begin, stop = match.span("label")
        begin, stop = begin if start is None else start, stop if end is None else end
        value = None
        if label.isdecimal() or (not label.isascii() and (len(label) > 1 or not label.isalpha())):
            value = self.lexicon.grammar.read_number(label)
        if value is not None and not 0 < value <= LARGEST_LISTED:
            return None
        if value is not None:
            return Step(level, (str(value),), begin, stop, numeric=True, bracketed=True)
        letter = self.lexicon.grammar.read_letter(label, level or "subpara", self.evidence())
        values = tuple(v for v in letter.values if _LABEL.fullmatch(v) and not _is_word(v))
        if not values:
            return None
        return Step(
            level, values, begin, stop,
            numeric=False, look_alike=letter.look_alike, bracketed=True,
        )  # fmt: skip


def _is_word(label: str) -> bool:
    """Tell two letters that are no label from "aa" and "iv": the languages in "18 (zh, ar)"."""
    return len(label) == 2 and label[0] != label[1] and roman_value(label) is None
