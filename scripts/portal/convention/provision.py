"""What the treaty is made of: provisions, their titles, amendments and decisions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal[
    "preamble",
    "recital",
    "article",
    "paragraph",
    "subparagraph",
    "item",
    "annex",
    "part",
    "row",
    "decision",
    "decision_paragraph",
]

Certainty = Literal["seen", "derived", "recalled", "unknown"]
"""How a fact is known; only `seen` is confirmed."""

Status = Literal["valid", "unknown", "unknown-decision"]


class Title(NamedTuple):
    """A title in one language."""

    text: str
    confirmed: bool
    """Whether this very title was read in a text of that language."""


class KnownDate(NamedTuple):
    """A date and how surely it is known."""

    day: datetime.date | None
    certainty: Certainty
    source: str | None = None
    """Where it was read, if it was."""

    @property
    def confirmed(self) -> bool:
        """Whether the date was read in a source."""
        return self.certainty == "seen"


class Amendment(NamedTuple):
    """An amendment of the annexes; it binds a Party only once it is in force for that Party."""

    name: str
    """The decision's number, or the meeting where the number is not known: `MC-4/3`, `COP-6`."""
    decision: str | None
    """Id of the decision, `dec_mc-4-3`; None where its number is not known."""
    cop: int
    adopted: KnownDate
    notified: KnownDate
    """When the Depositary communicated it."""
    in_force: KnownDate
    """When it entered into force for Parties that made no declaration (Article 27, paragraph 3)."""
    summary: str
    """What it does, in English, in our own words."""
    line: int = 1
    """Where it stands in the data file."""
    review_by: datetime.date | None = None
    """When somebody shall look whether what is open here has become known."""


class Change(NamedTuple):
    """What one amendment did to one provision."""

    amendment: Amendment
    how: Literal["added", "amended", "within"]
    """`within`: something below the provision was added or amended."""
    note: str | None = None
    """In English, in our own words."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit that can be cited."""

    id: str
    kind: Kind
    number: str
    """As written in the id: `3`, `a`, `ii`, `batteries`, `mc-5-12`; empty for the preamble."""
    parent: str | None
    titles: Mapping[str, Title] = field(hash=False)
    """Its own titles by language; empty for paragraphs and what is below them."""
    summary: str | None = None
    """What it covers or says, in English, in our own words."""
    phase_out: int | None = None
    """For a row: the year after which manufacture, import, export or use is no longer allowed."""
    certainty: Certainty = "seen"
    """How surely the unit is known to stand there."""
    since: KnownDate | None = None
    """Since when it holds for a Party bound by every amendment; None for a decision."""
    changes: tuple[Change, ...] = ()

    @property
    def confirmed(self) -> bool:
        """Whether the unit was read in a source; otherwise pages say "to be confirmed"."""
        return self.certainty == "seen"

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The amendments that touch it or something below it, in the order of their adoption."""
        return tuple(change.amendment for change in self.changes)

    def title(self, language: str) -> Title | None:
        """Return its own title in a language, or None if it has none."""
        return self.titles.get(language)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the Conference of the Parties, as far as it is known."""

    id: str | None
    """`dec_mc-5-12`; None where the number is not known."""
    number: str | None
    """`MC-5/12`; None where it is not known."""
    cop: int
    year: int
    about: str
    """The article it is about, as an id, or a word from the subjects of the data file."""
    titles: Mapping[str, Title] = field(hash=False)
    """The official title where it was seen (confirmed), else a description of the subject."""
    summary: str | None
    """What it does, in English, in our own words; None where only its existence is known."""
    certainty: Certainty
    printable: bool
    """Whether the number is sure enough to be printed."""
    source: str | None
    paragraph_count: int | None
    """How many paragraphs it has; None where the whole text was not read."""

    @property
    def confirmed(self) -> bool:
        """Whether number and subject were read in a source."""
        return self.certainty == "seen"

    def title(self, language: str) -> Title | None:
        """Return its title, or a description of its subject, in a language."""
        return self.titles.get(language)
