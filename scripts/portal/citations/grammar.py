"""What a language must tell the finder: words as regular-expression fragments, and a few hooks.

A grammar is data. The engine matches fragments with `re.IGNORECASE`, at one place of the masked
text, and puts the white space between them itself; a fragment never starts or ends with white
space. Inside a fragment write a plain space for "some white space, a soft line break included".
Use non-capturing groups only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from portal.citations.letters import Letter, read_latin_letter

if TYPE_CHECKING:
    from portal.citations.reader import Reader
    from portal.citations.written import Group

RANK: Mapping[str, int] = {
    "dec": 0,
    "annex": 0,
    "preamble": 0,
    "part": 1,
    "rec": 3,
    "art": 2,
    "para": 3,
    "subpara": 4,
    "item": 5,
}
"""The levels of a provision, as in its id, from the outermost inwards."""

SPACE = "[\\x20\\n]*+"
"""White space within a citation: any blanks and line breaks.

The mask leaves no break that ends a paragraph: one before a blank line, a list entry, a block or a
table row is ENTRY_START there, one after a heading HEADING_END.
"""
SYMBOL_AHEAD = "(?=MC[-\\u2010-\\u2015\\u2212]\\d|UNEP/MC/COP\\.\\d{1,2}/Dec\\.)"
"""Stands for the word "decision" where a symbol comes without it; stems "MC-" and "UNEP/MC"."""
SOME_SPACE = "[\\x20\\n]++"


class Unit(NamedTuple):
    """A kind of provision and the words for it."""

    level: str
    """A key of RANK."""
    words: str
    """Fragment: every form, inflection and abbreviation (with its full stop)."""
    singular: str = ""
    """Fragment: the forms that cannot govern "4, 7"; needs to match the whole word."""
    weak: bool = False
    """Whether it is a citation only beside a strong unit or a named instrument (item, point)."""
    foreign: bool = False
    """Whether our Convention has none: regulation 12 of the Regulations."""
    numbered: str = ""
    """Level meant by a number ("subparagraph 3 (a)" is paragraph 3 (a)); default: its own."""


@dataclass(frozen=True, slots=True)
class Style:
    """One way of writing a provision; `{n}` is the number or letter, already in the script."""

    units: Mapping[str, str]
    """Template per level; `subpara` and `item` as they follow a number, as in " ({n})"."""
    alone: Mapping[str, str] = field(default_factory=dict)
    """Template for a level that is named with its own unit word, as in "subparagraph ({n})"."""
    joined: str = ", "
    """What stands between the units, outermost first; with `ascending`, innermost first."""
    ascending: bool = False
    join_to: Mapping[str, str] = field(default_factory=dict)
    """With `ascending`: another joint before an outer unit of this level ("de l'", "de la ")."""
    glue_after: frozenset[str] = frozenset({"art", "para"})
    """Levels after which the template of `units` for a level in `glued` is used, not `alone`."""
    glued: frozenset[str] = frozenset({"subpara", "item"})
    number: Callable[[str, str], str] = lambda _level, value: value
    """(level, value) -> as written: Han numerals, Arabic letters. An annex comes as `A`, a part as
    `II`, a decision as `MC-5/12`, the rest as in the id."""
    write: Callable[[list[tuple[str, str]]], str | None] | None = None
    """Replaces the templates: steps of (level, value) -> the citation, None if it has none."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)  # 72 fields: told apart by identity
