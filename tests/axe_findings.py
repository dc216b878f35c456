"""What axe finds on a page: the rules that the portal keeps everywhere, asked in one way."""

from __future__ import annotations

from collections.abc import Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Without the result types, axe writes out every element that is as it should be.
OPTIONS: Mapping[str, object] = {"resultTypes": ["violations"]}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The only rules that other colours can break."""


def axe_findings(page: Page) -> list[str]:
    """Return one line per violation: page, rule, element, what axe says of it."""
    return _findings(page, TAGS)


def colour_findings(page: Page) -> list[str]:
    """Return the violations of the rules on colours: for a page that was judged in others."""
    return _findings(page, COLOURS)


def _findings(page: Page, rules: list[str]) -> list[str]:
    found = Axe().run(page, options={**OPTIONS, "runOnly": rules}).response
    # A page that axe could not look at has no violations either.
    assert found["passes"], page.url
    return [
        f"{page.url} {one['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
