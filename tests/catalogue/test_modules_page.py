"""The page of all modules in a browser: the list, the form that narrows it, the learning paths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_findings import axe_findings
from pages_from_disk import OpenPage, pages_from_disk
from playwright.sync_api import Browser, Page
from small_targets import small_targets

PAGE = "modules/index.html"
PRODUCTS, HEALTH, GOLD, WASTE, GENDER = (
    "obligations/mercury-added-products",
    "implementation/health",
    "asgm/choosing-a-mercury-free-method",
    "waste/what-is-mercury-waste",
    "gender-trade/who-is-exposed-and-who-decides",
)
ALL = [PRODUCTS, HEALTH, GOLD, WASTE, GENDER]
SHOWN = """() => [...document.querySelectorAll('.card[data-track]')]
  .filter(e => e.checkVisibility())
  .map(e => e.querySelector('h3 a').getAttribute('href').slice(3, -'/index.html'.length))"""


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Open the page from the disk: `visit("en", "#track=waste")`."""
    with pages_from_disk(browser, site) as open_page:

        def open_it(language: str = "en", fragment: str = "", **options: object) -> Page:
            return open_page(f"{language}/{PAGE}{fragment}", **options)

        yield open_it


def result(page: Page) -> str:
    return page.inner_text(".filters__result")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_javascript_all_modules_stand_there_by_track(
    visit: OpenPage, language: str
) -> None:
    page = visit(language, "#track=waste", script=False)
    links = page.locator(".card[data-track] h3 a")
    found = [str(links.nth(n).get_attribute("href")) for n in range(links.count())]
    assert found == [f"../{key}/index.html" for key in ALL]
    assert links.nth(3).is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator(".path").count() == 5


NARROWED = [
    ("#track=waste", [WASTE]),
    ("#audience=customs", [PRODUCTS, WASTE, GENDER]),
    ("#level=intermediate", [GOLD]),
    ("#minutes=45", [PRODUCTS, WASTE]),
    ("#provision=art_11", [WASTE]),
    ("#provision=annex_c", [HEALTH, GOLD, GENDER]),
    ("#language=ru", [PRODUCTS, HEALTH, WASTE, GENDER]),
    ("#audience=customs&minutes=45&provision=art_4", [PRODUCTS]),
    ("#track=waste&level=intermediate", []),
]


@pytest.mark.parametrize(("fragment", "keys"), NARROWED)
def test_a_shared_address_narrows_the_list(visit: OpenPage, fragment: str, keys: list[str]) -> None:
    page = visit("en", fragment)
    assert page.evaluate(SHOWN) == keys
    count = "1 module" if len(keys) == 1 else f"{len(keys)} modules"
    assert result(page) == f"Shown: {count}"
    groups = page.locator(".group:visible").count()
    assert groups == len({key.partition("/")[0] for key in keys})
    assert page.locator(".filters__none").is_visible() == (not keys)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "Shown: 3 modules", "Shown: 1 module"),
        ("ar", "المعروض: 3 وحدات", "المعروض: وحدة واحدة"),
        ("ru", "Показано: 3 модуля", "Показано: 1 модуль"),
    ],
)
def test_the_keyboard_alone_narrows_and_the_count_is_announced(
    visit: OpenPage, language: str, first: str, then: str
) -> None:
    page = visit(language)
    page.focus("select[name=track]")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "audience"
    page.keyboard.press("ArrowDown")
    assert page.input_value("select[name=audience]") == "customs"
    assert result(page) == first
    assert page.get_attribute(".filters__result", "role") == "status"
    assert page.url.endswith("#audience=customs")
    page.focus("select[name=provision]")
    while page.input_value("select[name=provision]") != "art_11":
        page.keyboard.press("ArrowDown")
    assert result(page) == then
    assert page.url.endswith("#audience=customs&provision=art_11")
    page.focus("#filters button")
    page.keyboard.press("Enter")
    page.wait_for_function("!location.hash")
    assert page.evaluate(SHOWN) == ALL


