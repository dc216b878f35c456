"""What the portal writes it reads back: every unit of the treaty, in each language and style."""

from __future__ import annotations

import pytest

from portal.citations import find_citations, list_styles, render
from portal.citations.lexicon import known_languages
from portal.convention import load_treaty

STYLES = [(language, style) for language in known_languages() for style in list_styles(language)]
UNITS = [provision.id for provision in load_treaty()]


def test_each_of_the_six_languages_has_at_least_two_styles() -> None:
    languages = [language for language, _ in STYLES]
    assert {code for code in languages if languages.count(code) >= 2} >= {
        "ar", "en", "es", "fr", "ru", "zh",
    }  # fmt: skip


@pytest.mark.parametrize(("language", "style"), STYLES)
def test_every_unit_is_read_back_from_what_is_written(language: str, style: str) -> None:
    written = {unit: render(unit, language=language, style=style) for unit in UNITS}
    texts = {unit: text for unit, text in written.items() if text is not None}
    assert len(texts) > 450
    wrong = {
        text: ids
        for unit, text in texts.items()
        if (ids := [c.ids for c in find_citations(text, language=language)]) != [(unit,)]
    }
    assert wrong == {}


@pytest.mark.parametrize(("language", "style"), STYLES)
def test_a_number_past_the_end_is_unknown_once(language: str, style: str) -> None:
    beyond = {"art_7__para_9", "art_36", "art_9__para_5__subpara_e", "annex_c__para_3"}
    for unit in sorted(beyond):
        text = render(unit, language=language, style=style)
        assert text is not None
        targets = [t for c in find_citations(text, language=language) for t in c.targets]
        assert [(t.id, t.status) for t in targets] == [(unit, "unknown")], text
