"""One idea a slide: what is split, what stays together, and what a hostile page cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.cli import main
from portal.languages import forget, load_languages
from portal.pages import Site, open_site
from portal.slides.composing import compose
from portal.slides.cutting import cut
from portal.slides.deck import Line, Run, Slide, Table, said
from portal.slides.layout import Measure
from portal.slides.markup import Markup
from portal.slides.web_page import slides_page

WASTE = "waste/what-is-mercury-waste"
ENGLISH = load_languages(Path(__file__).resolve().parents[2]).get("en")
MEASURE = Measure(ENGLISH)


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("One.\nTwo.", [("plain", "", "One."), ("plain", "", "Two.")]),
        ("- **Lead.**\n  More.\n- Next.",
         [("item", "•", "Lead.\nMore."), ("item", "•", "Next.")]),
        ("1. first\n2. second", [("item", "1.", "first"), ("item", "2.", "second")]),
        ("- one\n    - inner", [("item", "•", "one"), ("item", "–", "inner")]),
        ("### Heading { #id }\n\nText.", [("heading", "", "Heading"), ("plain", "", "Text.")]),
        ("See [the page](x.md) and ![a drum](x.png).", [("plain", "", "See the page and a drum.")]),
        ("甲。\n乙。", [("plain", "", "甲。"), ("plain", "", "乙。")]),
        ("- 甲。\n  乙。", [("item", "•", "甲。乙。")]),
        ("<b>raw</b> & co", [("plain", "", "<b>raw</b> & co")]),
    ],
)  # fmt: skip
def test_markdown_becomes_lines(markdown, lines):
    found = Markup().pieces(markdown)
    assert [
        (line.style, line.marker, line.text) for line in found if isinstance(line, Line)
    ] == lines


def test_long_text_is_split_behind_sentences_and_nothing_is_lost():
    sentence = "Mercury waste is kept closed, labelled and apart from all other waste. "
    line = Line(said((sentence * 30).strip()), opens=True)
    slides = cut(Slide("text", "Long"), [line], MEASURE)
    assert len(slides) > 1
    texts = [block.text for slide in slides for block in slide.blocks if isinstance(block, Line)]
    assert " ".join(texts) == (sentence * 30).strip()
    assert all(text.endswith(".") for text in texts)
    assert [slide.part for slide in slides] == list(range(1, len(slides) + 1))


def test_a_word_without_end_is_split_as_well():
    line = Line(said("汞" * 1500), opens=True)
    slides = cut(Slide("text", "Long"), [line], MEASURE)
    assert "".join(b.text for s in slides for b in s.blocks if isinstance(b, Line)) == "汞" * 1500
    for slide in slides:
        assert sum(MEASURE.height(b, MEASURE.width(slide)) for b in slide.blocks) <= 480


def test_a_long_table_is_split_by_rows_and_keeps_its_head():
    table = Table(
        (said("Product"), said("Year")), tuple((said(f"P{n}"), said("2020")) for n in range(40))
    )
    slides = cut(Slide("text", "Dates"), [table], MEASURE)
    parts = [block for slide in slides for block in slide.blocks if isinstance(block, Table)]
    assert len(parts) == len(slides) > 2
    assert all(part.head == table.head for part in parts)
    assert tuple(row for part in parts for row in part.rows) == table.rows
    assert min(len(part.rows) for part in parts) > 3


def test_parts_of_a_table_keep_its_columns_and_fit():
    """A part alone would have other columns than the whole, and so other heights."""
    long, short = "documents, permits and movement papers of the site " * 3, "tons"
    rows = tuple(
        (said(f"Article {n}"), said(long if n < 3 else short), said(short if n < 3 else long))
        for n in range(14)
    )
    table = Table((said("Provision"), said("What to show"), said("Evidence")), rows)
    slides = cut(Slide("text", "Evidence"), [table], MEASURE)
    found = set()
    for slide in slides:
        (part,) = [block for block in slide.blocks if isinstance(block, Table)]
        found.add(MEASURE.columns(part, MEASURE.width(slide)))
        assert MEASURE.height(part, MEASURE.width(slide)) <= MEASURE.room(slide)
    assert len(slides) > 2
    (columns,) = found
    assert columns == pytest.approx(MEASURE.columns(table, MEASURE.width(slides[0])))


def test_the_sentence_before_a_list_stays_with_it():
    pieces = Markup().pieces("\n\n".join(["Filler. " * 30] * 4 + ["It begins:"]) + "\n\n- a\n- b")
    for slide in cut(Slide("text", "T"), pieces, MEASURE):
        assert not isinstance(slide.blocks[-1], Line) or slide.blocks[-1].text != "It begins:"


def test_bold_words_keep_their_style_over_a_cut():
    words = (Run("Bold start. ", bold=True), Run("Plain sentence number one. " * 60))
    slides = cut(Slide("text", "T"), [Line(words, opens=True)], MEASURE)
    first = slides[0].blocks[0]
    assert isinstance(first, Line)
    assert first.words[0].bold
    assert not first.words[1].bold


@pytest.mark.parametrize("language", ["en", "fr"])
def test_answers_stand_on_their_own_slide_and_notes_where_they_belong(pages: Site, language):
    deck = compose(pages, WASTE, language)
    kinds = [slide.kind for slide in deck.slides]
    questions = [n for n, kind in enumerate(kinds) if kind == "question"]
    assert len(questions) == len(pages.pages[language, WASTE].questions)
    assert all(kinds[n + 1] == "answer" for n in questions)
    assert kinds[0] == "title"
    assert kinds[-1] == "closing"
    sections = {slide.section for slide in deck.slides if slide.minutes and slide.kind != "title"}
    assert sections == {section.id for section in deck.sections}
    opening = next(s for s in deck.slides if s.section == "what-paragraph-3-asks")
    assert opening.kind == "section"
    assert len(opening.notes) > 3


def test_right_answers_are_on_the_slide_and_wrong_ones_in_the_notes(pages: Site):
    deck = compose(pages, WASTE, "en")
    answer = next(slide for slide in deck.slides if slide.kind == "answer")
    assert [block.style for block in answer.blocks if isinstance(block, Line)] == ["right", "item"]
    assert any("Kind (a) is mercury itself" in line.text for line in answer.notes)


def test_a_hostile_page_injects_nothing(project: Path, monkeypatch, tmp_path: Path):
    path = project / "docs/en" / f"{WASTE}.md"
    text = path.read_text("utf-8").replace("title: What is mercury waste?", "title: '<b>x</b> \"&'")
    text = text.replace(
        "A drum of sludge", "<script>alert(1)</script> [x](javascript:alert(1)) \x0b"
    )
    path.write_text(text, "utf-8")
    forget()
    page = slides_page(compose(open_site(project), WASTE, "en"), project)
    assert "<script>alert" not in page
    assert "<b>" not in page
    assert "javascript:" not in page
    monkeypatch.chdir(project)
    assert main(["slides", WASTE, "--out", str(tmp_path)]) == 0
    forget()
