"""The sign at the top of a page that carries national additions: the country's name and logo."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path

from portal.languages import Language
from portal.local.overlay import Overlay
from portal.page_context import file_of

_FILE = "assets/national-logo"
"""In a language's tree, without the ending."""


@dataclass(frozen=True, slots=True)
class NationalMark:
    """What a page says of the country that added to it."""

    country: str
    """In the reader's language."""
    logo: str | None
    """Address relative to the page."""


def national_mark(overlay: Overlay | None, language: Language, key: str) -> NationalMark | None:
    """Return the mark of a page, None where the country adds nothing to it."""
    if overlay is None or overlay.addition(language.code, key) is None:
        return None
    logo = None
    if overlay.logo is not None:
        here = posixpath.dirname(file_of(key)) or "."
        logo = posixpath.relpath(_FILE + overlay.logo.suffix, here)
    return NationalMark(overlay.country_in(language), logo)


def write_logo(overlay: Overlay | None, tree: Path) -> None:
    """Copy the logo into a language's tree."""
    if overlay is not None and overlay.logo is not None:
        path = tree / (_FILE + overlay.logo.suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(overlay.logo.read_bytes())
