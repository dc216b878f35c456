"""How hard a page is to read, and the note on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.checks.registry import rule
from portal.findings import Severity
from portal.pages import Page, open_site, parse_page
from portal.readability import HARD, figures, read

ROOT = Path(__file__).resolve().parents[2]
PLAIN = "The officer opens the drum and counts the lamps.\n"
LONG = (
    "Environmental authorities subsequently implementing international obligations concerning "
    "contaminated installations systematically evaluate transboundary consequences regarding "
    "vulnerable populations throughout neighbouring jurisdictions.\n"
)


def page(text: str, language: str = "en") -> Page:
    raw = f"---\ntitle: T\n---\n\n# Title\n\n{text}".encode()
    return parse_page(raw, path=f"docs/{language}/about/x.md", language=language, key="about/x")


@pytest.mark.parametrize(
    ("text", "words", "sentences", "long_words"),
    [
        (PLAIN, 9, 1, 1),
        ("One two three. Four five six!\n", 6, 2, 0),
        ("- yes\n- no\n", 0, 0, 0),  # no sentences
        ("## Some more heading\n\n| a | table with words |\n|:--|:--|\n", 0, 0, 0),
        ("Read [the long text](../somewhere/else/entirely.md) now.\n", 5, 1, 0),
        ("The law says:\nshall not allow it\n", 7, 2, 0),
        ("/// facilitator\n    minutes: 10\n\nAsk them why first.\n///\n", 4, 1, 0),
        ("Run `portal check everything` on it.\n", 3, 1, 0),
    ],
)
def test_sentences_and_words_are_counted(
    text: str, words: int, sentences: int, long_words: int
) -> None:
    found = read(page(text))
    assert (found.words, found.sentences, found.long_words) == (words, sentences, long_words)


def test_the_figure_is_words_per_sentence_and_percent_of_long_words() -> None:
    found = read(page(PLAIN + LONG))
    assert found.words_per_sentence == pytest.approx(found.words / 2)
    assert found.lix == pytest.approx(found.words / 2 + 100 * found.long_words / found.words)
    assert found.longest[0] == 8


@pytest.mark.parametrize(
    ("text", "language", "noted"),
    [
        (PLAIN * 40, "en", False),
        (LONG * 10, "en", True),
        (LONG * 10, "fr", True),
        (LONG * 10, "ru", False),  # not measured
        (LONG, "en", False),  # too short to tell
    ],
)
def test_only_a_page_that_is_clearly_hard_gets_one_note(
    text: str, language: str, noted: bool
) -> None:
    found = list(rule("MOD050").check_page(page(text, language), open_site(ROOT)))
    assert [finding.severity for finding in found] == [Severity.NOTE] * noted
    if noted:
        assert "hard from" in found[0].message
        assert "in line 7." in found[0].help


def test_the_figures_of_the_project_stand_by_language_and_page() -> None:
    found = figures(open_site(ROOT))
    assert set(found) == set(HARD)
    assert 20 < found["en"]["waste/what-is-mercury-waste"]["lix"] < HARD["en"]
