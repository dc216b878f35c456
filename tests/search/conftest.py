"""The search of the built site, opened as from a USB stick: no server, no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

READY = "() => window.portalSearch && portalSearch.complete"

OpenSearch = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[OpenSearch]:
    """Open a page of the tree from the disk, with what it says of errors in `page.errors`."""
    contexts = []

    def open_path(path: str, *, width: int = 1280, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 812},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        context.set_offline(True)
        contexts.append(context)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto((site / path).as_uri())
        return page

    yield open_path
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def ready_search(browser: Browser, site: Path) -> Iterator[OpenSearch]:
    """Give the page of a language with the search open, the same one to all tests of a file.

    For tests that ask and leave the index as it is; the dialog is open and the field is empty.
    """
    context = browser.new_context(reduced_motion="reduce")
    context.set_offline(True)
    pages: dict[str, Page] = {}

    def page_of(language: str) -> Page:
        if language not in pages:
            page = pages[language] = context.new_page()
            page.errors = []
            page.on("pageerror", lambda error: page.errors.append(str(error)))
            page.goto((site / language / "index.html").as_uri())
            page.click("#search-opener")
            page.wait_for_function(READY)
        page = pages[language]
        page.set_viewport_size({"width": 1280, "height": 812})
        page.fill("#search input", "")
        page.wait_for_function("!document.querySelector('.search-hit, .search-empty')")
        return page

    yield page_of
    context.close()


@pytest.fixture
def open_search(open_page: OpenSearch) -> OpenSearch:
    """Open the search on a language's home page and wait for the index."""

    def open_language(language: str, **options: object) -> Page:
        page = open_page(f"{language}/index.html", **options)
        page.click("#search-opener")
        page.wait_for_function(READY)
        return page

    return open_language
