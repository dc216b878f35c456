"""Wraps each table so that it scrolls by itself on a phone, reachable by keyboard."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.languages import Labels


class ScrollingTables(Treeprocessor):
    """Puts tables into a labelled region of their own."""

    def __init__(self, md: Markdown, labels: Labels) -> None:
        super().__init__(md)
        self.labels = labels

    def run(self, root: etree.Element) -> None:
        """Wrap every table of the page; the number keeps the regions' names apart."""
        tables = [
            (parent, child) for parent in root.iter() for child in parent if child.tag == "table"
        ]
        for number, (parent, table) in enumerate(tables, 1):
            position = list(parent).index(table)
            wrapper = etree.Element("div", {
                "class": "table-scroll",
                "role": "region",
                "tabindex": "0",
                "aria-label": self.labels("table.region", number=number),
            })  # fmt: skip
            wrapper.tail, table.tail = table.tail, None
            parent.remove(table)
            wrapper.append(table)
            parent.insert(position, wrapper)
