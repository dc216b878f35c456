"""Joins lines without a space where the script writes none: files hold one sentence per line."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(
    rf"(?<=[{_HAN}])[ \t]*\n[ \t]*(?=[{_HAN}“‘])|(?<=[”’])[ \t]*\n[ \t]*(?=[{_HAN}])"
)
_KEPT = {"code", "pre", "script", "style"}


class JoinedLines(Treeprocessor):
    """Takes soft line breaks between Han characters away: a browser would draw them as spaces."""

    def run(self, root: etree.Element) -> None:
        """Join in the whole page."""
        for element in root.iter():
            if element.text and element.tag not in _KEPT:
                element.text = _BREAK.sub("", element.text)
            if element.tail:
                element.tail = _BREAK.sub("", element.tail)
