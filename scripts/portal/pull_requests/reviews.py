"""Which pages become `reviewed`."""

from __future__ import annotations

from pathlib import Path

from portal.errors import PageError
from portal.pages import open_site
from portal.pull_requests.comparing import review_of


def newly_reviewed(before: Path, after: Path) -> tuple[str, ...]:
    """Return the paths of pages that are reviewed in `after` and were not so in `before`.

    A page that cannot be read counts as no review; other checks name it. `after` comes from
    outside: its languages and all else but the pages are not read.
    """
    old = open_site(before)
    found = []
    for (language, key), path in old_and_new(before, after).items():
        was = review_of(old.readable(language, key))
        if was != "reviewed" and _review(after, path) == "reviewed":
            found.append(path)
    return tuple(found)


def old_and_new(before: Path, after: Path) -> dict[tuple[str, str], str]:
    """Return the pages of `after` in the languages of `before`, by language and key."""
    from portal.languages import load_languages
    from portal.pages.site import list_files

    return dict(list_files(after, load_languages(before)).pages)


def _review(root: Path, path: str) -> str:
    from portal.pages.site import read_page

    try:
        return review_of(read_page(root / path, root=root))
    except PageError:
        return "none"
