"""Terms that mean the same, and the pages that deal with them: from the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from portal.anchor_pages import page_key
from portal.glossary import Concept, Words, load_glossary
from portal.languages import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Term:
    """What one thing is called in one language."""

    names: tuple[str, ...]
    """The full name first."""
    pages: tuple[str, ...]
    """Keys of the pages that deal with it, best first."""
    provisions: tuple[str, ...] = ()
    """Where it is at work, then where it is defined."""


def read_terms(root: Path, language: str) -> tuple[Term, ...]:
    """Return the terms that have several names or a page; English abbreviations serve all.

    Raises DataError where the glossary is broken.
    """
    glossary = load_glossary(root)
    terms = (
        _term(concept, own, glossary.term(concept.id, SOURCE_LANGUAGE))
        for concept in glossary.concepts.values()
        if (own := glossary.term(concept.id, language)) is not None
    )
    return tuple(term for term in terms if len(term.names) > 1 or term.pages)


def _term(concept: Concept, own: Words, english: Words | None) -> Term:
    abbreviations = english.abbreviations if english else ()
    names = dict.fromkeys((own.term, *own.abbreviations, *own.allowed, *own.forms, *abbreviations))
    # Where it is at work before where it is defined: readers want the duty first.
    provisions = (*concept.used, *concept.defined)
    pages = dict.fromkeys((*concept.pages, *map(page_key, provisions)))
    return Term(tuple(names), tuple(pages), provisions)
