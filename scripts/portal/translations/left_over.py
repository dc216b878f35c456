"""English that was left standing, and letters of a script that is not the language's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.pages import Page
from portal.translations.shown_lines import ShownLine, shown_lines

_LATIN_WORD = re.compile(r"(?<![A-Za-z'’-])[a-z][a-z'’-]*")
"""A word without a capital: titles and names of institutions stay in English by right."""
FEWEST = 4
"""English words in a line from which on it is taken for left over."""
SHARE = 0.8
"""Of a line's Latin words, those that one English line has, too."""
_COMMON = re.compile(
    r"\b(?:the|and|of|to|is|are|was|were|that|this|which|with|for|from|not|its?|by|be|as|at|what"
    r"|who)\b"
)

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SCRIPTS = {
    "Cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]+"),
    "Chinese": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+"),
    "Japanese": re.compile(r"[\u3041-\u3096\u30a1-\u30fa]+"),
    "Korean": re.compile(r"[\uac00-\ud7a3]+"),
    "Greek": re.compile(r"[\u0391-\u03c9]{2,}"),
}
_OWN = {"ru": "Cyrillic", "ar": "Arabic", "zh": "Chinese"}
_PERSIAN = re.compile(r"[\u06a9\u06cc\u06c1\u06be\u06d2]")
HOMOGLYPHS = dict(zip("aAeEoOpPcCxXyYKMHTB", "аАеЕоОрРсСхХуУКМНТВ", strict=True))
"""Latin letters that look like Cyrillic ones: a keyboard's slip, invisible and not searchable."""


_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")


def without_code(text: str) -> str:
    """Blank what stands in backticks, which is quoted and not translated; columns stay."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


@dataclass(frozen=True, slots=True)
class Stray:
    """Letters that do not belong into a text."""

    start: int
    text: str
    script: str
    proposal: str | None = None
    """The same word in the right letters, where that is certain."""


def english_left(page: Page, source: Page) -> Iterator[tuple[ShownLine, ShownLine]]:
    """Yield lines that are still English, each with the English line that it repeats."""
    ours, theirs = shown_lines(page), shown_lines(source)
    for section, lines in ours.items():
        english = [
            (line, frozenset(_words(without_code(line.text)))) for line in theirs.get(section, ())
        ]
        vocabulary = frozenset(word for _, words in english for word in words)
        for line in lines:
            twin = _twin(line, english, vocabulary)
            if twin is not None:
                yield line, twin


def share_left(page: Page, source: Page) -> dict[str, float]:
    """Return the share of each section's lines that repeat an English line, citations apart.

    Lines of fewer than two words say nothing: "No" and "Introduction" are words of two languages.
    Code is the same in all languages.
    """
    theirs = shown_lines(source)
    shares = {}
    for section, lines in shown_lines(page).items():
        english = {_plain(line.text) for line in theirs.get(section, ())}
        worded = (line.text for line in lines if len(_WORD.findall(without_code(line.text))) > 1)
        own = [_plain(text) for text in worded]
        shares[section] = sum(text in english for text in own) / len(own) if own else 0.0
    return shares


def _plain(text: str) -> str:
    return " ".join(text.split())


def _twin(
    line: ShownLine,
    english: Sequence[tuple[ShownLine, frozenset[str]]],
    vocabulary: frozenset[str],
) -> ShownLine | None:
    words = _words(without_code(line.text))
    if len(words) < FEWEST or len(set(_COMMON.findall(line.text))) < 2:
        return None
    if sum(word in vocabulary for word in words) < SHARE * len(words):
        return None
    for other, theirs in english:
        if sum(word in theirs for word in words) >= SHARE * len(words):
            return other
    return None


def _words(text: str) -> list[str]:
    return _LATIN_WORD.findall(text) if not text.isspace() else []


def stray_letters(text: str, language: str) -> Iterator[Stray]:
    """Yield words in a script that the language is not written in, and words of mixed scripts."""
    if text.isascii():
        return
    own = _OWN.get(language)
    for script, pattern in _SCRIPTS.items():
        if script != own:
            for match in pattern.finditer(text):
                # A name in its own script may stand beside; a word among Latin letters may not.
                yield Stray(match.start(), match[0], script)
    if language == "ar":
        for match in _PERSIAN.finditer(text):
            yield Stray(match.start(), match[0], "Persian or Urdu")
    if language == "ru":
        yield from _mixed(text)


def _mixed(text: str) -> Iterator[Stray]:
    for match in _WORD.finditer(text):
        latin = [char for char in match[0] if char.isascii()]
        if not latin or not _CYRILLIC.search(match[0]):
            continue
        sure = all(char in HOMOGLYPHS for char in latin)
        proposal = "".join(HOMOGLYPHS.get(char, char) for char in match[0]) if sure else None
        yield Stray(match.start(), match[0], "Latin and Cyrillic mixed", proposal)
