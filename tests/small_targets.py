"""Targets too small for a thumb: what WCAG 2.2 asks of everything that is not in a sentence."""

from __future__ import annotations

from playwright.sync_api import Page

LEAST = 24
"""Pixels, each way (success criterion 2.5.8)."""
MEASURE = """selector => [...document.querySelectorAll(selector)]
  .filter(e => e.checkVisibility({visibilityProperty: true}))
  .map(e => e.closest('label') || e)
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .map(([html, box]) => [html, box.width, box.height])"""


def small_targets(page: Page, selector: str) -> list[str]:
    """Return the visible targets that are smaller, with their size; fail where there is none."""
    seen = [one for one in page.evaluate(MEASURE, selector) if one[1]]
    assert seen, selector
    return [
        f"{html} {width}x{height}" for html, width, height in seen if min(width, height) < LEAST
    ]
