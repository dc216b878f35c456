"""A figure says the same in its drawing and in its table, in every language."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from portal.convention import load_treaty
from portal.figures.figure import Figure, make_figure
from portal.figures.files import template_names
from portal.figures.phase_out import products
from portal.figures.words import read_words, word_paths
from portal.figures.wrapping import text_width, wrap
from portal.rendering.figures import figure_for

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
NAMES = template_names(ROOT)
ALL = [(name, code) for name in NAMES for code in LANGUAGES]
FRENCH = "docs/data/figures/fr.yaml"


def figure(name: str, code: str, root: Path = ROOT) -> Figure:
    made = make_figure(root, name, code)
    assert made is not None
    return made


def drawn(made: Figure) -> str:
    """Return all letters of the drawing, without white space: lines break where they fit."""
    return "".join("".join(text.itertext()) for text in made.drawing.svg.iter("text"))


def tight(text: str) -> str:
    return re.sub(r"[ \u2066\u2069]", "", text)


def page(text: str, code: str, root: Path = ROOT) -> BeautifulSoup:
    options = {"portal.extension": {"language": code, "page": "", "root": str(root)}}
    extensions = ["tables", "portal.extension"]
    html = markdown.markdown(text, extensions=extensions, extension_configs=options)
    return BeautifulSoup(html, "html.parser")


def block(name: str, more: str = "") -> str:
    return f"/// figure\n    name: {name}\n{more}\n\n///\n"


@pytest.mark.parametrize(("name", "code"), ALL)
def test_every_word_of_the_drawing_stands_in_the_table_too(name, code):
    made = figure(name, code)
    cells = [cell.text for row in made.rows for cell in row if cell]
    said = [tight(word.text) for word in (*made.head, *made.notes)] + [tight(t) for t in cells]
    rest = tight(drawn(made))
    assert rest
    for text in sorted({*said, "2020", "2025", "2026", "2027"}, key=len, reverse=True):
        rest = rest.replace(text, "")
    assert rest == ""


@pytest.mark.parametrize(("name", "code"), ALL)
def test_the_table_has_no_empty_cell(name, code):
    made = figure(name, code)
    assert made.rows
    assert all(cell is not None and cell.text for row in made.rows for cell in row)
    assert all(len(row) == len(made.head) for row in made.rows)


@pytest.mark.parametrize(("name", "code"), ALL)
def test_words_fit_their_boxes_by_count(name, code):
    assert figure(name, code).drawing.too_long == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_keys_of_english(code):
    english = word_paths(read_words(ROOT, "en"))
    words = word_paths(read_words(ROOT, code))
    assert words.keys() == english.keys()
    assert all(words.values())


@pytest.mark.parametrize("name", NAMES)
def test_the_table_cites_the_same_provisions_in_every_language(name):
    def cited(code: str) -> list[str]:
        links = page(block(name), code).select(".figure-words a.provision")
        return sorted({str(link["href"]).split("/", 2)[2] for link in links})

    assert {code: cited(code) for code in LANGUAGES} == dict.fromkeys(LANGUAGES, cited("en"))
    assert cited("en") or name == "gold-chain"


def test_the_time_line_holds_every_dated_row_of_annex_a_and_marks_what_was_not_seen():
    rows = [u for u in load_treaty() if u.phase_out and u.id.startswith("annex_a")]
    assert {row.id for row in products()} == {row.id for row in rows}
    made = figure("annex-a-dates", "en")
    told = {(r[0].text, r[1].text): r[3].text for r in made.rows if r[0] and r[1] and r[3]}
    assert len(told) == len(rows)
    for row in rows:
        said = told[str(row.phase_out), row.titles["en"].text]
        assert said == ("date read in a source" if row.confirmed else "to be confirmed"), row.id
    circles = [c.get("fill") for c in made.drawing.svg.iter("circle")][2:]
    assert circles.count("currentColor") == sum(row.confirmed for row in rows)
    assert circles.count(None) == sum(not row.confirmed for row in rows)


def test_arabic_turns_the_shapes_round_and_never_the_words():
    svg = figure("life-cycle", "ar").drawing.svg
    shapes, words = svg
    assert shapes.get("transform") == "translate(456 0) scale(-1 1)"
    assert not [e for e in words.iter() if "transform" in e.attrib]
    assert not list(shapes.iter("text"))
    english = figure("life-cycle", "en").drawing.svg
    assert "transform" not in english[0].attrib
    first = [float(drawing[1][0].get("x", 0)) for drawing in (svg, english)]
    assert first[0] == 456 - first[1]


def test_arabic_words_keep_their_quantities_in_order():
    made = figure_for(ROOT, "mercury-waste", "ar")
    assert made is not None
    assert "\u206615 mg/kg\u2069" in drawn(made).replace("\u00a0", " ")


def test_a_missing_word_is_english_and_marked_so(project: Path):
    path = project / FRENCH
    path.write_text(path.read_text("utf-8").replace("step: Sites contaminés", "step: ''"), "utf-8")
    shown = page(block("life-cycle"), "fr", project)
    assert [t.get_text() for t in shown.select('svg text[lang="en"]')] == ["Contaminated sites"]
    (cell,) = shown.select('td[lang="en"]')
    assert cell.get_text() == "Contaminated sites"
    assert cell["dir"] == "ltr"


def test_english_words_in_an_arabic_figure_run_left_to_right(project: Path):
    (project / "docs/data/figures/ar.yaml").unlink()
    shown = page(block("action-plan"), "ar", project)
    lines = shown.select("svg text")
    assert {line["direction"] for line in lines} == {"ltr"}
    assert shown.svg is not None
    assert shown.svg["direction"] == "rtl"


def test_the_drawing_is_an_image_with_a_name_and_a_description():
    shown = page(block("life-cycle") + "\n" + block("gold-chain", "    alt: Four steps."), "en")
    images = shown.select('svg[role="img"]')
    labels = [str(svg["aria-labelledby"]).split() for svg in images]
    assert len({label for pair in labels for label in pair}) == 4
    named = [[shown.find(id=label).get_text() for label in pair] for pair in labels]
    assert named[0][0] == "The life of mercury, and the article for each step"
    assert named[0][1].startswith("Mercury comes from mines")
    assert named[1][1] == "Four steps."


def test_the_caption_is_the_page_s_or_else_the_figure_s():
    own = page(block("gold-chain").replace("figure\n", "figure | My *own* words\n", 1), "en")
    assert own.select_one("figcaption .block-name").get_text() == "My own words"
    title = page(block("gold-chain"), "fr").select_one("figcaption .block-name").get_text()
    assert title == "La place des femmes et des hommes dans la chaîne de l'or"


def test_words_are_never_read_as_markup(project: Path):
    path = project / "docs/data/figures/en.yaml"
    hostile = "step: '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1))'"
    path.write_text(path.read_text("utf-8").replace("step: Mercury waste", hostile), "utf-8")
    shown = page(block("life-cycle"), "en", project)
    assert not shown.select("figure img, figure strong, figure a[href^=javascript]")
    assert "<img src=x onerror=alert(1)> **bold**" in shown.get_text()


def test_a_figure_that_does_not_exist_shows_its_caption_only():
    shown = page("/// figure | A caption\n    name: ../secret\n///\n", "en")
    assert shown.select_one("figure.block-figure").get_text(" ", strip=True) == "Figure A caption"


@pytest.mark.parametrize(("name", "code"), ALL)
def test_the_drawing_holds_no_more_than_the_template_may(name, code):
    allowed = {"svg", "g", "rect", "circle", "line", "path", "polygon", "text"}
    svg = etree.fromstring(etree.tostring(figure(name, code).drawing.svg))
    assert {element.tag.rpartition("}")[2] for element in svg.iter()} <= allowed


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Emissions to air", 80, ("Emissions", "to air")),
        ("Article 3, paragraph 6 (a)", 120, ("Article 3,", "paragraph 6 (a)")),
        ("附件C第1款(d)项，估算", 60, ("附件C第", "1款(d)", "项，估算")),
        ("not above 15\u00a0mg/kg", 90, ("not above", "15\u00a0mg/kg")),
        ("Indivisible", 10, ("Indivisible",)),
        ("", 10, ()),
    ],
)
def test_lines_break_where_they_may(text, width, lines):
    assert wrap(text, width, 15) == lines


def test_lines_are_no_wider_than_asked_and_lose_nothing():
    text = "Each Party shall not allow the export of mercury except with written consent"
    for width in range(120, 400, 20):
        lines = wrap(text, width, 14)
        assert " ".join(lines) == text
        assert all(text_width(line, 14) <= width for line in lines)
