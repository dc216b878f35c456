"""The glossary as readers meet it: its page, the first use of a term, and the way to report."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser
from tooltips import a_phone, told_by_focus_and_tap

from portal.edition import open_edition
from portal.glossary import load_glossary

CODES = ("ar", "zh", "en", "fr", "ru", "es")
MODULE = "waste/what-is-mercury-waste/index.html"


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("code", CODES)
def test_the_page_has_every_concept_with_all_languages(site: Path, root: Path, code: str) -> None:
    page = soup(site / code / "glossary/index.html")
    glossary = load_glossary(root)
    for concept in glossary.concepts.values():
        entry = page.find(id=concept.anchor)
        assert isinstance(entry, Tag)
        assert entry.get_text() == glossary.words[code][concept.id].term
    lists = page.select(".term-languages")
    assert len(lists) == len(glossary.concepts)
    assert {len(one.select("bdi[lang]")) for one in lists} == {5}
    arabic = page.select_one(".term-languages bdi[lang=ar]")
    assert arabic is None or arabic["dir"] == "rtl"


@pytest.mark.parametrize("code", CODES)
def test_terms_link_from_their_first_use_to_their_entry(site: Path, code: str) -> None:
    page = site / code / MODULE
    links = soup(page).select("a.term")
    targets = [str(link["href"]) for link in links]
    assert len(targets) >= 5
    assert len(set(targets)) == len(targets)
    there = soup(site / code / "glossary/index.html")
    for link, target in zip(links, targets, strict=True):
        path, _, anchor = target.partition("#")
        assert (page.parent / path).resolve() == site / code / "glossary/index.html"
        assert there.find(id=anchor) is not None
        assert str(link["title"]).strip()
        names = {parent.name for parent in link.parents}
        assert not names & {"a", "h1", "h2", "h3", "code", "th", "summary", "nav", "svg"}
        assert link.find_parent(class_="block-question") is None


@pytest.mark.parametrize("code", ["en", "ar"])
def test_focus_and_the_first_tap_tell_the_meaning(browser: Browser, site: Path, code: str) -> None:
    with a_phone(browser) as page:
        page.goto((site / code / MODULE).as_uri())
        link = page.locator(".words a.term").first
        meaning = link.get_attribute("aria-description")
        assert meaning
        assert link.get_attribute("title") is None
        assert told_by_focus_and_tap(page, link) == meaning
        link.tap()
        page.wait_for_url("**/glossary/index.html#term-*")


def test_every_page_fills_in_the_form_for_errors(root: Path) -> None:
    edition = open_edition(
        root, "fr", site_url=None, repository="https://github.com/o/p/", nav=None
    )
    for key in ("waste/what-is-mercury-waste", "glossary", "convention/article-07"):
        href = urlsplit(str(edition.context(key).links.report))
        assert href.geturl().startswith("https://github.com/o/p/issues/new?")
        fields = {name: values[0] for name, values in parse_qs(href.query).items()}
        assert fields["template"] == "translation-error.yml"
        assert (fields["page"], fields["language"]) == (f"docs/fr/{key}.md", "fr")


def test_a_report_names_the_section_of_the_marked_words(
    browser: Browser, site: Path, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    html = (site / "en" / MODULE).read_text("utf-8")
    scripts = html.index("<script src", html.index("</article>"))
    link = '<a href="https://github.example/new?page=x" data-report>report</a>'
    text = f"{html[:scripts]}{link}{html[scripts:]}"
    here = f"{address}en/{MODULE}"
    page.route(here, lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(here)
    find = """(mark) => {
      var report = document.querySelector("[data-report]");
      report.addEventListener("click", function (event) { event.preventDefault(); });
      getSelection().removeAllRanges();
      location.hash = mark ? "" : "#mining-residues";
      if (mark) getSelection().selectAllChildren(document.getElementById("which-number-applies"));
      report.click();
      return report.search;
    }"""
    assert page.evaluate(find, False) == "?page=x&section=mining-residues"
    assert page.evaluate(find, True) == "?page=x&section=which-number-applies"
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_the_guide_for_translators_has_at_most_600_words(root: Path, code: str) -> None:
    import re

    text = (root / f"docs/{code}/translate/index.md").read_text("utf-8").split("\n---\n", 1)[1]
    prose = re.sub(r"```.*?```|\{ #.*?\}", "", text, flags=re.DOTALL)
    han = len(re.findall(r"[\u4e00-\u9fff]", prose)) / 1.6  # characters of a word, roughly
    words = [word for word in prose.split() if re.search(r"\w", word)]
    assert (han or len(words)) <= 600
