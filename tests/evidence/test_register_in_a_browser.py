"""The register's page filters and sorts by keyboard, from a folder without a server."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from portal.evidence.arrangements import load_register
from portal.evidence.formats import FORMATS
from portal.evidence.places import place_name
from portal.evidence.register_downloads import DOWNLOADS
from portal.languages import load_labels

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("ar", 375)])
def test_the_table_is_filtered_and_sorted_by_keyboard_from_a_disk(
    root: Path, site: Path, browser: Browser, language: str, width: int
) -> None:
    register, labels = load_register(root), load_labels(root, language)
    assert register is not None
    page = browser.new_page(viewport={"width": width, "height": 812})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / language / "arrangements/index.html").as_uri())
    total = len(register.arrangements)
    assert _shown(page) == total
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    # The map's table has two short columns: nobody has to push it sideways.
    assert page.locator(".world-map ~ .table-scroll").first.evaluate(
        "box => box.scrollWidth <= box.clientWidth"
    )
    places = Counter(entry.country for entry in register.arrangements if entry.country)
    assert _dots(page) == set(places)
    assert _counts(page) == sorted(places.values(), reverse=True)
    drawn = _told(page)
    _filter(page, total)
    _choose_country(page, places)
    # The page's script has written the dots' titles anew, as they were written into the page.
    assert _told(page) == drawn
    assert (
        labels("desk.values", name=place_name("ZA", labels.language.babel), count=places["ZA"])
        in drawn
    )
    kind = labels("register.kind.basel-centre")
    choice = page.locator("#register-tool select").first
    choice.focus()
    for _ in range(choice.locator("option").all_inner_texts().index(kind)):
        page.keyboard.press("ArrowDown")
    basel = [entry for entry in register.arrangements if entry.kind == "basel-centre"]
    assert _shown(page) == len(basel)
    # The map and its table follow the filter.
    assert _dots(page) == {entry.country for entry in basel}
    assert sum(_counts(page)) == len(basel)
    _sort(page)
    assert errors == []
    page.close()


def _shown(page: Page) -> int:
    return page.locator("#arrangements ~ .table-scroll").first.locator(
        "tbody tr:not([hidden])"
    ).count()  # fmt: skip


def _filter(page: Page, total: int) -> None:
    page.locator("#register-tool input").focus()
    page.keyboard.type("DAKAR")
    assert 0 < _shown(page) < total
    status = page.locator("#register-tool [role=status]").inner_text()
    assert str(_shown(page)) in status
    page.locator("#register-tool button[type=reset]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('tbody tr[hidden]')")


def _dots(page: Page) -> set[str]:
    """Return the countries of the dots that are seen."""
    dots = page.locator(".world-map circle:visible")
    return set(dots.evaluate_all("all => all.map(dot => dot.dataset.country)"))


def _told(page: Page) -> list[str]:
    """Return what each dot tells on hover."""
    return page.locator(".world-map circle title").all_text_contents()


def _counts(page: Page) -> list[int]:
    """Return the numbers in the table beside the map, as far as its rows are shown."""
    cells = page.locator(".world-map ~ .table-scroll").first.locator(
        "tbody tr:not([hidden]) td:last-child"
    )
    return [int(text) for text in cells.all_inner_texts()]


def _choose_country(page: Page, places: Counter[str]) -> None:
    """Choose by keyboard, then by a click on a dot: both do the same."""
    choice = page.locator("#register-tool select").last
    choice.focus()
    page.keyboard.press("End")
    code = choice.input_value()
    assert _dots(page) == {code}
    assert _shown(page) == places[code]
    page.locator("#register-tool button[type=reset]").click()
    page.wait_for_function("!document.querySelector('tbody tr[hidden]')")
    page.locator(".world-map circle[data-country=ZA]").click()
    assert choice.input_value() == "ZA"
    assert _counts(page) == [places["ZA"]]
    page.locator("#register-tool button[type=reset]").click()
    page.wait_for_function("!document.querySelector('tbody tr[hidden]')")


def _sort(page: Page) -> None:
    head = page.locator("#arrangements ~ .table-scroll").first.locator("th").first
    for order in ("ascending", "descending"):
        head.locator("button").focus()
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == order


def test_without_a_script_the_table_and_the_downloads_are_there(site: Path) -> None:
    folder = site / "en/arrangements"
    text = (folder / "index.html").read_text("utf-8")
    assert text.count("<tr>") >= 69
    assert len(set(re.findall(r'data-country="(..)"', text))) >= 40
    assert (folder / "arrangements.csv").read_text("utf-8").startswith("id,name,")
    for name in DOWNLOADS:
        assert f'href="{name}"' in text
        assert (folder / name).is_file()


def test_the_desk_study_has_a_page_with_charts_tables_and_files(site: Path) -> None:
    for language in ("en", "ar"):
        folder = site / language / "desk-study"
        text = (folder / "index.html").read_text("utf-8")
        charts = re.findall(r'<figure class="bars">.*?aria-label="([^"]+)".*?</table>', text, re.S)
        assert len(charts) == 5
        for form in FORMATS:
            assert f'href="desk-study.{form}"' in text
            assert (folder / f"desk-study.{form}").stat().st_size > 10_000
