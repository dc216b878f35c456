"""A portal on a server, and a browser that visits it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from portal_server import PortalServer

Visit = Callable[..., tuple[PortalServer, Page]]


@pytest.fixture
def visit(browser: Browser, small_site: Path) -> Iterator[Visit]:
    """Open the page of the Arabic portal that keeps it; `prefix` is where the portal stands."""
    opened: list[tuple[PortalServer, Page]] = []
    faults: list[str] = []

    def open_page(site: Path = small_site, prefix: str = "/") -> tuple[PortalServer, Page]:
        server = PortalServer(site, prefix)
        server.start()
        page = browser.new_context(reduced_motion="reduce").new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        opened.append((server, page))
        page.goto(f"{server.address}ar/offline/index.html")
        return server, page

    yield open_page
    for server, page in opened:
        page.context.close()
        server.stop()
    assert faults == []
