"""axe finds nothing, whatever is open, in any colours, in both directions."""

from __future__ import annotations

import pytest
from axe_findings import axe_findings, colour_findings
from playwright.sync_api import Page

PAGES = (
    "index.html",
    "waste/index.html",
    "waste/what-is-mercury-waste/index.html",
    "asgm/choosing-a-mercury-free-method/index.html",
    "convention/article-11/index.html",
    "about/index.html",
)


def findings_in_both_colours(page: Page) -> list[str]:
    """Judge the page in light colours, and its colours once more when the system turns dark."""
    found = axe_findings(page)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    return found + colour_findings(page)


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_as_they_open(open_page, language, width):
    found = []
    for path in PAGES:
        page = open_page(f"{language}/{path}", width=width)
        page.evaluate("document.querySelectorAll('article details').forEach(d => d.open = true)")
        found += findings_in_both_colours(page)
    assert found == []


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", ["index.html", "404.html", "en/index.html"])
def test_the_pages_above_the_languages_and_the_open_switcher(open_page, path, width):
    page = open_page(path, width=width)
    if path == "en/index.html":
        page.click(".languages summary")
    assert findings_in_both_colours(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_menu(open_page, language):
    page = open_page(f"{language}/{PAGES[2]}", width=375)
    page.click("[data-opens=drawer]")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('#site-nav')).visibility == 'visible'"
    )
    assert findings_in_both_colours(page) == []
