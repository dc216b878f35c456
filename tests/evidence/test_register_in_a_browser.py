"""The register's page filters and sorts by keyboard, from a folder without a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from portal.evidence.arrangements import load_register
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
    _filter(page, total)
    kind = labels("register.kind.basel-centre")
    page.locator("#register-tool select").first.focus()
    page.keyboard.type(kind)
    page.keyboard.press("Enter")
    assert _shown(page) == sum(entry.kind == "basel-centre" for entry in register.arrangements)
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
    assert 'href="arrangements.csv"' in text
    assert (folder / "arrangements.csv").read_text("utf-8").startswith("id,name,")
    assert (folder / "arrangements.json").is_file()
