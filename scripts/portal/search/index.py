"""The index: what search.js needs to find, rank and show, as plain data.

One number per piece of text, the commonest first, separators before words: a section is a string
with one character per piece (`encoding.py`), a blank between two words being left out. So the text
stands there once, is what the browser searches, and is what it shows. Of the words' forms, each
names the first that has the same stem: the browser needs no stemmer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.anchor_pages import anchored
from portal.checks.kinds import TRACKS
from portal.citations import has_grammar, render
from portal.convention import load_treaty
from portal.edition import Edition
from portal.languages import Labels, load_labels
from portal.page_context import file_of
from portal.search.encoding import ONE_BYTE, encode
from portal.search.index_page import PAGE
from portal.search.page_text import Section, read_sections
from portal.search.provisions import spell_provisions, unit_words
from portal.search.synonyms import read_terms
from portal.search.words import BREAK, LETTERS, cut, fold, stemmer

LABELS = (
    "found", "nothing", "try", "try.shorter", "try.provision", "try.abbreviation", "instead",
    "provision", "keys", "more",
)  # fmt: skip
"""Interface words that the browser gets, below `search.`."""
HAN_LANGUAGES = frozenset({"zh"})

Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one language."""

    data: Mapping[str, object]
    """Everything but the texts: names, pages, sections, words, provisions, terms, labels."""
    texts: tuple[str, ...]
    """One encoded text per section, heading first."""


@dataclass(frozen=True, slots=True)
class _Found:
    page: int
    section: Section
    pieces: tuple[Piece, ...]


def build_index(
    edition: Edition, read: Callable[[str], str], *, within: Collection[str] | None = None
) -> SearchIndex:
    """Make the index of one language; `read` returns the finished HTML of the page of a key.

    English pages that stand in for missing translations are left out, and with `within` all pages
    but those of its keys. Raises DataError.
    """
    code = edition.language.code
    labels, treaty = load_labels(edition.root, code), load_treaty()
    units = {key: unit.id for key, unit in anchored(treaty).items()}
    keys = [key for key in searched_keys(edition) if within is None or key in within]
    found = [
        _Found(number, section, _pieces(edition.page(key).title, section, code))
        for number, key in enumerate(keys)
        for section in read_sections(read(key), units=units) or (Section("", "", (), ()),)
    ]
    words, marks = _vocabulary(found)
    numbers = {word: number for number, word in enumerate(words)}
    spelled = [one for one in spell_provisions(treaty, code) if one.page in keys]
    places = {one.id: number for number, one in enumerate(spelled)}
    crumbs = _crumbs(edition, labels)
    data: dict[str, object] = {
        "language": code,
        "han": code in HAN_LANGUAGES,
        "letters": LETTERS,
        "words": BREAK.join(["", *words[1:]]),
        "marks": marks,
        "forms": encode(_forms(words, marks, code)),
        "crumbs": list(dict.fromkeys(crumbs[key] for key in keys)),
        "pages": _pages(edition, keys, crumbs, places),
        "sections": [_row(one, places) for one in found],
        "units": unit_words(treaty, code, more=(word.lower() for word in words[marks:])),
        "provisions": [
            [one.id, one.name, keys.index(one.page), "|".join(one.lines)] for one in spelled
        ],
        "terms": [
            [term.names, [keys.index(key) for key in term.pages if key in keys]]
            for term in read_terms(edition.root, code)
        ],
        "labels": {name: _word(labels, f"search.{name}") for name in LABELS} | _example(code),
    }
    texts = tuple(encode(_text(one.pieces, numbers, han=code in HAN_LANGUAGES)) for one in found)
    return SearchIndex(data, texts)


def searched_keys(edition: Edition) -> list[str]:
    """Return the keys of the pages that are found, in the order of the navigation."""
    own = [key for key in edition.shown_keys() if not edition.fallback(key) and key != PAGE]
    order = {key: number for number, key in enumerate(edition.order)}
    return sorted(own, key=lambda key: (order.get(key, len(order)), key))


