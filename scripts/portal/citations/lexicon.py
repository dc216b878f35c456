"""The patterns that a grammar's fragments compile to, each on first use."""

from __future__ import annotations

import functools
import pkgutil
import re
from functools import cached_property
from importlib import import_module

from portal.citations import grammars
from portal.citations.grammar import SPACE, Grammar, compile_fragment, either, never
from portal.citations.hard_breaks import ENTRY_START
from portal.citations.name_patterns import WORD_EDGE, NamePatterns
from portal.citations.run_patterns import RunPatterns
from portal.citations.value_patterns import DASH, ValuePatterns

_DIGITS = re.compile("\\d+")


class Lexicon(ValuePatterns, NamePatterns, RunPatterns):
    """The patterns of one language; each is matched at an offset of the masked text."""

    def __init__(self, grammar: Grammar) -> None:
        ValuePatterns.__init__(self, grammar)
        NamePatterns.__init__(self, grammar)
        RunPatterns.__init__(self, grammar)
        self.units = grammar.units
        self.hits = 0
        """How many stems were looked at so far: the memory of citations pays only after many."""
        self._singular: dict[tuple[int, str], bool] = {}

    def is_singular(self, index: int, word: str) -> bool:
        """Tell whether a form of a unit's word is surely singular."""
        key = index, word
        known = self._singular.get(key)
        if known is None:
            fragment = self.units[index].singular
            found = (
                bool(fragment) and compile_fragment(f"(?:{fragment})\\Z").match(word) is not None
            )
            known = self._singular[key] = found
        return known

    @property
    def _words(self) -> str:
        return "|".join(f"(?P<u{i}>{unit.words})" for i, unit in enumerate(self.units))

    @property
    def _ordinal_joint(self) -> str:
        return f"(?:{SPACE},|{SPACE}(?:{either(self.grammar.and_, self.grammar.to)}|{DASH}))"

    @property
    def _pointer(self) -> str:
        grammar = self.grammar
        ordinal = never(grammar.ordinal)
        # "the first and the second"
        joints = f"{self._ordinal_joint}(?:{SPACE}(?:{never(grammar.lead)}))?"
        return (
            f"(?:(?:(?P<this>{never(grammar.this)})|(?P<same>{never(grammar.same)})"
            f"|(?P<its>{never(grammar.its)})){SPACE})?"
            f"(?:(?P<ord>{ordinal}(?:{joints}{SPACE}{ordinal}){{0,6}}){SPACE})?"
        )

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """Unit words alone, in groups u0, u1 and so on."""
        return compile_fragment(f"(?:{never(self.grammar.joined)})?(?:{self._words})")

    @cached_property
    def start(self) -> re.Pattern[str]:
        """Pointer (groups this, same, its), ordinal words (ord) and unit word (u0 and so on)."""
        lead = f"(?:(?:{never(self.grammar.lead)}){SPACE})?"
        joined = f"(?:{never(self.grammar.joined)})?"
        return compile_fragment(f"{lead}{self._pointer}{joined}(?:{self._words})")

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """What `start` allows before the unit, up to the end of the region."""
        grammar = self.grammar
        if not (grammar.this or grammar.same or grammar.its or grammar.ordinals):
            return None
        return compile_fragment(f"{self.edge}(?=[^\\W_]){self._pointer}\\Z")

    @cached_property
    def after_unit(self) -> re.Pattern[str]:
        """What may follow a unit word instead of a number: groups this, same, ord."""
        grammar = self.grammar
        ordinal = never(grammar.ordinal)
        joints = self._ordinal_joint
        return compile_fragment(
            f"{SPACE}(?:(?P<this>{never(grammar.this_after)})|(?P<same>{never(grammar.same_after)})"
            f"|(?:(?:{never(grammar.numero)}){SPACE})?"
            f"(?P<ord>{ordinal}(?:{joints}{SPACE}{ordinal}){{0,6}}))"
        )

    @cached_property
    def its(self) -> re.Pattern[str] | None:
        """Its, their, up to the end of the region."""
        its = self.grammar.its
        return compile_fragment(f"{WORD_EDGE}(?:{its}){SPACE}\\Z") if its else None

    @cached_property
    def its_ending(self) -> re.Pattern[str] | None:
        """The ending of a unit's word that means its, up to the end of the region."""
        ending = self.grammar.its_ending
        return compile_fragment(f"(?:{ending})\\Z") if ending else None

    @cached_property
    def range_from(self) -> re.Pattern[str] | None:
        """From, up to the end of the region; None where a range needs no such word."""
        words = self.grammar.range_from
        return compile_fragment(f"{WORD_EDGE}(?:{words}){SPACE}\\Z") if words else None

    @cached_property
    def gate(self) -> re.Pattern[str] | None:
        """What any continuation begins with, by kind; None: everything has to be tried."""
        grammar = self.grammar
        if grammar.continuation:
            return compile_fragment(f"{SPACE}(?P<any>{grammar.continuation})")
        if grammar.bare_names or grammar.read_group is not None or not grammar.whole_words:
            return None
        words = [unit.words for unit in self.units] + [
            grammar.and_, grammar.to, grammar.genitive, grammar.this, grammar.same, grammar.its,
            grammar.ordinal,
        ]  # fmt: skip
        others = (grammar.of, grammar.documents, grammar.documents_near, grammar.foreign_any)
        return compile_fragment(
            f"{SPACE}(?:(?P<position>{either(grammar.above, grammar.thereof)})"
            f"|(?P<of>{either(*others)})"
            f"|(?P<beside>{either(*words)})|(?P<name>(?-i:[A-ZÀ-ÖØ-Þ]))"
            "|(?P<mark>[^\\w\\s.;:!?]|\\d))"
        )

    @cached_property
    def no_hit(self) -> re.Pattern[str] | None:
        """What shows at once that a stem begins no group that the grammar reads itself."""
        return compile_fragment(self.grammar.no_hit) if self.grammar.no_hit else None

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """What a unit word in a citation is followed by, if no pointer stands before it."""
        grammar = self.grammar
        more = either(self.plain_symbol, grammar.this_after, grammar.same_after, grammar.ordinal)
        return compile_fragment(
            f"{self.value_gate.pattern}|{SPACE}(?:(?-i:[A-ZА-ЯЁ])|ا ?[\u0621-\u064a] ?-|{more})"
        )

    @cached_property
    def not_its(self) -> set[str]:
        """Whole words seen before a unit word that are no "its"."""
        return set()

    @cached_property
    def no_pointers(self) -> set[str]:
        """Words seen before a unit word that belong to no citation; see `Reader.is_plain`."""
        return set()

    @cached_property
    def follows(self) -> re.Pattern[str]:
        """What may follow a bare letter or a number of a doubtful list: no plain word."""
        grammar = self.grammar
        words = "|".join(unit.words for unit in self.units)
        known = either(grammar.and_, grammar.to, grammar.of, words, grammar.above, grammar.thereof)
        return compile_fragment(f"{SPACE}(?:[^\\w\\s]|\\Z|{ENTRY_START}|{known})")

    @cached_property
    def above(self) -> re.Pattern[str] | None:
        """Above, below."""
        above = self.grammar.above
        return compile_fragment(f"{SPACE},?{SPACE}(?:{above})") if above else None

    @cached_property
    def thereof(self) -> re.Pattern[str] | None:
        """Of it."""
        thereof = self.grammar.thereof
        return compile_fragment(f"{SPACE}(?:{thereof})") if thereof else None

    @cached_property
    def genitive(self) -> re.Pattern[str] | None:
        """The possessive mark after a number."""
        return compile_fragment(self.grammar.genitive) if self.grammar.genitive else None

    @cached_property
    def skip(self) -> re.Pattern[str]:
        """White space, with one line break at most."""
        return compile_fragment(SPACE)

    @cached_property
    def _ordinals(self) -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
        return tuple(
            (compile_fragment(word), number if isinstance(number, tuple) else (number,))
            for word, number in self.grammar.ordinals.items()
        )

    @cached_property
    def _to(self) -> re.Pattern[str]:
        """What makes a range of two ordinals, behind the stem of the first."""
        return compile_fragment(f"[^\\W\\d_]{{0,9}}{SPACE}(?:{never(self.grammar.to)}|{DASH})")

    def ordinal_values(self, text: str) -> list[tuple[int, bool]]:
        """Return the numbers of the ordinal words in a stretch that the group `ord` matched.

        With each stands whether a range reaches to it: "the first to third".
        """
        found: list[tuple[int, int, tuple[int, ...]]] = []
        for pattern, numbers in self._ordinals:
            found.extend((m.start(), -m.end(), numbers) for m in pattern.finditer(text))
        for m in _DIGITS.finditer(text):
            # Larger than any that the grammar lists: in "36th" there is no "6th". Zero is none.
            found = [one for one in found if not m.start() < one[0] < m.end()]
            found.append((m.start(), -m.end(), (int(m[0]),) if int(m[0]) else ()))
        values: list[tuple[int, bool]] = []
        reached = 0
        for start, end, numbers in sorted(found):
            if start >= reached:
                to = bool(values) and self._to.match(text, reached) is not None
                values += [(number, to) for number in numbers]
                reached = -end
        return values


def known_languages() -> list[str]:
    """Return the codes of the languages that have a grammar, sorted."""
    names = (module.name for module in pkgutil.iter_modules(grammars.__path__))
    return sorted(name for name in names if 2 <= len(name) <= 3)


def has_grammar(language: str) -> bool:
    """Tell whether the finder knows a language, without loading its grammar."""
    return language in known_languages()


@functools.cache
def load_lexicon(language: str) -> Lexicon | None:
    """Load the grammar of a language; None where the portal has none."""
    if not has_grammar(language):
        return None
    return Lexicon(import_module(f"portal.citations.grammars.{language}").GRAMMAR)
