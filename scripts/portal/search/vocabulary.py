"""The words of a language's texts, each once, with a number, and the forms that belong together.

Separators come first, then the common words by frequency, then the others by the alphabet, written
by what they share with the word before: of the orders tried, this one compresses best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portal.search.encoding import encode
from portal.search.words import BREAK, fold, stemmer

Piece = tuple[str, bool]
"""A text and whether it is a word."""

SEPARATORS_KEPT = 15
"""So many common separators are one piece; of the others, each sign is: words get short codes."""
COMMON = 20
"""A word that stands in the texts as often is numbered by its frequency."""
CAPITAL = "^"
"""Stands for the word before with a capital."""
_MOST_SHARED = 15


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All pieces by number."""

    pieces: tuple[Piece, ...]
    marks: int
    """How many separators stand before the words; number 0 is the end of a sentence."""
    common: int
    """How many pieces are written in full."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words without the separators."""
        return tuple(text for text, _ in self.pieces[self.marks :])

    def written(self) -> str:
        """Return all pieces, one a line; the first line stands for the end of a sentence."""
        texts = ["", *(text for text, _ in self.pieces[1:])]
        whole, rest = texts[: self.common], texts[self.common :]
        return "\n".join([*whole, *_by_what_they_share(rest)])

    def forms(self, code: str) -> str:
        """Say of each word how far before it the last word with its stem stands (0: nowhere)."""
        return encode(_distances(self.words, code))

    def encoded(self, texts: Iterable[Sequence[Piece]], *, han: bool) -> tuple[str, ...]:
        """Write each text; the blank between two words is left out, but in Chinese."""
        numbers = {piece: number for number, piece in enumerate(self.pieces)}
        return tuple(encode(_numbers(pieces, numbers, han=han)) for pieces in texts)


def number_pieces(texts: Iterable[Sequence[Piece]]) -> tuple[Vocabulary, list[list[Piece]]]:
    """Return the vocabulary of texts, and the texts with rare separators cut into their signs."""
    whole = list(texts)
    usual = Counter(piece for text in whole for piece in text if not piece[1])
    # Ties by the text: two builds of one commit give the same bytes.
    ranked = sorted(usual, key=lambda piece: (-usual[piece], piece))
    kept = {(BREAK, False), *ranked[:SEPARATORS_KEPT]}
    cut = [[part for piece in text for part in _parts(piece, kept)] for text in whole]
    count = Counter(piece for text in cut for piece in text)
    count[BREAK, False] += 1
    count[" ", False] += 1

    def rank(piece: Piece) -> tuple[bool, bool, int, str, bool, str]:
        text, is_word = piece
        often = count[piece] if count[piece] >= COMMON else 0
        return is_word, text != BREAK, -often, fold(text), text != text.lower(), text

    pieces = tuple(sorted(count, key=rank))
    marks = sum(not is_word for _, is_word in pieces)
    common = sum(is_word and count[text, is_word] >= COMMON for text, is_word in pieces)
    return Vocabulary(pieces, marks, marks + common), cut


def _parts(piece: Piece, kept: set[Piece]) -> Iterable[Piece]:
    return (piece,) if piece[1] or piece in kept else ((sign, False) for sign in piece[0])


def _by_what_they_share(words: Iterable[str]) -> Iterator[str]:
    """Write each word as the number of letters shared with the one before (a digit), and its rest.

    >>> list(_by_what_they_share(["lead", "Lead", "leaf"]))
    ['0lead', '^', '0leaf']
    """
    before = ""
    for word in words:
        if before and word == before[:1].upper() + before[1:] != before:
            yield CAPITAL
        else:
            shared = 0
            for one, other in zip(word[:_MOST_SHARED], before, strict=False):
                # The browser counts a sign beyond the first plane as two.
                if one != other or ord(one) > 0xFFFF:
                    break
                shared += 1
            yield f"{shared:x}{word[shared:]}"
        before = word


def _distances(words: Sequence[str], code: str) -> Iterator[int]:
    stem = stemmer(code)
    first: dict[str, int] = {}
    folded: dict[str, int] = {}
    last: dict[int, int] = {}
    for number, word in enumerate(words):
        # A form that only differs in accents or capitals belongs to the same family.
        leader = first.setdefault(stem(word), folded.get(fold(word), number))
        leader = folded.setdefault(fold(word), leader)
        yield number - last.get(leader, number)
        last[leader] = number


def _numbers(pieces: Sequence[Piece], numbers: dict[Piece, int], *, han: bool) -> Iterator[int]:
    for at, piece in enumerate(pieces):
        between = 0 < at < len(pieces) - 1 and pieces[at - 1][1] and pieces[at + 1][1]
        if han or piece != (" ", False) or not between:
            yield numbers[piece]
