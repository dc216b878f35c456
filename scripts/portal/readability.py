"""How hard the words of a page are: LIX, and words per sentence.

LIX (C. H. Björnsson, Läsbarhet, 1968) is the mean number of words per sentence plus the percentage
of words of more than six letters; about 40 is an average text, from 50 on it is hard, from 60 very
hard. It needs no syllables, which differ by language and come with dictionaries: textstat brings
nltk, pyphen and their data for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from portal.pages import Page, Site, without_code_spans

HARD: Mapping[str, float] = {"en": 50, "fr": 57, "es": 60}
"""LIX from which a page is hard, in the languages that are measured.

French and Spanish need longer words for the same: our own pages have 7 more in French than in
English (43 pairs) and 10 more in Spanish (9 pairs), median about 30 in English, measured in
November 2026; the English text of the Convention has 62.
"""
FEWEST = 100
"""Words below which a figure says nothing."""
_LONG = 7
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*")
_END = re.compile(r"[.!?…]+[\"'»”’)\]*_]*(?=\s|$)|[:;](?=\s)")
_NO_SENTENCE = re.compile(r"^\s*(?:#|\||!\[|\[\^?[^\]]+\]:)")
_NO_WORDS = re.compile(r"\]\([^)\s]*\)|\{[^}]*\}|<https?:[^>]*>|https?://\S+")
_SHORTEST = 3
"""Words of a sentence; fewer are an item of a list or a label."""


class Reading(NamedTuple):
    """What was counted on a page."""

    words: int
    sentences: int
    long_words: int
    longest: tuple[int, int]
    """Line and number of words of the longest sentence."""

    @property
    def words_per_sentence(self) -> float:
        """The mean."""
        return self.words / max(self.sentences, 1)

    @property
    def lix(self) -> float:
        """The figure; 0 for a page without sentences."""
        return self.words_per_sentence + 100 * self.long_words / max(self.words, 1)


def read(page: Page) -> Reading:
    """Count the sentences of a page; headings, tables, code and addresses are left out."""
    found = list(_sentences(page))
    line, longest = max(found, key=lambda one: len(one[1]), default=(1, []))
    return Reading(
        words=sum(len(words) for _, words in found),
        sentences=len(found),
        long_words=sum(len(word) >= _LONG for _, words in found for word in words),
        longest=(line, len(longest)),
    )


def is_hard(reading: Reading, language: str) -> bool:
    """Tell whether a page is clearly hard; never in a language that is not measured."""
    enough = reading.words >= FEWEST and language in HARD
    return enough and reading.lix >= HARD[language]


def _sentences(page: Page) -> Iterator[tuple[int, list[str]]]:
    """Yield line and words of each sentence; a line holds one at least."""
    for number, line in enumerate(without_code_spans(page.prose.lines), 1):
        if number in page.fence_lines or _NO_SENTENCE.match(line):
            continue
        for sentence in _END.split(_NO_WORDS.sub(" ", line)):
            words = _WORD.findall(sentence)
            if len(words) >= _SHORTEST:
                yield number, words


def figures(site: Site) -> dict[str, dict[str, dict[str, float]]]:
    """Return the figures of all pages that are long enough, by language and key."""
    answer: dict[str, dict[str, dict[str, float]]] = {}
    for code in HARD:
        for key in site.keys(code):
            page = site.readable(code, key)
            found = read(page) if page else None
            if found and found.words >= FEWEST:
                answer.setdefault(code, {})[key] = {
                    "lix": round(found.lix, 1),
                    "words_per_sentence": round(found.words_per_sentence, 1),
                    "words": found.words,
                }
    return answer
