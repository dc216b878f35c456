"""Stock phrases: what pages of one pattern repeat, and what nobody looks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from portal.search.page_text import Section

STOCK = 8
"""A sentence or heading that stands on as many pages of one pattern says nothing of any of them."""


def without_stock(pages: Mapping[str, tuple[Section, ...]]) -> dict[str, tuple[Section, ...]]:
    """Return pages of one pattern without stock phrases; a heading goes with its last sentence.

    The first section of a page stays, for it stands for the page.
    """
    count = Counter(text for sections in pages.values() for text in _texts(sections))
    stock = {text for text, number in count.items() if number >= STOCK}
    return {key: tuple(_kept(sections, stock)) for key, sections in pages.items()}


def _texts(sections: tuple[Section, ...]) -> set[str]:
    return {text for one in sections for text in (one.heading, *one.sentences)}


def _kept(sections: tuple[Section, ...], stock: set[str]) -> list[Section]:
    kept = []
    for number, section in enumerate(sections):
        places = [at for at, text in enumerate(section.sentences) if text not in stock]
        if places or number == 0 or section.heading not in stock:
            new = {old: at for at, old in enumerate(places)}
            cites = tuple((new[at], name) for at, name in section.cites if at in new)
            sentences = tuple(section.sentences[at] for at in places)
            kept.append(replace(section, sentences=sentences, cites=cites))
    return kept
