"""Words: what counts as one word, and as forms of one."""

from __future__ import annotations

import pytest

from portal.search.words import cut, fold, stemmer

FORMS = [
    ("en", "laboratory laboratories"),
    ("en", "emission emissions"),
    ("fr", "émission émissions"),
    ("fr", "déchet déchets"),
    ("es", "laboratorio laboratorios"),
    ("es", "emisión emisiones"),
    ("ru", "выброс выбросы выбросов выбросами"),
    ("ru", "отход отходы отходами"),
    ("ru", "поправка поправки поправок"),
    ("ru", "участок участки участков"),
    ("ar", "مختبر المختبر والمختبر مختبرات للمختبرات"),
    ("ar", "زئبق الزئبق بالزئبق للزئبق"),
    ("ar", "نفايات النفايات للنفايات"),
]


@pytest.mark.parametrize(("language", "words"), FORMS)
def test_forms_of_one_word_have_one_stem(language: str, words: str) -> None:
    stem = stemmer(language)
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_a_latin_word_is_english_anywhere(language: str) -> None:
    stem = stemmer(language)
    assert stem("batteries") == stem("battery")


def test_a_language_without_a_stemmer_is_folded() -> None:
    assert stemmer("id")("Raksá") == "raksa"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Émissions", "emissions"),
        ("œuvre", "oeuvre"),
        ("أإآا", "اااا"),
        ("مُختَبَر", "مختبر"),
        ("ＡＢＣ１２", "abc12"),
        ("٤", "4"),
        ("ещё", "еще"),
    ],
)
def test_letters_are_compared_without_their_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_han_characters_are_words_of_their_own_in_chinese_only() -> None:
    assert [text for text, word in cut("汞废物 waste", han=True) if word] == [
        "汞",
        "废",
        "物",
        "waste",
    ]
    assert [text for text, word in cut("汞废物 waste", han=False) if word] == ["汞废物", "waste"]


def test_what_is_not_seen_is_left_out_and_nothing_else() -> None:
    pieces = cut("a\u202eb\u00adc  d’e.", han=False)
    assert "".join(text for text, _ in pieces) == "abc d’e."
