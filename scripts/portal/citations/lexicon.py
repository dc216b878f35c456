"""The patterns that a grammar's fragments compile to; built once per language."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import import_module

from portal.citations.grammar import SPACE, Grammar, Unit, compile_fragment

_ROMAN = "[ivxIVX]{1,5}"
_OPEN, _CLOSE = "[((（]", "[)）]"
_DASH = "[-\\u2010-\\u2015\\u2212\\u223c~～]"
_LIST_COMMA = "[,\uff0c،、]"
_BLOCK_END = (
    "\\n[ \\t\\r>]*(?:\\n|[-*+•|] ?|\\d{1,3}[.)] |\\(?[^\\W\\d_]{1,4}\\) |#|///)|\\|"
)
"""Where a paragraph, a list entry, a heading or a table cell ends."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled patterns of one language; each is matched at an offset."""

    grammar: Grammar
    units: tuple[Unit, ...]
    singular: tuple[re.Pattern[str] | None, ...]
    start: re.Pattern[str]
    """Pointer, ordinal words and unit word: groups this, same, its, ord, u0, u1, …"""
    before: re.Pattern[str] | None
    """The same without the unit, at the very end of a slice."""
    after_unit: re.Pattern[str]
    """Groups this, same, ord: what may follow a unit word instead of a number."""
    numero: re.Pattern[str]
    number: re.Pattern[str]
    """Groups number, and path (dotted remainder)."""
    suffix: re.Pattern[str]
    glued: re.Pattern[str]
    bracket: re.Pattern[str]
    half: re.Pattern[str]
    bare_letter: re.Pattern[str]
    annex_value: re.Pattern[str]
    part_value: re.Pattern[str]
    roman: re.Pattern[str]
    symbol: re.Pattern[str]
    foreign_symbol: re.Pattern[str]
    link: re.Pattern[str]
    """Groups comma, and, to."""
    of: re.Pattern[str]
    above: re.Pattern[str] | None
    thereof: re.Pattern[str] | None
    title: re.Pattern[str]
    follows: re.Pattern[str]
    """What may follow a bare letter or a number of a doubtful list: anything but a plain word."""
    ours: re.Pattern[str]
    foreign: re.Pattern[str] | None
    documents: re.Pattern[str] | None
    foreign_any: re.Pattern[str] | None
    skip: re.Pattern[str]
    bridge: re.Pattern[str]
    contrast: re.Pattern[str] | None
    sentence_end: re.Pattern[str]
    abbreviation: re.Pattern[str]
    that_treaty: re.Pattern[str] | None
    ordinals: tuple[tuple[re.Pattern[str], int], ...]

    def ordinal_values(self, text: str) -> list[int]:
        """Return the numbers of the ordinal words in a stretch that the pattern `ord` matched."""
        found: list[tuple[int, int, int]] = []
        for pattern, value in self.ordinals:
            found.extend((m.start(), -m.end(), value) for m in pattern.finditer(text))
        values, reached = [], 0
        for start, end, value in sorted(found):
            if start >= reached:
                values.append(value)
                reached = -end
        return values


def _optional(fragment: str) -> re.Pattern[str] | None:
    return compile_fragment(fragment) if fragment else None


def _never(fragment: str) -> str:
    return f"(?:{fragment})" if fragment else "(?!)"


def _pointer(grammar: Grammar) -> str:
    ordinal = _never(grammar.ordinal)
    joints = f"(?:{SPACE},|{SPACE}(?:{_never(grammar.and_)}|{_never(grammar.to)}))"
    return (
        f"(?:(?:(?P<this>{_never(grammar.this)})|(?P<same>{_never(grammar.same)})"
        f"|(?P<its>{_never(grammar.its)})){SPACE})?"
        f"(?:(?P<ord>{ordinal}(?:{joints}{SPACE}{ordinal}){{0,6}}){SPACE})?"
    )


def _start(grammar: Grammar) -> re.Pattern[str]:
    words = "|".join(f"(?P<u{i}>{unit.words})" for i, unit in enumerate(grammar.units))
    return compile_fragment(f"{_pointer(grammar)}(?:{_never(grammar.joined)})?(?:{words})")


def _before(grammar: Grammar) -> re.Pattern[str] | None:
    if not (grammar.this or grammar.same or grammar.its or grammar.ordinals):
        return None
    edge = "(?<![^\\W_])" if grammar.whole_words else ""
    return compile_fragment(f"{edge}(?=[^\\W_]){_pointer(grammar)}\\Z")


def _follows(grammar: Grammar) -> re.Pattern[str]:
    words = "|".join(unit.words for unit in grammar.units)
    known = [grammar.and_, grammar.to, grammar.of, words, grammar.above, grammar.thereof]
    return compile_fragment(f"{SPACE}(?:[^\\w\\s]|\\Z|\\n|{'|'.join(k for k in known if k)})")


