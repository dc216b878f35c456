"""The words of the tables in any order: no crash, honest offsets."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml

from portal.citations import find_citations

TABLES = Path(__file__).parent / "phrases"
MARKS = [
    "0", "0th", "1", "12", "１", "٣", "99", "1000", "(", ")", "(a", "a)", "aа", "«", "»", '"', "**",
    "\n\n", "# ", "- ", "第",
]  # fmt: skip
CONTEXTS = (None, "art_8__para_5", "annex_e__part_1", "dec_mc-5-12")
STRINGS = 1500


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_words_of_a_table_in_any_order_stop_nothing(language: str) -> None:
    source = (TABLES / f"{language}.yaml").read_text(encoding="utf-8")
    phrases = [entry["text"] for entry in yaml.load(source, Loader=yaml.CSafeLoader)]
    piece = r"\d+|[A-Za-z]+|." if language == "zh" else r"\w+|[^\w\s]|\s+"
    words = [word for phrase in phrases for word in re.findall(piece, phrase, re.DOTALL)]
    draw = random.Random(f"words of {language}")
    for _ in range(STRINGS):
        parts = [
            draw.choice(MARKS if draw.random() < 0.2 else words) for _ in range(draw.randint(3, 16))
        ]
        text = draw.choice(("", " ")).join(parts)
        for citation in find_citations(text, language=language, context=draw.choice(CONTEXTS)):
            assert 0 <= citation.start < citation.end <= len(text), text
            for target in citation.targets:
                assert citation.start <= target.start <= target.end <= citation.end, text
