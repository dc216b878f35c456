"""What a marked word or a cited provision tells those who cannot hover."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page

WIDTH = 375


@contextmanager
def a_phone(browser: Browser) -> Iterator[Page]:
    """Open a page on a small screen that is touched."""
    context = browser.new_context(has_touch=True, viewport={"width": WIDTH, "height": 700})
    yield context.new_page()
    context.close()


def told_by_focus_and_tap(page: Page, link: Locator) -> str:
    """Return what the note says on focus; it goes with Escape, and comes again with a first tap."""
    note, address = page.locator(".provision-note"), page.url
    link.focus()
    told = note.inner_text()
    page.keyboard.press("Escape")
    assert note.is_hidden()
    page.evaluate("document.activeElement.blur()")
    link.tap()
    assert page.url == address
    assert note.inner_text() == told
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= WIDTH
    return told
