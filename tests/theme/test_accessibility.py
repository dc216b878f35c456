"""axe finds nothing, whatever is open, in any colours, in both directions."""

from __future__ import annotations

import pytest
from axe_findings import axe_findings

PAGES = (
    "index.html",
    "waste/index.html",
    "waste/what-is-mercury-waste/index.html",
    "asgm/choosing-a-mercury-free-method/index.html",
    "convention/article-11/index.html",
    "about/index.html",
)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_as_they_open(open_page, language, width, dark):
    found = []
    for path in PAGES:
        page = open_page(f"{language}/{path}", width=width, dark=dark)
        page.evaluate("document.querySelectorAll('article details').forEach(d => d.open = true)")
        found += axe_findings(page)
    assert found == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", ["index.html", "404.html", "en/index.html"])
def test_the_pages_above_the_languages_and_the_open_switcher(open_page, path, width, dark):
    page = open_page(path, width=width, dark=dark)
    if path == "en/index.html":
        page.click(".languages summary")
    assert axe_findings(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_menu(open_page, language, dark):
    page = open_page(f"{language}/{PAGES[2]}", width=375, dark=dark)
    page.click("[data-opens=drawer]")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('#site-nav')).visibility == 'visible'"
    )
    assert axe_findings(page) == []
