"""Pages opened from the disk, with the network off and storage as a test wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

STORAGE = {
    "kept": "",
    "refused": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("Access is denied.", "SecurityError"); }});""",
    "full": """Storage.prototype.setItem = function () {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };""",
}
OpenFile = Callable[..., Page]


@pytest.fixture
def open_file(browser: Browser, site: Path) -> Iterator[OpenFile]:
    """Open a page of the site from the disk: `open_file("en/index.html", storage="full")`.

    `keep` opens it in the context of an earlier page, with what that one stored. A script error or
    a request to the network fails the test.
    """
    contexts, faults = [], []

    def open_path(
        path: str,
        *,
        storage: str = "kept",
        keep: Page | None = None,
        width: int = 1280,
        dark: bool = False,
        script: bool = True,
    ) -> Page:
        context = keep.context if keep else None
        if context is None:
            context = browser.new_context(
                viewport={"width": width, "height": 812},
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce",
                java_script_enabled=script,
                offline=True,
            )
            contexts.append(context)
            if STORAGE[storage]:
                context.add_init_script(STORAGE[storage])
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: note(request.url))
        page.goto((site / path).as_uri())
        return page

    def note(url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            faults.append(url)

    yield open_path
    for context in contexts:
        context.close()
    assert faults == []
