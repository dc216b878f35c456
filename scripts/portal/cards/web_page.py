"""A field card as one HTML file: nothing is loaded, and it prints on two A4 pages."""

from __future__ import annotations

import functools
from pathlib import Path

from markupsafe import Markup as Html

from portal.cards.card import Card, Field
from portal.cards.picture import COLOURS, badge_svg, picture_svg
from portal.figures.words import Word
from portal.languages import SOURCE_LANGUAGE, Labels, load_languages
from portal.own_templates import templates_in
from portal.rendering.isolates import isolate_text

_TEMPLATES = Path(__file__).with_name("templates")


def card_page(root: Path, card: Card, t: Labels) -> str:
    """Return the file of a card in the language of `t`; raise ConfigError."""
    direction = t.language.direction

    def picture(field: Field) -> Html:
        svg = picture_svg(root, field.picture, sign=field.sign, direction=direction)
        return Html(svg)  # noqa: S704 - shapes from our own list

    def badge(field: Field) -> Html:
        svg = badge_svg(field.sign, colour="#fff", direction=direction)
        return Html(svg)  # noqa: S704 - drawn here

    page = (
        templates_in(_TEMPLATES)
        .get_template("card.html")
        .render(
            card=card,
            t=t,
            colours=COLOURS,
            css=Html(_css()),  # noqa: S704 - our own file
            picture=picture,
            badge=badge,
            shown=functools.partial(in_order, root),
            notice=notice(t),
        )
    )
    return f"{page}\n"


def in_order(root: Path, word: Word) -> str:
    """Return a word with ranges and quantities kept in order inside right-to-left text."""
    is_rtl = load_languages(root).get(word.language).direction == "rtl"
    return isolate_text(word.text) if is_rtl else word.text


def notice(t: Labels) -> str:
    """Return what a reader has to know of the state of the words: nobody has reviewed them yet."""
    kind = "page" if t.language.code == SOURCE_LANGUAGE else "translation"
    return t(f"notice.draft-{kind}")


@functools.cache
def _css() -> str:
    return (_TEMPLATES / "card.css").read_text("utf-8")
