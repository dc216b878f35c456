"""What stands round the text: languages, notices, colours, and what works without a script."""

from __future__ import annotations

import pytest
from untranslated_page import untranslated_module

MODULE = "waste/what-is-mercury-waste/index.html"
ENGLISH_ONLY = f"{untranslated_module()}/index.html"


def test_the_language_switcher_keeps_the_page_and_is_remembered(open_page, address):
    page = open_page(f"en/{MODULE}")
    page.locator(".languages summary").press("Enter")
    page.locator(".languages [data-language=ru]").press("Enter")
    page.wait_for_url(f"{address}ru/{MODULE}")
    page.goto(address + "index.html")
    page.wait_for_url(f"{address}ru/index.html")
    page.goto(address + "index.html#choose")
    page.wait_for_timeout(200)
    assert page.url == f"{address}index.html#choose"


def test_the_switcher_names_each_language_in_itself(open_page):
    page = open_page(f"fr/{MODULE}")
    page.click(".languages summary")
    named = page.eval_on_selector_all(
        ".languages a",
        "links => links.map(a => [a.hreflang, a.children[0].lang, a.children[0].innerText])",
    )
    assert [entry[2] for entry in named] == [
        "العربية",
        "中文",
        "English",
        "Français",
        "Русский",
        "Español",
    ]
    assert all(code == lang for code, lang, _ in named)
    assert page.get_attribute(".languages [aria-current]", "hreflang") == "fr"


def test_what_is_not_translated_is_marked_before_the_click(open_page):
    page = open_page(f"en/{ENGLISH_ONLY}")
    assert page.locator(".languages [data-language=ar] .badge").count() == 1
    track, _, name = ENGLISH_ONLY.partition("/")
    page = open_page(f"ar/{track}/index.html")
    assert page.locator(".card .badge").count() >= 1
    link = f"a[href$='{name}']"
    assert page.locator(f"#site-nav {link} .badge").count() == 1
    assert page.get_attribute(f".card h3 {link}", "lang") == "en"


def test_english_text_in_an_arabic_page_runs_left_to_right(open_page):
    page = open_page(f"ar/{ENGLISH_ONLY}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]
    for part in ("h1", ".words p", ".words li", ".contents--beside a"):
        shown = page.locator(part).first.evaluate(
            "e => [e.closest('[lang]').lang, getComputedStyle(e).direction]"
        )
        assert shown == ["en", "ltr"], part
    assert page.locator(".notice--fallback").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"


def test_the_head_names_true_translations_with_full_addresses(open_page):
    page = open_page(f"en/{MODULE}", script=False)
    links = dict(page.eval_on_selector_all(
        "link[rel=alternate]", "links => links.map(l => [l.hreflang, l.getAttribute('href')])"
    ))  # fmt: skip
    assert links["x-default"] == links["en"]
    assert all(href.startswith("https://portal.example/sub/") for href in links.values())
    assert open_page(f"ar/{ENGLISH_ONLY}", script=False).locator("link[rel=alternate]").count() == 0


def test_the_reader_chooses_the_colours(open_page):
    page = open_page("en/index.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme-button")
    dark = page.evaluate(ground)
    assert dark != light
    assert page.get_attribute("#theme-button", "aria-pressed") == "true"
    page.reload()
    assert page.evaluate(ground) == dark
    assert (
        open_page("en/index.html", dark=True, script=False)
        .locator("body")
        .evaluate("e => getComputedStyle(e).backgroundColor")
        == dark
    )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [375, 1280])
def test_without_a_script_everything_can_be_reached(open_page, language, width):
    page = open_page(f"{language}/{MODULE}", width=width, script=False)
    link = page.locator(f"a[href$='{ENGLISH_ONLY}']").first
    if width == 375:
        page.locator(".without-script.tool").click()
        section = page.locator("#site-nav details", has=page.locator(f"a[href$='{ENGLISH_ONLY}']"))
        section.locator("summary").first.click()
        link = section.locator(f"a[href$='{ENGLISH_ONLY}']")
        assert link.is_visible()
    else:
        assert page.locator(".tabs a").count() >= 5
    page.click(".languages summary")
    assert page.locator(".languages a").first.is_visible()
    assert not page.locator("#theme-button").is_visible()


@pytest.mark.parametrize("language", ["en", "ar", "zh", "fr"])
@pytest.mark.parametrize("path", ["index.html", "waste/index.html", MODULE, ENGLISH_ONLY])
def test_nothing_is_wider_than_a_small_phone(open_page, language, path):
    page = open_page(f"{language}/{path}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_print_shows_the_answers_and_no_navigation(open_page):
    page = open_page(f"en/{MODULE}")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for hidden in (".md-header", ".tabs", "#site-nav", ".contents--beside"):
        assert not page.locator(hidden).is_visible(), hidden
    assert page.locator(".question-answers li").first.is_visible()
    assert page.locator(".site-foot").is_visible()


def test_chinese_and_arabic_have_no_slanted_letters(open_page):
    for language in ("ar", "zh"):
        page = open_page(f"{language}/index.html")
        page.evaluate("document.querySelector('.site-foot p').innerHTML += '<em>x</em>'")
        assert (
            page.locator(".site-foot em").evaluate("e => getComputedStyle(e).fontStyle") == "normal"
        )


def test_a_page_shows_its_sources_in_the_readers_words(open_page):
    page = open_page(f"fr/{MODULE}")
    page.click(".evidence summary")
    assert page.inner_text(".evidence summary").startswith("Sources")
    first = page.locator(".evidence li").first
    assert first.locator("cite").get_attribute("lang") == "en"
    assert first.inner_text().endswith("2013 (lu le 22 novembre 2026)")
    assert page.locator(".evidence a[href^='https://sdg.iisd.org']").count() == 1


def test_english_text_of_an_arabic_page_stands_in_one_column_and_reads_from_its_left(open_page):
    """A heading as wide as the window began far from its text; cells turned to the page's side."""
    shown = open_page(f"ar/{untranslated_module()}/index.html")
    heading, text = (
        shown.locator(one).first.bounding_box() for one in ("article h1", "article .words")
    )
    assert heading["x"] == pytest.approx(text["x"], abs=1)
    sides = shown.evaluate(
        "[...document.querySelectorAll('[lang=en] .table-scroll :is(th, td)')]"
        ".filter(cell => cell.style.textAlign !== 'right')"
        ".map(cell => getComputedStyle(cell).textAlign)"
    )
    assert sides
    assert set(sides) <= {"start", "left"}