def test_the_choice_survives_a_reload_and_a_jump_and_goes_into_the_other_language(
    visit: OpenPage, site: Path
) -> None:
    page = visit()
    page.select_option("select[name=track]", "asgm")
    page.reload()
    assert page.evaluate(SHOWN) == [GOLD]
    page.click(".to-paths a")
    assert page.url.endswith("#paths")
    assert page.evaluate(SHOWN) == [GOLD]
    page.click(".languages summary")
    page.click(".languages [data-language=ar]")
    page.wait_for_url((site / "ar" / PAGE).as_uri() + "#track=asgm")
    assert page.evaluate(SHOWN) == [GOLD]


HOSTILE = [
    "#track=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "#track=<script>alert(1)</script>",
    "#__proto__=x&constructor=y&toString=z",
    "#track=__proto__&audience=constructor",
    "#track=waste'];alert(1);//",
    "#minutes=1e999&level=&provision=art_11__para_1",
    "#minutes=NaN",
    "#%E0%A4%A",
    "#===&&&=%",
    "#" + "track=" * 20_000,
    "#javascript:alert(1)",
]


@pytest.mark.parametrize("fragment", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_fragment_chooses_nothing(visit: OpenPage, fragment: str) -> None:
    page = visit("en", fragment)
    page.wait_for_timeout(50)
    assert page.evaluate(SHOWN) == ALL
    assert result(page) == f"Shown: {len(ALL)} modules"
    assert page.locator("img[src=x]").count() == 0
    page.select_option("select[name=track]", "waste")
    assert page.url.endswith(f"{PAGE}#track=waste")


def test_an_option_leaves_at_least_one_module(visit: OpenPage) -> None:
    page = visit()
    for name in ("track", "audience", "level", "minutes", "provision", "language"):
        options = page.eval_on_selector_all(
            f"select[name={name}] option", "all => all.map(o => o.value).filter(Boolean)"
        )
        assert options
        for value in options:
            page.select_option(f"select[name={name}]", value)
            assert page.evaluate(SHOWN), (name, value)
        page.select_option(f"select[name={name}]", "")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_paths_name_their_modules_in_order(visit: OpenPage, language: str) -> None:
    page = visit(language)
    links = page.eval_on_selector_all(
        "#path-customs-officer ol a", "all => all.map(a => a.getAttribute('href'))"
    )
    assert links == [f"../{key}/index.html" for key in (PRODUCTS, WASTE, GENDER)]
    # A path with a module that Arabic does not have.
    badges = page.locator("#path-mining-inspector .badge").count()
    assert badges == (1 if language == "ar" else 0)


@pytest.mark.parametrize(
    ("language", "width", "dark"),
    [("en", 375, False), ("en", 1280, True), ("ar", 375, True), ("ar", 1280, False)],
)
def test_axe_finds_nothing(visit: OpenPage, language: str, width: int, *, dark: bool) -> None:
    page = visit(language, "#track=waste&level=intermediate", width=width, dark=dark)
    assert page.evaluate(SHOWN) == []
    page.click("#filters button")
    page.wait_for_function("!location.hash")
    assert axe_findings(page) == []


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_a_phone_shows_it_without_scrolling_sideways_and_with_targets_for_a_thumb(
    visit: OpenPage, language: str
) -> None:
    page = visit(language, width=320)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    targets = "#filters select, #filters button, .versions a, .path ol a, .group a"
    assert small_targets(page, targets) == []


def test_the_home_page_and_the_navigation_lead_to_it(visit: OpenPage, site: Path) -> None:
    page = visit("fr")
    assert page.inner_text(".site-foot a[aria-current]") == "Tous les modules"
    page.goto((site / "fr" / "index.html").as_uri())
    page.click(".home__all a")
    page.wait_for_url((site / "fr" / PAGE).as_uri())
    assert page.inner_text("h1") == "Tous les modules"
