"""What readers are told of a translation: its age, stale sections, safety, people."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup, Tag
from lamp_site import KEY, change, commit, page_path, write

from portal.history import last_changes
from portal.languages import load_labels
from portal.rendering.english_text import EXTENSIONS


def render(root: Path, code: str) -> BeautifulSoup:
    """Render the module without MkDocs, as any program with Python-Markdown does."""
    text = page_path(root, code).read_text("utf-8").split("---\n", 2)[2]
    options = {"language": code, "edition": code, "page": KEY, "root": str(root)}
    html = markdown.markdown(
        text, extensions=list(EXTENSIONS), extension_configs={"portal.extension": options}
    )
    return BeautifulSoup(html, "html.parser")


def only(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def test_a_fresh_page_says_nothing_of_itself(lamps: Path) -> None:
    assert not render(lamps, "fr").select("[class^=translation-], .page-credits")


def test_a_translation_without_fingerprints_is_not_called_old(new_site: Path) -> None:
    assert not render(new_site, "fr").select("[class^=translation-]")


@pytest.mark.parametrize(
    ("code", "words", "link"),
    [
        ("fr", "Le texte anglais de cette section a changé", "Lire le texte anglais actuel"),
        ("ar", "تغيّر النص الإنكليزي لهذا القسم بعد ترجمته.", "اقرأ النص الإنكليزي الحالي"),
    ],
)
def test_a_stale_section_is_marked_below_its_heading(
    lamps: Path, code: str, words: str, link: str
) -> None:
    change(page_path(lamps, "en"), "A Party shall act", "Each Party shall act")
    page = render(lamps, code)
    mark = only(page, ".translation-mark")
    heading = mark.find_previous_sibling()
    assert isinstance(heading, Tag)
    assert heading["id"] == "which-number"
    assert words in mark.get_text()
    assert mark.a is not None
    assert mark.a.get_text() == link
    assert mark.a["href"] == "../../../en/waste/lamps/index.html#which-number"
    notice = only(page, ".translation-notice")
    before = notice.find_previous_sibling()
    assert isinstance(before, Tag)
    assert before.name == "h1"
    assert load_labels(lamps, code)("translation.page-stale") in notice.get_text()
    assert not page.select(".translation-safety")


def test_a_stale_title_is_told_in_the_notice(lamps: Path) -> None:
    change(page_path(lamps, "en"), "title: Lamps", "title: Old lamps")
    page = render(lamps, "es")
    assert only(page, ".translation-notice a").get_text() == "Introducción"
    assert not page.select(".translation-mark")


def test_a_section_that_is_only_in_english_is_offered(lamps: Path) -> None:
    english = page_path(lamps, "en")
    write(english, english.read_text("utf-8") + "\n## Afterwards { #afterwards }\n\nWash.\n")
    link = only(render(lamps, "ru"), ".translation-notice a")
    assert (link.get_text(), link["lang"], link["dir"]) == ("Afterwards", "en", "ltr")
    assert str(link["href"]).endswith("#afterwards")


def test_a_stale_section_about_safety_is_followed_by_the_english_text(lamps: Path) -> None:
    change(page_path(lamps, "en"), "Open the window", "Close *every* window (Article 11)")
    more = "Never use a vacuum cleaner.\n\n### Then { #then }\n\nSee [waste](index.md).<!-- x -->"
    change(page_path(lamps, "en"), "Never use a vacuum cleaner.", more)
    page = render(lamps, "ar")
    box = only(page, ".translation-safety")
    after = box.find_next_sibling()
    assert isinstance(after, Tag)
    assert after["id"] == "which-number"
    text = only(box, "div[lang=en][dir=ltr]")
    assert "Close every window" in text.get_text()
    assert only(text, "em").get_text() == "every"
    assert only(text, "h3")["id"] == "english-then"
    assert only(text, "a.provision")["href"] == "/ar/convention/article-11.md"
    assert [a["href"] for a in text.select("a:not(.provision)")] == ["index.md"]
    assert "<!--" not in str(box)
    assert "What comes first?" not in box.get_text(), "the question's answers are kept by its id"
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_figures_in_the_english_text_keep_their_ids_apart(lamps: Path) -> None:
    figure = "\n/// figure\n    name: mercury-waste\n///\n\n## Which number"
    for code, heading in (("en", "## Which number"), ("fr", "## Quel chiffre")):
        new = figure.replace("## Which number", heading)
        change(page_path(lamps, code), heading, new)
    page = render(lamps, "fr")
    assert len(page.select("svg")) == 2
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for svg in page.select("svg"):
        assert all(page.find(id=name) for name in str(svg["aria-labelledby"]).split())


def test_the_age_is_told_where_git_knows_it_and_left_out_elsewhere(lamps: Path) -> None:
    change(page_path(lamps, "en"), "Open the window", "Close the window")
    last_changes.cache_clear()
    sentence = "Dernière modification de la traduction"
    assert sentence not in only(render(lamps, "fr"), ".translation-notice").get_text()
    commit(lamps, "changed")
    last_changes.cache_clear()
    assert sentence in only(render(lamps, "fr"), ".translation-notice").get_text()
    last_changes.cache_clear()


def test_translators_and_reviewers_are_named_and_their_names_are_text(lamps: Path) -> None:
    head = "review:\n  status: draft\ntranslation:\n  translators: []"
    change(page_path(lamps, "fr"), head,
           "review:\n  status: reviewed\n  reviewers: [\"<b>Awa</b>\"]\n"
           "translation:\n  translators: [Jean, Léa]")  # fmt: skip
    note = only(render(lamps, "fr"), ".page-credits")
    assert note.get_text() == "Traduction\u00a0: Jean, Léa. Relecture\u00a0: <b>Awa</b>."
    assert note.b is None


def test_who_reads_a_draft_is_not_yet_a_reviewer(lamps: Path) -> None:
    change(page_path(lamps, "fr"), "  status: draft", "  status: draft\n  reviewers: [Awa]")
    assert not render(lamps, "fr").select(".page-credits")
