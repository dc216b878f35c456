"""Reading one unit word with what belongs to it: a Group."""

from __future__ import annotations

import re

from portal.citations.antecedents import named_another
from portal.citations.grammar import RANK
from portal.citations.lexicon import Lexicon
from portal.citations.name_patterns import TREATY_STEMS
from portal.citations.values import ValueReader
from portal.citations.written import Group, Item, Step

_LOOK_BACK = 64
"""How far before a unit word "the same" or "the first and second" may begin."""
_ITS_REACH = 12
"""How far before a unit word "its" may begin."""
_OF_REACH, _LABELS_REACH, _NUMBERS_REACH = 12, 64, 32
"""How far before a unit letters that belong to it may end, they may begin, and numbers may."""
_ALONE = re.compile("(?<!\\w)(?:\\d|[IVX]|[a-k][\\s)])")
"""What a number or letter that no unit's word leads in begins with: a quick look."""
_MOST_WORDS_BEFORE = 6
_MOST_KNOWN = 20_000
_OF_A_NAME = re.compile(r"\s+(?:de|du|on|sur|sobre)\s")
"""What leads on to the name of "dicho Convenio de Basilea"."""
_COMMAS = frozenset(",،")
_POINTED = frozenset({"art", "para", "subpara", "annex", "part", "dec"})
"""Levels of which "this" and "the same" can be said."""


