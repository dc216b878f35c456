"""What a concept of the glossary is, and what it is called in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TOPICS = ("bodies", "mercury", "products", "gold", "emissions", "waste", "people", "support",
          "words")  # fmt: skip
"""The parts of the glossary page, in order; their names are the labels `glossary.topic-…`."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What holds of a concept in every language."""

    id: str
    topic: str
    """One of `TOPICS`."""
    defined: tuple[str, ...]
    """Provisions in which the treaty defines it."""
    used: tuple[str, ...]
    """Further provisions in which it matters."""
    pages: tuple[str, ...]
    """Keys of pages that deal with it, besides those of the provisions."""
    tooltip: bool
    """Whether it is explained at its first use on a page."""
    required: bool
    """Whether a translation must use the glossary's word where the English page does."""
    line: int
    """Where it stands in concepts.yaml."""

    @property
    def anchor(self) -> str:
        """Id of its entry on the glossary page."""
        return f"term-{self.id}"

    @property
    def provisions(self) -> tuple[str, ...]:
        """All provisions, those that define it first."""
        return tuple(dict.fromkeys((*self.defined, *self.used)))


@dataclass(frozen=True, slots=True)
class Words:
    """What a concept is called in one language."""

    id: str
    language: str
    term: str
    seen: str | None
    """Where the term was read in this language; None: to be confirmed."""
    abbreviations: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    """Other words that are right as well."""
    forbidden: tuple[str, ...] = ()
    """Words that translators are warned of."""
    forms: tuple[str, ...] = ()
    """Inflected forms that the language's rules do not find."""
    note: str | None = None
    """For translators."""
    definition: str | None = None
    """Our own words, one or two sentences."""
    line: int = 1
    """Where it stands in the file of the language."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it may be called, the term first."""
        return tuple(dict.fromkeys((self.term, *self.abbreviations, *self.allowed, *self.forms)))


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: what is kept hangs on it
class Glossary:
    """All concepts in order, and their words by language."""

    concepts: Mapping[str, Concept]
    words: Mapping[str, Mapping[str, Words]]
    """Language to concept id to words."""

    def term(self, concept: str, code: str) -> Words | None:
        """Return what a concept is called in a language, None where nobody has said."""
        return self.words.get(code, {}).get(concept)
