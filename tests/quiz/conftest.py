"""Pages opened from the disk, with storage as a test wants it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_from_disk import OpenPage, pages_from_disk
from playwright.sync_api import Browser, Page

STORAGE = {
    "kept": "",
    "refused": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("Access is denied.", "SecurityError"); }});""",
    "full": """Storage.prototype.setItem = function () {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };""",
}


@pytest.fixture
def open_file(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Open a page of the site from the disk: `open_file("en/index.html", storage="full")`."""
    with pages_from_disk(browser, site) as open_page:

        def open_stored(path: str, *, storage: str = "kept", **options: object) -> Page:
            return open_page(path, init=STORAGE[storage], **options)

        yield open_stored
