"""The entries of the glossary page, below the heading of each part."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.convention import heading
from portal.glossary import Concept, Glossary, Words
from portal.glossary.page import TOPIC_ANCHOR
from portal.languages import SOURCE_LANGUAGE, Labels, Languages


class GlossaryEntries(Treeprocessor):
    """Runs after inline patterns; provisions are named in words, which the linker then finds."""

    def __init__(
        self, md: Markdown, *, glossary: Glossary, labels: Labels, languages: Languages
    ) -> None:
        super().__init__(md)
        self.glossary, self.labels, self.languages = glossary, labels, languages
        self.code = labels.language.code

    def run(self, root: etree.Element) -> None:
        """Add the entries to the page."""
        for place, element in reversed(list(enumerate(root))):
            topic = element.get("id", "")
            if topic.startswith(TOPIC_ANCHOR):
                for entry in reversed(list(self._entries(topic.removeprefix(TOPIC_ANCHOR)))):
                    root.insert(place + 1, entry)

    def _entries(self, topic: str) -> list[etree.Element]:
        chosen = [one for one in self.glossary.concepts.values() if one.topic == topic]
        return [element for concept in chosen for element in self._entry(concept)]

    def _entry(self, concept: Concept) -> list[etree.Element]:
        own = self.glossary.term(concept.id, self.code)
        words = own or self.glossary.term(concept.id, SOURCE_LANGUAGE)
        if words is None:
            return []
        title = etree.Element("h3", {"id": concept.anchor})
        title.text = words.term
        if own is None:
            title.set("lang", SOURCE_LANGUAGE)
        parts = [title, self._definition(concept, words), self._sources(concept, words)]
        return [part for part in (*parts, self._others(concept)) if part is not None]

    def _definition(self, concept: Concept, words: Words) -> etree.Element | None:
        paragraph = etree.Element("p")
        if words.definition and words.language == self.code:
            paragraph.text = words.definition
            return paragraph
        english = self.glossary.term(concept.id, SOURCE_LANGUAGE)
        if english is None or english.definition is None:
            return None
        paragraph.text = self.labels("convention.in-english") + " "
        text = etree.SubElement(paragraph, "span", {"lang": SOURCE_LANGUAGE, "dir": "ltr"})
        text.text = english.definition
        return paragraph

    def _sources(self, concept: Concept, words: Words) -> etree.Element:
        """Say what else it is called, where the treaty has it, and where the word was read."""
        items = etree.Element("ul", {"class": "term-facts"})
        also = [*words.abbreviations, *words.allowed]
        self._item(items, "also", also)
        self._item(items, "not", words.forbidden)
        for field in ("defined", "used"):
            names = [heading(name, self.code) for name in getattr(concept, field)]
            self._item(items, field, names)
        if words.seen and words.language == self.code:
            self._item(items, "seen", [words.seen])
            items[-1].set("class", "term-seen")
        elif not concept.provisions:
            etree.SubElement(items, "li").text = self.labels("glossary.not-treaty")
        elif _is_unsure(concept, words):
            etree.SubElement(items, "li").text = self.labels("convention.unconfirmed")
        return items

    def _item(self, items: etree.Element, name: str, values: Sequence[str]) -> None:
        if values:
            text = self.labels("list.separator").join(values)
            etree.SubElement(items, "li").text = self.labels(f"glossary.{name}", words=text)

    def _others(self, concept: Concept) -> etree.Element:
        items = etree.Element("ul", {"class": "term-languages"})
        for language in self.languages:
            words = self.glossary.term(concept.id, language.code)
            if words is None or language.code == self.code:
                continue
            item = etree.SubElement(items, "li")
            name = etree.SubElement(item, "span", {"lang": language.code})
            name.text = language.name
            name.tail = ": "
            told = {"lang": language.code, "dir": language.direction}
            term = etree.SubElement(item, "bdi", told)
            term.text = words.term
            if _is_unsure(concept, words):
                term.tail = f" ({self.labels('convention.unconfirmed')})"
        return items


def _is_unsure(concept: Concept, words: Words) -> bool:
    """Tell whether a word of the Convention is still to be compared with the authentic text.

    English is the language that the concepts are named in; what is no word of the treaty has no
    authentic text.
    """
    translated = words.language != SOURCE_LANGUAGE
    return translated and words.seen is None and bool(concept.provisions)
