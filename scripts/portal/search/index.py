"""The index: what search.js needs to find, rank and show, as plain data.

One number per piece of text (`vocabulary.py`): a section is a string with one character per piece
(`encoding.py`), a blank between two words being left out. So the text stands there once, is what
the browser searches, and is what it shows. Of the words' forms, each names the one before that has
the same stem: the browser needs no stemmer. Rows whose columns repeat are written column by column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from portal.anchor_pages import anchored, full_title
from portal.checks.kinds import TRACKS
from portal.citations import has_grammar, render
from portal.convention import load_treaty
from portal.edition import Edition
from portal.languages import Labels, load_labels
from portal.page_context import file_of
from portal.search.encoding import encode
from portal.search.index_page import PAGE
from portal.search.page_text import Section, read_sections
from portal.search.provision_rows import pack_provisions
from portal.search.provisions import spell_provisions, unit_words
from portal.search.stock import without_stock
from portal.search.synonyms import read_terms
from portal.search.vocabulary import Piece, number_pieces
from portal.search.words import BREAK, LETTERS, cut

LABELS = (
    "found", "nothing", "try", "try.shorter", "try.provision", "try.abbreviation", "instead",
    "partly", "provision", "keys", "more",
)  # fmt: skip
"""Interface words that the browser gets, below `search.`."""
HAN_LANGUAGES = frozenset({"zh"})
PATTERNED = ("convention/", "decisions/")
"""Pages that follow one pattern, whoever wrote them."""
MODULES_OF_TERM = 3
"""So many modules on the provisions of a term are led to from its name."""


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
    keys = [key for key in searched_keys(edition) if within is None or key in within]
    titles = {key: _title(edition, key, labels) for key in keys}
    found = _find(edition, titles, read)
    vocabulary, pieces = number_pieces(one.pieces for one in found)
    spelled = [one for one in spell_provisions(treaty, code) if one.page in keys]
    places = {one.id: number for number, one in enumerate(spelled)}
    crumbs = _crumbs(edition, labels)
    data: dict[str, object] = {
        "language": code,
        "han": code in HAN_LANGUAGES,
        "letters": LETTERS,
        "words": vocabulary.written(),
        "marks": vocabulary.marks,
        "common": vocabulary.common,
        "forms": vocabulary.forms(code),
        "crumbs": list(dict.fromkeys(crumbs[key] for key in keys)),
        "pages": _pages(edition, titles, crumbs, places),
        "sections": _columns(found, places, len(keys)),
        "units": unit_words(treaty, code, more=(word.lower() for word in vocabulary.words)),
        "provisions": pack_provisions(spelled, {key: at for at, key in enumerate(keys)}),
        "terms": _terms(edition, keys),
        "labels": {name: _word(labels, f"search.{name}") for name in LABELS} | _example(code),
    }
    return SearchIndex(data, vocabulary.encoded(pieces, han=code in HAN_LANGUAGES))


def searched_keys(edition: Edition) -> list[str]:
    """Return the keys of the pages that are found, in the order of the navigation.

    The Convention's pages are found by number and title even where they are in English only.
    """
    units = anchored(load_treaty())
    shown = (key for key in edition.shown_keys() if key != PAGE)
    own = [key for key in shown if key in units or not edition.fallback(key)]
    order = {key: number for number, key in enumerate(edition.order)}
    return sorted(own, key=lambda key: (order.get(key, len(order)), key))


def _find(edition: Edition, titles: Mapping[str, str], read: Callable[[str], str]) -> list[_Found]:
    """Return the sections of all pages in order; a page without text has one for its title."""
    code = edition.language.code
    units = {key: unit.id for key, unit in anchored(load_treaty()).items()}
    sections = {
        key: () if edition.fallback(key) else read_sections(read(key), units=units)
        for key in titles
    }
    patterned = {key for key in titles if key in edition.generated or key.startswith(PATTERNED)}
    sections |= without_stock({key: sections[key] for key in patterned})
    return [
        _Found(number, section, _pieces(titles[key], section, code))
        for number, key in enumerate(titles)
        for section in sections[key] or (Section("", "", (), ()),)
    ]


def _title(edition: Edition, key: str, labels: Labels) -> str:
    """Return a page's title; a unit of the treaty has one in the language in any case."""
    unit = anchored(load_treaty()).get(key) if edition.fallback(key) else None
    return full_title(unit, labels)[0] if unit else edition.page(key).title


