"""The vocabulary: every text comes back, forms lie near, stock phrases are gone."""

from __future__ import annotations

import pytest

from portal.search.encoding import decode
from portal.search.page_text import Section
from portal.search.stock import STOCK, without_stock
from portal.search.vocabulary import SEPARATORS_KEPT, Piece, number_pieces
from portal.search.words import BREAK, cut


def pieces(text: str) -> list[Piece]:
    return [*cut(text, han=False), (BREAK, False)]


def test_a_text_comes_back_with_its_rare_separators() -> None:
    usual = [f"a{sign} b" for sign in ",;:.!?%*+=<>|#" for _ in range(3)]
    lines = [*usual, "Lead (“one”) — lead, 漢字 𠀀𠀁 leaf"]
    vocabulary, cut_lines = number_pieces(map(pieces, lines))
    assert ["".join(text for text, _ in line) for line in cut_lines] == [f"{x}\n" for x in lines]
    separators = [text for text, is_word in vocabulary.pieces if not is_word]
    assert separators[0] == BREAK
    assert len([text for text in separators if len(text) > 1]) <= SEPARATORS_KEPT
    numbers = decode(vocabulary.encoded(cut_lines, han=False)[-1])
    assert [vocabulary.pieces[n][0] for n in numbers if n >= vocabulary.marks] == [
        "Lead", "one", "lead", "漢字", "𠀀𠀁", "leaf",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words", "families"),
    [
        ("en", "emission emissions leaf Leaf", 2),
        ("ru", "выброс выбросы выбросов отход", 2),
        ("ar", "مختبر المختبر مختبرات زئبق", 2),
    ],
)
def test_forms_lead_back_to_the_first_of_their_family(
    language: str, words: str, families: int
) -> None:
    vocabulary, _ = number_pieces([pieces(words)])
    first: list[int] = []
    for number, before in enumerate(decode(vocabulary.forms(language))):
        assert before <= number
        first.append(first[number - before] if before else number)
    assert len(set(first)) == families


def test_stock_phrases_go_with_their_heading_and_the_rest_keeps_its_citations() -> None:
    pages = {
        str(number): (
            Section("", "", ("Stock.", f"Own {number}."), ((1, "art_4"),)),
            Section("built", "How it is built", ("Stock too.",), ((0, "art_5"),)),
        )
        for number in range(STOCK)
    }
    assert without_stock(pages)["3"] == (Section("", "", ("Own 3.",), ((0, "art_4"),)),)
    few = dict(list(pages.items())[1:])
    assert without_stock(few) == few
