"""A deck as a page of the site: whole without a script, on a stage with one, ready to print."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup as Html
from markupsafe import escape

from portal.embedded_json import script_json
from portal.figures.figure import Figure
from portal.own_templates import templates_in
from portal.page_context import file_of
from portal.rendering.figures import figure_for
from portal.rendering.isolates import isolate_text
from portal.slides.deck import Deck, Line, Picture, Slide, Table, Words
from portal.slides.layout import PROMPT, Measure, numbered
from portal.slides.pictures import Frame, detail_svg, map_svg, setting

TEMPLATES = Path(__file__).with_name("templates")
WORDS = (
    "previous", "next", "overview", "presenter", "notes", "no-notes", "clock", "elapsed",
    "planned", "stop", "start", "zero", "coming", "end", "blocked",
)  # fmt: skip
"""The words that the script needs: `slides.…` in the labels."""


def slides_file(key: str) -> str:
    """Return the file of a module's slides below its language's folder.

    >>> slides_file("waste/what-is-mercury-waste")
    'waste/what-is-mercury-waste/slides/index.html'
    """
    return file_of(f"{key}/slides")


def slides_page(deck: Deck, root: Path, *, canonical: str | None = None) -> str:
    """Return the page of a deck; `canonical` is the address of the module."""
    up = "../" * slides_file(deck.key).count("/")
    return templates_in(TEMPLATES).get_template("slides.html").render(
        **_facts(deck, root), up=up, canonical=canonical, data=_data(deck), words=_words(deck)
    )  # fmt: skip


def slide_frames(deck: Deck, root: Path) -> str:
    """Return the slides alone, to be put into a page."""
    return templates_in(TEMPLATES).get_template("frames.html").render(**_facts(deck, root))


def _facts(deck: Deck, root: Path) -> Mapping[str, Any]:
    drawer = _Drawer(deck, root)
    return {"deck": deck, "t": deck.labels, "draw": drawer, "groups": drawer.groups}


def _data(deck: Deck) -> Html:
    """Return what the script needs to know of a deck."""
    planned, total = {}, 0
    for section in deck.sections:
        total += section.minutes or 0
        planned[section.id] = total
    data = {
        "planned": planned,
        "total": total,
        "minutes": {
            str(count): deck.labels("minutes", count)
            for count in sorted({*planned.values(), total})
        },
    }
    return _embedded(data)


def _words(deck: Deck) -> Html:
    """Return the words of the script, the same for all decks of a language."""
    return _embedded({word: deck.labels(f"slides.{word}") for word in WORDS})


def _embedded(data: object) -> Html:
    return Html(script_json(data))  # noqa: S704 - no element can begin in it


class _Drawer:
    """Draws the parts of slides for a template."""

    def __init__(self, deck: Deck, root: Path) -> None:
        self.deck = deck
        self.root = root
        self.measure = Measure(deck.content)
        self.figures: dict[str, Figure | None] = {}

    def title(self, slide: Slide) -> Html:
        """Return a slide's title with the number of its part."""
        return self._text(numbered(slide), self.deck.spoken(slide).direction)

    def classes(self, slide: Slide) -> str:
        """Return the classes of a slide: its kind, and the sizes of its letters."""
        names = [f"slide--{slide.kind}"]
        if slide.large:
            names.append("is-large")
        if self.measure.title_size(slide) == PROMPT:
            names.append("has-sentence")
        return " ".join(names)

    def words(self, words: Words, slide: Slide) -> Html:
        """Return words with their styles."""
        direction, html = self.deck.spoken(slide).direction, Html()
        for run in words:
            lines = [self._text(line, direction) for line in run.text.split("\n")]
            text = Html("<br>").join(lines)
            text = Html("<em>{}</em>").format(text) if run.italic else text
            html += Html("<strong>{}</strong>").format(text) if run.bold else text
        return html

    def _text(self, text: str, direction: str) -> Html:
        return escape(isolate_text(text) if direction == "rtl" else text)

    def kind(self, block: Line | Table | Picture) -> str:
        """Name a block's kind for the template."""
        return type(block).__name__.lower()

    def shares(self, table: Table, slide: Slide) -> list[str]:
        """Return the widths of a table's columns in per cent."""
        width = self.measure.width(slide)
        return [f"{100 * w / width:.2f}%" for w in self.measure.columns(table, width)]

    def figure(self, picture: Picture) -> Html:
        """Return a part of a figure as SVG with its alternative text, beside a map of the whole."""
        if picture.name not in self.figures:
            drawn = figure_for(self.root, picture.name, self.deck.content.code)
            self.figures[picture.name] = drawn
        figure = self.figures[picture.name]
        if figure is None:
            return Html()
        sizes = setting(picture)
        detail = detail_svg(figure, picture)
        detail.attrib |= {"role": "img", "aria-label": picture.alt} | _size(sizes.detail)
        drawings = [detail]
        if sizes.map is not None:
            small = map_svg(figure, picture, colour="var(--track)")
            small.attrib |= {"aria-hidden": "true"} | _size(sizes.map)
            drawings.insert(0, small)
        html = "".join(etree.tostring(svg, encoding="unicode", method="html") for svg in drawings)
        return Html(html)  # noqa: S704 - drawn from our own templates

    @property
    def groups(self) -> list[tuple[str, list[tuple[int, Slide]]]]:
        """The slides with their numbers, by section."""
        groups: list[tuple[str, list[tuple[int, Slide]]]] = []
        for number, slide in enumerate(self.deck.slides, 1):
            if not groups or groups[-1][0] != slide.section:
                groups.append((slide.section, []))
            groups[-1][1].append((number, slide))
        return groups


def _size(frame: Frame) -> dict[str, str]:
    """Return the style of a picture: em grow with the slide, at full width one is 16 pixels."""
    across, down = frame.width / 16, frame.height / 16
    return {"style": f"inline-size: {across:.3f}em; block-size: {down:.3f}em"}
