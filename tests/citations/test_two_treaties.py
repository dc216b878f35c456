"""Whose an article is where another treaty or a code stands beside ours, in each language."""

from __future__ import annotations

import pytest

from portal.citations import find_references

OTHER = None
TABLE = [
    # A name behind a comma belongs to the article that follows it.
    ("en", "It is Article 11, in the Basel Convention Article 4.", ["art_11", OTHER]),
    ("en", "It is Article 11, in the Basel Convention (Article 4).", ["art_11", OTHER]),
    ("en", "Article 4, of the Basel Convention, paragraph 3", [OTHER]),
    ("fr", "c'est l'article 11, dans la Convention de Bâle l'article 4", ["art_11", OTHER]),
    ("ru", "статья 11, в Базельской конвенции (статья 4)", ["art_11", OTHER]),
    # "In particular" and its like lead on from a name, with an article behind them or not.
    ("es", "El Convenio de Basilea, y en particular el artículo 4, rige.", [OTHER]),
    ("es", "el Convenio de Basilea, en especial los artículos 4 y 6", [OTHER, OTHER]),
    ("es", "el Convenio de Minamata, en particular el artículo 4", ["art_4"]),
    ("es", "El Convenio de Basilea no rige esto, en particular el artículo 4 de nuestro Convenio",
     ["art_4"]),
    ("fr", "la Convention de Bâle, et notamment les articles 4 et 6", [OTHER, OTHER]),
    ("fr", "la Convention de Minamata, et notamment les articles 4 et 7", ["art_4", "art_7"]),
    # "Its" is the treaty's that was named last, whatever stands between the two.
    ("en", "The Basel Convention, in its Article 4, and the Minamata Convention in its Article 11",
     [OTHER, "art_11"]),
    ("en", "the Convention and the Basel Convention in its Article 4", [OTHER]),
    ("es", "El Convenio de Basilea y el Convenio de Minamata, en su artículo 11", ["art_11"]),
    ("ru", "Базельская конвенция и Минаматская конвенция в своей статье 11", ["art_11"]),
    ("ru", "Минаматская конвенция и Базельская конвенция в своей статье 4", [OTHER]),
    # A dash stands for the brackets, where the name is alone in its clause.
    ("en", "Basel Convention – Article 4; Minamata Convention – Article 11", [OTHER, "art_11"]),
    ("en", "Basel Convention - Art. 4", [OTHER]),
    ("en", "Under the Basel Convention – Article 11 refers to it – wastes move.", ["art_11"]),
    ("en", "Beside the Basel Convention\n- Article 4\n- Article 5", ["art_4", "art_5"]),
    ("fr", "article 4 – Convention de Bâle, article 11 – Convention de Minamata",
     [OTHER, "art_11"]),
    ("es", "Convenio de Basilea – artículo 4; Convenio de Minamata – artículo 11",
     [OTHER, "art_11"]),
    ("ar", "اتفاقية بازل – المادة 4؛ اتفاقية ميناماتا – المادة 11", [OTHER, "art_11"]),
    ("ru", "Страны применяют Базельскую конвенцию — статья 11 отсылает к ней.", ["art_11"]),
    # No treaty has a thousand articles: a code has, and a year looks like its number.
    ("fr", "article 1240 du code civil et article 12 de la Convention", [OTHER, "art_12"]),
    ("es", "los artículos 1902 y 1903 del Código Civil", [OTHER, OTHER]),
    ("ar", "المادة 1382 من القانون المدني", [OTHER]),
    ("en", "Articles 7 and 2025 targets", ["art_7"]),
    ("fr", "l'article 2013", []),
    # Semicolons may divide the numbers of a list, but not its entries.
    ("en", "Articles 3; 4 and 7 of the Basel Convention", [OTHER, OTHER, OTHER]),
    ("en", "Articles 4 and 5; 12 Parties reported", ["art_4", "art_5"]),
    ("en", "1) Articles 4 and 5; 6) the rest", ["art_4", "art_5"]),
    ("en", "Articles 4 (products); 5 (processes); 7 (gold)", ["art_4", "art_5", "art_7"]),
    ("fr", "les articles 3 ; 4 ; 7", ["art_3", "art_4", "art_7"]),
    ("ar", "المواد 3؛ 4؛ 7", ["art_3", "art_4", "art_7"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TABLE)
def test_an_article_is_given_to_the_instrument_that_a_reader_gives_it_to(
    language: str, text: str, expected: list[str | None]
) -> None:
    found = find_references(text, language=language)
    assert [reference.id for reference in found] == expected
    assert {one.status for one in found if one.id is None} <= {"foreign"}
