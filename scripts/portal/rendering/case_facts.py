"""Adds to the page of a case what its front matter says: facts and figures, as two tables."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.evidence.case_studies import CaseStudy
from portal.evidence.case_wording import figure_text, places_text
from portal.languages import Labels

_BEFORE = "what-it-shows"
"""Id of the section before which the tables stand; without it they end the page."""


class CaseFacts(Treeprocessor):
    """Puts the tables between what happened and what it shows."""

    def __init__(self, md: Markdown, *, case: CaseStudy, labels: Labels) -> None:
        super().__init__(md)
        self.case, self.labels = case, labels

    def run(self, root: etree.Element) -> None:
        """Change the tree in place."""
        places = [n for n, element in enumerate(root) if element.get("id") == _BEFORE]
        place = places[0] if places else len(root)
        for table in reversed(list(self._tables())):
            root.insert(place, table)

    def _tables(self) -> list[etree.Element]:
        label = self.labels
        tables = [_table([], [[label(f"case.{name}"), text] for name, text in self._facts()])]
        figures = [
            [figure_text(figure, label), self.case.figure_words.get(name, "")]
            for name, figure in self.case.figures.items()
        ]
        if figures:
            tables.append(_table([label("case.figure"), label("case.stands-for")], figures))
        return tables

    def _facts(self) -> list[tuple[str, str]]:
        case, label = self.case, self.labels
        took_part = case.facts.get("private_sector") == "took-part"
        return [
            ("topic", label(f"case.topic.{case.topic}")),
            ("sector", label(f"case.sector.{case.sector}")),
            ("technology", case.technology),
            ("place", places_text(case, label)),
            ("private", label(f"case.private.{'yes' if took_part else 'no'}")),
            ("kind", label(f"case.kind.{case.source_kind}")),
            ("seen", label(f"case.seen.{case.facts.get('read')}")),
            ("certainty", label(f"case.certainty.{case.facts.get('certainty')}")),
        ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> etree.Element:
    table = etree.Element("table")
    if head:
        line = etree.SubElement(etree.SubElement(table, "thead"), "tr")
        for name in head:
            etree.SubElement(line, "th", {"scope": "col"}).text = name
    body = etree.SubElement(table, "tbody")
    for row in rows:
        line = etree.SubElement(body, "tr")
        for number, text in enumerate(row):
            first = number == 0 and not head
            cell = etree.SubElement(
                line, "th" if first else "td", {"scope": "row"} if first else {}
            )
            cell.text = text
    return table
