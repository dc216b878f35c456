"""Patterns of numbers, letters and their lists, each compiled on first use."""

from __future__ import annotations

import re
from functools import cached_property

from portal.citations.grammar import SPACE, Grammar, compile_fragment, either, never

ROMAN = "[ivxIVX]{1,5}"
_OPEN, _CLOSE = "[((（]", "[)）]"
_QUOTE = "[\"“”«»'‘’„]"
DASH = "[-\\u2010-\\u2015\\u2212\\u223c\\uff0d~～]"
_SPACED = "\\x20[1-3]?\\d(?!\\d)(?:\\.\\d{1,2})?(?!\\x20?\\w)"
"""The 5.2 in "Arts 4.1 / 5.2"; in "Article 7 / 45 min" the number counts."""
_LIST_COMMA = "[,\\uff0c،、]"


class ValuePatterns:
    """Patterns built from a grammar; each is matched at an offset of the masked text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    @cached_property
    def numero(self) -> re.Pattern[str]:
        """Between a unit and its number; may be empty."""
        return compile_fragment(f"(?:{never(self.grammar.numero)})?")

    @cached_property
    def number(self) -> re.Pattern[str]:
        """A number (group number) and its dotted remainder (group path)."""
        return compile_fragment(
            f"{SPACE}(?P<number>{self.grammar.number})"
            "(?P<path>(?:[.:]\\d{1,2}(?!\\d))*(?:\\.(?:[a-zа-зا-ي]|[ivx]{2,4})(?!\\w))*)"
        )

    @cached_property
    def foreign_number(self) -> re.Pattern[str] | None:
        """A number that only other laws' articles have (group number)."""
        number = self.grammar.foreign_number
        if not number:
            return None
        return compile_fragment(f"{SPACE}(?P<number>{number})(?!\\w)", fold=False)

    @cached_property
    def suffix(self) -> re.Pattern[str]:
        """Ordinal marks after a number, and bis (group bis)."""
        suffix = never(self.grammar.number_suffix)
        return compile_fragment(f"(?:{suffix})?(?P<bis>{SPACE}(?:{self.grammar.bis}))?")

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """A letter written onto a number: 5a, 5/a; in 8و 9 (Arabic) it is an "and"."""
        return compile_fragment(f"/?(?P<label>{self.grammar.letter})(?![\\w)）’'-]| \\d)")

    @cached_property
    def bracket(self) -> re.Pattern[str]:
        """A label in brackets: (a), (ii), (3)."""
        letter = self.grammar.letter
        label = f"{letter}(?:{letter})?|{ROMAN}|{self.grammar.number}"
        return compile_fragment(f"{SPACE}{_OPEN}{SPACE}(?P<label>{label}){SPACE}{_CLOSE}")

    @cached_property
    def opened(self) -> re.Pattern[str]:
        """The first label of a list inside brackets: "(a" in "(a-c)", "(5" in "(5, 6 and 8)"."""
        joint = (
            f"{SPACE}(?:{_LIST_COMMA}{SPACE}(?:{never(self.grammar.and_)})?"
            f"|{either(self.grammar.and_, self.grammar.to)}|{DASH}){SPACE}"
        )
        more = f"(?:{joint}{self._within}){{1,9}}{SPACE}{_CLOSE}"
        return compile_fragment(f"{SPACE}{_OPEN}{SPACE}(?P<label>{self._within})(?={more})")

    @property
    def _within(self) -> str:
        """A label that shares its brackets with others."""
        return f"(?:\\d{{1,2}}(?!\\d)|{ROMAN}(?!\\w)|{self.grammar.letter}(?!\\w))"

    @cached_property
    def within(self) -> re.Pattern[str]:
        """A further label of a list inside brackets, with the bracket that ends it."""
        return compile_fragment(f"{SPACE}(?P<label>{self._within})(?:{SPACE}{_CLOSE})?")

    @cached_property
    def half(self) -> re.Pattern[str]:
        """A label before a bracket: a), ii); text recognition and emphasis put blanks between."""
        return compile_fragment(
            f"{SPACE}(?P<label>{ROMAN}|{self.grammar.letter})\\x20{{0,3}}{_CLOSE}"
        )

    @cached_property
    def bare_letter(self) -> re.Pattern[str]:
        """A letter without brackets, in quotation marks or not."""
        label = f"(?P<label>{ROMAN}|{self.grammar.letter})"
        return compile_fragment(f"{SPACE}{_QUOTE}?{label}(?![\\w)）’']){_QUOTE}?")

    @cached_property
    def annex_value(self) -> re.Pattern[str]:
        """An annex's letter."""
        label = f"(?P<label>{self.grammar.annex_value})"
        opening = f"(?:[\"“”»'‘’„(]|«{SPACE})?"
        return compile_fragment(f"{SPACE}{opening}{label}(?:[\"“”«»'‘’)]|{SPACE}»)?", fold=False)

    @cached_property
    def part_value(self) -> re.Pattern[str]:
        """A part's numeral."""
        return compile_fragment(f"{SPACE}(?P<label>{self.grammar.part_value})", fold=False)

    @cached_property
    def roman(self) -> re.Pattern[str]:
        """A roman numeral after a word for article or paragraph, with what a colon adds to it."""
        return compile_fragment(
            f"{SPACE}(?P<label>[IVX]{{1,5}}|l)(?![\\w’'])(?P<path>(?::\\d{{1,2}}(?!\\d))?)",
            fold=False,
        )

    @cached_property
    def symbol(self) -> re.Pattern[str]:
        """A symbol of our decisions: groups cop and dec, or cop2 and dec2."""
        return compile_fragment(
            f"{SPACE}(?:{self.grammar.symbol}"
            "|UNEP/MC/COP\\.(?P<cop2>\\d{1,2})/Dec\\.(?P<dec2>\\d{1,3})(?!\\d))"
        )

    @cached_property
    def our_meeting(self) -> re.Pattern[str] | None:
        """The name of our meeting, with the few words that may lead from a number to it."""
        meeting = self.grammar.our_meeting
        return compile_fragment(f"{SPACE},?{SPACE}(?:\\w+ ){{0,4}}{meeting}") if meeting else None

    @cached_property
    def foreign_symbol(self) -> re.Pattern[str]:
        """A symbol of other bodies' decisions: BC-10/3, 25/5, WHA67.11."""
        return compile_fragment(
            f"{SPACE}(?:WHA\\d{{1,2}}\\.\\d{{1,2}}(?!\\d)"
            "|(?:(?:[A-Z]{1,5}|[А-ЯЁ]{2,5}|ا ?[\u0621-\u064a])(?:[-./][A-Z]{1,4}\\.?)*"
            "[-\\u2010-\\u2013/. ]?)?(?:\\d{1,4}|[IVXLC]{1,6}) ?/ ?\\d{1,4}(?!\\d))",
            fold=False,
        )

    @cached_property
    def quoted(self) -> re.Pattern[str]:
        """A number in quotation marks: '2'."""
        return compile_fragment(f"{SPACE}(?P<mark>['‘’′])(?P<label>\\d{{1,2}})['‘’′]")

    @cached_property
    def quoted_letter(self) -> re.Pattern[str]:
        """A letter in quotation marks: «а»."""
        return compile_fragment(f'{SPACE}[«"“„](?P<label>{self.grammar.letter})[»"”“]')

    @cached_property
    def labels_before(self) -> re.Pattern[str]:
        """Letters in brackets after a word, and "of", up to the region's end (group labels)."""
        grammar = self.grammar
        label = f"[(（]?(?:{ROMAN}|{grammar.letter})[)）]"
        joint = f"{SPACE}(?:[,،]{SPACE})?(?:(?:{either(grammar.and_, grammar.to)}|{DASH}){SPACE})?"
        of = f"(?:{grammar.of}){SPACE}" if not grammar.bare_names else ""
        return compile_fragment(
            f"(?<=[^\\W_])[\\x20\\n]++(?P<labels>{label}(?:{joint}{label}){{0,9}}){SPACE}{of}"
            f"(?:(?:{never(grammar.lead)}){SPACE})?\\Z"
        )

    @cached_property
    def number_before(self) -> re.Pattern[str] | None:
        """Numbers or letters after a few words, and "of", up to the region's end (group labels)."""
        grammar = self.grammar
        if not grammar.number_before:
            return None
        suffix = never(grammar.number_suffix)
        number = (
            f"(?:\\d{{1,2}}(?:{suffix})?(?:\\x20?[a-k]\\))?|(?-i:[IVX]{{1,4}}|[a-k]\\)?))(?!\\w)"
        )
        joint = f"{SPACE}(?:,|{either(grammar.and_, grammar.to)}){SPACE}"
        return compile_fragment(
            f"(?<!\\w)(?:{grammar.number_before}) (?P<labels>{number}(?:{joint}{number}){{0,9}})"
            f"{SPACE}(?:{grammar.of}){SPACE}\\Z"
        )

    def pointer_before(self, match: re.Match[str]) -> str:
        """Say what the words before a unit point to, a match of `Lexicon.start` or `before`."""
        if match["same"] or not match["this"]:
            return "same" if match["same"] else ""
        previous = self._previous
        return "this" if previous is None or not previous.match(match["this"]) else "previous"

    @cached_property
    def _previous(self) -> re.Pattern[str] | None:
        """Which words before a unit mean the provision before this one."""
        return compile_fragment(self.grammar.previous) if self.grammar.previous else None

    def pointer_after(self, after: re.Match[str]) -> tuple[str, int]:
        """Say what a match of `Lexicon.after_unit` points to, and to how many provisions."""
        for words, count in self._previous_after:
            if after["this"] and words.match(after["this"]) is not None:
                return "previous", count
        return "this" if after["this"] else "same", 1

    @cached_property
    def _previous_after(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        """The words for the provisions before this one, and how many they mean."""
        words = self.grammar.previous_after.items()
        return tuple((compile_fragment(word), count) for word, count in words)

    @cached_property
    def excepted(self) -> re.Pattern[str] | None:
        """Except, which keeps what a bracket names apart from the list around it."""
        excepted = self.grammar.excepted
        return compile_fragment(f"{SPACE}(?:{excepted}){SPACE}") if excepted else None

    @cached_property
    def only(self) -> re.Pattern[str] | None:
        """Only, in a bracket."""
        return compile_fragment(f"{SPACE}(?:{self.grammar.only})") if self.grammar.only else None

    @cached_property
    def excepted_after(self) -> re.Pattern[str] | None:
        """The same where it stands behind what it excepts."""
        excepted = self.grammar.excepted_after
        return compile_fragment(f"{SPACE}(?:{excepted})") if excepted else None

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """What a number counts that belongs to no list."""
        return compile_fragment(f"{SPACE}(?:{never(self.grammar.counted)})(?!\\w)")

    @cached_property
    def plural_before(self) -> re.Pattern[str] | None:
        """What shows an abbreviation to be a plural, up to the region's end."""
        words = self.grammar.plural_before
        return compile_fragment(f"(?<!\\w)(?:{words}){SPACE}\\Z") if words else None

    @cached_property
    def value_gate(self) -> re.Pattern[str]:
        """What any number or letter after a unit word begins with: a quick look."""
        grammar = self.grammar
        cased = either(grammar.annex_value, grammar.part_value)
        return compile_fragment(
            f"{SPACE}(?:\\d|{_OPEN}|{_QUOTE}|{never(grammar.numero)}|{grammar.number}"
            f"|(?-i:[IVX]|{cased})|(?:{ROMAN}|{grammar.letter})(?![’']?[^\\W\\d_]))"
        )

    @cached_property
    def link(self) -> re.Pattern[str]:
        """What joins members of a list: groups comma (and1 with it), and2, to."""
        and_, inclusive = never(self.grammar.and_), self.grammar.inclusive
        inclusive = f"(?:{SPACE},?{SPACE}(?:{inclusive}))?" if inclusive else ""
        return compile_fragment(
            f"{inclusive}{SPACE}(?:(?P<comma>{_LIST_COMMA}|/(?=[\\d(]|(?-i:[A-Z])(?!\\w)|{_SPACED}))"
            f"(?:{SPACE}(?P<and1>{and_}))?"
            f"|(?P<and2>{and_})|(?P<to>{never(self.grammar.to)}|{DASH}{{1,2}}))"
        )
