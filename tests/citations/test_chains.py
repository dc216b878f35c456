"""The same chain, said in six languages in every usual way, names the same provisions."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from portal.citations import find_citations

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
BEFORE = {"ar": "انظر ", "zh": "见", "en": "See ", "fr": "Voir ", "ru": "См. ", "es": "Véase "}
AFTER = {
    "ar": " من الاتفاقية.", "zh": "。", "en": " of the Convention.",
    "fr": " de la Convention.", "ru": " Конвенции.", "es": " del Convenio.",
}  # fmt: skip


@cache
def _chains() -> dict[str, Any]:
    source = Path(__file__).with_name("chains.yaml").read_text(encoding="utf-8")
    return {entry["chain"]: entry for entry in yaml.load(source, Loader=yaml.CSafeLoader)}


def _named(text: str, language: str) -> Counter[str]:
    found = Counter(
        target.id if target.status == "valid" and target.id else target.status
        for citation in find_citations(text, language=language)
        for target in citation.targets
    )
    if found["foreign"]:
        found["foreign"] = 1
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chain", list(_chains()))
def test_every_form_of_a_chain_names_the_same(chain: str, language: str) -> None:
    entry = _chains()[chain]
    wrong = []
    for form in entry["forms"][language]:
        for draw in entry["draws"]:
            expected = Counter(set(draw["expect"]))
            text = form.format(**draw["numbers"])
            in_sentence = text + "." if "foreign" in expected else text + AFTER[language]
            for written in (text, BEFORE[language] + in_sentence):
                found = _named(written, language)
                if found != expected:
                    wrong.append(f"{written}\n    {dict(found)} instead of {draw['expect']}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("chain", list(_chains()))
def test_a_chain_has_forms_in_six_languages(chain: str) -> None:
    forms = _chains()[chain]["forms"]
    assert set(forms) == set(LANGUAGES)
    assert all(forms.values())
