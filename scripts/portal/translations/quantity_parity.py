"""Which numbers, months, units, CAS numbers and formulas a translation has otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.findings import Place
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page
from portal.translations.number_words import count_words
from portal.translations.numbers import Quantity, quantities
from portal.translations.shown_lines import ShownLine, shown_lines

Key = tuple[str, str]
"""Kind and value."""

_SCALES = frozenset(map(Decimal, (10**3, 10**4, 10**6, 10**8, 10**9)))


@dataclass(frozen=True, slots=True)
class QuantityDifference:
    """One quantity that is not the same in both languages."""

    kind: str
    """`number`, `month`, `cas`, `formula` or `unit`."""
    section: str
    ours: str | None
    """As written in the translation; None where it is missing there."""
    theirs: str | None
    """As written in English; None where it has none."""
    here: Place
    there: Place


@dataclass(frozen=True, slots=True)
class _Found:
    quantity: Quantity
    line: ShownLine

    def place(self, page: Page) -> Place:
        """Return the place of the quantity in its file."""
        if self.line.place is not None:
            return self.line.place
        start = self.quantity.start + 1
        end = start + len(self.quantity.written)
        return page.place(self.line.number, start, end_column=end)


def quantity_differences(page: Page, source: Page) -> Iterator[QuantityDifference]:
    """Compare a translation with its English page, section by section, in both directions."""
    ours, theirs = shown_lines(page), shown_lines(source)
    for section, english in theirs.items():
        if section in ours:
            yield from _Comparison(page, source, section, ours[section], english).run()


class _Comparison:
    def __init__(
        self,
        page: Page,
        source: Page,
        section: str,
        ours: Sequence[ShownLine],
        theirs: Sequence[ShownLine],
    ) -> None:
        self.page, self.source, self.section = page, source, section
        self.lines = ours, theirs
        self.own = _found(ours, page.language)
        self.english = _found(theirs, SOURCE_LANGUAGE)

    def run(self) -> Iterator[QuantityDifference]:
        own, english = _counts(self.own), _counts(self.english)
        missing = [key for key in (english - own).elements() if self._lacks(key, own, english)]
        extra = [key for key in (own - english).elements() if self._exceeds(key, own, english)]
        _cancel_scales(missing, extra)
        while missing:
            key = missing.pop(0)
            # The slip of a digit is one difference, not a missing and a strange number.
            twin = self._twin(key, extra)
            if twin is not None:
                extra.remove(twin)
            yield self._difference(key, twin)
        for key in extra:
            yield self._difference(None, key)
        yield from self._units()

    def _lacks(self, key: Key, own: Counter[Key], english: Counter[Key]) -> bool:
        text = "\n".join(line.text for line in self.lines[0])
        words = count_words(text, key[1], self.page.language) if key[0] == "number" else 0
        return own[key] + words < english[key]

    def _exceeds(self, key: Key, own: Counter[Key], english: Counter[Key]) -> bool:
        text = "\n".join(line.text for line in self.lines[1])
        words = count_words(text, key[1], SOURCE_LANGUAGE) if key[0] == "number" else 0
        return english[key] + words < own[key]

    def _twin(self, key: Key, extra: Sequence[Key]) -> Key | None:
        """Return the strange number that most likely stands for a missing one."""
        alike = [other for other in extra if other[0] == key[0]]
        place = self._share(self.english, key, len(self.lines[1]))
        return min(
            alike,
            key=lambda other: abs(self._share(self.own, other, len(self.lines[0])) - place),
            default=None,
        )

    @staticmethod
    def _share(found: Mapping[Key, list[tuple[int, _Found]]], key: Key, count: int) -> float:
        """Return how far down the section a quantity stands: 0 to 1."""
        return found[key][-1][0] / max(count, 1)

    def _difference(self, theirs: Key | None, ours: Key | None) -> QuantityDifference:
        here, there = self._start(self.page), self._start(self.source)
        own = self.own[ours][-1][1] if ours else None
        english = self.english[theirs][-1][1] if theirs else None
        kind = (theirs or ours or ("number", ""))[0]
        return QuantityDifference(
            kind=kind,
            section=self.section,
            ours=own.quantity.written if own else None,
            theirs=english.quantity.written if english else None,
            here=own.place(self.page) if own else here,
            there=english.place(self.source) if english else there,
        )

    def _start(self, page: Page) -> Place:
        section = next(s for s in page.sections if s.id == self.section)
        return page.place(section.lines.start)

    def _units(self) -> Iterator[QuantityDifference]:
        """Yield values that stand with another known unit; an unknown unit is no difference."""
        for key, found in self.english.items():
            own = self.own.get(key, [])
            wanted = {item.quantity.unit for _, item in found}
            if key[0] != "number" or not own or None in wanted:
                continue
            for _, item in own:
                unit = item.quantity.unit
                if unit is not None and unit not in wanted:
                    first = found[0][1]
                    yield QuantityDifference(
                        kind="unit",
                        section=self.section,
                        ours=f"{item.quantity.written} {unit}",
                        theirs=f"{first.quantity.written} {first.quantity.unit}",
                        here=item.place(self.page),
                        there=first.place(self.source),
                    )


def _found(lines: Sequence[ShownLine], language: str) -> dict[Key, list[tuple[int, _Found]]]:
    found: dict[Key, list[tuple[int, _Found]]] = {}
    for position, line in enumerate(lines):
        for quantity in quantities(line.text, language):
            entry = (position, _Found(quantity, line))
            found.setdefault((quantity.kind, quantity.value), []).append(entry)
    return found


def _counts(found: Mapping[Key, list[tuple[int, _Found]]]) -> Counter[Key]:
    return Counter({key: len(items) for key, items in found.items()})


def _cancel_scales(missing: list[Key], extra: list[Key]) -> None:
    """Take out pairs like 4.5 (of 15 million) and 4500000: one language repeats the word."""
    for key in list(missing):
        for other in list(extra):
            if key[0] != "number" or other[0] != "number":
                continue
            one, two = Decimal(key[1]), Decimal(other[1])
            if one and two and max(one, two) / min(one, two) in _SCALES:
                missing.remove(key)
                extra.remove(other)
                break
