"""The time line of Annex A: its rows come from the treaty's data, its shapes from a template."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from itertools import groupby

from portal.convention import Provision, load_treaty
from portal.convention.headings import heading
from portal.figures.drawing import Find, Part, boxes, set_height
from portal.figures.template import Template
from portal.figures.words import FigureWords, Word

_ANNEX = "annex_a"
_GAP = 5
"""Between two entries."""
_AFTER_YEAR = 12


def products() -> tuple[Provision, ...]:
    """Return the rows of Annex A that have a date, by year, then in the treaty's order."""
    rows = [unit for unit in load_treaty() if unit.phase_out and unit.id.startswith(_ANNEX)]
    return tuple(sorted(rows, key=lambda row: row.phase_out or 0))


def date_rows(words: FigureWords, language: str) -> Iterator[tuple[Word, ...]]:
    """Yield year, product, where it comes from, and how sure it is: the figure as a table."""
    for row in products():
        added = next((c.amendment for c in row.changes if c.how == "added"), None)
        source = words.notes["original"]
        if added is not None and added.decision is not None:
            source = Word(heading(added.decision, language), language)
        sure = words.notes["seen" if row.confirmed else "unconfirmed"]
        yield Word(str(row.phase_out), language), _product(row, language), source, sure


def date_parts(template: Template, words: FigureWords, language: str) -> tuple[list[Part], float]:
    """Return the parts of the drawing from top to bottom, and its height."""
    kinds = {group.get("class", ""): group for group in template.root.iter("g")}
    parts, down = [Part(kinds["legend"], words.find)], float(template.height)
    for year, rows in groupby(products(), key=lambda row: row.phase_out):
        parts.append(Part(kinds["year"], _answer({"year.number": Word(str(year), language)}), down))
        entries = list(_entries(kinds, list(rows), language, down))
        parts += entries
        last = entries[-1]
        down = last.down + (last.height or 0) + _AFTER_YEAR
    return parts, down


def _entries(
    kinds: Mapping[str, etree.Element], rows: list[Provision], language: str, down: float
) -> Iterator[Part]:
    for row in rows:
        group = kinds["seen" if row.confirmed else "unconfirmed"]
        find = _answer({"entry.product": _product(row, language)})
        (box,) = boxes(Part(group, find))
        height = max(box.height, set_height(box, find) + 2)
        yield Part(group, find, down, height)
        down += height + _GAP


def _product(row: Provision, language: str) -> Word:
    title = row.title(language)
    if title is not None:
        return Word(title.text, language)
    english = row.title("en")
    return Word(english.text if english else row.number, "en")


def _answer(words: Mapping[str, Word]) -> Find:
    return words.get