def _pieces(title: str, section: Section, code: str) -> tuple[Piece, ...]:
    """Cut heading and sentences into pieces; the first heading is the page's title."""
    pieces: list[Piece] = []
    for line in (section.heading or title, *section.sentences):
        pieces += cut(line, han=code in HAN_LANGUAGES)
        pieces.append((BREAK, False))
    return tuple(pieces)


def _vocabulary(found: Iterable[_Found]) -> tuple[list[str], int]:
    """Return all pieces, separators first; and how many separators there are.

    The commonest come by frequency and the others by the alphabet: that compresses best.
    """
    count = Counter(piece for one in found for piece in one.pieces)
    count[BREAK, False] += len(count) * 1_000_000  # the break is number 0
    count[" ", False] += 1
    common = {piece for piece, _ in count.most_common(ONE_BYTE)}

    def rank(piece: Piece) -> tuple[bool, int, str, str]:
        text, is_word = piece
        often = -count[piece] if piece in common else 1
        return is_word, often, fold(text), text

    ranked = sorted(count, key=rank)
    return [text for text, _ in ranked], sum(not is_word for _, is_word in ranked)


def _forms(words: Sequence[str], marks: int, code: str) -> Iterable[int]:
    """Yield for each word 0 if it is the first with its stem, else 1 + the number of that one."""
    stem = stemmer(code)
    first: dict[str, int] = {}
    folded: dict[str, int] = {}
    for number, word in enumerate(words[marks:]):
        # A form that only differs in accents or capitals belongs to the same family.
        leader = first.setdefault(stem(word), folded.get(fold(word), number))
        leader = folded.setdefault(fold(word), leader)
        yield 0 if leader == number else 1 + leader


def _text(pieces: Sequence[Piece], numbers: Mapping[str, int], *, han: bool) -> Iterable[int]:
    """Yield the numbers of the pieces; what stands between two words by default is left out."""
    usual = None if han else " "
    for text, is_word in pieces:
        if is_word or text != usual:
            yield numbers[text]


def _row(one: _Found, places: Mapping[str, int]) -> list[object]:
    """Return page, anchor, cited provisions (sentence, provision, …), and 1 for notes."""
    section = one.section
    cites = [
        value
        for sentence, name in section.cites
        if name in places
        for value in (sentence, places[name])
    ]
    return [one.page, section.anchor, cites, int(section.notes)]


def _crumbs(edition: Edition, labels: Labels) -> dict[str, str]:
    """Map each page to the name of what it belongs to: its track, the Convention, or nothing."""
    found = {}
    for key in edition.shown_keys():
        head = key.partition("/")[0]
        if key == f"{head}/index" or "/" not in key:
            found[key] = ""
        elif head in TRACKS:
            found[key] = edition.page(f"{head}/index").title
        elif head in ("convention", "decisions"):
            found[key] = labels("nav.convention")
        else:
            found[key] = ""
    return found


def _pages(
    edition: Edition, keys: Sequence[str], crumbs: Mapping[str, str], places: Mapping[str, int]
) -> list[list[object]]:
    """Return title, file, number of the crumb, provisions taught, and 1 for a written page."""
    names = list(dict.fromkeys(crumbs[key] for key in keys))
    rows: list[list[object]] = []
    for key in keys:
        source = edition.site.pages.get(("en", key))
        teaches = source.front_matter.get("teaches") if source else None
        taught = (
            [places[str(name)] for name in teaches or () if str(name) in places]
            if isinstance(teaches, list)
            else []
        )
        written = int(key not in edition.generated)
        rows.append(
            [edition.page(key).title, file_of(key), names.index(crumbs[key]), taught, written]
        )
    return rows


def _example(code: str) -> dict[str, object]:
    written = render("art_4__para_1", language=code if has_grammar(code) else "en")
    return {"example": written}


def _word(labels: Labels, key: str) -> object:
    """Return a label as it stands, plural forms and all."""
    return labels.words.get(key, labels.source.get(key, key))
