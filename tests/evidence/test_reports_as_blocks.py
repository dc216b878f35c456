"""What every report owes its readers: tables that fit, words that stay words."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from docx import Document
from markdown import markdown

from portal.evidence.charts import Bars
from portal.evidence.documents import Chart, Paragraph, Report, Table, say
from portal.evidence.formats.markdown import file_text, page_text
from portal.evidence.formats.word import word_document


def report(*blocks: Table | Chart | Paragraph) -> Report:
    return Report("Title", "Summary", "en", blocks, {})


@pytest.mark.parametrize(("columns", "wide"), [(2, False), (6, True)])
def test_a_table_of_many_columns_lies_across_and_gives_room_where_much_is_said(
    columns: int, wide: bool
) -> None:
    row = [say("much is said here " * 9), *[say("little") for _ in range(1, columns)]]
    table = Table([f"c{number}" for number in range(columns)], [row])
    raw = word_document(report(table), date=datetime(2027, 1, 2, tzinfo=UTC), rtl=False)
    opened = Document(io.BytesIO(raw))
    (section,) = opened.sections
    assert (section.page_width > section.page_height) is wide
    first, *others = [column.width for column in opened.tables[0].columns]
    assert all(first > 2 * other for other in others)
    line = section.page_width - section.left_margin - section.right_margin
    assert first + sum(others) == pytest.approx(line, rel=0.001)


HOSTILE = [
    "<script>alert(1)</script>",
    "a < b & c > d",
    "[x](javascript:y)",
    "**bold** `code`",
    "&lt;",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_the_data_are_shown_as_they_are(words: str) -> None:
    text = page_text(report(Paragraph(say(words))), key="x")
    shown = markdown(text.partition("# Title")[2])
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown.strip() == f"<p>{escaped}</p>"


def test_a_chart_names_each_bar_above_it_from_the_side_that_its_language_begins_on() -> None:
    for direction, x, anchor in (("ltr", "0", "start"), ("rtl", "480", "end")):
        bars = Bars((("one", 1), ("two", 2)), "en", direction)
        names = [text for text in bars.svg().iter("text") if text.text in {"one", "two"}]
        assert [(text.get("x"), text.get("text-anchor")) for text in names] == [(x, anchor)] * 2
        for text, bar in zip(names, bars.svg().iter("rect"), strict=True):
            assert int(text.get("y", "0")) < int(bar.get("y", "0"))
    chart = Chart(bars, "Caption", "one: 1, two: 2")
    assert "Caption: one: 1, two: 2" in file_text(report(chart))
