"""Finds the glossary's words in a text, inflected or not."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from portal.glossary.concept import Glossary, Words
from portal.languages import SOURCE_LANGUAGE

_WORD = re.compile(r"[^\W_]+(?:[\u0610-\u061a\u064b-\u065f\u0670]+[^\W_]*)*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_GAP = re.compile(r"[,،]?[ \t\n\u00a0\u202f\u2010\u2011'\u2019-]+\Z")
"""What may stand between two words of a term: a comma, blanks, a line end, hyphen, apostrophe."""
_ARABIC_START = re.compile(r"^(?:[وف](?=\w{4}))?(?:[لبك](?=\w{4}))?(?:ال|ل(?=\w{4}))?(?=\w{3})")

_OTHER_SENSE = {"fr": ("ce genre", "tout genre", "même genre", "quel genre")}
"""Everyday phrases with a term's word in another sense: « un déchet de ce genre »."""


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a text that names a concept; offsets in code points, the end exclusive."""

    start: int
    end: int
    concept: str


@dataclass(slots=True)
class _Node:
    below: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str | None, str]] = field(default_factory=list)
    """Exact writing that is asked for (of an abbreviation) or None, and the concept."""


class Finder:
    """Knows the names of some concepts in one language."""

    def __init__(self, language: str, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of name and concept id."""
        self.stem = form_of(language)
        self.root = _Node()
        for name, concept in names:
            node = self.root
            tokens = _tokens(name)
            for token in tokens:
                node = node.below.setdefault(self.stem(token[2]), _Node())
            exact = name if _is_abbreviation(name) else None
            if tokens:
                node.ends.append((exact, concept))

    def find(self, text: str) -> Iterator[Match]:
        """Yield what is named in a text, the longest at each place, in order."""
        tokens = _tokens(text)
        forms = [self.stem(token[2]) for token in tokens]
        joined = [_joins(text, one, two) for one, two in pairwise(tokens)]
        place = 0
        while place < len(tokens):
            found = self._at(text, tokens, forms, joined, place)
            if found is None:
                place += 1
                continue
            last, concept = found
            if concept:
                yield Match(tokens[place][0], tokens[last][1], concept)
            place = last + 1

    def _at(
        self,
        text: str,
        tokens: Sequence[tuple[int, int, str]],
        forms: Sequence[str],
        joined: Sequence[bool],
        place: int,
    ) -> tuple[int, str] | None:
        node, best = self.root, None
        for at in range(place, len(tokens)):
            below = node.below.get(forms[at])
            if below is None:
                break
            node = below
            written = text[tokens[place][0] : tokens[at][1]]
            for exact, concept in node.ends:
                if exact is None or exact == written:
                    best = (at, concept)
                    break
            if at < len(joined) and not joined[at]:
                break
        return best


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """Cut a text into words with their places; each Han character is a word."""
    found = []
    for match in _WORD.finditer(text):
        if not _HAN.search(match[0]):
            found.append((match.start(), match.end(), match[0]))
            continue
        for piece in re.finditer(rf"{_HAN.pattern}|[^\u3400-\u9fff\uf900-\ufaff]+", match[0]):
            start = match.start() + piece.start()
            found.append((start, start + len(piece[0]), piece[0]))
    return found


def _joins(text: str, one: tuple[int, int, str], two: tuple[int, int, str]) -> bool:
    """Tell whether nothing but what may stand inside a term stands between two words."""
    between = text[one[1] : two[0]]
    if "\n\n" in between:
        return False
    return not between or bool(_GAP.match(between)) or bool(_HAN.match(two[2]) and between == "\n")


def _is_abbreviation(name: str) -> bool:
    return name.upper() == name and name.lower() != name and len(name) <= 8


def form_of(language: str) -> Callable[[str], str]:
    """Return what maps the inflected forms of a word to one form, for comparing only."""
    if language == "ar":
        return functools.cache(_arabic)
    if language == "ru":
        import snowballstemmer

        stem = snowballstemmer.stemmer("russian").stemWord
        return functools.cache(lambda word: str(stem(word.lower().replace("ё", "е"))))
    return functools.cache(_singular)


def _arabic(word: str) -> str:
    """Take conjunction, preposition, article and endings off an Arabic word.

    >>> {_arabic(word) for word in ("استخدام", "لاستخدام", "والاستخدام", "استخداماً")}
    {'استخدام'}
    """
    from portal.search.words import arabic_stem, fold

    stem = _ARABIC_START.sub("", fold(word))
    stem = stem[:-1] if stem.endswith("ا") and len(stem) > 4 else stem
    return arabic_stem(stem)


def _singular(word: str) -> str:
    """Take the plural's ending off a word of a Romance or Germanic language.

    No stemmer: "released" is no form of "releases" here.

    >>> [_singular(word) for word in ("Parties", "Party", "wastes", "déchets", "emisiones")]
    ['party', 'party', 'waste', 'déchet', 'emision']
    """
    small = unicodedata.normalize("NFC", word).lower()
    if len(small) <= 3:
        return small
    if small.endswith("ies"):
        return f"{small[:-3]}y"
    for ending, put in (("aux", "al"), ("ones", "on"), ("ón", "on"), ("ales", "al")):
        if small.endswith(ending):
            return small[: -len(ending)] + put
    return small[:-1] if small[-1] in "sx" and not small.endswith("ss") else small


def finder(language: str, words: Mapping[str, Words]) -> Finder:
    """Return a finder of all names of all concepts in a language.

    Of all, and not of those that are asked for: "gold mining and processing" is not "gold mining".
    """
    names = [(name, one.id) for one in words.values() for name in one.names]
    # The longest name wins: these name no concept.
    return Finder(language, [*names, *((phrase, "") for phrase in _OTHER_SENSE.get(language, ()))])


def terms_beside(glossary: Glossary, language: str) -> Callable[[str], tuple[tuple[str, str], ...]]:
    """Return a function from an English text to its terms, each with the language's word.

    Words of everyday speech are left out: what is explained to readers or asked of translators
    is given.
    """
    english, own = (glossary.words.get(code, {}) for code in (SOURCE_LANGUAGE, language))
    names = finder(SOURCE_LANGUAGE, english)

    def terms(text: str) -> tuple[tuple[str, str], ...]:
        found = dict.fromkeys(match.concept for match in names.find(text))
        asked = (glossary.concepts[name] for name in found)
        return tuple(
            (english[one.id].term, own[one.id].term)
            for one in asked
            if one.id in own and (one.tooltip or one.required)
        )

    return terms
