"""The pages that the site makes of the state: what to do next, the credits; marks after MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lamp_site import PROJECT, change, make_site, page_path, write
from trimmed_project import copy_trimmed

from portal.languages import load_labels, load_languages
from portal.pages import open_site
from portal.translations.site_pages import CREDITS_PAGE, STATUS_PAGE, translation_pages

REPOSITORY = "https://github.com/o/r"
MODULE = "waste/what-is-mercury-waste"


@pytest.fixture(scope="module")
def stale_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """French and Arabic of the project, built after an edit of an English section on safety."""
    from portal.site import build_site

    root = tmp_path_factory.mktemp("stale") / "project"
    copy_trimmed(PROJECT, root)
    change(page_path(root, "en", MODULE), "Three practical consequences", "Four consequences")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_REPOSITORY", REPOSITORY)
        build_site(root, root / "site", languages=("fr", "ar"))
    yield root / "site"
    load_languages.cache_clear()
    load_labels.cache_clear()


def read(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / name).read_text("utf-8"), "html.parser")


@pytest.mark.parametrize(
    ("code", "words"), [("fr", "Le texte anglais de cette section"), ("ar", "تغيّر النص الإنكليزي")]
)
def test_the_built_page_shows_the_mark_in_the_reader_s_words(
    stale_site: Path, code: str, words: str
) -> None:
    page = read(stale_site, f"{code}/{MODULE}/index.html")
    assert words in page.select_one(".translation-mark").get_text()  # type: ignore[union-attr]
    box = page.select_one(".translation-safety [lang=en][dir=ltr]")
    assert box is not None
    assert "Four consequences" in box.get_text()
    folder = stale_site / code / MODULE
    for link in box.select("a[href]"):
        target = str(link["href"]).partition("#")[0]
        assert (folder / target).resolve().is_file(), target
    assert "translations.css" in str(page.head)


def test_the_status_page_links_to_the_editor(stale_site: Path) -> None:
    page = read(stale_site, "fr/translate/status/index.html")
    links = [str(link["href"]) for link in page.select("table a[href^=http]")]
    assert f"{REPOSITORY}/edit/main/docs/fr/{MODULE}.md" in links
    assert f"{REPOSITORY}/commits/main/docs/en/{MODULE}.md" in links
    arabic = read(stale_site, "ar/translate/status/index.html").select("table a[href^=http]")
    start = f"{REPOSITORY}/new/main?filename=docs/ar/"
    assert any(str(link["href"]).startswith(start) for link in arabic)
    (row,) = (row for row in page.select("tbody tr") if row.select(f"td a[href*='{MODULE}/']"))
    assert "sécurité\u00a0: Ce que demande le paragraphe 3" in row.get_text(" ")


def test_notes_about_the_translation_are_not_what_a_search_finds(stale_site: Path) -> None:
    from portal.search.page_text import read_sections

    html = (stale_site / "fr" / MODULE / "index.html").read_text("utf-8")
    said = " ".join(s for part in read_sections(html, units={}) for s in part.sentences)
    assert "seuil" in said
    assert "Le texte anglais de cette section" not in said
    assert "Four consequences" not in said


@pytest.mark.parametrize("code", ["ar", "zh", "en", "fr", "ru", "es"])
def test_both_pages_are_there_in_every_language(site: Path, code: str) -> None:
    labels = load_labels(PROJECT, code)
    for key, title in ((STATUS_PAGE, "status.title"), (CREDITS_PAGE, "credits.title")):
        page = read(site, f"{code}/{key}/index.html")
        assert page.h1 is not None
        assert page.h1.get_text(strip=True) == labels(title)


def test_without_a_repository_the_page_says_so_and_names_the_files(tmp_path: Path) -> None:
    root = make_site(tmp_path / "lamps")
    page_path(root, "fr").unlink()
    labels = load_labels(root, "fr")
    text = translation_pages(open_site(root), labels, None)[STATUS_PAGE]
    assert labels("status.no-repository") in text
    assert "`docs/fr/waste/lamps.md`" in text
    assert "](http" not in text


def test_the_english_page_counts_for_each_language(tmp_path: Path) -> None:
    root = make_site(tmp_path / "lamps")
    text = translation_pages(open_site(root), load_labels(root, "en"), None)[STATUS_PAGE]
    assert "| French (Français) | 0 | 1 | 1 | 0 |" in text


def test_the_credits_name_everybody_once_and_as_text(tmp_path: Path) -> None:
    root = make_site(tmp_path / "lamps")
    change(page_path(root, "fr"), "translators: []", 'translators: ["Léa *X*", "<i>Jean</i>"]')
    write(page_path(root, "fr", "waste/index"),
          "---\ntitle: D\ntranslation: {translators: [Léa *X*]}\n---\n\n# D\n")  # fmt: skip
    text = translation_pages(open_site(root), load_labels(root, "ru"), None)[CREDITS_PAGE]
    assert text.count("Léa") == 1
    assert "Léa \\*X\\*" in text
    assert "\\<i\\>Jean" in text
    assert load_labels(root, "ru")("credits.nobody") not in text


def test_a_title_can_bring_no_markup_into_the_table(tmp_path: Path) -> None:
    root = make_site(tmp_path / "lamps")
    change(page_path(root, "fr"), "title: Lampes", 'title: "A | B](x) <script>"')
    text = translation_pages(open_site(root), load_labels(root, "fr"), REPOSITORY)[STATUS_PAGE]
    assert "A \\| B\\](x) \\<script\\>" in text
