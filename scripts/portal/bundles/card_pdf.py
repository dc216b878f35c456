"""A field card as a tagged PDF of two A4 pages, set by Typst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from portal.bundles.pdf import document_values, set_pdf
from portal.bundles.scope import Scope
from portal.bundles.typst_markup import string, without_short_vowels
from portal.cards.card import FILE, Card, CardPage, Field, read_cards
from portal.cards.cards_page import card_file
from portal.cards.picture import COLOURS, badge_svg, picture_svg
from portal.cards.web_page import card_page, in_order, notice
from portal.errors import BuildError
from portal.figures.words import Word
from portal.languages import Labels, load_labels, load_languages
from portal.page_context import file_of

_LOOK = Path(__file__).with_name("templates") / "card.typ"


def pack_card_pdf(root: Path, scopes: Sequence[Scope], path: Path, key: str | None) -> None:
    """Write the PDF of one card; raise PortalError."""
    t = load_labels(root, scopes[0].tree.code)
    source = card_source(root, find_card(root, t.language.code, key), t, scopes[0])
    path.write_bytes(set_pdf(source, path=path))


def pack_card_html(root: Path, scopes: Sequence[Scope], path: Path, key: str | None) -> None:
    """Write one card as one HTML file; raise PortalError."""
    t = load_labels(root, scopes[0].tree.code)
    html = card_page(root, find_card(root, t.language.code, key), t)
    path.write_text(html, "utf-8", newline="")


def find_card(root: Path, code: str, key: str | None) -> Card:
    """Return a card in a language by the key of its page; raise BuildError for no card's key."""
    for card in read_cards(root, code):
        if card_file(card.name) == file_of(str(key)):
            return card
    raise BuildError(f"There is no field card {key!r}. See {FILE}.")


def card_source(root: Path, card: Card, t: Labels, scope: Scope) -> str:
    """Return a card as Typst markup: its values, then the look; raise ConfigError."""
    sides = [_side(root, card, page, number, t) for number, page in enumerate(card.pages, 1)]
    values = (
        *document_values(scope, t.language, title=card.title.text, author=t("site.name")),
        f"#let title = {_word(root, card.title)}",
        f"#let who = {_word(root, card.who)}",
        f"#let help = {string(t('cards.help'))}",
        f"#let sides = ({''.join(f'{side},' for side in sides)})",
    )
    return "\n".join([*values, _LOOK.read_text("utf-8")])


def _side(root: Path, card: Card, page: CardPage, number: int, t: Labels) -> str:
    fields = "".join(f"{_field(root, field, t)}," for field in page.fields)
    foot = "".join(f"{line}," for line in _foot(card, number, t))
    place = string(t("cards.side", number=number, total=len(card.pages)))
    return f"(title: {_word(root, page.title)}, place: {place}, fields: ({fields}), foot: ({foot}))"


def _field(root: Path, field: Field, t: Labels) -> str:
    direction, colour = t.language.direction, COLOURS[field.sign]
    picture = picture_svg(root, field.picture, sign=field.sign, direction=direction)
    badge = badge_svg(field.sign, colour=colour, direction=direction)
    law = "".join(f"{_word(root, one)}," for one in field.law)
    figure = string(str(field.figure or ""))
    return (
        f"(picture: {string(picture)}, badge: {string(badge)}, colour: rgb({string(colour)}), "
        f"sign: {string(t(f'cards.{field.sign}'))}, words: {_word(root, field.words)}, "
        f"law: ({law}), figure: {figure})"
    )


def _foot(card: Card, number: int, t: Labels) -> Iterator[str]:
    """Yield the lines under a side, each with its language and direction."""
    own = f"{string(t.language.code)}, {t.language.direction}"
    if number < len(card.pages):
        yield f"({string(t('footer.unofficial'))}, {own})"
        return
    for place, source in enumerate(card.sources, 1):
        yield f'({string(f"{place}. {source}")}, "en", ltr)'
    yield f"({string(notice(t) + ' ' + t('bundle.licence'))}, {own})"


def _word(root: Path, word: Word) -> str:
    direction = load_languages(root).get(word.language).direction
    text = string(without_short_vowels(in_order(root, word)))
    return f"(text: {text}, language: {string(word.language)}, direction: {direction})"
