"""What a bundle holds: a whole language, or a track with the pages that it leads to."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from portal.assessment.track_tests import PAGES as TEST_PAGES
from portal.bundles.rewriting import is_external, read_links
from portal.bundles.tree import LanguageTree, TreePage
from portal.cards.cards_page import CARDS, card_file
from portal.checks.kinds import is_module_key
from portal.errors import BuildError
from portal.offline.page import PAGE as OFFLINE_PAGE

REFERENCES = ("convention", "decisions", "glossary", "field-cards", "cases", "about")
"""Folders (or single pages) whose pages come along where a page of the track links to them.

In a book the treaty stands first and the portal's own pages last.
"""


SLIDES = "/slides/index.html"
ONLINE_ONLY = frozenset({OFFLINE_PAGE})
"""Pages of no use in a bundle."""
ABOUT_THE_WHOLE = frozenset({"about/after-a-cop", "about/citations", "about/mandate"})
"""Pages for maintainers and the secretariat: a track leaves them to the bundle of its language."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The pages of one language in one bundle."""

    tree: LanguageTree
    track: str | None
    """None for the whole language."""
    pages: tuple[TreePage, ...]
    start: TreePage
    """Where a reader begins."""

    @property
    def name(self) -> str:
        """Return the part of a bundle's name that says what it holds, like `fr-waste`."""
        return f"{self.tree.code}-{self.track or 'all'}"

    @property
    def files(self) -> frozenset[str]:
        """The files of the pages, and of the slides and field cards beside them."""
        return frozenset(page.file for page in (*self.pages, *self.slides, *self.cards))

    @property
    def slides(self) -> tuple[TreePage, ...]:
        """The slides that stand beside pages: pages of their own, in no list."""
        beside = ((page, posixpath.dirname(page.file) + SLIDES) for page in self.pages)
        return tuple(
            dataclasses.replace(page, key=f"{page.key}{SLIDES}", file=file)
            for page, file in beside
            if (self.tree.folder / file).is_file()
        )

    @property
    def cards(self) -> tuple[TreePage, ...]:
        """The field cards, where the page that offers them is in the bundle; in no list either."""
        offer = next((page for page in self.pages if page.key == CARDS), None)
        if offer is None:
            return ()
        found = sorted(self.tree.folder.glob(card_file("*")))
        return tuple(_card(offer, path, self.tree.folder) for path in found)

    @property
    def modules(self) -> tuple[TreePage, ...]:
        """The pages that teach: neither a track's own page nor its tests."""
        return tuple(
            page for page in self.pages if is_module_key(page.key) and page.key not in TEST_PAGES
        )

    @property
    def without_references(self) -> Scope:
        """The track alone, without the pages it leads to; a whole language as it is."""
        own = (page for page in self.pages if page.key.startswith(f"{self.track}/"))
        return dataclasses.replace(self, pages=tuple(own)) if self.track else self

    @property
    def translated(self) -> tuple[int, int]:
        """How many of the pages are in the bundle's language, and how many there are."""
        own = sum(page.language == self.tree.code for page in self.pages)
        return own, len(self.pages)

    @property
    def reviewed(self) -> int:
        """How many of the pages a named person has reviewed."""
        return sum(page.review == "reviewed" for page in self.pages)


def _card(offer: TreePage, path: Path, folder: Path) -> TreePage:
    file = path.relative_to(folder).as_posix()
    title = re.search(r"<title>(.*) – ", path.read_text("utf-8"))
    return dataclasses.replace(
        offer,
        key=posixpath.dirname(file),
        file=file,
        title=unescape(title[1]) if title else offer.title,
    )


def whole_language(tree: LanguageTree) -> Scope:
    """Return the scope of everything in a language; raise BuildError without a home page."""
    pages = tuple(page for page in tree.pages if page.key not in ONLINE_ONLY)
    return Scope(tree, None, pages, _start(tree, "index"))


def one_track(tree: LanguageTree, track: str) -> Scope:
    """Return the scope of a track and the reference pages it leads to; raise BuildError."""
    start = _start(tree, f"{track}/index")
    own = [page for page in tree.pages if page.key.startswith(f"{track}/")]
    found = {page.key: page for page in own}
    by_file = {page.file: page for page in tree.pages}
    for page in own:
        for target in linked_files(tree.read(page), page.file):
            linked = by_file.get(target)
            if linked is not None and _comes_along(linked.key):
                found.setdefault(linked.key, linked)
    return Scope(tree, track, tuple(sorted(found.values(), key=lambda page: page.key)), start)


def _comes_along(key: str) -> bool:
    return key.partition("/")[0] in REFERENCES and key not in ABOUT_THE_WHOLE


def linked_files(html: str, file: str) -> Iterator[str]:
    """Yield the files that the links of a page name, relative to the language's folder."""
    for tag in read_links(html):
        if tag.name == "a" and tag.address is not None:
            target = resolve(tag.address, file)
            if target is not None:
                yield target


def resolve(address: str, file: str) -> str | None:
    """Return the file that an address names from `file`; None if it leads out or stays on the page.

    >>> resolve("../../convention/article-07/index.html#art_7", "waste/piles/index.html")
    'convention/article-07/index.html'
    """
    path = urlsplit(address).path
    if is_external(address) or not path:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))


def _start(tree: LanguageTree, key: str) -> TreePage:
    page = tree.page(key)
    if page is None:
        tracks = sorted({page.key.partition("/")[0] for page in tree.pages if "/" in page.key})
        message = f"There is no page {key!r}. The folders here: {', '.join(tracks)}."
        raise BuildError(message, path=str(tree.folder))
    return page
