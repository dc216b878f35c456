"""From the data file's entries to provisions: ranges spelled out, amendments laid over the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from yaml.nodes import MappingNode

from portal.convention.data_file import Entry
from portal.convention.ids import decision_id, parent_id
from portal.convention.provision import (
    Amendment,
    Certainty,
    Change,
    Kind,
    KnownDate,
    Provision,
    Title,
)

CERTAINTIES = ("seen", "derived", "recalled", "unknown")
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
"""The six authentic languages of the treaty (Article 35), in the data file's order."""

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")

_KINDS: Mapping[str, Kind] = {
    "preamble": "preamble",
    "rec": "recital",
    "art": "article",
    "para": "paragraph",
    "subpara": "subparagraph",
    "item": "item",
    "annex": "annex",
    "part": "part",
    "row": "row",
    "dec": "decision",
}
_ITEMS_KEY = re.compile(r"(?:([0-9]+) )?\(([a-z])\)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Draft:
    """A provision while the file is being read."""

    id: str
    kind: Kind
    titles: Mapping[str, Title] = field(default_factory=dict)
    summary: str | None = None
    phase_out: int | None = None
    certainty: Certainty = "seen"
    since: KnownDate | None = None
    changes: list[Change] = field(default_factory=list)

    def finish(self) -> Provision:
        """Return the finished provision."""
        parent, _, step = self.id.rpartition("__")
        return Provision(
            id=self.id,
            kind=self.kind,
            number=step.partition("_")[2],
            parent=parent or None,
            titles=self.titles,
            summary=self.summary,
            phase_out=self.phase_out,
            certainty=self.certainty,
            since=self.since,
            changes=tuple(self.changes),
        )


def read_titles(entry: Entry, sources: Entry | None = None) -> dict[str, Title]:
    """Read `title` and `seen`; a title is confirmed where `seen` names its source."""
    titles = entry.entry("title")
    titles.allow(*LANGUAGES)
    seen = entry.entry("seen") if "seen" in entry else None
    if seen is not None:
        for language in seen:
            if sources is None or seen.text(language) not in sources:
                seen.fail(f"`{seen.text(language)}` is not one of the `sources`", language)
    return {
        language: Title(titles.text(language), seen is not None and language in seen)
        for language in LANGUAGES
    }


def read_amendments(root: Entry) -> dict[str, Amendment]:
    """Read the amendments by name."""
    amendments = {}
    for entry in root.entries("amendments"):
        entry.allow(
            "amendment", "decision", "cop", "adopted", "notified", "in_force", "says", "review_by"
        )
        number = entry.optional("decision")
        name = entry.text("amendment")
        amendments[name] = Amendment(
            name=name,
            decision=decision_id(number) if number else None,
            cop=entry.number("cop"),
            adopted=_known_date(entry.entry("adopted")),
            notified=_known_date(entry.entry("notified")),
            in_force=_known_date(entry.entry("in_force")),
            summary=entry.text("says"),
            line=entry.line,
            review_by=entry.optional_date("review_by"),
        )
    return amendments


def _known_date(entry: Entry) -> KnownDate:
    entry.allow("date", "sure", "source")
    return KnownDate(entry.optional_date("date"), certainty(entry), entry.optional("source"))


def certainty(entry: Entry) -> Certainty:
    """Read `sure`; what has none was seen in the text of 2013."""
    return cast(Certainty, entry.choice("sure", *CERTAINTIES)) if "sure" in entry else "seen"


class Structure:
    """Collects the units in treaty order; `drafts` is the result."""

    def __init__(self, *, sources: Entry, amendments: Mapping[str, Amendment]) -> None:
        self.drafts: dict[str, Draft] = {}
        self._sources = sources
        self._amendments = amendments
        self._since: KnownDate | None = None

    def read(self, root: Entry) -> None:
        """Read preamble, articles and annexes."""
        convention = root.entry("convention")
        convention.allow("adopted", "in_force")
        self._since = KnownDate(convention.optional_date("in_force"), "seen")
        preamble = root.entry("preamble")
        preamble.allow("recitals", "title", "seen")
        self._add("preamble", preamble)
        for number in range(1, preamble.number("recitals") + 1):
            self._add(f"preamble__rec_{number}")
        for entry in root.entries("articles"):
            entry.allow("article", "paragraphs", "subparagraphs", "items", "title", "seen")
            self.add_body(self._add(f"art_{entry.number('article')}", entry), entry)
        for entry in root.entries("annexes"):
            self._read_annex(entry)
        self._tell_ancestors()

    def _read_annex(self, entry: Entry) -> None:
        entry.allow(
            "annex", "title", "seen", "paragraphs", "subparagraphs", "items", "rows", "parts"
        )
        annex = self._add(f"annex_{entry.choice('annex', *'ABCDE').lower()}", entry)
        self.add_body(annex, entry)
        for part in entry.entries("parts"):
            part_id = self._add(f"{annex}__part_{part.number('part')}", part)
            if "articles" in part:
                self._read_own_articles(part_id, part)
            else:
                part.allow("part", "title", "seen", "items", "rows")
                self.add_body(part_id, part)

    def _read_own_articles(self, part_id: str, part: Entry) -> None:
        """Read a part of Annex E, which counts its own articles."""
        part.allow("part", "title", "seen", "articles", "paragraphs", "subparagraphs")
        paragraphs = part.entry("paragraphs") if "paragraphs" in part else None
        letters = part.entry("subparagraphs") if "subparagraphs" in part else None
        for number in map(str, range(1, part.number("articles") + 1)):
            article = self._add(f"{part_id}__art_{number}")
            if paragraphs is not None and number in paragraphs:
                for paragraph in range(1, paragraphs.number(number) + 1):
                    self._add(f"{article}__para_{paragraph}")
            if letters is not None and number in letters:
                for letter in spread(letters, number):
                    self._add(f"{article}__subpara_{letter}")

    def add_body(self, parent: str, entry: Entry) -> None:
        """Add what stands below a unit: paragraphs, subparagraphs, items and rows."""
        lettered = dict(_below(entry, "subparagraphs"))
        itemed = dict(_below(entry, "items"))
        for letter in lettered.pop("", ()):
            self._add_letter(f"{parent}__subpara_{letter}", itemed.pop(f"({letter})", ()))
        for item in itemed.pop("", ()):
            self._add(f"{parent}__item_{item}")
        for number in range(1, (_paragraph_count(entry) or 0) + 1):
            paragraph = self._add(f"{parent}__para_{number}")
            for letter in lettered.pop(str(number), ()):
                items = itemed.pop(f"{number} ({letter})", ())
                self._add_letter(f"{paragraph}__subpara_{letter}", items)
        if lettered:
            entry.fail(f"No paragraph {next(iter(lettered))} to put letters into", "subparagraphs")
        if itemed:
            entry.fail(f"No subparagraph {next(iter(itemed))} to put items into", "items")
        for row in entry.entries("rows"):
            self._read_row(parent, row)

    def _add_letter(self, identifier: str, items: tuple[str, ...]) -> None:
        self._add(identifier)
        for item in items:
            self._add(f"{identifier}__item_{item}")

    def _read_row(self, parent: str, entry: Entry) -> None:
        entry.allow(
            "row", "added", "sure", "phase_out", "covers", "subparagraphs", "items", "title",
            "seen", "amended",
        )  # fmt: skip
        slug = entry.text("row")
        if not _SLUG.fullmatch(slug):
            entry.fail("A row's slug has small letters, digits and single hyphens", "row")
        draft = self.drafts[self._add(f"{parent}__row_{slug}", entry)]
        draft.summary = entry.optional("covers")
        draft.phase_out = entry.optional_number("phase_out")
        draft.certainty = certainty(entry)
        if "added" in entry:
            amendment = self._amendment(entry, entry.text("added"), "added")
            draft.changes.append(Change(amendment, "added"))
            draft.since = amendment.in_force
        if "amended" in entry:
            notes = entry.entry("amended")
            draft.changes += [
                Change(self._amendment(notes, name, name), "amended", notes.text(name))
                for name in notes
            ]
        self.add_body(draft.id, entry)

    def _amendment(self, entry: Entry, name: str, key: str) -> Amendment:
        if name not in self._amendments:
            entry.fail(f"`{name}` is not one of the `amendments`", key)
        return self._amendments[name]

    def _add(self, identifier: str, entry: Entry | None = None) -> str:
        if identifier in self.drafts:
            if entry is not None:
                entry.fail(f"`{identifier}` is there twice")
            return identifier
        unit = identifier.rpartition("__")[2].partition("_")[0]
        titles = read_titles(entry, self._sources) if entry is not None else {}
        self.drafts[identifier] = Draft(identifier, _KINDS[unit], titles, since=self._since)
        return identifier

    def _tell_ancestors(self) -> None:
        """Let an annex and its parts know what was changed in their rows, in order of adoption."""
        touched: dict[str, set[str]] = {}
        for draft in self.drafts.values():
            names = {change.amendment.name for change in draft.changes}
            above = parent_id(draft.id) if names else None
            while above is not None:
                touched.setdefault(above, set()).update(names)
                above = parent_id(above)
        for above, names in touched.items():
            own = self.drafts[above].changes
            names -= {change.amendment.name for change in own}
            own += [Change(self._amendments[name], "within") for name in names]
        order = list(self._amendments)
        for draft in self.drafts.values():
            if len(draft.changes) > 1:
                draft.changes.sort(key=lambda change: order.index(change.amendment.name))


def _paragraph_count(entry: Entry) -> int | None:
    return entry.optional_number("paragraphs")


def _below(entry: Entry, key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield where (`""`, `"6"`, `"6 (a)"`, `"(b)"`) and what: `a-k` alone stands under the unit."""
    if key not in entry:
        return
    if not isinstance(entry.node(key), MappingNode):
        yield "", spread(entry, key)
        return
    places = entry.entry(key)
    for place in places:
        if key == "items" and not _ITEMS_KEY.fullmatch(place):
            places.fail("Items stand under a subparagraph, written `6 (a)` or `(a)`", place)
        yield place, spread(places, place)


def spread(entry: Entry, key: str) -> tuple[str, ...]:
    """Spell out a range, `a-k` or `i-iv`; one letter alone stands for itself."""
    first, _, last = entry.text(key).partition("-")
    numbers = ROMANS if first == "i" and (not last or last in ROMANS) else LETTERS
    try:
        return tuple(numbers[numbers.index(first) : numbers.index(last or first) + 1])
    except ValueError:
        entry.fail(f"Expected a range such as a-k or i-iv, not {entry.text(key)!r}", key)
