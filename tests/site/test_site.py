"""The built site: six complete trees, links that name files, truthful heads."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

CODES = ("ar", "zh", "en", "fr", "ru", "es")
ONLY_ENGLISH = "asgm/choosing-a-mercury-free-method"
IN_SIX = "waste/what-is-mercury-waste"
BASE = "https://portal.example/sub/"


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def html_pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


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
    for path in html_pages(site):
        base = "/sub/" if path.name == "404.html" else ""
        for attribute, address in addresses(soup(path)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            relative = unquote(parts.path).removeprefix(base)
            start = site if base else path.parent
            target = Path(posixpath.normpath(f"{start.as_posix()}/{relative}"))
            if not target.is_file() or not target.is_relative_to(site):
                broken.append(f"{path.relative_to(site)}: {attribute} {address}")
    assert broken == []


def speaks_of_addresses_only(element: Tag) -> bool:
    return element.name == "link" and bool(
        {"canonical", "alternate"} & set(element.get("rel") or ())
    )


def addresses(page: BeautifulSoup) -> list[tuple[str, str]]:
    found = []
    for name in ("href", "src"):
        for element in page.select(f"[{name}]"):
            if element.name == "link" and set(element.get("rel") or ()) & {
                "canonical",
                "alternate",
            }:
                continue
            found.append((name, str(element[name])))
    return found


def test_every_fragment_of_an_internal_link_is_there(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    missing = []
    for path in html_pages(site):
        for _, address in addresses(soup(path)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.fragment:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.suffix != ".html":
                continue
            if target not in ids:
                page = soup(target)
                ids[target] = {str(e["id"]) for e in page.select("[id]")}
            if unquote(parts.fragment) not in ids[target]:
                missing.append(f"{path.relative_to(site)}: {address}")
    assert missing == []


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    loading = ("script", "img", "iframe", "source", "video", "audio", "embed", "object")
    foreign = []
    for path in html_pages(site):
        page = soup(path)
        for element in page.find_all([*loading, "link"]):
            if element.name == "link" and set(element.get("rel") or ()) & {
                "canonical",
                "alternate",
            }:
                continue
            loaded = [str(element.get(name, "")) for name in ("src", "href", "data", "srcset")]
            foreign += [f"{path.relative_to(site)}: {name}" for name in loaded if "//" in name]
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