def _numbers(grammar: Grammar) -> dict[str, re.Pattern[str]]:
    letter = grammar.letter
    label = f"{letter}(?:{letter})?|{_ROMAN}|{grammar.number}"
    return {
        "numero": compile_fragment(f"(?:{_never(grammar.numero)})?"),
        "number": compile_fragment(
            f"{SPACE}(?P<number>{grammar.number})(?P<path>(?:\\.\\d{{1,2}}(?!\\d))*)"
        ),
        "suffix": compile_fragment(
            f"(?:{_never(grammar.number_suffix)})?(?P<bis>{SPACE}(?:bis|ter|quater)\\b)?"
        ),
        "glued": compile_fragment(f"(?P<label>{letter})(?![\\w)）’'-])"),
        "bracket": compile_fragment(f"{SPACE}{_OPEN}{SPACE}(?P<label>{label}){SPACE}{_CLOSE}"),
        "half": compile_fragment(f"{SPACE}(?P<label>{_ROMAN}|{letter}){_CLOSE}"),
        "bare_letter": compile_fragment(
            f"{SPACE}[\"“”«»'‘’„]?(?P<label>{_ROMAN}|{letter})(?![\\w)）’'])[\"“”«»'‘’]?"
        ),
        "annex_value": compile_fragment(
            f"{SPACE}[\"“”«»'‘’„(]?(?P<label>{grammar.annex_value})[\"“”«»'‘’)]?", fold=False
        ),
        "part_value": compile_fragment(f"{SPACE}(?P<label>{grammar.part_value})", fold=False),
        "roman": compile_fragment(
            f"{SPACE}(?P<label>[IVX]{{2,5}}|[VX])(?![\\w’'])", fold=False
        ),
        "symbol": compile_fragment(
            f"{SPACE}(?:{grammar.symbol}"
            "|UNEP/MC/COP\\.(?P<cop2>\\d{1,2})/Dec\\.(?P<dec2>\\d{1,3})(?!\\d))"
        ),
        "foreign_symbol": compile_fragment(
            f"{SPACE}(?:[A-Z]{{1,5}}(?:[-./][A-Z]{{1,4}}\\.?)*[-/. ]?)?"
            "(?:\\d{1,4}|[IVXLC]{1,6})/\\d{1,4}(?!\\d)",
            fold=False,
        ),
    }  # fmt: skip


def _names(grammar: Grammar) -> dict[str, re.Pattern[str] | None]:
    return {
        "foreign": _optional(grammar.foreign),
        "documents": _optional(f"{SPACE},?{SPACE}(?:{grammar.documents})" if grammar.documents else ""),
        "foreign_any": _optional(f"{SPACE}(?:{grammar.foreign_any})" if grammar.foreign_any else ""),
        "contrast": _optional(f"(?:{grammar.contrast}) ?\\Z" if grammar.contrast else ""),
        "above": _optional(f"{SPACE},?{SPACE}(?:{grammar.above})" if grammar.above else ""),
        "thereof": _optional(f"{SPACE}(?:{grammar.thereof})" if grammar.thereof else ""),
    }


def _build(grammar: Grammar) -> Lexicon:
    links = (
        f"{SPACE}(?:(?P<comma>{_LIST_COMMA})(?:{SPACE}(?P<and1>{_never(grammar.and_)}))?"
        f"|(?P<and2>{_never(grammar.and_)})|(?P<to>{_never(grammar.to)}|{_DASH}))"
    )
    after_words = (grammar.this_after, grammar.same_after, grammar.ordinal)
    this, same, ordinal = map(_never, after_words)
    joints = f"(?:{SPACE},|{SPACE}(?:{_never(grammar.and_)}))"
    names = _names(grammar)
    numbers = _numbers(grammar)
    return Lexicon(
        grammar=grammar,
        units=grammar.units,
        singular=tuple(_optional(f"(?:{u.singular})\\Z" if u.singular else "") for u in grammar.units),
        start=_start(grammar),
        before=_before(grammar),
        after_unit=compile_fragment(
            f"{SPACE}(?:(?P<this>{this})|(?P<same>{same})"
            f"|(?P<ord>{ordinal}(?:{joints}{SPACE}{ordinal}){{0,6}}))"
        ),
        link=compile_fragment(links),
        of=compile_fragment(f"{SPACE}(?:,{SPACE})?(?:{grammar.of})"),
        title=compile_fragment(
            f"{SPACE}(?:{_OPEN}(?=[^()（）\\d]{{3}})[^()（）]{{3,140}}(?:\\([^()]{{1,40}}\\)[^()]{{0,60}})?{_CLOSE}"
            "|[“«\"《][^“”«»\"《》]{3,140}[”»\"》])"
        ),
        follows=_follows(grammar),
        skip=compile_fragment(SPACE),
        ours=compile_fragment(grammar.ours),
        bridge=compile_fragment(
            f"(?:['’]s?)?{SPACE}[,:]?{SPACE}{_OPEN}?{SPACE}(?:(?:{_never(grammar.bridge)}),?{SPACE}){{0,4}}\\Z"
        ),
        sentence_end=compile_fragment(f"{grammar.sentence_end}|{_BLOCK_END}", fold=False),
        abbreviation=compile_fragment(f"(?<![^\\W_])(?:{_never(grammar.abbreviations)})\\Z"),
        that_treaty=_optional(grammar.that_treaty),
        ordinals=tuple((compile_fragment(w), n) for w, n in grammar.ordinals.items()),
        **numbers,
        **names,  # type: ignore[arg-type]
    )


@functools.cache
def load_lexicon(language: str) -> Lexicon | None:
    """Compile the grammar of a language; None where the portal has none."""
    if not re.fullmatch("[a-z]{2,3}", language):
        return None
    name = f"portal.citations.grammars.{language}"
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None
    grammar: Grammar = module.GRAMMAR
    return _build(grammar)
