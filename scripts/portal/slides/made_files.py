"""Slides as files of their own, with the names that they have in a folder."""

from __future__ import annotations

from portal.pages import Site
from portal.slides.composing import compose


def powerpoint_of(site: Site, key: str, language: str) -> tuple[str, bytes]:
    """Return name and bytes of a module's PowerPoint file; raise PortalError."""
    from portal.slides.powerpoint import write_powerpoint
    from portal.slides.powerpoint.package import file_date

    deck = compose(site, key, language)
    date = file_date(site.root, deck.path)
    name = f"{key.replace('/', '-')}-{language}.pptx"
    return name, write_powerpoint(deck, site.root, date=date)
