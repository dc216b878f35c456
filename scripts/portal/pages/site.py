"""The pages of all languages, read from docs/<lang>/ when they are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from portal.errors import PageError
from portal.languages import SOURCE_LANGUAGE, Languages, load_languages
from portal.pages.page import Page, parse_page

DOCS = "docs"

PageKey = tuple[str, str]
"""Language and key of a page."""
ExtraAnchors = Callable[[str, str], frozenset[str] | None]
"""Language and key to the anchors that a page gets when it is built, None for a page unknown."""


def no_extra_anchors(_language: str, _key: str) -> frozenset[str] | None:
    """Say that no page is generated: what a site without generated pages passes."""
    return None


class Listing(NamedTuple):
    """The files below docs/, found without reading any."""

    pages: Mapping[PageKey, str]
    """Path of each page, relative to the root, with `/`."""
    others: frozenset[str]
    """Paths of all other files."""
    symlinks: frozenset[str]
    """Paths of symbolic links: never followed, never read."""
    folders: frozenset[str]
    """Names of the folders right below docs/."""


@dataclass(slots=True)
class LazyPages(Mapping[PageKey, Page]):
    """Pages by language and key; each is read once, when it is first asked for.

    A page that cannot be read raises PageError each time.
    """

    root: Path
    listing: Listing
    _read: dict[PageKey, Page | PageError] = field(default_factory=dict)

    def __getitem__(self, key: PageKey) -> Page:
        """Return a page; raise KeyError or PageError."""
        if key not in self._read:
            path = self.listing.pages[key]
            try:
                self._read[key] = read_page(self.root / path, root=self.root)
            except PageError as error:
                self._read[key] = error
        result = self._read[key]
        if isinstance(result, PageError):
            raise result
        return result

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a file."""
        return key in self.listing.pages

    def __iter__(self) -> Iterator[PageKey]:
        """Iterate over languages and keys in order."""
        return iter(self.listing.pages)

    def __len__(self) -> int:
        """Count the files."""
        return len(self.listing.pages)


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, by language and key."""

    root: Path
    languages: Languages
    listing: Listing
    pages: Mapping[PageKey, Page]
    extra_anchors: ExtraAnchors = no_extra_anchors

    def get(self, language: str, key: str) -> Page | None:
        """Return a page, or None where there is none; raise PageError where it is unreadable."""
        return self.pages.get((language, key))

    def readable(self, language: str, key: str) -> Page | None:
        """Return a page, or None where there is none or it cannot be read."""
        try:
            return self.get(language, key)
        except PageError:
            return None

    def source(self, page: Page) -> Page | None:
        """Return the English page that a page translates; itself for an English one."""
        if page.language == SOURCE_LANGUAGE:
            return page
        return self.readable(SOURCE_LANGUAGE, page.key)

    def shown(self, language: str, key: str) -> Page | None:
        """Return the page that a reader of this language sees: its own, else the English one."""
        return self.readable(language, key) or self.readable(SOURCE_LANGUAGE, key)

    def has(self, language: str, key: str) -> bool:
        """Tell whether readers of this language find a page: written, English or generated."""
        written = (language, key) in self.pages or (SOURCE_LANGUAGE, key) in self.pages
        return written or self.extra_anchors(language, key) is not None

    def anchors(self, language: str, key: str) -> frozenset[str]:
        """Return all ids that a link may name on a page."""
        page = self.shown(language, key)
        ids = page.ids if page else frozenset[str]()
        return ids | (self.extra_anchors(language, key) or frozenset())

    def keys(self, language: str) -> tuple[str, ...]:
        """Return the keys of the pages written in a language, in order."""
        return tuple(key for code, key in self.pages if code == language)


def list_files(root: Path, languages: Languages) -> Listing:
    """Find the files below docs/ without following a symbolic link."""
    pages: dict[PageKey, str] = {}
    others, symlinks, folders = set(), set(), set()
    for path, is_link, is_folder in sorted(_walk(root / DOCS, DOCS)):
        first, _, rest = path.removeprefix(f"{DOCS}/").partition("/")
        if is_link:
            symlinks.add(path)
        elif is_folder:
            folders.add(first)
        elif first in languages and rest.endswith(".md"):
            pages[first, rest.removesuffix(".md")] = path
        else:
            others.add(path)
    ordered = dict(sorted(pages.items()))
    return Listing(ordered, frozenset(others), frozenset(symlinks), frozenset(folders))


def _walk(folder: Path, shown: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield path, whether it is a link, whether it is a folder right below docs/."""
    if folder.is_symlink():
        yield shown, True, False
        return
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{shown}/{entry.name}"
        if entry.is_symlink():
            yield path, True, False
        elif entry.is_dir(follow_symlinks=False):
            if shown == DOCS:
                yield path, False, True
            yield from _walk(folder / entry.name, path)
        else:
            yield path, False, False


def read_page(path: Path, *, root: Path) -> Page:
    """Read one page of the project at `root`; raise PageError with path, line and remedy."""
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    first, _, rest = shown.removeprefix(f"{DOCS}/").partition("/")
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise PageError("There is no such page. Check the path.", path=shown) from None
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise PageError(f"Cannot be read: {reason}. Check the file.", path=shown) from None
    return parse_page(raw, path=shown, language=first, key=rest.removesuffix(".md"))


def open_site(root: Path, *, extra_anchors: ExtraAnchors = no_extra_anchors) -> Site:
    """Return the site with pages that are read when they are asked for.

    Raises ConfigError where the list of languages is broken.
    """
    languages = load_languages(root)
    listing = list_files(root, languages)
    return Site(root, languages, listing, LazyPages(root, listing), extra_anchors)


def read_site(root: Path, *, extra_anchors: ExtraAnchors = no_extra_anchors) -> Site:
    """Return the site with all pages read; raise PageError for the first that cannot be."""
    site = open_site(root, extra_anchors=extra_anchors)
    for key in site.pages:
        site.pages[key]
    return site
