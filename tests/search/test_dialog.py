"""The dialog: keys, focus, what a screen reader hears, hostile queries, what is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Literal

import pytest
from axe_findings import axe_findings
from pages_from_disk import OpenPage
from small_targets import small_targets

WORD = {"en": "mercury", "ar": "الزئبق"}
STATUS = "#search [role=status]"
OPEN = "document.getElementById('search').open"
HOSTILE = [
    "x" * 10_000,
    "汞" * 10_000,
    "mercury " * 1_250,
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "\u202egnp.exe\u202c mercury",
    "🧪👩🏽‍🔬 mercury ртуть 汞 الزئبق",
    "constructor __proto__ toString hasOwnProperty",
    "art constructor 4 __proto__",
    "\\\"'`${alert(1)}%00\x07",
    "half of a pair",
]


def test_a_page_loads_nothing_of_the_search_until_it_is_opened(
    open_page: OpenPage, site: Path
) -> None:
    page = open_page("en/index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.as_uri())))
    page.goto((site / "en/waste/index.html").as_uri(), wait_until="networkidle")
    assert [url for url in asked if "search" in url] == []
    page.click("#search-opener")
    page.wait_for_function("() => window.portalSearch && portalSearch.ready")
    names = {url.rpartition("/")[2] for url in asked if "search" in url}
    # Further parts of a large index come after the first has answered.
    names = {name for name in names if not name.startswith("part-")}
    assert names == {"search.js", "search.css", "index.js"}


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_and_escape_gives_the_focus_back(
    open_page: OpenPage, key: str
) -> None:
    page = open_page("en/waste/index.html")
    page.focus(".brand")
    page.keyboard.press(key)
    assert page.evaluate(OPEN)
    page.wait_for_function("() => window.portalSearch && portalSearch.ready")
    page.keyboard.type("fs/")
    assert page.input_value("#search input") == "fs/"
    page.keyboard.press("Escape")
    assert not page.evaluate(OPEN)
    assert page.evaluate("document.activeElement.matches('.brand')")


def test_the_keys_can_be_switched_off_and_stay_so(open_page: OpenPage, site: Path) -> None:
    page = open_page("en/index.html")
    page.keyboard.press("/")
    page.wait_for_function("() => window.portalSearch && portalSearch.ready")
    page.uncheck(".search-keys input")
    page.keyboard.press("Escape")
    page.goto((site / "en/about/index.html").as_uri())
    page.keyboard.press("s")
    assert not page.evaluate(OPEN)
    page.click("#search-opener")
    assert page.evaluate(OPEN)


@pytest.mark.parametrize("shortcut", ["Control+f", "Alt+s", "Meta+s"])
def test_the_browser_s_own_shortcuts_are_left_alone(open_page: OpenPage, shortcut: str) -> None:
    page = open_page("en/index.html")
    page.keyboard.press(shortcut)
    assert not page.evaluate(OPEN)


def test_arrows_walk_through_the_results_and_enter_opens_one(open_search: OpenPage) -> None:
    page = open_search("en")
    page.keyboard.insert_text("waste")
    page.wait_for_selector(".search-hit")
    box = page.get_by_role("combobox")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".search-hit").nth(1)
    assert box.get_attribute("aria-activedescendant") == second.get_attribute("id")
    assert second.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == ""
    page.keyboard.press("ArrowUp")
    assert page.locator(".search-hit").last.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    target = page.locator(".search-hit").first.get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert target
    assert page.url.endswith(target.removeprefix("./"))


def test_a_result_on_the_same_page_closes_the_search(open_page: OpenPage) -> None:
    page = open_page("en/waste/what-is-mercury-waste/index.html")
    page.keyboard.press("/")
    page.wait_for_function("() => window.portalSearch && portalSearch.ready")
    page.keyboard.insert_text("mining residues overburden")
    page.wait_for_selector(".search-hit")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#mining-residues'")
    assert not page.evaluate(OPEN)


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("en", "leachate", "page"),
        ("ru", "хвосты", "страниц"),
        ("ar", "الحمأة", "صفح"),
        ("zh", "浸出液", "页面"),
    ],
)
def test_the_number_of_pages_is_announced(
    ready_search: OpenPage, language: str, query: str, said: str
) -> None:
    page = ready_search(language)
    page.fill("#search input", query)
    page.wait_for_selector(".search-hit")
    assert said in page.inner_text(STATUS)


def test_the_empty_state_says_what_to_try(ready_search: OpenPage) -> None:
    page = ready_search("fr")
    page.fill("[role=combobox]", "qqqzzzxxx")
    page.wait_for_selector(".search-empty")
    assert "qqqzzzxxx" in page.inner_text(STATUS)
    assert "article 4, paragraphe 1" in page.inner_text(".search-empty")
    assert page.is_visible(".search-foot a")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_do_no_harm(ready_search: OpenPage, query: str) -> None:
    page = ready_search("en")
    before = page.evaluate("document.querySelectorAll('img, script').length")
    page.evaluate("""query => {
      const field = document.querySelector('#search input');
      field.value = query === 'half of a pair' ? 'mercury \\ud83d' : query;
      field.dispatchEvent(new Event('input'));
    }""", query)  # fmt: skip
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent !== ''")
    assert page.evaluate("document.querySelectorAll('img, script').length") == before
    assert "\u202e" not in page.inner_text("#search")
    assert len(page.inner_text(STATUS)) < 200
    page.fill("#search input", "leachate")
    page.wait_for_selector(".search-hit")


@pytest.mark.parametrize("broken", [None, "{", "portalSearch.index({})", ""])
def test_a_damaged_index_is_told_and_the_page_goes_on(
    open_page: OpenPage, site: Path, tmp_path: Path, broken: str | None
) -> None:
    page = open_page("en/index.html", faults=[])
    index = tmp_path / "search/index.js"
    if broken is not None:
        index.parent.mkdir()
        index.write_text(broken, "utf-8")
    page.evaluate("to => { document.getElementById('search').dataset.index = to }", index.as_uri())
    page.keyboard.press("/")
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent !== ''")
    page.keyboard.type("mercury")
    assert "could not be loaded" in page.inner_text(STATUS)
    assert page.is_visible(".search-foot a")
    page.keyboard.press("Escape")
    page.click(".tabs a >> nth=1")
    assert page.url != (site / "en/index.html").as_uri()


@pytest.mark.parametrize("broken", [None, "{", "portalSearch.part(0,3)"])
def test_the_search_goes_on_without_a_part_and_says_how_many_pages_it_misses(
    open_page: OpenPage, site: Path, tmp_path: Path, broken: str | None
) -> None:
    page = open_page("en/index.html", faults=[])
    folder = tmp_path / "search"
    folder.mkdir()
    shutil.copy(site / "en/search/index.js", folder)
    if broken is not None:
        (folder / "part-1.js").write_text(broken, "utf-8")
    page.evaluate(
        "to => { document.getElementById('search').dataset.index = to }",
        (folder / "index.js").as_uri(),
    )
    page.keyboard.press("/")
    page.wait_for_function("() => window.portalSearch && portalSearch.complete")
    page.fill("#search input", "leachate")
    page.wait_for_selector(".search-hit")
    said = page.inner_text(STATUS)
    assert re.search(r"\d+ pages? .* did not load", said)
    page.fill("#search input", "qqqzzzxxx")
    page.wait_for_selector(".search-empty")
    assert "did not load" in page.inner_text(STATUS)


def test_without_javascript_the_opener_leads_to_the_list(open_page: OpenPage, site: Path) -> None:
    page = open_page("ru/waste/index.html", script=False)
    page.click("#search-opener")
    assert page.url == (site / "ru/search/index.html").as_uri()
    assert page.locator("article a[href*='what-is-mercury-waste']").count() > 3
    assert "ASGM" in page.inner_text("article")


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 1280), ("en", "dark", 375), ("ar", "light", 375), ("ar", "dark", 1280)],
)
def test_axe_finds_nothing_with_the_search_open(
    ready_search: OpenPage, language: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = ready_search(language)
    page.set_viewport_size({"width": width, "height": 812})
    page.emulate_media(color_scheme=scheme)
    page.fill("#search input", WORD[language])
    page.wait_for_selector(".search-hit")
    page.keyboard.press("ArrowDown")
    found = axe_findings(page)
    page.fill("#search input", "qqqzzzxxx")
    page.wait_for_selector(".search-empty")
    assert found + axe_findings(page) == []


@pytest.mark.parametrize("width", [375, 1280])
def test_targets_measure_24_pixels(ready_search: OpenPage, width: int) -> None:
    page = ready_search("en")
    page.set_viewport_size({"width": width, "height": 812})
    page.fill("#search input", "mercury")
    page.wait_for_selector(".search-more")
    assert small_targets(page, "#search :is(a, button, input)") == []
