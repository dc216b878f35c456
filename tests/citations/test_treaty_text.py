"""The treaty's own text and the decisions that the portal serves, where they are at hand."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from portal.citations import find_citations

FACTS = Path(os.environ.get("PORTAL_FACTS", Path(__file__).parents[3] / "shared" / "facts"))


def read(name: str) -> str:
    path = FACTS / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand (set PORTAL_FACTS to its folder)")
    return path.read_text(encoding="utf-8")


def test_every_reference_of_the_treaty_resolves() -> None:
    text = read("convention-en-2013.txt")
    citations = find_citations(text, language="en", markdown=False)
    count = Counter(target.status for citation in citations for target in citation.targets)
    # 255 written citations; foreign: decision 25/5 and paragraph 221 of the preamble;
    # relative: "this paragraph" of Article 5, paragraph 5, whose number no heading says.
    assert (len(citations), dict(count)) == (255, {"valid": 287, "foreign": 2, "relative": 1})


def found(name: str) -> list[tuple[str, str]]:
    text = read(name)
    return [
        (" ".join(text[c.start : c.end].split()), t.id or t.status)
        for c in find_citations(text, language="fr", markdown=False)
        for t in c.targets
    ]


def test_the_noisy_decision_gives_what_a_careful_reader_lists() -> None:
    assert found("seeds/MC-1-21.fr.txt") == [
        ("MC-1/21", "dec_mc-1-21"),
        ("résolution 1/5", "foreign"),
        ("résolution 2/7", "foreign"),
        ("paragraphe 2 de I’article 14", "art_14__para_2"),
    ]


def test_the_clean_decision_gives_what_a_careful_reader_lists() -> None:
    assert found("seeds/MC-5-12.fr.txt") == [
        ("MC-5/12", "dec_mc-5-12"),
        ("article 14", "art_14"),
        ("paragraphe 4 de l'article 14", "art_14__para_4"),
        ("paragraphe 1", "relative"),
        ("paragraphe 4 de l'article 14", "art_14__para_4"),
        ("articles 4, 7 et 11", "art_4"),
        ("articles 4, 7 et 11", "art_7"),
        ("articles 4, 7 et 11", "art_11"),
        ("paragraphes 1 à 3", "relative"),
        ("paragraphes 1 à 3", "relative"),
        ("paragraphes 1 à 3", "relative"),
        ("paragraphe 1 de l'article 14", "art_14__para_1"),
        ("paragraphe 3 de l'article 13", "art_13__para_3"),
        ("paragraphe 1 de l'article 14", "art_14__para_1"),
    ]
