"""How a citation is written, where that matters to a rule."""

from __future__ import annotations

import pytest

from portal.citations import find_citations

CASES = [
    ("en", "paragraphs 3 to 1 of Article 7", [("range-reversed", "3 to 1", None)]),
    ("en", "Articles 8 to 12", []),
    ("en", "Article 9, paragraph 5 (а)", [("look-alike", "а", "a")]),
    ("en", "Annex С", [("look-alike", "С", "C")]),
    ("en", "Article 9, paragraph 5 a)", [("typography", "a)", "(a)")]),
    ("fr", "l'article 9, paragraphe 5 (a)", [("typography", "(a)", "a)")]),
    ("fr", "l'article 9, paragraphe 5(a)", [("typography", "(a)", " a)")]),
    ("es", "el artículo 9, párrafo 5 a)", []),
    ("en", "Article 3 of Annex E", [("ambiguous-letter", "3", None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_is_peculiar(
    language: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = [
        (problem.kind, text[problem.start : problem.end], problem.replacement)
        for citation in find_citations(text, language=language)
        for problem in citation.problems
    ]
    assert found == expected
