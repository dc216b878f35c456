"""The keyboard reaches everything that is visible, and nothing that is not."""

from __future__ import annotations

import pytest
from small_targets import small_targets

MODULE = "waste/what-is-mercury-waste/index.html"
WHERE = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect();
  return {
    inside: Boolean(here.closest('#site-nav')),
    seen: here.checkVisibility({visibilityProperty: true}) && box.width > 0
      && box.right > 0 && box.left < innerWidth,
    name: `${here.tagName} ${(here.innerText || here.ariaLabel || '').slice(0, 40)}`,
    end: here === document.body,
  };
}"""


def stops(page, limit=200):
    """Press Tab until it has gone through the page; return where it stopped."""
    found = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop["end"]:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", ["index.html", MODULE])
def test_tab_never_enters_the_closed_menu_on_a_phone(open_page, language, path):
    found = stops(open_page(f"{language}/{path}", width=375))
    assert len(found) > 10
    assert [stop["name"] for stop in found if stop["inside"] or not stop["seen"]] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_stops_only_at_visible_places_on_a_wide_screen(open_page, language):
    found = stops(open_page(f"{language}/{MODULE}"))
    assert [stop["name"] for stop in found if not stop["seen"]] == []


def test_the_first_stop_skips_to_the_text(open_page):
    page = open_page(f"en/{MODULE}", width=375)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")


def test_the_menu_opens_holds_the_focus_and_gives_it_back(open_page):
    page = open_page(f"en/{MODULE}", width=375)
    button = page.locator("[data-opens=drawer]")
    assert button.evaluate("b => b.tagName") == "BUTTON"
    assert button.get_attribute("aria-expanded") == "false"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    walked = {page.evaluate(WHERE)["inside"], *(stop["inside"] for stop in stops(page, 60))}
    assert walked == {True}
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.dataset.opens") == "drawer"


@pytest.mark.parametrize("key", ["n", "b"])
def test_single_letters_are_no_shortcuts_of_the_theme(open_page, key):
    page = open_page(f"en/{MODULE}")
    before = page.url
    page.keyboard.press(key)
    page.wait_for_timeout(150)
    assert page.url == before
    assert page.evaluate("document.activeElement.tagName") == "BODY"


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", ["en/index.html", f"en/{MODULE}", f"ar/{MODULE}"])
def test_targets_outside_sentences_measure_24_pixels(open_page, path, width):
    page = open_page(path, width=width)
    targets = ":is(a, button, summary, input):not(.md-skip, .md-toggle)"
    sentences = "p *, .words li *, .words td *, .notice *, .unseen, .unseen *"
    assert small_targets(page, f"{targets}:not({sentences})") == []