class Grammar:
    """The words of one language. Every `str` below is a fragment, empty for "has none"."""

    language: str
    stems: tuple[str, ...]
    """Literals of which every citation contains at least one, in or before its first unit."""
    units: tuple[Unit, ...]
    of: str
    """Of, in, to, under: with the articles that follow ("of the", "de l'")."""
    and_: str
    """And, or, and/or, as well as."""
    to: str
    """The words of a range; dashes are known to the engine."""
    inclusive: str = ""
    """Words behind a range within a list: "Articles 7 to 9 inclusive and 11"."""
    range_from: str = ""
    """From: without it before the first unit, "à l'article 7" is no range (French, Spanish)."""
    foreign_number: str = ""
    """Numbers of other laws' articles, after the unit: "article L. 541-40" (French)."""
    lead: str = ""
    """Articles and prepositions before a unit after a comma or an "and": the, l', aux."""
    numero: str = "[Nn]o\\.|n[°º]|№"
    """Between a unit and its number."""
    ordinals: Mapping[str, int | tuple[int, ...]] = field(default_factory=dict)
    """Fragment of an ordinal word -> number, or numbers ("first two"); before the unit or after."""
    any_ordinal: str = ""
    """One fragment for all of them, where so many alternatives would compile slowly."""
    this: str = ""
    """This, the present: the provision that the text belongs to. Before the unit."""
    previous: str = ""
    """Which words of `this` mean the provision before this one: the preceding."""
    same: str = ""
    """The same, that, the said: the provision named before in the sentence. Before the unit."""
    this_after: str = ""
    same_after: str = ""
    """The same two, for languages that put them after the unit."""
    previous_after: Mapping[str, int] = field(default_factory=dict)
    """Which words of `this_after` mean the provisions before this one -> how many of them."""
    definite: str = ""
    """What a unit's word starts with behind `this` and `same`: "this is a substance" (Arabic)."""
    above: str = ""
    """Above, below: after the number; only the surrounding provision can be meant."""
    thereof: str = ""
    """Of it: after the number."""
    counted: str = ""
    """What shows that a number counts things: "paragraph 4, and 9 Parties", "21, 12 of them"."""
    aside: str = ""
    """What names no provision and can stand before "of": first sentence, chapeau."""
    about: str = ""
    """On: leads from an article over a few words to its treaty."""
    genitive: str = ""
    """Joins a smaller unit after a number: "Article 7's third paragraph"."""
    its: str = ""
    """Its, their: before the unit; the instrument or provision named last in the sentence."""
    its_ending: str = ""
    """An ending of a unit's word that says the same: فقرتها (Arabic)."""
    ours: str = "Convention"
    """Our Convention, as it stands after `of`, this and present included."""
    apart: str = ""
    """What goes on with no other treaty's name right after ours': "the Convention and the Fund"."""
    foreign: str = ""
    """Names of other treaties, laws, regulations, documents, as they stand after `of` or before
    the number; longest first. `ours` is tried first."""
    foreign_hints: tuple[str, ...] = ()
    """Literals, one of which every name of `foreign` contains: a quick look before the search."""
    that_treaty: str = ""
    """That Convention: the instrument named last in the sentence, as it stands after `of`."""
    procedures: tuple[str, str] = ("", "")
    """ "of" and the arbitration procedure, "of" and that of conciliation: Annex E's two parts."""
    excepted: str = ""
    """What keeps what a bracket names apart from the list around it: except, save."""
    only: str = ""
    """Only, before or behind what a bracket names: "Article 5 (only paragraph 2)"."""
    excepted_after: str = ""
    """The same, for languages that put it behind the number."""
    documents: str = ""
    """ "of" and a document that is no law (of the report): makes any citation before it foreign."""
    documents_near: str = ""
    """The same after "in" or "to", which no article has: one puts Article 7 "in the plan"."""
    foreign_any: str = ""
    """ "of" and any noun phrase: makes a paragraph without an article another text's."""
    elsewhere: str = ""
    """What shows behind "Part I" that it is none of an annex ("of the workshop"); default:
    `foreign_any`."""
    bare_names: bool = False
    """Whether a name in small letters follows the number without a word for "of" (Russian)."""
    number_before: str = ""
    """Words before a number that "of" alone joins to an article: "au 3° de l'article 7"."""
    plural_before: str = ""
    """Words before an abbreviated unit word that show it to be a plural: "aux art." (French)."""
    bridge: str = ""
    """Words allowed between an instrument's name and the citation after it (in particular, in)."""
    plain_before: frozenset[str] = frozenset()
    """Frequent words that can neither end a name nor lead from one to a citation: a quick look."""
    subject: str = ""
    """Names that govern nothing right behind them: "the law implements article 7" (Arabic).

    In Chinese no article: 请说明第七条 is "explain Article 7", 报告第35段 the report's paragraph.
    """
    papers: str = ""
    """Names of `foreign` that "its" does not mean: "Article 12 asks for plans; its paragraph 2"."""
    contrast: str = ""
    """Words before an instrument's name that keep it from governing what follows (unlike)."""
    prepare: Callable[[str], str] | None = None
    """The raw text -> a text of the same length in one spelling (Arabic vowel signs, alefs)."""
    number: str = "\\d{1,4}(?!\\d)"
    """A number as digits or numerals; what follows it in the word is not its business."""
    number_suffix: str = ""
    """Ordinal marks after a number: er, º, -й."""
    bis: str = "(?:bis|ter|quater|quinquies|sexies|septies)\\b"
    """What makes a number that of an article or paragraph that the treaty has not."""
    read_number: Callable[[str], int | None] = int
    letter: str = "[^\\W\\d_]"
    """One letter as written inside brackets or before `)`."""
    read_letter: Callable[[str, str, frozenset[str]], Letter] = read_latin_letter
    """(as written, level, evidence of the page) -> the letters it can mean, as in ids."""
    evidence: Callable[[str], frozenset[str]] | None = None
    """The page -> facts about its lettering that `read_letter` wants; called at most once."""
    annex_value: str = "[A-ZАВЕКМНОРСТХІЈЅ](?!\\w)|[IVX]{1,5}(?!\\w)|\\d{1,2}(?!\\w)"
    """What follows the word annex (case counts: it is matched without IGNORECASE)."""
    part_value: str = "[IVX]{1,5}(?!\\w)|\\d{1,2}(?!\\w)|[A-Z](?!\\w)"
    symbol: str = (
        "[MМ][CС](?: ?[-\\u2010-\\u2015\\u2212])? ?(?P<cop>\\d{1,2}) ?/ ?(?P<dec>\\d{1,3})(?!\\d)"
    )
    """A decision's symbol, with the groups `cop` and `dec` (the one place with named groups)."""
    joined: str = ""
    """Words written onto the front of a unit's word (Arabic wa-), skipped before it."""
    whole_words: bool = True
    """Whether units start where a word starts (not in Chinese)."""
    read_group: Callable[[Reader, int], Group | None] | None = None
    """Replaces the engine's reading of "unit, values" at an offset (Chinese: number first)."""
    continuation: str = ""
    """With `read_group` or `bare_names`: what alone can go on with a citation, as a quick look."""
    known_run: str = ""
    """With `read_group`: citations whose meaning hangs on no more than their own characters, two
    before and four after them; the place before is the fragment's business."""
    no_hit: str = ""
    """With `read_group`: stems with what follows them that surely begin no group."""
    our_meeting: str = ""
    """The Conference of the Parties to the Minamata Convention: makes decision 5/12 one of ours."""
    sentence_end: str = '[.!?…]["\'”’»)\\]]*+\\s+(?=[^\\W\\d_a-zß-öø-ÿ]|["“«(\\[]|\\d|$)'
    abbreviations: str = (
        "art|arts|par|paras?|no|nos|p|pp|cf|etc|e\\.g|i\\.e|subpara|subparas|\\b[A-Z]"
    )
    """Words before a full stop that ends no sentence."""
    dash_below: bool = False
    """Whether "article 16-1" is paragraph 1 of Article 16 (French)."""
    brackets: str = ""
    """How the language sets a letter: `full` (a), `half` a); empty: both are usual."""
    styles: Mapping[str, Style] = field(default_factory=dict)

    @cached_property
    def ordinal(self) -> str:
        """Return the fragment of all ordinal words, longest first."""
        return self.any_ordinal or "|".join(sorted(self.ordinals, key=len, reverse=True))


def never(fragment: str) -> str:
    """Return a fragment as a group; an empty one matches nothing."""
    return f"(?:{fragment})" if fragment else "(?!)"


def either(*fragments: str) -> str:
    """Return the alternation of the fragments that are not empty."""
    return "|".join(fragment for fragment in fragments if fragment) or "(?!)"


_SPACE_OR_CLASS = re.compile(r" \??|\[(?:\\.|[^\]\\])*\]|\\.")
_SPACES = {" ": SOME_SPACE, " ?": SPACE}


def compile_fragment(fragment: str, *, fold: bool = True) -> re.Pattern[str]:
    """Compile a fragment; a space outside a class stands for white space, a line break included."""
    spaced = _SPACE_OR_CLASS.sub(lambda match: _SPACES.get(match[0], match[0]), fragment)
    return re.compile(spaced, re.IGNORECASE if fold else 0)
