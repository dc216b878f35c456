"""A memory of citations already read: most texts repeat "Article 7, paragraph 3" in so many words.

Only what stands by itself is remembered: no name of an instrument, no pointer, no context. Then the
meaning depends on nothing but the stretch that `Lexicon.span` matches, provided that it surely ends
there: `Lexicon.stop` lists the few ways in which it surely does, and what follows otherwise is read
as if for the first time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from portal.citations.citation import Citation, Problem, Target
from portal.citations.contexts import Contexts
from portal.citations.lexicon import Lexicon
from portal.citations.reader import Reader
from portal.citations.run_patterns import SURE_STOPS
from portal.citations.written import Group, Run

MOST_KNOWN = 20_000
PAYS_AFTER = 500
"""Stems read in this process before anything is remembered: to compile `span` and `stop` takes as
long as to read some pages without them, and a check of one page shall not wait for it."""
_BLANKS_BEFORE = 9
"""How many characters a grammar that reads groups itself may look back over blanks."""
_CAPITAL = re.compile(r"\s*,?\s*[A-ZÀ-ÖØ-Þ(]")
_GOES_ON = re.compile(r"\s*[;؛；]\s*(?:[^\W\d]{1,3}\s)?\d")
"""A list may go on behind a semicolon."""
_NO_EVIDENCE: frozenset[str] = frozenset()
Key = tuple[str, str, bool | str, frozenset[str]]


class KnownRun(NamedTuple):
    """The citations of a run, offsets counted from its first unit word."""

    end: int
    root: Group
    citations: tuple[tuple[Citation, Group, list[str], bool], ...]
    """With each its first group, the ids that exist, and whether it is another instrument's."""


class KnownRuns:
    """Recognises and remembers the runs of one text; the store outlives the text."""

    def __init__(
        self, text: str, lexicon: Lexicon, reader: Reader, store: dict[Key, KnownRun | None]
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.reader = reader
        self.store = store

    def key(self, word: int, unit: str, low: int, contexts: Contexts) -> Key | None:
        """Return what the meaning of a run depends on; None if on more than its own words.

        `unit` is the group that the unit's word matched, which may hang on what stands before.
        """
        lexicon = self.lexicon
        match = lexicon.span.match(self.text, word) if lexicon.span is not None else None
        if match is None:
            return None
        if (contexts.surrounding or "").startswith("annex_e__part"):
            return None
        written, end = match[0], match.end()
        if lexicon.grammar.read_group is not None:
            return self._own_key(word, end)
        if "\n" in written:
            return None
        if self.text[end : end + 1] not in SURE_STOPS and not lexicon.stop.match(self.text, end):
            return None
        if _GOES_ON.match(self.text, end):
            return None
        if self.reader.ends_label(end) or _goes_on_with_name(written, self.text, end):
            return None
        if self.reader.is_its(low, word) or self.reader.labels_before(word, low) is not None:
            return None
        follows = False
        if "," in written or "،" in written or written[-1] in "Il":
            follows = lexicon.follows.match(self.text, end) is not None
        gathers = lexicon.grammar.evidence is not None
        return written, unit, follows, self.reader.evidence() if gathers else _NO_EVIDENCE

    def _own_key(self, word: int, end: int) -> Key | None:
        """Return the key where the grammar reads groups itself: what stands around counts."""
        gate, text = self.lexicon.gate, self.text
        if gate is None or gate.match(text, end) is not None:
            return None
        reach = _BLANKS_BEFORE if text[word - 1 : word].isspace() else 2
        before, begin = text[max(0, word - reach) : word], self.reader.skip(end)
        after = text[begin : begin + (4 if text[begin : begin + 1].isalpha() else 1)]
        return text[word:end], "", f"{before}|{text[end : end + 1]}{after}", frozenset()

    def learn(
        self, key: Key, word: int, run: Run, found: list[tuple[Citation, list[Group]]]
    ) -> None:
        """Remember a run, or that it cannot be remembered."""
        if len(self.store) >= MOST_KNOWN:
            self.store.clear()
        alone = run.end - word == len(key[0]) and bool(found) and not run.leaned
        alone = alone and all(name == "ours" for name in run.names.values())
        alone = alone and all(citation.how == "full" for citation, _ in found)
        alone = alone and not any(
            group.pointer or group.its or group.ordinal or group.worded or self._is_short(group)
            for group in run.groups
        )
        if not alone:
            self.store[key] = None
            return
        citations = tuple(
            (
                shift(one, -word),
                groups[0],
                list(one.lent_ids),
                one.targets[0].status == "foreign",
            )
            for one, groups in found
        )
        self.store[key] = KnownRun(run.end - word, run.groups[0].root(), citations)

    def _is_short(self, group: Group) -> bool:
        """Tell whether a decision is written as 5/12: the body named behind it says whose it is."""
        return group.level == "dec" and self.text[group.items[0].steps[0].start].isdigit()


def _goes_on_with_name(written: str, text: str, end: int) -> bool:
    """Tell whether a word may belong to a treaty's name: "de la Convención Americana"."""
    return written[-2:].isalpha() and _CAPITAL.match(text, end) is not None


def shift(citation: Citation, by: int) -> Citation:
    """Return the same citation at another place."""
    return Citation(
        citation.start + by,
        citation.end + by,
        tuple(
            [
                Target(t.id, t.status, t.start + by, t.end + by, t.candidates)
                for t in citation.targets
            ]
        ),
        citation.how,
        _shift_problems(citation.problems, by) if citation.problems else (),
    )


def _shift_problems(problems: tuple[Problem, ...], by: int) -> tuple[Problem, ...]:
    return tuple(Problem(p.kind, p.start + by, p.end + by, p.replacement) for p in problems)
