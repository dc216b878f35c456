"""Reading one unit word with what belongs to it: a Group."""

from __future__ import annotations

from portal.citations.lexicon import Lexicon
from portal.citations.values import ValueReader
from portal.citations.written import Group, Item, Step

_LOOK_BACK = 64
"""How far before a unit word "the same" or "the first and second" may begin."""
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
        pointer = "this" if match["this"] else "same" if match["same"] else ""
        begin = match.start(f"u{index}") if match["its"] and not match["ord"] else pos
        group = self._finish(
            index, match.end(), begin, match[f"u{index}"], pointer or ("the" if after_of else ""),
            match["ord"] or "",
        )  # fmt: skip
        if group is not None:
            group.its = bool(match["its"])
            if group.items and not group.ordinal:
                group.start = match.start(f"u{index}")
        return group

    def read_hit(self, word: int, low: int) -> Group | None:
        """Read the group whose unit word starts at `word`; what belongs before it starts at `low` at the earliest."""
        if self._own is not None:
            return self._own(self, word)
        match = self.lexicon.start.match(self.text, word)
        if match is None or match.lastgroup is None or match.lastgroup[0] != "u":
            return None
        unit = int(match.lastgroup[1:])
        start = match.start(match.lastgroup)
        group = self._finish(unit, match.end(), start, match[match.lastgroup], "", match["ord"] or "")
        if group is not None and group.items:
            return group
        if self.lexicon.before is None:
            return group
        before = self.lexicon.before.search(self.text, max(low, word - _LOOK_BACK), word)
        if before is None or before.end() == before.start():
            return group
        pointer = "this" if before["this"] else "same" if before["same"] else ""
        begin = before.start("ord") if before["ord"] and not pointer else before.start()
        found = self._finish(unit, match.end(), begin, match[match.lastgroup], pointer, before["ord"] or "")
        if found is not None:
            found.its = bool(before["its"])
            found.start = before.start("ord") if before["its"] and before["ord"] else found.start
        return found or group

    def _finish(
        self, index: int, end: int, start: int, word: str, pointer: str, ordinal: str
    ) -> Group | None:
        unit, lexicon = self.lexicon.units[index], self.lexicon
        single = lexicon.singular[index]
        singular = single is not None and single.match(word) is not None
        group = Group(unit.level, start, end, weak=unit.weak, capital=word[:1].isupper())
        group.plural = not singular and not word.endswith(".")
        numero = lexicon.numero.match(self.text, self.skip(end))
        value_at = numero.end() if numero is not None and numero.end() > numero.start() else end
        items = None
        if not ordinal:
            items = self.read_items(unit, value_at, singular=singular, sure=word.endswith("."))
        if items is not None:
            group.items = items
            group.end = items[-1].steps[-1].end
            return group
        if ordinal:
            level = unit.numbered or unit.level
            at = (start, end)
            group.items = [Item([Step(level, (str(n),), *at, numeric=True)]) for n in lexicon.ordinal_values(ordinal)]
            self._extend_last(group)
            group.ordinal = True
            return group
        return self._pointed(group, unit.numbered, pointer, singular=singular or not single)

    def _extend_last(self, group: Group) -> None:
        """Take the brackets behind an ordinal: "the third paragraph (a)"."""
        steps = self._more_steps(group.items[-1].steps[:1])
        if len(steps) > 1:
            group.items[-1].steps = steps
            group.end = steps[-1].end

    def _pointed(self, group: Group, numbered: str, pointer: str, *, singular: bool) -> Group | None:
        """Finish a group without a number: "l'article premier", "this Article"."""
        after = self.lexicon.after_unit.match(self.text, group.end)
        if after is not None and after["ord"]:
            level = numbered or group.level
            span = after.span("ord")
            group.items = [
                Item([Step(level, (str(n),), *span, numeric=True)])
                for n in self.lexicon.ordinal_values(after["ord"])
            ]
            group.end = span[1]
            self._extend_last(group)
            return group
        if after is not None and (after["this"] or after["same"]):
            group.pointer = "this" if after["this"] else "same"
            group.end = after.end()
            return group
        if pointer and singular and group.level in _POINTED:
            group.pointer = pointer
            return group
        return None
