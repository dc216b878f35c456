"""Slides of every module, and a page of them opened from the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from portal.pages import Site, read_site

REFUSED = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {
        get() { throw new DOMException("Access is denied.", "SecurityError"); }});"""
OpenSlides = Callable[..., Page]


@pytest.fixture(scope="session")
def pages(root: Path) -> Site:
    """All pages of the project."""
    return read_site(root)


@pytest.fixture
def open_slides(browser: Browser, site: Path) -> Iterator[OpenSlides]:
    """Open a page from the disk, offline and without storage; script errors fail the test."""
    contexts, faults = [], []

    def open_path(
        path: str, *, width: int = 1280, height: int = 720, dark: bool = False, **options: object
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            offline=True,
            **options,
        )
        contexts.append(context)
        context.add_init_script(REFUSED)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: note(request.url))
        page.goto((site / path.partition("#")[0]).as_uri() + "#" + path.partition("#")[2])
        return page

    def note(url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            faults.append(url)

    yield open_path
    for context in contexts:
        context.close()
    assert faults == []
