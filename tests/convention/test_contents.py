"""What a provision contains, said in one line in six languages."""

from __future__ import annotations

import pytest

from portal.convention import Treaty, describe_children, load_treaty

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


@pytest.fixture(scope="module")
def treaty() -> Treaty:
    return load_treaty()


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("art_7", "Article 7 has paragraphs 1 to 4"),
        ("art_7__para_9", "Article 7 has paragraphs 1 to 4"),
        ("art_2", "Article 2 has subparagraphs (a) to (k) and no numbered paragraphs"),
        ("art_2__para_1", "Article 2 has subparagraphs (a) to (k) and no numbered paragraphs"),
        ("art_1", "Article 1 has no numbered paragraphs"),
        ("art_16", "Article 16 has paragraphs 1 and 2"),
        ("art_4__para_6", "Article 4, paragraph 6 has no subparagraphs"),
        ("art_3__para_6__subpara_a", "Article 3, paragraph 6 (a) has items (i) and (ii)"),
        ("art_3__para_1__subpara_a", "Article 3, paragraph 1 (a) has no items"),
        ("art_99__para_1", "The Convention has Articles 1 to 35 and Annexes A to E"),
        (None, "The Convention has Articles 1 to 35 and Annexes A to E"),
        ("annex_a", "Annex A has subparagraphs (a) to (e) and Parts I and II"),
        ("annex_b", "Annex B has Parts I and II"),
        ("annex_a__part_1", "Annex A, Part I has 26 entries"),
        ("annex_b__part_1", "Annex B, Part I has 3 entries (Chlor-alkali production; "
         "Acetaldehyde production; Polyurethane production)"),
        ("annex_e__part_1", "Annex E, Part I has Articles 1 to 17"),
        ("annex_e__part_1__art_7", "Annex E, Part I, Article 7 has subparagraphs (a) and (b) "
         "and no numbered paragraphs"),
        ("dec_mc-5-12__para_10", "Decision MC-5/12 has paragraphs 1 to 9"),
        ("dec_mc-1-21", "Decision MC-1/21 has paragraph 1 only"),
        ("dec_mc-4-3", "The paragraphs of Decision MC-4/3 are not recorded here"),
        ("dec_mc-9-99__para_2", "Decision MC-9/99 is not recorded here"),
    ],
)  # fmt: skip
def test_the_contents_say_what_is_there(unit: str | None, text: str) -> None:
    assert describe_children(unit) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Article 2\u00a0: alinéas a) à k)"),
        ("es", "Artículo 2: apartados a) a k)"),
        ("ru", "Статья 2: подпункты a)–k)"),
        ("zh", "第二条：(a)项至(k)项"),
        ("ar", "المادة 2: الفقرات الفرعية من (أ) إلى (ك)"),
        ("id", "Article 2 has subparagraphs (a) to (k) and no numbered paragraphs"),
    ],
)
def test_the_contents_speak_six_languages(language: str, text: str) -> None:
    assert describe_children("art_2", language) == text


def test_contents_are_never_empty_in_any_language(treaty: Treaty) -> None:
    for provision in treaty:
        for language in LANGUAGES:
            text = describe_children(provision.id, language)
            assert text
            assert "{" not in text
