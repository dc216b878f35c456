"""How a text is cut into words, and when two words are forms of one."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable

LETTERS = {
    "œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ı": "i", "ł": "l",
    "\u0640": "", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك",
    **{chr(start + digit): str(digit) for start in (0x660, 0x6F0) for digit in range(10)},
}  # fmt: skip
"""What decomposition leaves different; it goes into the index, so that the browser folds alike."""

BREAK = "\n"
"""Ends a sentence."""

_TABLE = str.maketrans(LETTERS)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_]*)*")
_WORD_OR_HAN = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[^\W_])+")
_LATIN = re.compile(r"[a-z\u00e0-\u024f]+\Z")

_STEMMERS = {"en": "english", "fr": "french", "ru": "russian", "es": "spanish"}
_LATIN_LANGUAGES = frozenset({"en", "fr", "es"})
_FLEETING = re.compile(r"(?<=\w{3})([бвгджзклмнпрстфхцчшщ])[оеь]([кц])\Z")
_PREFIXES = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي")


def fold(text: str) -> str:
    """Return a text as it is compared: small, without accents and other marks, one width.

    >>> fold("Émissions"), fold("أُخْرَى"), fold("ＨｇＣｌ₂"), fold("٢٠٢٠")
    ('emissions', 'اخري', 'hgcl2', '2020')
    """
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in plain if unicodedata.category(c)[0] != "M").translate(_TABLE)


def cut(text: str, *, han: bool) -> list[tuple[str, bool]]:
    """Cut one line into pieces with whether each is a word; each Han character is one if `han`.

    >>> cut("d’émissions.", han=False)
    [('d', True), ('’', False), ('émissions', True), ('.', False)]
    """
    line = " ".join(_UNSEEN.sub("", text).split())
    pieces, end = [], 0
    for match in (_WORD_OR_HAN if han else _WORD).finditer(line):
        if match.start() > end:
            pieces.append((line[end : match.start()], False))
        pieces.append((match[0], True))
        end = match.end()
    if end < len(line):
        pieces.append((line[end:], False))
    return pieces


def stemmer(language: str) -> Callable[[str], str]:
    """Return what maps each form of a word to one key; words in Latin letters count as English.

    A language without a stemmer of ours has its words folded, no more.
    """
    name = _STEMMERS.get(language)
    latin = _snowball(name if name and language in _LATIN_LANGUAGES else "english")
    own = _OWN.get(language) or (_snowball(name) if name else fold)

    def stem(word: str) -> str:
        small = unicodedata.normalize("NFC", word).lower()
        return latin(small) if _LATIN.match(small) else own(small)

    return functools.cache(stem)


@functools.cache
def _snowball(name: str) -> Callable[[str], str]:
    # Imported here: `portal check` must not pay for it.
    import snowballstemmer

    stem = snowballstemmer.stemmer(name).stemWord
    return lambda word: fold(stem(word))


def russian_stem(word: str) -> str:
    """Stem a Russian word; a vowel that comes and goes before the last letter does not count.

    >>> russian_stem("поправок") == russian_stem("поправки")
    True
    """
    return _FLEETING.sub(r"\1\2", _snowball("russian")(word))


def arabic_stem(word: str) -> str:
    """Take article, conjunction and endings off an Arabic word, as Larkey's light stemmer does.

    Snowball is not used: its stems of a word with and without article differ (المختبر, مختبرات).

    >>> {arabic_stem(word) for word in ("مختبر", "المختبر", "والمختبر", "مختبرات", "للمختبرات")}
    {'مختبر'}
    """
    stem = fold(word)
    if stem.startswith("و") and len(stem) > 4:
        stem = stem[1:]
    for prefix in _PREFIXES:
        if stem.startswith(prefix) and len(stem) - len(prefix) >= 2:
            stem = stem[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= 3:
            stem = stem[: -len(suffix)]
    return stem


_OWN = {"ar": arabic_stem, "ru": russian_stem}
