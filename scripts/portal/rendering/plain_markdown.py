"""Markdown without raw HTML, links or pictures: what leaves the site goes without addresses."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_DROPPED = ("img", "a")


class _PlainLinks(Treeprocessor):
    """Leaves the words of links and pictures and takes their addresses away."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.tag in _DROPPED:
                element.text = element.get("alt", element.text)
                element.tag = "span"
                element.attrib.clear()


def plain_markdown(extensions: Sequence[str] = ("tables", "pymdownx.betterem")) -> Markdown:
    """Return a converter for text that comes by pull request and is opened from a disk."""
    markdown = Markdown(extensions=list(extensions))
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.treeprocessors.register(_PlainLinks(markdown), "portal-plain", 7)
    return markdown
