"""Slides of every module, and a page of them opened from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pages_from_disk import OpenPage, pages_from_disk
from playwright.sync_api import Browser

from portal.pages import Site, read_site

REFUSED = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {
        get() { throw new DOMException("Access is denied.", "SecurityError"); }});"""


@pytest.fixture(scope="session")
def pages(root: Path) -> Site:
    """All pages of the project."""
    return read_site(root)


@pytest.fixture
def open_slides(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Open a page from the disk on a screen of a slide's size; it may store nothing."""
    with pages_from_disk(browser, site) as open_page:
        yield partial(open_page, height=720, init=REFUSED)
