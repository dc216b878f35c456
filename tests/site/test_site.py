"""The built site: six complete trees, links that name files, truthful heads."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from built_pages import built_pages
from untranslated_page import untranslated_module

CODES = ("ar", "zh", "en", "fr", "ru", "es")
ONLY_ENGLISH = untranslated_module()
IN_SIX = "waste/what-is-mercury-waste"
BASE = "https://portal.example/sub/"


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("code", CODES)
def test_each_language_is_a_tree_of_its_own_with_its_direction(site: Path, code: str) -> None:
    page = soup(site / code / "index.html")
    assert page.html is not None
    assert page.html["lang"] == code
    assert page.html["dir"] == ("rtl" if code == "ar" else "ltr")
    assert (site / code / IN_SIX / "index.html").is_file()
    assert (site / code / "portal.json").is_file()


@pytest.mark.parametrize("code", ["ru", "es", "zh", "ar"])
def test_an_untranslated_page_says_so_and_marks_its_content_as_english(
    site: Path, code: str
) -> None:
    page = soup(site / code / ONLY_ENGLISH / "index.html")
    assert page.html is not None
    assert page.html["lang"] == code
    content = page.select_one('[lang="en"][dir="ltr"] h1')
    assert content is not None
    assert page.select_one(".notice--fallback") is not None
    robots = page.select_one('meta[name="robots"]')
    assert robots is not None
    assert "noindex" in robots["content"]
    canonical = page.select_one('link[rel="canonical"]')
    assert canonical is not None
    assert canonical["href"] == f"{BASE}en/{ONLY_ENGLISH}/"
    assert page.select('link[rel="alternate"][hreflang]') == []


def test_alternates_are_absolute_and_only_between_true_translations(site: Path) -> None:
    page = soup(site / "fr" / IN_SIX / "index.html")
    alternates = {
        link["hreflang"]: link["href"] for link in page.select('link[rel="alternate"][hreflang]')
    }
    expected = {code: f"{BASE}{code}/{IN_SIX}/" for code in CODES}
    assert alternates == expected | {"x-default": f"{BASE}en/{IN_SIX}/"}
    page = soup(site / "en" / ONLY_ENGLISH / "index.html")
    assert {link["hreflang"] for link in page.select('link[rel="alternate"][hreflang]')} == {
        "en",
        "fr",
        "x-default",
    }


def test_every_internal_link_names_a_file_that_is_there(site: Path) -> None:
    broken = []
    for page in built_pages(site):
        base = "/sub/" if page.path.name == "404.html" else ""
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            relative = unquote(parts.path).removeprefix(base)
            start = site if base else page.path.parent
            target = Path(posixpath.normpath(f"{start.as_posix()}/{relative}"))
            if not target.is_file() or not target.is_relative_to(site):
                broken.append(f"{page.path.relative_to(site)}: {address}")
    assert broken == []


def test_every_fragment_of_an_internal_link_is_there(site: Path) -> None:
    ids = {page.path: page.ids for page in built_pages(site)}
    missing = []
    for page in built_pages(site):
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.fragment:
                continue
            place = f"{page.path.parent.as_posix()}/{unquote(parts.path)}"
            target = Path(posixpath.normpath(place)) if parts.path else page.path
            if target.suffix == ".html" and unquote(parts.fragment) not in ids[target]:
                missing.append(f"{page.path.relative_to(site)}: {address}")
    assert missing == []


@pytest.mark.parametrize("code", ["ar", "en"])
def test_numbers_behind_bullets_begin_a_list_of_their_own(site: Path, code: str) -> None:
    file = site / code / "obligations/interim-storage/index.html"
    page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    assert page.select("ul + ol > li:nth-child(3)"), "the exercise's three questions have numbers"


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    foreign = [
        f"{page.path.relative_to(site)}: {address}"
        for page in built_pages(site)
        for address in page.loaded
        if "//" in address
    ]
    styles = [path for path in site.rglob("*.css") if "url(http" in path.read_text("utf-8")]
    assert styles == []
    assert foreign == []


def test_the_root_offers_each_language_in_its_own_name(site: Path) -> None:
    page = soup(site / "index.html")
    links = {a["href"]: a for a in page.select("a[hreflang]")}
    assert set(links) == {f"{code}/index.html" for code in CODES}
    arabic = links["ar/index.html"].find_parent(attrs={"dir": True})
    assert arabic is not None
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert "Русский" in links["ru/index.html"].get_text()


def test_one_404_page_speaks_six_languages_at_any_depth(site: Path) -> None:
    page = soup(site / "404.html")
    assert {a["href"] for a in page.select("a")} >= {f"/sub/{code}/index.html" for code in CODES}
    assert {element["lang"] for element in page.select("[lang]")} >= set(CODES)
    assert list(site.glob("*/404.html")) == []


def test_the_sitemaps_list_only_true_translations_in_directory_form(site: Path) -> None:
    index = (site / "sitemap.xml").read_text("utf-8")
    assert index.count("<sitemap>") == len(CODES)
    russian = (site / "ru" / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{BASE}ru/{IN_SIX}/</loc>" in russian
    assert ONLY_ENGLISH not in russian
    assert "index.html" not in russian
