"""Provisions as people type them: the lines agree with the citation finder."""

from __future__ import annotations

import pytest

from portal.citations import list_styles, render, resolve
from portal.convention import load_treaty
from portal.search.provisions import labels_of, plain_line, spell_provisions, unit_words

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
TYPED = [
    ("en", "art 4.1", "art_4__para_1"),
    ("en", "annex C 1(b)", "annex_c__para_1__subpara_b"),
    ("en", "paragraph 1 of article 4", "art_4__para_1"),
    ("en", "Annex A part 1", "annex_a__part_1"),
    ("en", "mc-5/12", "dec_mc-5-12"),
    ("fr", "l’article 4, par. 1", "art_4__para_1"),
    ("fr", "annexe c 1 b", "annex_c__para_1__subpara_b"),
    ("es", "art 4.1", "art_4__para_1"),
    ("es", "artículo 4, numeral 1", "art_4__para_1"),
    ("ru", "статья 4 п. 1", "art_4__para_1"),
    ("ru", "приложение С", "annex_c"),
    ("zh", "第四条", "art_4"),
    ("zh", "第4条第1款", "art_4__para_1"),
    ("zh", "附件c", "annex_c"),
    ("ar", "المادة 7", "art_7"),
    ("ar", "المادة ٧", "art_7"),
    ("ar", "المرفق ج", "annex_c"),
]


def table(language: str) -> dict[str, str]:
    spelled = spell_provisions(load_treaty(), language)
    lines = {line: one.id for one in spelled for line in one.lines}
    return lines | {plain_line(one.id): one.id for one in spelled}


@pytest.mark.parametrize(("language", "typed", "provision"), TYPED)
def test_typed_ways_lead_to_the_provision(language: str, typed: str, provision: str) -> None:
    units = unit_words(load_treaty(), language)
    assert table(language)[labels_of(typed, units)] == provision


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_written_form_of_every_provision_leads_to_what_the_finder_finds(
    language: str,
) -> None:
    lines, units = table(language), unit_words(load_treaty(), language)
    wrong = []
    for provision in sorted(set(lines.values())):
        for style in list_styles(language):
            written = render(provision, language=language, style=style)
            named = {target.id for target in resolve(written, language=language)} if written else ()
            # The finder decides: where it reads a form as something else, nothing is promised.
            if named == {provision} and lines.get(labels_of(str(written), units)) != provision:
                wrong.append((provision, written))
    assert wrong == []


def test_a_language_without_a_grammar_has_the_plain_lines() -> None:
    assert table("id")["art 4 1"] == "art_4__para_1"
