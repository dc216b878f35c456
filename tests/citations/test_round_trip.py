"""What the portal writes it reads back: every unit of the treaty, in each language and style."""

from __future__ import annotations

import pytest

from portal.citations import find_citations, list_styles, render
from portal.citations.letters import roman_value, write_roman
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


def test_about_twenty_thousand_citations_are_written() -> None:
    rendered = (
        render(unit, language=code, style=style) for code, style in STYLES for unit in UNITS
    )
    assert sum(text is not None for text in rendered) > 19_900


def past_the_end(unit: str) -> str | None:
    """Return the id right after the last of a unit's siblings; None if it has no order."""
    above, _, step = unit.rpartition("__")
    level = step.partition("_")[0]
    places = {"subpara": lambda value: ord(value) - 96, "item": roman_value, "annex": ord}
    if level not in {"art", "para", "subpara", "item", "part", "annex"}:
        return None
    beside = (other.rpartition("__") for other in UNITS)
    values = [s.partition("_")[2] for head, _, s in beside if head == above and s.startswith(level)]
    last = max(values, key=places.get(level, int))
    if level in ("subpara", "annex"):
        after = chr(ord(last) + 1)
    elif level == "item":
        after = write_roman((roman_value(last) or 0) + 1)
    else:
        after = str(int(last) + 1)
    found = f"{above}__{level}_{after}" if above else f"{level}_{after}"
    return found if load_treaty().status(found) == "unknown" else None


BEYOND = sorted({found for unit in UNITS if (found := past_the_end(unit)) is not None})
"""A number or a letter past the end, at every place of the treaty that has an end."""
BY_NUMBER = ("附件A第六项", "附件A第（六）项")
"""Chinese counts letters and items alike: this is item (vi) of Part II, the part left out."""
ELSEWHERE = [f"art_36__{unit.partition('__')[2]}" for unit in UNITS if unit.startswith("art_7__")]
"""What stands below an article that is not there."""


@pytest.mark.parametrize(("language", "style"), STYLES)
def test_a_number_or_letter_past_the_end_is_unknown_once(language: str, style: str) -> None:
    written = {unit: render(unit, language=language, style=style) for unit in BEYOND + ELSEWHERE}
    texts = {unit: text for unit, text in written.items() if text is not None}
    assert len(texts) > 90
    wrong = {}
    for text in texts.values():
        targets = [t for c in find_citations(text, language=language) for t in c.targets]
        if [t.status for t in targets] != ["unknown"] and text not in BY_NUMBER:
            wrong[text] = [(t.id, t.status) for t in targets]
    assert wrong == {}
