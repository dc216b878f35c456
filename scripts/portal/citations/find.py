"""Text in, citations out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from portal.citations.broken_words import compose, find_breaks, leave_out, put_back
from portal.citations.citation import Citation, Target
from portal.citations.contexts import Contexts
from portal.citations.hard_breaks import ENTRY_START, HEADING_END
from portal.citations.instruments import Instruments
from portal.citations.known_runs import PAYS_AFTER, KnownRun, KnownRuns, shift
from portal.citations.lexicon import Lexicon, known_languages, load_lexicon
from portal.citations.literals import Literals
from portal.citations.mask import mask
from portal.citations.meaning import Interpreter
from portal.citations.parse import Parser
from portal.citations.resolve import Treaty, resolver_for
from portal.citations.survey import look_over
from portal.citations.written import Group, Run
from portal.errors import ConfigError

_LONGEST_WORD = 32
_WORD_BEGINS = frozenset(" \n\x1d(’'")
"""What stands before most words: their start need not be looked for."""


def find_citations(
    text: str,
    *,
    language: str,
    context: str | None = None,
    markdown: bool = True,
    treaty: Treaty | None = None,
) -> tuple[Citation, ...]:
    """Return every citation in a text, in document order, offsets in code points of the raw text.

    `context` is the id of the provision that the text belongs to. Without `markdown`, lines
    indented by four spaces count as text. Raises ConfigError for a language without a grammar or
    a context that is no provision.
    """
    lexicon, treaty = check_request(language, context, treaty=treaty)
    text = looked_at = text.replace("\u2011", "-")
    survey = look_over(looked_at)
    text, marks = compose(text) if survey.decomposed else (text, [])
    breaks = sorted(find_breaks(text, survey.breaks) + marks)
    places = None
    if breaks:
        text, places = leave_out(text, breaks)
    if lexicon.grammar.prepare is not None:
        text = lexicon.grammar.prepare(text)
    masked = mask(text, markdown=markdown, survey=survey if text == looked_at else None)
    hits = find_hits(masked, lexicon.grammar.stems)
    if not hits:
        return ()
    found = _Finder(masked, lexicon, context, treaty).find(hits)
    return tuple(found) if places is None else tuple(put_back(one, places) for one in found)


def resolve(written: str, *, language: str, context: str | None = None) -> tuple[Target, ...]:
    """Return the provisions that a text names, in order: those of all its citations."""
    found = find_citations(written, language=language, context=context, markdown=False)
    return tuple(target for citation in found for target in citation.targets)


def check_request(
    language: str, context: str | None, *, treaty: Treaty | None = None
) -> tuple[Lexicon, Treaty]:
    """Load what a search needs; raise ConfigError for an unknown language or context."""
    lexicon = load_lexicon(language)
    if lexicon is None:
        known = ", ".join(known_languages())
        message = f"There is no grammar for the language {language!r}. Use one of: {known}."
        raise ConfigError(message)
    if treaty is None:
        from portal.convention import load_treaty

        treaty = load_treaty()
    if context is not None and treaty.status(context) == "unknown":
        message = f"There is no provision {context!r}. `portal provisions` lists them all."
        raise ConfigError(message)
    return lexicon, treaty


def find_hits(masked: str, stems: tuple[str, ...]) -> list[int]:
    """Return the offsets of all stems, in order; one that ends in a blank may end the text."""
    return sorted({start for _, start, _ in _literals(stems).find(f"{masked} ")})


@cache
def _literals(stems: tuple[str, ...]) -> Literals:
    """Return the stems; a blank in one stands for a line break of any kind as well."""
    return Literals("".join(signs) for stem in stems for signs in product(*map(_signs, stem)))


def _signs(sign: str) -> str:
    return f" \n{ENTRY_START}{HEADING_END}" if sign == " " else sign


def word_start(text: str, pos: int) -> int:
    """Return where the word around an offset starts, hyphens inside it included."""
    if pos > 1 and text[pos - 2] in _WORD_BEGINS and text[pos - 1].isalpha():
        return pos - 1
    low = max(0, pos - _LONGEST_WORD)
    while (
        pos > low
        and (
            text[pos - 1].isalpha()
            or "\u064b" <= text[pos - 1] <= "\u0670"  # Arabic vowel signs
            or (text[pos - 1] == "-" and text[pos - 2 : pos - 1].isalpha())
        )
    ):
        pos -= 1
    return pos


class _Finder:
    def __init__(self, masked: str, lexicon: Lexicon, context: str | None, treaty: Treaty) -> None:
        resolver = resolver_for(treaty)
        self.text = masked
        self.lexicon = lexicon
        self.parser = Parser(masked, lexicon)
        self.contexts = Contexts(masked, lexicon, context)
        self.instruments = Instruments(masked, lexicon, self.contexts)
        self.interpreter = Interpreter(masked, self.contexts, resolver)
        store = resolver.runs.setdefault(lexicon.grammar.language, {})
        self.known = KnownRuns(masked, lexicon, self.parser.reader, store)
        self.heading: list[Citation] = []
        self.named = False
        """Whether an instrument's name governs any citation of the last run."""

    def find(self, hits: list[int]) -> Iterator[Citation]:
        done, text, whole = 0, self.text, self.lexicon.grammar.whole_words
        unit = self.lexicon.unit.match if self.lexicon.grammar.read_group is None else None
        no_hit = self.lexicon.no_hit
        rare = self.lexicon.hits < PAYS_AFTER
        self.lexicon.hits += len(hits)
        for hit in hits:
            if hit < done or text[hit] in "\0 ":
                continue
            if no_hit is not None and no_hit.match(text, hit) is not None:
                continue
            word = max(word_start(text, hit), done) if whole else hit
            match = unit(text, word) if unit is not None else None
            if unit is not None and match is None and "-" not in text[word:hit]:
                continue
            if word >= self.contexts.wake:
                self._enter(word)
            form = (match and match.lastgroup) or ""
            key = None if rare else self.known.key(word, form, done, self.contexts)
            known = self.known.store.get(key) if key is not None else None
            if known is not None and not self.instruments.before(word, known.root, done):
                yield from self._repeat(known, word)
                done = max(word + known.end, hit + 1)
                continue
            if key is None and self._is_plain(match, word, hit, done):
                continue
            run = self._parse(word, hit, done)
            if run is None:
                continue
            found = list(self._citations(run, done))
            done = max(run.end, hit + 1)
            if key is not None and key not in self.known.store and not self.named:
                self.known.learn(key, word, run, found)
            yield from (citation for citation, _ in found)
        self._end_heading()

    def _enter(self, word: int) -> None:
        """Take in the headings up to a word."""
        if not self.contexts.in_heading(word):
            self._end_heading()
        self.contexts.move(word)

    def _is_plain(self, match: re.Match[str] | None, word: int, hit: int, low: int) -> bool:
        """Tell quickly that no run starts here."""
        if match is None or "-" in self.text[word:hit]:
            return False
        return self.parser.reader.is_plain(match, low, word)

    def _repeat(self, known: KnownRun, word: int) -> Iterator[Citation]:
        for relative, group, ids, foreign in known.citations:
            citation = shift(relative, word)
            if citation.start < self.contexts.heading_end:
                self.heading.append(citation)
            self.interpreter.recall(citation.end, ids, group, foreign=foreign)
            yield citation

    def _parse(self, word: int, hit: int, low: int) -> Run | None:
        run = self.parser.parse(word, low)
        hyphen = self.text.rfind("-", word, hit) + 1
        if run is None and hyphen:
            run = self.parser.parse(hyphen, low)
        return run

    def _citations(self, run: Run, low: int) -> Iterator[tuple[Citation, list[Group]]]:
        components = _components(run.groups)
        names = self.instruments.of_run(run, components, low)
        self.named = any(name not in ("", "ours") for name in names)
        for whole, name in zip(components, names, strict=True):
            component = whole
            citation = self.interpreter.interpret(component, name)
            while component[0].loose and (citation is None or citation.has_unknown):
                component = component[1:]
                citation = self.interpreter.interpret(component, name)
            if citation is not None:
                if self.contexts.in_heading(citation.start):
                    self.heading.append(citation)
                yield citation, component

    def _end_heading(self) -> None:
        """Let the heading that ends here lend its provision, if it names one."""
        if not self.contexts.heading_open:
            return
        named = None
        targets = [target for citation in self.heading for target in citation.targets]
        tops = {_top(t) for t in targets if not (t.id or "").startswith("dec_")}
        if self.heading and len(self.heading[0].targets) == 1 and len(tops) < 2:
            named = targets[0].id if targets[0].status == "valid" else None
            for citation in self.heading[1:] if named else []:
                # "Annex E: Part II" is about the part.
                inner = citation.targets[0].id or ""
                if len(citation.targets) == 1 and inner.startswith(f"{named}__"):
                    named = inner
        self.contexts.heading_names(named)
        self.heading = []


def _top(target: Target) -> str | None:
    """Return the article, annex or decision of a target; None where it has no id."""
    return None if target.id is None else target.id.partition("__")[0]


def _components(groups: list[Group]) -> list[list[Group]]:
    """Sort the groups of a run into citations: those that hang together by a governing group."""
    if len(groups) == 1:
        return [groups]
    lent = {
        id(group.root()): group.beside.root()
        for group in groups
        if group.beside is not None and group.beside.root() is not group.root()
    }
    found: dict[int, list[Group]] = {}
    for group in groups:
        key = group.root()
        while id(key) in lent:
            key = lent[id(key)]
        found.setdefault(id(key), []).append(group)
    return sorted(found.values(), key=lambda component: component[0].start)
