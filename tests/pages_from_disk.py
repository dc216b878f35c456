"""Pages opened as from a USB stick: from the disk, without a server and without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Dialog, Page

OpenPage = Callable[..., Page]
"""`open_page("en/index.html#part", width=375, dark=True)`; other options are the context's."""
LOCAL = ("file:", "data:", "blob:", "about:")


@contextmanager
def pages_from_disk(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Give a function that opens pages of a site, each in a context of its own.

    `init` is a script that runs before the page's own; `keep` opens the page in the context of
    an earlier one, with what that one stored. A script error, a dialog or a request to the
    network fails the test when the pages are closed; with `faults`, it goes into that list.
    """
    contexts: list[BrowserContext] = []
    unexpected: list[str] = []

    def open_page(
        path: str,
        *,
        keep: Page | None = None,
        faults: list[str] = unexpected,
        **options: object,
    ) -> Page:
        context = keep.context if keep else _new_context(browser, **options)
        if not keep:
            contexts.append(context)
        page = context.new_page()
        _watch(page, faults)
        file, mark, fragment = path.partition("#")
        page.goto((site / file).as_uri() + mark + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert unexpected == []


def _watch(page: Page, faults: list[str]) -> None:
    def refuse(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def note(url: str) -> None:
        if not url.startswith(LOCAL):
            faults.append(url)

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", refuse)
    page.on("request", lambda request: note(request.url))


def _new_context(
    browser: Browser,
    *,
    width: int = 1280,
    height: int = 812,
    dark: bool = False,
    script: bool = True,
    init: str = "",
    **options: object,
) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=script,
        offline=True,
        **options,
    )
    if init:
        context.add_init_script(init)
    return context
