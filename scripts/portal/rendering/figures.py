"""A figure as HTML: the drawing with its alternative text, and the same content as a table."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from pathlib import Path

from markdown import Markdown
from markdown.util import AtomicString

from portal.figures.figure import Figure, make_figure
from portal.figures.words import Word
from portal.languages import load_languages
from portal.rendering.isolates import isolate_text


def figure_for(root: Path, name: str, language: str) -> Figure | None:
    """Return a figure in a language, None where there is none of this name."""
    isolate = isolate_text if load_languages(root).get(language).direction == "rtl" else str
    return make_figure(root, name, language, isolate=isolate)


def add_drawing(
    md: Markdown, parent: etree.Element, figure: Figure, *, alt: str | None, number: int
) -> None:
    """Put the drawing into the page; `number` keeps the ids of several figures apart.

    It goes in as finished HTML, which no later step (emphasis, citations, isolates) opens.
    """
    svg = figure.drawing.svg
    ids = [f"figure-{number}-title", f"figure-{number}-text"]
    svg.attrib |= {"class": "figure-drawing", "role": "img", "aria-labelledby": " ".join(ids)}
    texts = (figure.title, Word(alt, "") if alt else figure.alt)
    for position, (tag, name, word) in enumerate(zip(("title", "desc"), ids, texts, strict=True)):
        element = etree.Element(tag, {"id": name})
        if word.language:
            element.set("lang", word.language)
        element.text = word.text
        svg.insert(position, element)
    holder = etree.SubElement(parent, "div", {"class": "figure-picture"})
    holder.text = md.htmlStash.store(etree.tostring(svg, encoding="unicode", method="html"))


def add_table(parent: etree.Element, figure: Figure, *, language: str) -> None:
    """Put the same content into the page as a table in a closed disclosure."""
    details = etree.SubElement(parent, "details", {"class": "figure-words"})
    _say(etree.SubElement(details, "summary"), figure.in_words, language)
    table = etree.SubElement(details, "table")
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for word in figure.head:
        _say(etree.SubElement(head, "th", {"scope": "col"}), word, language)
    body = etree.SubElement(table, "tbody")
    for cells in figure.rows:
        row = etree.SubElement(body, "tr")
        for cell in cells:
            _say(etree.SubElement(row, "td"), cell, language)
    for note in figure.notes:
        _say(etree.SubElement(details, "p"), note, language)


def _say(element: etree.Element, word: Word | None, language: str) -> None:
    """Write a word as it stands, without markup; mark it where it is in another language."""
    if word is None:
        return
    if word.language != language:
        element.attrib |= {"lang": word.language, "dir": "ltr"}
    element.text = AtomicString(word.text)
