"""Writes the slides of every module beside its page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from portal.agenda.teachable import module_keys
from portal.edition import Edition
from portal.page_context import directory_of
from portal.slides.composing import compose
from portal.slides.web_page import slides_file, slides_page


def write_slides(edition: Edition, tree: Path) -> None:
    """Write the slides of all modules into a language's tree; raise PortalError."""
    for key in module_keys(edition.site):
        deck = compose(edition.site, key, edition.language.code)
        path = tree / slides_file(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        base, code = edition.site_url, deck.content.code
        address = f"{base}{code}/{quote(directory_of(key))}" if base else None
        path.write_text(slides_page(deck, edition.root, canonical=address), "utf-8")
