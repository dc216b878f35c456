"""The page that offers the field cards, and the links to them from the modules that teach them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup as Html

from portal.cards.card import Card, read_cards
from portal.cards.picture import picture_svg
from portal.figures.words import Word
from portal.languages import Labels, load_languages
from portal.page_context import file_of

CARDS = "field-cards/index"
"""Key of the page."""


@dataclass(frozen=True, slots=True)
class CardLink:
    """A card as a page offers it."""

    title: Word
    who: Word
    href: str
    modules: tuple[str, ...]
    picture: Html
    """Its first drawing, in the colour of the words around it."""


def card_file(name: str) -> str:
    """Return the file of a card below its language's folder.

    >>> card_file("mine")
    'field-cards/mine/index.html'
    """
    return file_of(f"field-cards/{name}")


def card_links(root: Path, code: str, key: str) -> tuple[CardLink, ...]:
    """Return what a page offers: all cards on their own page, on a module's those it teaches."""
    here = posixpath.dirname(file_of(key)) or "."
    return tuple(
        CardLink(
            title=card.title,
            who=card.who,
            href=posixpath.relpath(card_file(card.name), here),
            modules=card.modules,
            picture=_picture(root, card, code),
        )
        for card in read_cards(root, code)
        if key == CARDS or key in card.modules
    )


def _picture(root: Path, card: Card, code: str) -> Html:
    first = card.pages[0].fields[0]
    direction = load_languages(root).get(code).direction
    svg = picture_svg(root, first.picture, sign=first.sign, direction=direction, ink="currentColor")
    return Html(svg)  # noqa: S704 - shapes from our own list


def write_cards(root: Path, labels: Labels, tree: Path) -> None:
    """Write the file of every card into a language's tree; raise ConfigError."""
    from portal.cards.web_page import card_page

    for card in read_cards(root, labels.language.code):
        path = tree / card_file(card.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(card_page(root, card, labels), "utf-8")
