"""Rules about the field cards: a plan that can be drawn, words complete and short."""

from __future__ import annotations

from collections.abc import Iterator

from portal.cards.card import FILE, FOLDER, cards_of, pages_of, plan_faults, read_plan
from portal.checks.rule import Hit, site_rule
from portal.figures.words import read_words, word_paths, words_file
from portal.findings import Place
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site

LONGEST = 210
"""Characters of a field: with more, a card no longer fits on two pages of paper."""


def _place(site: Site, code: str, path: tuple[str, ...]) -> Place:
    span = read_words(site.root, code, FOLDER).keys.get(path)
    shown = words_file(code, FOLDER)
    return (
        Place(shown, span.line, span.column, span.line, span.end_column)
        if span
        else Place(shown, 1)
    )


def _wanted(site: Site) -> list[tuple[str, ...]]:
    """Return the keys of all words that the plan asks for."""
    paths: list[tuple[str, ...]] = []
    for name, spec in cards_of(read_plan(site.root)).items():
        paths += [("cards", name, "title"), ("cards", name, "who")]
        for page, fields in pages_of(spec).items():
            paths.append(("cards", name, page, "title"))
            paths += [("cards", name, page, field) for field in fields]
    return paths


@site_rule("CFG023", "field-card-plan")
def cards_can_be_drawn(site: Site) -> Iterator[Hit]:
    """A field card asks for a picture, sign, provision or source that there is not.

    Mend it: correct docs/data/cards/cards.yaml, or draw the picture in docs/assets/cards.
    """
    for fault in plan_faults(site.root, read_plan(site.root)):
        yield Hit(Place(FILE, fault.line), fault.message, fault.help)


@site_rule("CFG022", "field-card-word")
def card_words_are_complete_and_short(site: Site) -> Iterator[Hit]:
    """A word of a field card is missing, known to no card, or too long to be read standing.

    Mend it: add the key to the file of the language in docs/data/cards, remove it, or shorten it.
    """
    if any(True for _ in plan_faults(site.root, read_plan(site.root))):
        # CFG023 says what is wrong.
        return
    wanted = _wanted(site)
    for code in site.languages.codes:
        words = word_paths(read_words(site.root, code, FOLDER)) if wanted else {}
        if not words and code != SOURCE_LANGUAGE:
            # A language without the file shows the English cards, and says so.
            continue
        for path in wanted:
            if not words.get(path):
                message = f"The words `{'.'.join(path)}` are missing."
                yield Hit(Place(words_file(code, FOLDER), 1), message, "Add them.")
        for path, text in words.items():
            if path not in wanted:
                message = f"The words `{'.'.join(path)}` belong to no card."
                yield Hit(_place(site, code, path), message, "Correct the key, or remove it.")
            elif len(text) > LONGEST:
                message = f"{len(text)} characters: more than {LONGEST}."
                yield Hit(_place(site, code, path), message, "Say it in fewer words.")
