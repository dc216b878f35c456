"""Patterns of instruments' names, titles and sentences, each compiled on first use."""

from __future__ import annotations

import re
from functools import cached_property

from portal.citations.grammar import SPACE, Grammar, compile_fragment, never
from portal.citations.hard_breaks import ENTRY_START, HEADING_END
from portal.citations.literals import Literals

_OPEN, _CLOSE = "[((（]", "[)）]"
_BLOCK_END = (
    "\\n[ \\t\\r>]*(?:[-*+•|] ?|\\d{1,3}[.)] |\\(?[^\\W\\d_]{1,4}\\) |#|///)"
    f"|[|{ENTRY_START}{HEADING_END}]"
)
"""Where a paragraph, a list entry, a heading or a table cell ends."""
DOCUMENT = "UNEP/(?!MC/COP\\.\\d{1,2}/Dec)[A-Z][\\w./-]*\\d"
"""The symbol of a document of the United Nations that is no decision of ours."""
_ASIDE = re.compile(
    r"[ \n]\((?P<subject>[^()\d°º]{2,60}"
    r"|(?i:see |voir |v[ée]ase |cf\.|pp?\. |arts?\.|art[ií]c|pa?r|p[áa]rr|part|apart|ann?ex|§)"
    r"[^()]{1,60}(?:\([^()]{1,4}\)[^()]{0,20})?)\)"
)
ENTITLED = "(?:(?:en)?titled|intitulée?|titulad[oa])"
"""What may stand before a title in quotation marks."""
TREATY_STEMS = (
    "onven",
    "reat",
    "raité",
    "ratado",
    "онвен",
    "огов",
    "котор",
    "تفاقي",
    "عاهد",
    "منه",
)
"""In the words for convention and treaty, in the Russian "of which" and the Arabic "of it"."""
_OURS_REACH = 40
"""How far before an article our Convention's name may begin."""
WORD_EDGE = "(?<![^\\W_])"