class Reader(ValueReader):
    """Reads groups at offsets of one masked text."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        super().__init__(text, lexicon)
        self._own = lexicon.grammar.read_group

    def read_group(self, pos: int, *, after_of: bool = False) -> Group | None:
        """Read pointer, ordinal, unit and values from `pos`, or return None."""
        if self._own is not None:
            return self._own(self, pos)
        match = self.lexicon.start.match(self.text, pos)
        if match is None:
            return None
        index = int((match.lastgroup or "u0")[1:])
        pointer = self.lexicon.pointer_before(match)
        unit = match.start(f"u{index}")
        words = [word for word in ("ord", "same", "this") if match[word]]
        begin = match.start(words[0]) if words else unit
        group = self._finish(
            index, match.end(), begin, match[f"u{index}"], pointer or ("the" if after_of else ""),
            match["ord"] or "",
        )  # fmt: skip
        if group is not None:
            group.its = group.its or bool(match["its"])
            if group.items and not group.ordinal:
                group.start = unit
        return group

    def read_hit(self, word: int, low: int) -> Group | None:
        """Read the group whose unit starts at `word`; what belongs before it, from `low` on."""
        if self._own is not None:
            return self._own(self, word)
        match = self.lexicon.unit.match(self.text, word)
        if match is None or match.lastgroup is None:
            return None
        unit = int(match.lastgroup[1:])
        start = match.start(match.lastgroup)
        group = self._finish(unit, match.end(), start, match[match.lastgroup], "", "")
        if group is not None and group.items and not group.worded:
            group.its = group.its or self.is_its(low, word)
            return group
        before = self._words_before(low, word) if self.lexicon.before is not None else None
        if before is None or (group is not None and group.items and not before["ord"]):
            return group
        pointer = self.lexicon.pointer_before(before)
        begin = before.start("ord") if before["ord"] and not pointer else before.start()
        found = self._finish(
            unit, match.end(), begin, match[match.lastgroup], pointer, before["ord"] or ""
        )
        if found is not None:
            found.its = bool(before["its"])
            found.start = before.start("ord") if before["its"] and before["ord"] else found.start
        return found or group

    def is_plain(self, match: re.Match[str], low: int, word: int) -> bool:
        """Tell quickly that a unit word has neither number nor pointer: "a decision that"."""
        lexicon, text = self.lexicon, self.text
        if match.lastgroup is None or lexicon.promise.match(text, match.end()) is not None:
            return False
        if self.lexicon.units[int(match.lastgroup[1:])].level == "preamble":
            return False
        if lexicon.before is None:
            return True
        low = max(low, word - _LOOK_BACK)
        pos = self._two_words_before(low, word)
        words = text[pos:word]
        if words in lexicon.no_pointers:
            return pos > low
        if self._words_before(low, word) is not None:
            return False
        if pos > low:
            if len(lexicon.no_pointers) > _MOST_KNOWN:
                lexicon.no_pointers.clear()
            lexicon.no_pointers.add(words)
        return True

    def _two_words_before(self, low: int, word: int) -> int:
        """Return where the two words before a unit word begin, or `low`."""
        text, pos = self.text, word
        parts = text[low:word].rsplit(" ", 3)
        if len(parts) == 4 and not parts[3] and parts[1].isalnum() and parts[2].isalnum():
            return word - len(parts[1]) - len(parts[2]) - 2
        for _ in range(2):
            while pos > low and not text[pos - 1].isalnum():
                pos -= 1
            while pos > low and text[pos - 1].isalnum():
                pos -= 1
        return pos

    def _words_before(self, low: int, word: int) -> re.Match[str] | None:
        """Match what belongs before a unit word: the longest run of words that does."""
        before, text, found = self.lexicon.before, self.text, None
        low, pos = max(low, word - _LOOK_BACK), word
        for count in range(_MOST_WORDS_BEFORE):
            end = pos
            while end > low and not text[end - 1].isalnum():
                end -= 1
            pos = end
            while pos > low and text[pos - 1].isalnum():
                pos -= 1
            if pos == end:
                break
            match = before.match(text, pos, word) if before is not None else None
            found = match or found
            if found is None and count:
                break
        return found

    def is_its(self, low: int, word: int) -> bool:
        """Tell whether "its" stands before the word."""
        its = self.lexicon.its
        if its is None:
            return False
        near = self.text[max(low, word - _ITS_REACH) : word]
        gap, _, last = near.rstrip().rpartition(" ")
        if gap and last in self.lexicon.not_its:
            return False
        if its.search(self.text, max(low, word - _ITS_REACH), word) is not None:
            return True
        if gap and len(self.lexicon.not_its) < _MOST_KNOWN:
            self.lexicon.not_its.add(last)
        return False

    def after_genitive(self, pos: int) -> int:
        """Return where a unit may stand behind a number and its "'s", or `pos`."""
        genitive = self.lexicon.genitive.match(self.text, pos) if self.lexicon.genitive else None
        return genitive.end() if genitive is not None else pos

    def read_name(self, pos: int) -> tuple[str, int] | None:
        """Read the name of an instrument: (ours | foreign | that, end)."""
        that = self.lexicon.that_treaty.match(self.text, pos) if self.lexicon.that_treaty else None
        if that is not None and _OF_A_NAME.match(self.text, that.end()) is None:
            # "The said law" is never our Convention, whatever was named before.
            treaty = any(stem in that[0].lower() for stem in TREATY_STEMS)
            another = not treaty or named_another(self.text, pos, self.lexicon)
            return "foreign" if another else "that", that.end()
        other = self.lexicon.foreign.match(self.text, pos) if self.lexicon.foreign else None
        own = self.lexicon.own_name(self.text, pos, other.end() if other is not None else pos)
        if own is not None:
            return "ours", own
        return ("foreign", other.end()) if other is not None else None

    def leads_on(self, begin: int, pos: int, end: int) -> bool:
        """Tell whether a name behind a comma belongs to what follows.

        So it is in "Article 11, in the Basel Convention Article 4" and with Article 4 in brackets.
        """
        if self.text[begin:pos].lstrip()[:1] not in _COMMAS:
            return False
        bracket = self.text.rfind("(", pos, end)  # A name may have taken it for its short form.
        after = self.skip(end if bracket < 0 else bracket)
        after += self.text[after : after + 1] == "("
        unit = self.lexicon.start.match(self.text, after)
        if unit is None or unit.lastgroup is None or unit.lastgroup[0] != "u":
            return False
        level = self.lexicon.units[int(unit.lastgroup[1:])].level
        value = self.lexicon.annex_value if level == "annex" else self.lexicon.value_gate
        return RANK[level] <= RANK["art"] and bool(value.match(self.text, unit.end()))

    def labels_before(self, start: int, low: int) -> int | None:
        """Return where letters in brackets begin that an "of" joins to the unit at `start`."""
        near = self.text.rfind(")", max(low, start - _OF_REACH), start)
        first, pattern = max(low, start - _LABELS_REACH), self.lexicon.labels_before
        match = None if near < 0 else pattern.search(self.text, first, start)
        labels = 0 if match is None else match.start("labels")
        if not labels or self.text[labels - 2 : labels].strip().isdigit():
            return self._number_before(start, low) or labels or None
        return labels

    def _number_before(self, start: int, low: int) -> int | None:
        """Return where numbers begin that no unit leads in: "au a du 3 de l'article 7"."""
        pattern, near = self.lexicon.number_before, max(low, start - _OF_REACH)
        if pattern is None or _ALONE.search(self.text, near, start) is None:
            return None
        match = pattern.search(self.text, max(low, start - _NUMBERS_REACH), start)
        return None if match is None else match.start("labels")

    def _finish(
        self, index: int, end: int, start: int, word: str, pointer: str, ordinal: str
    ) -> Group | None:
        unit, lexicon = self.lexicon.units[index], self.lexicon
        singular = lexicon.is_singular(index, word)
        group = Group(unit.level, start, end, weak=unit.weak, capital=word[:1].isupper())
        group.word = word.lower()
        stop = word.endswith(".") and word[-2:].lower() != "s."
        # "Articles 3, par. 6, et 10"
        singular = singular or (stop and self.outer_surely and unit.level == "para")
        group.plural = not singular and (not stop or self._after_plural(start))
        group.its = lexicon.its_ending is not None and bool(lexicon.its_ending.search(word))
        value_at = end
        near = self.text[end : end + 2]
        if near[:1] != " " or not near[1:].isdigit():
            numero = lexicon.numero.match(self.text, self.skip(end))
            if numero is not None and numero.end() > numero.start():
                value_at = numero.end()
        items = None
        gated = unit.level not in ("dec", "preamble")
        if not ordinal and not (gated and lexicon.value_gate.match(self.text, end) is None):
            items = self.read_items(unit, value_at, singular=singular, sure=word.endswith("."))
        if items is not None and unit.level == "dec":
            self.take_short_symbols(items)
        if items is not None:
            group.items = items
            group.end = items[-1].steps[-1].end
            if unit.foreign:
                items[0].steps[0].foreign = True
            if unit.numbered and items[0].steps[0].numeric:
                group.level = unit.numbered
            return group
        if ordinal and unit.weak and unit.level in ("subpara", "item"):
            return None  # "le premier point de la partie I": nothing that has a number.
        if ordinal:
            group.ordinal = True
            return self._take_ordinals(group, unit.numbered, (start, end), ordinal)
        return self._pointed(group, unit.numbered, pointer, singular=singular or not unit.singular)

    def _after_plural(self, start: int) -> bool:
        """Tell whether the word before an abbreviation is a plural: "aux art."."""
        before, low = self.lexicon.plural_before, max(0, start - _ITS_REACH)
        return before is not None and before.search(self.text, low, start) is not None

    def _take_ordinals(
        self, group: Group, numbered: str, at: tuple[int, int], words: str
    ) -> Group | None:
        """Take ordinals and the brackets behind: "the third paragraph (a)"; None for "the 0th"."""
        group.level = level = numbered or group.level
        group.items = [
            Item([Step(level, (str(n),), *at, numeric=True)], to)
            for n, to in self.lexicon.ordinal_values(words)
        ]
        if not group.items:
            return None
        steps = self._more_steps(group.items[-1].steps[:1])
        group.end = max(group.end, steps[-1].end)
        group.items[-1].steps = steps
        return group

    def _pointed(
        self, group: Group, numbered: str, pointer: str, *, singular: bool
    ) -> Group | None:
        """Finish a group without a number: "l'article premier", "this Article"."""
        after = self.lexicon.after_unit.match(self.text, group.end)
        if after is not None and after["ord"]:
            group.end, group.worded = after.end("ord"), True
            found = self._take_ordinals(group, numbered, after.span("ord"), after["ord"])
            if found is not None and group.plural:
                group.items = self.read_on(group.items, group.level, numbered, singular=False)
                group.end = group.items[-1].steps[-1].end
            return found
        if after is not None and (after["this"] or after["same"]):
            group.pointer, group.count = self.lexicon.pointer_after(after)
            group.end = after.end()
            return group
        pointed = group.level in _POINTED and group.word.startswith(self.lexicon.grammar.definite)
        after_word = self.text[group.end + 1 : group.end + 2]
        if pointer == "the" and group.level == "dec" and after_word.isdigit():
            return None  # "de la Resolución 565 de 2016": another body's, by its number.
        if pointer and singular and pointed:
            group.pointer = pointer
            return group
        return None