def _pieces(title: str, section: Section, code: str) -> tuple[Piece, ...]:
    """Cut heading and sentences into pieces; the first heading is the page's title."""
    pieces: list[Piece] = []
    for line in (section.heading or title, *section.sentences):
        pieces += cut(line, han=code in HAN_LANGUAGES)
        pieces.append((BREAK, False))
    return tuple(pieces)


def _columns(found: Sequence[_Found], places: Mapping[str, int], pages: int) -> list[str]:
    """Return sections of each page, anchors, provisions cited, and which sections are notes.

    Cited, for each section: how many, and for each the sentence and the provision.
    """
    count = Counter(one.page for one in found)
    cited: list[int] = []
    for one in found:
        pairs = [(number, places[name]) for number, name in one.section.cites if name in places]
        cited += [len(pairs), *(value for pair in pairs for value in pair)]
    return [
        encode(count[page] for page in range(pages)),
        "\n".join(one.section.anchor for one in found),
        encode(cited),
        encode(number for number, one in enumerate(found) if one.section.notes),
    ]


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
    edition: Edition,
    titles: Mapping[str, str],
    crumbs: Mapping[str, str],
    places: Mapping[str, int],
) -> list[list[object]]:
    """Return title, file, number of the crumb, provisions taught, and the standing of each page."""
    names = list(dict.fromkeys(crumbs[key] for key in titles))
    rows: list[list[object]] = []
    for key in titles:
        taught = [places[name] for name in _taught(edition, key) if name in places]
        rows.append(
            [titles[key], file_of(key), names.index(crumbs[key]), taught, _standing(edition, key)]
        )
    return rows


def _standing(edition: Edition, key: str) -> int:
    """Return 2 for a page of a track, the Convention or decisions, 1 for others, 0 if data made it.

    A reader of "batteries" wants the module and the annex before the plan of a workshop about them.
    """
    if key in edition.generated or edition.fallback(key):
        return 0
    return 2 if key.startswith((*(f"{track}/" for track in TRACKS), *PATTERNED)) else 1


def _terms(edition: Edition, keys: Sequence[str]) -> list[list[object]]:
    """Return the names of each term and its pages: where it is at work, then modules on that."""
    taught = {key: names for key in keys if (names := _taught(edition, key))}
    rows: list[list[object]] = []
    for term in read_terms(edition.root, edition.language.code):
        near = {key: _nearness(names, term.provisions) for key, names in taught.items()}
        best = sorted((key for key in near if near[key][0]), key=near.__getitem__, reverse=True)
        led = dict.fromkeys((*term.pages, *best[:MODULES_OF_TERM]))
        pages = [keys.index(key) for key in led if key in keys]
        if len(term.names) > 1 or pages:
            rows.append([term.names, pages])
    return rows


def _nearness(taught: Sequence[str], provisions: Sequence[str]) -> tuple[int, float]:
    """Say how near a module comes to a term: 2 on its provision, 1 above or below, and how wholly.

    A module on this article alone comes before one that teaches a paragraph of it among ten others.
    """
    pairs = [(own, other) for own in taught for other in provisions]
    best = max((2 if own == other else _above(own, other) or _above(other, own)
                for own, other in pairs), default=0)  # fmt: skip
    units = {other.partition("__")[0] for other in provisions}
    return best, sum(own.partition("__")[0] in units for own in taught) / len(taught)


def _above(provision: str, other: str) -> int:
    return int(other.startswith(f"{provision}__"))


def _taught(edition: Edition, key: str) -> tuple[str, ...]:
    """Return the provisions that a page teaches, as its English version says."""
    source = edition.site.pages.get(("en", key))
    teaches = source.front_matter.get("teaches") if source else None
    return tuple(map(str, teaches)) if isinstance(teaches, list) else ()


def _example(code: str) -> dict[str, object]:
    written = render("art_4__para_1", language=code if has_grammar(code) else "en")
    return {"example": written}


def _word(labels: Labels, key: str) -> object:
    """Return a label as it stands, plural forms and all."""
    return labels.words.get(key, labels.source.get(key, key))
