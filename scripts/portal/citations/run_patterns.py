"""Patterns of whole runs, for the memory of citations already read; each compiled on first use."""

from __future__ import annotations

import re
from functools import cached_property

from portal.citations.grammar import SPACE, Grammar, compile_fragment, either, never
from portal.citations.hard_breaks import ENTRY_START, HEADING_END
from portal.citations.name_patterns import DOCUMENT, ENTITLED
from portal.citations.value_patterns import DASH, ROMAN

SURE_STOPS = frozenset(f";؛!?؟)）»”|\0{HEADING_END}")
"""Marks that no citation goes on behind."""


class RunPatterns:
    """Patterns built from a grammar; each is matched at an offset of the masked text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    @cached_property
    def span(self) -> re.Pattern[str] | None:
        """A unit word with its numbers and all that is joined to it; for `known_runs`."""
        grammar = self.grammar
        if grammar.read_group is not None or not grammar.whole_words:
            return compile_fragment(grammar.known_run) if grammar.known_run else None
        # Articles and paragraphs first: they are most of what is cited.
        often = sorted(grammar.units, key=lambda unit: unit.level not in ("art", "para"))
        units = "|".join(unit.words for unit in often)
        number = (
            f"(?:{grammar.number})(?:\\.\\d{{1,2}})*(?:{never(grammar.number_suffix)})?(?![\\w°ºª])"
        )
        label = f"[(（]{SPACE}(?!\\d{{3}})(?:{grammar.letter}|{ROMAN}|{grammar.number}){SPACE}[)）]"
        half = f"(?:{ROMAN}|{grammar.letter})[)）]"
        cased = either(grammar.annex_value, grammar.part_value)
        value = (
            f"(?:{number}|{label}|(?!\\d)(?-i:{cased})(?!\\w)|{half}|{self.plain_symbol}(?![\\w/]))"
        )
        joint = (
            f"{SPACE}(?:[,،/]{SPACE})?+(?:(?:{either(grammar.and_, grammar.to, grammar.of)}|{DASH})"
            f"{SPACE})?+(?:(?:{never(grammar.lead)}){SPACE})?+"
        )
        named = f"(?:{units}){SPACE}(?:(?:{never(grammar.numero)}){SPACE})?{value}"
        ours = f"(?:{SPACE}(?:,{SPACE})?(?:{never(grammar.of)}){SPACE}(?:{grammar.ours}))?+"
        return compile_fragment(
            f"(?:{never(grammar.joined)})?{named}(?:{joint}(?:{named}|{value})){{0,9}}+{ours}"
        )

    @cached_property
    def stop(self) -> re.Pattern[str]:
        """What a citation that `span` matched surely ends before, whatever stands further on.

        The end of a line or of the text, marks that nothing goes on behind, and a plain word that
        no part of the grammar begins with, after a comma, an "and" and an article or without them.
        Anything else may go on.
        """
        grammar = self.grammar
        units = either(*(unit.words for unit in grammar.units))
        pointers = either(grammar.this, grammar.same, grammar.its)
        begins = either(
            units, f"(?:{pointers}){SPACE}(?:{never(grammar.ordinal)}{SPACE})?+(?:{units})",
            grammar.of, grammar.numero, grammar.number, grammar.number_suffix, grammar.genitive,
            grammar.ordinal, grammar.this_after, grammar.same_after, grammar.above, grammar.thereof,
            grammar.documents, grammar.documents_near, grammar.foreign_any, grammar.that_treaty,
            grammar.aside, grammar.inclusive, grammar.counted, grammar.about, ENTITLED,
            f"{ROMAN}\\b",
            "(?:bis|ter|quater|quinquies|sexies|septies)\\b",
        )  # fmt: skip
        names = either(grammar.ours, grammar.foreign, DOCUMENT)
        letter, comma = "[^\\W\\d_]", f"{SPACE}(?:[,،:→–—]{SPACE})?+"
        small = f"(?-i:[a-zß-öø-ÿа-яё\u0621-\u064a])(?:{letter}|[’']{letter})"
        if grammar.bare_names:
            small = f"(?!{names}){small}"
        capital = f"(?=(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁ]){letter})(?!{names})"
        line = f"\\x20*+(?:[|{ENTRY_START}]|\\n(?=\\x20*+\\Z))"
        joint = f"(?:{either(grammar.and_, grammar.to)}){SPACE}"
        lead = f"(?:{never(grammar.lead)}){SPACE}"
        return compile_fragment(
            f"\\x20*+[{''.join(sorted(SURE_STOPS))}]|(?!{never(grammar.genitive)})\\.(?=\\s|\\Z)|\\Z|{line}"
            f"|{SPACE}[(（]\\d{{4}}(?: года?)?[)）]"
            f"|{comma}(?!{begins})(?:(?:{joint}(?:{lead})?+|{lead})(?!{begins})|(?!{joint}|{lead}))"
            f"(?:{small}|{capital})"
        )

    @property
    def plain_symbol(self) -> str:
        """Our decisions' symbols without named groups."""
        return re.sub("\\?P<[a-z]+>", "?:", self.grammar.symbol)
