"""The glossary's terms beside a skeleton."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from portal.translations.terms import glossary_terms


def test_terms_are_pairs_of_the_languages_and_none_without_a_glossary(root: Path) -> None:
    found = glossary_terms(root, "fr")("Mercury waste above the threshold.")
    if find_spec("portal.glossary") is None:
        assert found == ()
    else:
        assert ("threshold", "seuil") in found
