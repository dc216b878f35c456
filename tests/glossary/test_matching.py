"""Which words of a text are words of the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.glossary import load_glossary
from portal.glossary.matching import finder, terms_beside

TEXTS = [
    ("en", "Both Parties met.", ["party"]),
    ("en", "third-party claims", ["party"]),
    ("en", "mercury-added products and mercury wastes", ["mercury-added-product", "mercury-waste"]),
    ("en", "artisanal and small-scale\ngold mining and processing", ["asgm-processing"]),
    ("en", "a NAP, and a nap", ["nap"]),
    ("en", "They released it.", []),
    ("en", "gold mining.\n\nProcessing", []),
    ("fr", "les plans d\u2019action nationaux", ["nap"]),
    ("fr", "des déchets de mercure", ["mercury-waste"]),
    ("fr", "tout déchet de ce genre, et le genre", ["gender"]),
    ("es", "los desechos de mercurio", ["mercury-waste"]),
    ("ru", "без ртутных отходов", ["mercury-waste"]),
    ("ru", "для вида использования, разрешённого Стороне", ["allowed-use"]),
    ("zh", "每一缔约方不得允许", ["party", "shall-not-allow"]),
    ("zh", "用于添汞\n产品", ["mercury-added-product"]),
    ("ar", "إلا لاستخدامٍ مسموحٍ به", ["allowed-use"]),
    ("ar", "ونفايات الزئبق", ["mercury-waste"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), TEXTS)
def test_terms_are_found_in_any_form(root: Path, code: str, text: str, expected: list[str]) -> None:
    words = load_glossary(root).words[code]
    found = [match.concept for match in finder(code, words).find(text)]
    plain = {"mercury", "emissions-releases"}
    assert [name for name in found if name not in plain] == expected


def test_a_translator_is_given_the_words_of_the_language(root: Path) -> None:
    terms = terms_beside(load_glossary(root), "fr")
    found = terms("A retort is no use for mercury waste, nor is trade. Retorts help.")
    assert found == (("retort", "cornue"), ("mercury waste", "déchets de mercure"))


def test_places_are_those_of_the_text(root: Path) -> None:
    text = "Without any retorts, mercury waste."
    found = finder("en", load_glossary(root).words["en"]).find(text)
    assert [text[m.start : m.end] for m in found] == ["retorts", "mercury waste"]
