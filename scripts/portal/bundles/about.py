"""What a bundle says of itself: language, completeness, review, licence, sources, commit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portal.bundles.scope import Scope
from portal.languages import Labels, load_labels, load_languages
from portal.own_templates import templates_in

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).with_name("templates")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
AUTHENTIC_TEXTS = "https://minamataconvention.org"


def about(scopes: Sequence[Scope]) -> dict[str, Any]:
    """Return the facts of a bundle as plain data; the only file that names commit and date."""
    first = scopes[0]
    return {
        "title": "Minamata training",
        "commit": first.tree.commit,
        "date": first.tree.date,
        "site_url": first.tree.site_url,
        "licence": LICENCE,
        "track": first.track,
        "languages": {scope.tree.code: completeness(scope) for scope in scopes},
    }


def about_file(scopes: Sequence[Scope]) -> bytes:
    """Return the facts of a bundle as its file about.json."""
    text = json.dumps(about(scopes), ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def completeness(scope: Scope) -> dict[str, int]:
    """Return how many pages there are, are in the bundle's language, and are reviewed."""
    own, pages = scope.translated
    return {"pages": pages, "translated": own, "reviewed": scope.reviewed}


def share_of_pages(t: Labels, own: int, pages: int) -> str:
    """Return in words how many pages are in a bundle's language, and what the others are in."""
    name = "bundle.complete" if own == pages else "bundle.translated"
    return t(name, translated=own, pages=pages)


def start_page(root: Path, scopes: Sequence[Scope], *, downloads: str | None = None) -> str:
    """Return the page at the top of a bundle: one part per language, in its own words.

    `downloads` is the downloads page, where one lies below. With it or with several languages
    verify.py lies beside, and the page says how to run it.
    """
    languages = load_languages(root)
    parts = [
        {
            "scope": scope,
            "language": languages.get(scope.tree.code),
            "t": load_labels(root, scope.tree.code),
            "numbers": completeness(scope),
            "share": share_of_pages(load_labels(root, scope.tree.code), *scope.translated),
        }
        for scope in scopes
    ]
    return str(
        environment()
        .get_template("start.html")
        .render(parts=parts, licence=LICENCE, texts=AUTHENTIC_TEXTS, downloads=downloads)
    )


def environment() -> Environment:
    """Return the templates of the bundles, which are no part of the theme."""
    return templates_in(_TEMPLATES)
