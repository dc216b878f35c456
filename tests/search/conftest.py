"""The search of the built site, opened as from a USB stick: no server, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_from_disk import OpenPage, pages_from_disk
from playwright.sync_api import Browser, Page

READY = "() => window.portalSearch && portalSearch.complete"


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Open a page of the tree from the disk."""
    with pages_from_disk(browser, site) as open_it:
        yield open_it


@pytest.fixture(scope="module")
def ready_search(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Give the page of a language with the search open, the same one to all tests of a file.

    For tests that ask and leave the index as it is; the dialog is open and the field is empty.
    """
    pages: dict[str, Page] = {}
    with pages_from_disk(browser, site) as open_it:

        def page_of(language: str) -> Page:
            if language not in pages:
                page = pages[language] = open_it(f"{language}/index.html")
                page.click("#search-opener")
                page.wait_for_function(READY)
            page = pages[language]
            page.set_viewport_size({"width": 1280, "height": 812})
            page.fill("#search input", "")
            page.wait_for_function("!document.querySelector('.search-hit, .search-empty')")
            return page

        yield page_of


@pytest.fixture
def open_search(open_page: OpenPage) -> OpenPage:
    """Open the search on a language's home page and wait for the index."""

    def open_language(language: str, **options: object) -> Page:
        page = open_page(f"{language}/index.html", **options)
        page.click("#search-opener")
        page.wait_for_function(READY)
        return page

    return open_language
