"""One switch opens notes, minutes and solutions on every page, and is remembered."""

from __future__ import annotations

import pytest
from axe_findings import axe_findings
from playwright.sync_api import Page, expect

from portal.languages import load_labels

MODULE = "waste/what-is-mercury-waste/index.html"
OTHER = "obligations/mercury-added-products/index.html"
HELD = "details:is(.block-facilitator, .block-solution, .question-answers)"


def open_ones(page: Page) -> tuple[int, int]:
    """Return how many of the notes, solutions and answers are open, and how many there are."""
    return page.locator(f"{HELD}[open]").count(), page.locator(HELD).count()


def test_it_is_off_by_default(open_file):
    page = open_file(f"en/{MODULE}")
    opened, count = open_ones(page)
    assert (opened, count > 8) == (0, True)
    expect(page.locator("#facilitator-button")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".section-minutes").first).to_be_hidden()


def test_it_opens_everything_on_every_page_until_it_is_switched_off(open_file):
    page = open_file(f"en/{MODULE}")
    page.locator("#facilitator-button").press("Enter")
    opened, count = open_ones(page)
    assert opened == count
    other = open_file(f"ar/{OTHER}", keep=page)
    opened, count = open_ones(other)
    assert opened == count
    expect(other.locator("#facilitator-button")).to_have_attribute("aria-pressed", "true")
    other.locator("#facilitator-button").press("Space")
    assert open_ones(other)[0] == 0
    page.wait_for_function("!document.documentElement.hasAttribute('data-facilitator')")
    assert open_ones(page)[0] == 0


def test_it_shows_the_minutes_of_each_section_as_the_language_counts_them(open_file, root):
    told = {}
    for language in ("en", "ar"):
        page = open_file(f"{language}/{MODULE}")
        page.locator("#facilitator-button").press("Enter")
        lines = page.locator(".section-minutes")
        expect(lines.first).to_be_visible()
        assert lines.count() == page.locator(".words h2").count()
        told[language] = [line.strip() for line in lines.all_inner_texts()]
    minutes = [int(line.partition(" ")[0]) for line in told["en"]]
    assert min(minutes) > 0
    for language, lines in told.items():
        assert lines == [load_labels(root, language)("minutes", count) for count in minutes]


@pytest.mark.parametrize("on", [False, True])
def test_notes_are_printed_in_the_facilitator_view_only(open_file, on):
    page = open_file(f"en/{MODULE}")
    if on:
        page.locator("#facilitator-button").press("Enter")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    note = page.locator(".block-facilitator p").first
    expect(note).to_be_visible() if on else expect(note).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (open_ones(page)[0] > 0) is on


@pytest.mark.parametrize(
    ("language", "width", "dark"),
    [("en", 375, True), ("en", 1280, False), ("ar", 375, False), ("ar", 1280, True)],
)
def test_axe_finds_nothing_in_answered_questions_and_open_notes(open_file, language, width, dark):
    page = open_file(f"{language}/{MODULE}", width=width, dark=dark, storage="refused")
    page.locator("#facilitator-button").press("Enter")
    for question, option in (("sort-kinds-1", 0), ("pick-number-1", 1)):
        page.locator(f"#question-{question} input").nth(option).press("Space")
    for select in page.locator("#question-tell-storage-2 select").all():
        select.select_option(index=1)
    for button in page.locator(".quiz-button:not(.quiz-button--again)").all():
        button.press("Enter")
    page.locator(".kept__delete").press("Enter")
    # At the foot of the page the header covers the end of a long menu: no target is small there.
    page.evaluate("scrollTo(0, 0)")
    assert axe_findings(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
