"""Explains a term of the glossary where a page first uses it: a link with the definition on it."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.glossary import Glossary
from portal.glossary.matching import Finder, finder
from portal.glossary.page import term_target
from portal.rendering.flat_text import Chunk, FlatText

_LEFT_OUT = frozenset({
    "a", "button", "caption", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
    "label", "nav", "pre", "summary", "svg", "th",
})  # fmt: skip
_LEFT_OUT_CLASSES = frozenset({"block-question", "block-title", "footnote", "provision-name"})


class GlossaryTerms(Treeprocessor):
    """Runs after the links to provisions, so that no link stands inside another."""

    def __init__(self, md: Markdown, *, glossary: Glossary, language: str, edition: str) -> None:
        super().__init__(md)
        words = glossary.words.get(language, {})
        self.told = {
            name
            for name, concept in glossary.concepts.items()
            if concept.tooltip and name in words and words[name].definition
        }
        self.words, self.edition = words, edition
        self.finder: Finder = finder(language, words)

    def run(self, root: etree.Element) -> None:
        """Link the first use of each term in running text."""
        flat = FlatText.of(root)
        silent = set(_silent(root))
        found: dict[str, tuple[Chunk, int, int]] = {}
        for chunk in flat.chunks:
            if chunk.linkable and chunk.parent not in silent:
                for match in self.finder.find(chunk.text):
                    if match.concept in self.told:
                        found.setdefault(match.concept, (chunk, match.start, match.end))
        # From the end to the beginning: what is cut off a text stands behind it.
        for concept, (chunk, start, end) in sorted(
            found.items(), key=lambda item: (item[1][0].start, item[1][1]), reverse=True
        ):
            self._link(chunk, start, end, concept)

    def _link(self, chunk: Chunk, start: int, end: int, concept: str) -> None:
        target = term_target(concept, edition=self.edition)
        title = self.words[concept].definition or ""
        link = etree.Element("a", {"class": "term", "href": target, "title": title})
        text = (chunk.parent.text if chunk.after is None else chunk.after.tail) or ""
        link.text, link.tail = text[start:end], text[end:]
        if chunk.after is None:
            chunk.parent.text = text[:start]
            chunk.parent.insert(0, link)
        else:
            chunk.after.tail = text[:start]
            chunk.parent.insert(list(chunk.parent).index(chunk.after) + 1, link)


def _silent(element: etree.Element, *, inside: bool = False) -> list[etree.Element]:
    """Return the elements in whose text nothing is explained."""
    classes = set(element.get("class", "").split())
    inside = inside or str(element.tag) in _LEFT_OUT or bool(classes & _LEFT_OUT_CLASSES)
    below = [found for child in element for found in _silent(child, inside=inside)]
    return [element, *below] if inside else below
