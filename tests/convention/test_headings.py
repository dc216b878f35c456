"""How provisions are named in full, in the United Nations' own forms."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from portal.convention import heading, load_treaty

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


@pytest.mark.parametrize(
    ("unit", "en", "fr", "es", "ru", "zh", "ar"),
    [
        ("art_7__para_3__subpara_a",
         "Article 7, paragraph 3 (a)", "Article 7, paragraphe 3 a)", "Artículo 7, párrafo 3 a)",
         "Статья 7, пункт 3 a)", "第七条第3款(a)项", "المادة 7، الفقرة 3 (أ)"),
        ("art_1",
         "Article 1", "Article premier", "Artículo 1", "Статья 1", "第一条", "المادة 1"),
        ("art_2__subpara_k",
         "Article 2, subparagraph (k)", "Article 2, alinéa k)", "Artículo 2, apartado k)",
         "Статья 2, подпункт k)", "第二条(k)项", "المادة 2، الفقرة الفرعية (ك)"),
        ("art_3__para_6__subpara_a__item_ii",
         "Article 3, paragraph 6 (a) (ii)", "Article 3, paragraphe 6 a) ii)",
         "Artículo 3, párrafo 6 a) ii)", "Статья 3, пункт 6 a) ii)",
         "第三条第6款(a)项(ii)目", "المادة 3، الفقرة 6 (أ) ‘2’"),
        ("art_20__para_1",
         "Article 20, paragraph 1", "Article 20, paragraphe 1", "Artículo 20, párrafo 1",
         "Статья 20, пункт 1", "第二十条第1款", "المادة 20، الفقرة 1"),
        ("art_35",
         "Article 35", "Article 35", "Artículo 35", "Статья 35", "第三十五条", "المادة 35"),
        ("annex_b",
         "Annex B", "Annexe B", "Anexo B", "Приложение B", "附件B", "المرفق باء"),
        ("annex_a__part_2",
         "Annex A, Part II", "Annexe A, deuxième partie", "Anexo A, parte II",
         "Приложение A, часть II", "附件A第二部分", "المرفق ألف، الجزء الثاني"),
        ("annex_a__part_1__row_batteries",
         "Annex A, Part I: Batteries", "Annexe A, première partie\u00a0: Piles",
         "Anexo A, parte I: Baterías", "Приложение A, часть I: Батареи",
         "附件A第一部分：电池", "المرفق ألف، الجزء الأول: البطاريات"),
        ("annex_a__part_2__item_iii",
         "Annex A, Part II, item (iii)", "Annexe A, deuxième partie, point iii)",
         "Anexo A, parte II, inciso iii)", "Приложение A, часть II, подпункт iii)",
         "附件A第二部分(iii)目", "المرفق ألف، الجزء الثاني، البند ‘3’"),
        ("annex_c__para_1__subpara_b__item_iii",
         "Annex C, paragraph 1 (b) (iii)", "Annexe C, paragraphe 1 b) iii)",
         "Anexo C, párrafo 1 b) iii)", "Приложение C, пункт 1 b) iii)",
         "附件C第1款(b)项(iii)目", "المرفق جيم، الفقرة 1 (ب) ‘3’"),
        ("annex_e__part_1__art_3__para_2",
         "Annex E, Part I, Article 3, paragraph 2",
         "Annexe E, première partie, article 3, paragraphe 2",
         "Anexo E, parte I, artículo 3, párrafo 2", "Приложение E, часть I, статья 3, пункт 2",
         "附件E第一部分第三条第2款", "المرفق هاء، الجزء الأول، المادة 3، الفقرة 2"),
        ("preamble__rec_7",
         "Preamble, paragraph 7", "Préambule, alinéa 7", "Preámbulo, párrafo 7",
         "Преамбула, пункт 7", "序言第7段", "الديباجة، الفقرة 7"),
        ("dec_mc-5-12__para_1__subpara_b",
         "Decision MC-5/12, paragraph 1 (b)", "Décision MC-5/12, paragraphe 1 b)",
         "Decisión MC-5/12, párrafo 1 b)", "Решение MC-5/12, пункт 1 b)",
         "第MC-5/12号决定第1段(b)项", "المقرر MC-5/12، الفقرة 1 (ب)"),
    ],
)  # fmt: skip
def test_a_provision_is_named_in_full(
    unit: str, en: str, fr: str, es: str, ru: str, zh: str, ar: str
) -> None:
    names = {language: heading(unit, language) for language in LANGUAGES}
    assert names == {"en": en, "fr": fr, "es": es, "ru": ru, "zh": zh, "ar": ar}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_provisions_have_the_same_name(language: str) -> None:
    names = Counter(heading(provision.id, language) for provision in load_treaty())
    assert [name for name, count in names.items() if count > 1] == []


def test_russian_annex_letters_are_latin_so_that_b_is_never_taken_for_v() -> None:
    for letter in "abcde":
        assert heading(f"annex_{letter}", "ru") == f"Приложение {letter.upper()}"


def test_arabic_writes_no_latin_letter_in_the_treaty_itself() -> None:
    for unit in load_treaty().units():
        assert not re.search("[A-Za-z]", heading(unit, "ar")), unit


def test_an_id_that_is_not_there_has_a_name_too() -> None:
    assert heading("art_7__para_9") == "Article 7, paragraph 9"
    assert heading("dec_mc-9-99__para_2", "fr") == "Décision MC-9/99, paragraphe 2"
    assert heading("annex_a__part_1__row_spoons") == "Annex A, Part I: spoons"


def test_a_seventh_language_uses_the_english_form() -> None:
    assert heading("art_7__para_3__subpara_a", "id") == "Article 7, paragraph 3 (a)"


@pytest.mark.parametrize("bad", ["", "Article 7", "art_7__", "<b>"])
def test_what_is_no_id_has_no_name(bad: str) -> None:
    with pytest.raises(ValueError, match="is not a provision id"):
        heading(bad)
