"""What axe finds on a page: the rules that the portal keeps everywhere, asked in one way."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def axe_findings(page: Page) -> list[str]:
    """Return one line per violation: page, rule, element, what axe says of it."""
    found = Axe().run(page, options=RULES).response
    # A page that axe could not look at has no violations either.
    assert found["passes"], page.url
    return [
        f"{page.url} {one['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
