"""The field cards: whole in six languages, drawn, cited, on two pages of paper and on a phone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser

from portal.bundles.card_pdf import card_source
from portal.bundles.pdf import set_pdf
from portal.bundles.scope import Scope
from portal.bundles.tree import LanguageTree, TreePage
from portal.cards.card import FIELDS, FILE, PAGES, PICTURES, Card, read_cards
from portal.cards.cards_page import CARDS, card_file, card_links
from portal.cards.picture import picture_svg
from portal.cards.web_page import card_page
from portal.checks.registry import rule
from portal.citations import find_references
from portal.errors import ConfigError
from portal.figures.words import Word
from portal.languages import load_labels
from portal.pages import open_site

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
NAMES = ("customs", "mine", "seizure", "retort", "broken", "clinic")
DIRECTIONS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _numbers(card: Card) -> list[str]:
    """Return the numbers of a card with their decimal points alike, in the order of the fields."""
    texts = [field.words.text for page in card.pages for field in page.fields]
    return [number.replace(",", ".") for text in texts for number in sorted(_NUMBER.findall(text))]


def _length(word: Word) -> int:
    return len(word.text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_six_cards_of_two_pages_and_six_fields_are_whole_in_each_language(
    code: str, root: Path
) -> None:
    cards = read_cards(root, code)
    assert tuple(card.name for card in cards) == NAMES
    for card in cards:
        assert card.translated
        assert [len(page.fields) for page in card.pages] == [FIELDS] * PAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_are_those_of_the_english_cards(code: str, root: Path) -> None:
    for own, english in zip(read_cards(root, code), read_cards(root, "en"), strict=True):
        assert _numbers(own) == _numbers(english), own.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_law_of_a_card_is_a_citation_that_the_portal_finds(code: str, root: Path) -> None:
    cards = read_cards(root, code)
    laws = {law.text for card in cards for page in card.pages for f in page.fields for law in f.law}
    assert len(laws) > 25
    for law in laws:
        found = [one.status for one in find_references(law, language=code)]
        assert set(found) == {"valid"}, law


def test_modules_of_the_cards_exist_and_offer_them(root: Path) -> None:
    site = open_site(root)
    assert len(card_links(root, "fr", CARDS)) == len(NAMES)
    for card in read_cards(root, "en"):
        for key in card.modules:
            assert site.has("en", key), key
            hrefs = [link.href for link in card_links(root, "fr", key)]
            assert f"../../{card_file(card.name)}" in hrefs


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_site_offers_the_cards_on_their_page_and_from_a_module(code: str, site: Path) -> None:
    page = (site / code / "field-cards/index.html").read_text("utf-8")
    module = (site / code / "waste/seized-mercury-and-spills/index.html").read_text("utf-8")
    for name in NAMES:
        assert f'href="{name}/index.html"' in page
        assert (site / code / card_file(name)).is_file()
    assert 'href="../../field-cards/seizure/index.html"' in module
    assert 'href="../../field-cards/index.html"' in module


def test_a_card_is_one_small_file_without_script_or_address(root: Path) -> None:
    for card in read_cards(root, "ar"):
        html = card_page(root, card, load_labels(root, "ar"))
        assert len(html.encode()) < 60_000
        assert not re.search(r"<script|<img|\bsrc=|@import|url\(|<a\b|\son\w+=", html)
        assert set(re.findall(r"https?://[^\"'\s]+", html)) == {"http://www.w3.org/2000/svg"}


def test_words_of_a_card_cannot_become_markup(project: Path) -> None:
    path = project / "docs/data/cards/fr.yaml"
    text = path.read_text("utf-8").replace(
        "Quelles marchandises\u00a0?", "<img src=x onerror=alert(1)>"
    )
    path.write_text(text, "utf-8")
    html = card_page(project, read_cards(project, "fr")[0], load_labels(project, "fr"))
    assert "&lt;img src=x" in html
    assert "<img" not in html


def test_cards_print_on_two_pages_and_fit_a_phone(
    root: Path, tmp_path: Path, browser: Browser
) -> None:
    page = browser.new_page()
    clipped = """() => [...document.querySelectorAll(".side > ol > li, .side")]
        .filter(e => e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)
        .map(e => e.innerText.slice(0, 40))"""
    for code in LANGUAGES:
        # The two with the most words; the others have room to spare.
        longest = sorted(read_cards(root, code), key=lambda one: -sum(map(_length, one.texts)))
        for card in longest[:2]:
            path = tmp_path / f"{code}-{card.name}.html"
            path.write_text(card_page(root, card, load_labels(root, code)), "utf-8")
            page.set_viewport_size({"width": 375, "height": 800})
            page.emulate_media(media="screen")
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 375, path.name
            # A4 without its margins of 9 mm, at 96 pixels to the inch.
            page.set_viewport_size({"width": 726, "height": 1055})
            page.emulate_media(media="print")
            assert page.evaluate(clipped) == [], path.name
    printed = tmp_path / "last.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    assert len(pypdf.PdfReader(printed).pages) == PAGES
    page.close()


def test_the_pdf_of_a_card_is_tagged_in_arabic_and_in_order(root: Path) -> None:
    code = "ar"
    card = next(card for card in read_cards(root, code) if card.name == "seizure")
    start = TreePage("field-cards/seizure", "x.html", code, "x", None, None)
    tree = LanguageTree(root, code, None, None, "2026-11-27", (start,))
    source = card_source(root, card, load_labels(root, code), Scope(tree, None, (start,), start))
    reader = pypdf.PdfReader(io.BytesIO(set_pdf(source, path=Path("card.pdf"))))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == code
    assert b"pdfuaid" in catalog["/Metadata"].get_data()
    assert len(reader.pages) == PAGES
    text = DIRECTIONS.sub("", "".join(page.extract_text() for page in reader.pages))
    for quantity in ("20 °C", "14 mg", "400 g"):
        assert quantity in text


def test_arabic_drawings_are_mirrored_and_what_is_forbidden_is_barred(root: Path) -> None:
    plain = picture_svg(root, "leave", sign="do", direction="ltr")
    mirrored = picture_svg(root, "leave", sign="do", direction="rtl")
    assert "scale(-1 1)" not in plain
    assert "scale(-1 1)" in mirrored
    assert "#a03323" in picture_svg(root, "leave", sign="never", direction="ltr")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("picture: lamps,", "picture: lamp,", "there is no picture 'lamp'"),
        ("  customs:", '  "../../../x":', "`../../../x` is no name"),
        ("sign: look, law: [annex_a__part_1]}", "sign: see, law: []}", "there is no sign 'see'"),
        ("[art_4__para_5]", "[art_4__para_55]", "there is no provision 'art_4__para_55'"),
        ("figure: 1}", "figure: 9}", "there is no source number 9"),
        ("law: [art_4__para_5]", "law: 5", "`law` is no list of provisions"),
        ("modules: [", "modules: 5 # [", "of the card `customs` is no list"),
        ("sources:\n      - {", "sources: [x]\n#     {", "of the card `customs` is no list"),
        (
            "      note: {picture: camera-note, sign: do}\n\n  mine:",
            "\n  mine:",
            "has not 6 fields",
        ),
    ],
)
def test_a_plan_that_cannot_be_drawn_is_named_with_its_line(
    old: str, new: str, says: str, project: Path
) -> None:
    path = project / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    findings = [*rule("CFG023").check_site(open_site(project))]
    assert len(findings) == 1
    assert says in findings[0].message
    assert findings[0].place.line > 1
    with pytest.raises(ConfigError, match=r"cards\.yaml:"):
        read_cards(project, "en")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("      flask: ", "      flasks: ", "cards.customs.goods.flask` are missing"),
        ("      flask: ", "      extra: x\n      flask: ", "belong to no card"),
        ('flask: "', f'flask: "{"long " * 40}', "more than 210"),
    ],
)
def test_words_are_complete_known_and_short(old: str, new: str, says: str, project: Path) -> None:
    path = project / "docs/data/cards/es.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    messages = [found.message for found in rule("CFG022").check_site(open_site(project))]
    assert any(says in message for message in messages)


def test_a_picture_with_a_script_is_refused(project: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    (project / PICTURES / "evil.svg").write_text(svg, "utf-8")
    paths = {found.place.path for found in rule("SEC010").check_site(open_site(project))}
    assert f"{PICTURES}/evil.svg" in paths
