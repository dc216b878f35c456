"""Citations in the built site: they land on their anchors, and say what they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from tooltips import a_phone, told_by_focus_and_tap

CODES = ("ar", "zh", "en", "fr", "ru", "es")
MODULE = "waste/what-is-mercury-waste/index.html"


@pytest.mark.parametrize("code", CODES)
def test_a_citation_in_each_language_lands_on_its_anchor(site: Path, code: str) -> None:
    page = site / code / MODULE
    links = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("a.provision[href*='#']")
    wanted = [link for link in links if "art_11__para_2" in str(link["href"])]
    assert wanted
    for link in links:
        path, _, anchor = str(link["href"]).partition("#")
        target = (page.parent / path).resolve()
        assert target.is_relative_to(site / code)
        there = BeautifulSoup(target.read_text("utf-8"), "html.parser")
        assert there.find(id=anchor) is not None, f"{path}#{anchor}"


@pytest.mark.parametrize(("code", "title"), [("en", "Mercury wastes"), ("ar", "نفايات الزئبق")])
def test_focus_and_the_first_tap_tell_the_title(
    browser: Browser, site: Path, code: str, title: str
) -> None:
    with a_phone(browser) as page:
        page.goto((site / code / MODULE).as_uri())
        link = page.locator(".words a.provision[href*='art_11__para_2']").first
        assert title in told_by_focus_and_tap(page, link)
        link.tap()
        page.wait_for_url("**/convention/article-11/index.html#art_11__para_2*")