class NamePatterns:
    """Patterns built from a grammar; each is matched at an offset of the masked text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.edge = WORD_EDGE if grammar.whole_words else ""

    @cached_property
    def ours(self) -> re.Pattern[str]:
        """Our Convention's name."""
        return compile_fragment(self.grammar.ours)

    def is_ours_before(self, text: str, pos: int) -> bool:
        """Tell whether our Convention's name stands right before its article at `pos`."""
        return self._ours_before.search(text, max(0, pos - _OURS_REACH), pos) is not None

    @cached_property
    def _ours_before(self) -> re.Pattern[str]:
        return compile_fragment(f"(?:{self.grammar.ours}){SPACE}(?:[(（的之中]|['’]s)?{SPACE}\\Z")

    @cached_property
    def _apart(self) -> re.Pattern[str] | None:
        """What goes on with no other treaty's name."""
        apart = self.grammar.apart
        return compile_fragment(f"{SPACE}(?:{apart})") if apart else None

    def own_name(self, text: str, start: int, end: int) -> int | None:
        """Return where our name at `start` ends; None if the name up to `end` is another's."""
        ours = self.ours.match(text, start)
        if ours is None:
            return None
        alone = ours.end() >= end or (self._apart and self._apart.match(text, ours.end()))
        return ours.end() if alone or self._is_aside(text, ours.end(), end) else None

    def _is_aside(self, text: str, start: int, end: int) -> bool:
        """Tell whether what a name has behind ours is a subject only: "the Convention (ASGM)"."""
        aside = _ASIDE.match(text, start)
        if aside is None or aside.end() < end or self.foreign is None:
            return False
        return self.foreign.match(text, aside.start("subject")) is None

    @cached_property
    def that_treaty(self) -> re.Pattern[str] | None:
        """That Convention."""
        return compile_fragment(self.grammar.that_treaty) if self.grammar.that_treaty else None

    @cached_property
    def foreign(self) -> re.Pattern[str] | None:
        """Another instrument's name."""
        foreign = self.grammar.foreign
        return compile_fragment(f"{self.edge}(?:{foreign}|{DOCUMENT})") if foreign else None

    @cached_property
    def foreign_hints(self) -> Literals | None:
        """What every name of `foreign` contains."""
        hints = self.grammar.foreign_hints
        return Literals(hints) if hints else None

    @cached_property
    def documents(self) -> re.Pattern[str]:
        """Of a document that is no law, or of a procedure of Annex E (groups part_1, part_2)."""
        first, second = map(never, self.grammar.procedures)
        documents = f"(?P<part_1>{first})|(?P<part_2>{second})|{never(self.grammar.documents)}"
        return compile_fragment(f"{SPACE},?{SPACE}(?:{documents})")

    @cached_property
    def documents_near(self) -> re.Pattern[str] | None:
        """In or to a document that is no law."""
        documents = self.grammar.documents_near
        return compile_fragment(f"{SPACE}(?:{documents})") if documents else None

    @cached_property
    def foreign_any(self) -> re.Pattern[str] | None:
        """Of anything else."""
        other = self.grammar.foreign_any
        return compile_fragment(f"{SPACE}(?:{other})") if other else None

    @cached_property
    def elsewhere(self) -> re.Pattern[str] | None:
        """Of something that has parts and is no annex."""
        other = self.grammar.elsewhere or self.grammar.foreign_any
        return compile_fragment(f"{SPACE}(?:{other})") if other else None

    @cached_property
    def bridge(self) -> re.Pattern[str]:
        """What may stand between an instrument's name and the citation, up to the region's end."""
        bridge, lead = never(self.grammar.bridge), never(self.grammar.lead)
        return compile_fragment(
            f"(?:['’]s?)?{SPACE}[,:]?{SPACE}{_OPEN}?{SPACE}(?:(?:{bridge}),?{SPACE}){{0,4}}"
            f"(?:(?:{lead}){SPACE})?\\Z"
        )

    @cached_property
    def subject(self) -> re.Pattern[str] | None:
        """A name that governs nothing right behind it."""
        return compile_fragment(self.grammar.subject) if self.grammar.subject else None

    @cached_property
    def papers(self) -> re.Pattern[str] | None:
        """A name that "its" does not mean."""
        return compile_fragment(self.grammar.papers) if self.grammar.papers else None

    @cached_property
    def contrast(self) -> re.Pattern[str] | None:
        """Words before a name that keep it from governing, up to the region's end."""
        contrast = self.grammar.contrast
        return compile_fragment(f"(?:{contrast}) ?\\Z") if contrast else None

    @cached_property
    def note_end(self) -> re.Pattern[str]:
        """What ends a note, a bracket, a pair of "Article 4 – Basel, Article 11 – Minamata"."""
        next_pair = ",(?=[^,;\\n–—]{3,24}\\x20[–—]\\x20)"
        return compile_fragment(
            f"{SPACE}(?:[;)）]|{next_pair}|\\.?{SPACE}(?:\\Z|[{ENTRY_START}{HEADING_END}]))"
        )

    @cached_property
    def title(self) -> re.Pattern[str]:
        """A title in brackets or quotation marks between two units, or a sentence's number."""
        bracketed = "(?=[^()（）\\d]{3})[^()（）]{3,140}(?:\\([^()]{1,40}\\)[^()]{0,60})?"
        quoted = f"(?:[,،]{SPACE})?+(?:{ENTITLED}{SPACE})?+" + '[“«"《][^“”«»"《》]{3,140}[”»"》]'
        aside = f"[,،]{SPACE}(?:{never(self.grammar.aside)})"
        return compile_fragment(f"{SPACE}(?:{_OPEN}{bracketed}{_CLOSE}|{quoted}|{aside})")

    @cached_property
    def about_begins(self) -> re.Pattern[str]:
        """What leads in an article's subject."""
        return compile_fragment(f"{SPACE}(?:{never(self.grammar.about)})")

    @cached_property
    def about(self) -> re.Pattern[str]:
        """An article's subject and "of", up to where another treaty's name may stand."""
        grammar, words = self.grammar, "(?: [^\\W\\d_][\\w’'-]*){1,5}?"
        of = f" (?:{grammar.of}){SPACE}(?={grammar.foreign})"
        return compile_fragment(f"{SPACE}(?:{grammar.about}){words}{of}")

    @cached_property
    def of(self) -> re.Pattern[str]:
        """Of, after a comma or not."""
        return compile_fragment(f"{SPACE}(?:,{SPACE})?(?:{never(self.grammar.of)})")

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """Where a sentence or a block ends."""
        return compile_fragment(f"{self.grammar.sentence_end}|{_BLOCK_END}", fold=False)

    @cached_property
    def abbreviation(self) -> re.Pattern[str]:
        """A word whose full stop ends no sentence, up to the region's end."""
        return compile_fragment(f"{WORD_EDGE}(?:{never(self.grammar.abbreviations)})\\Z")
