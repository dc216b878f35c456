"""Text in, citations out."""

from __future__ import annotations

from collections.abc import Iterator

from portal.citations.citation import Citation, Target
from portal.citations.contexts import Contexts
from portal.citations.lexicon import Lexicon, known_languages, load_lexicon
from portal.citations.mask import mask
from portal.citations.meaning import Interpreter
from portal.citations.parse import Parser, Run
from portal.citations.resolve import Treaty, resolver_for
from portal.citations.written import Group
from portal.errors import ConfigError

_LONGEST_WORD = 32
_NAME_REACH = 160
"""How far before a citation the name of another treaty may begin."""
_LONG_NAME, _SHORT_NAME = 130, 60
"""How far before a citation the word "Convention" of a name may stand, with and without a mark."""
_AFTER_NAME = frozenset("(（,،:")
_RELATIVE = frozenset({"para", "subpara", "item"})


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
    if lexicon.grammar.prepare is not None:
        text = lexicon.grammar.prepare(text)
    hits = find_hits(text, lexicon)
    if not hits:
        return ()
    return tuple(_Finder(mask(text, markdown=markdown), lexicon, context, treaty).find(hits))


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


def find_hits(text: str, lexicon: Lexicon) -> list[int]:
    """Return the offsets of all stems of the language, in order."""
    hits: list[int] = []
    find, add = text.find, hits.append
    for stem in lexicon.grammar.stems:
        pos = find(stem)
        while pos >= 0:
            add(pos)
            pos = find(stem, pos + 1)
    hits.sort()
    return hits


def word_start(text: str, pos: int) -> int:
    """Return where the word around an offset starts, hyphens inside it included."""
    low = max(0, pos - _LONGEST_WORD)
    if pos and text[pos - 1].isalpha() and (pos == 1 or text[pos - 2] in " \n(’'*"):
        return pos - 1
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
        self.text = masked
        self.lexicon = lexicon
        self.parser = Parser(masked, lexicon)
        self.contexts = Contexts(masked, lexicon, context)
        self.interpreter = Interpreter(masked, self.contexts, resolver_for(treaty))
        self.heading: list[Citation] = []

    def find(self, hits: list[int]) -> Iterator[Citation]:
        done, text, whole = 0, self.text, self.lexicon.grammar.whole_words
        for hit in hits:
            if hit < done or text[hit] in "\0 ":
                continue
            word = word_start(text, hit) if whole else hit
            run = self._parse(max(word, done), hit, done)
            if run is None:
                continue
            before, done = done, max(run.end, hit + 1)
            yield from self._citations(run, before)
        self._end_heading()

    def _parse(self, word: int, hit: int, low: int) -> Run | None:
        run = self.parser.parse(word, low)
        hyphen = self.text.rfind("-", word, hit) + 1
        if run is None and hyphen:
            run = self.parser.parse(hyphen, low)
        return run

    def _citations(self, run: Run, low: int) -> Iterator[Citation]:
        components = _components(run.groups)
        names = self._names(run, components, low)
        for component, name in zip(components, names, strict=True):
            start = min(group.start for group in component)
            if not self.contexts.in_heading(start):
                self._end_heading()
            self.contexts.move(start)
            citation = self.interpreter.interpret(component, name)
            if citation is not None:
                if self.contexts.in_heading(start):
                    self.heading.append(citation)
                yield citation

    def _end_heading(self) -> None:
        """Let the heading that ends here lend its provision, if it names one."""
        if not self.contexts.heading_open:
            return
        named = None
        if self.heading and len(self.heading[0].targets) == 1:
            target = self.heading[0].targets[0]
            named = target.id if target.status == "valid" else None
        self.contexts.heading_names(named)
        self.heading = []

    def _names(self, run: Run, components: list[list[Group]], low: int) -> list[str]:
        """Say for each citation of a run whose provision it is: "", ours, or foreign."""
        if len(components) == 1:
            name = run.names.get(components[0][-1].run, "") if run.names else ""
            if name == "that":
                return [self._that_treaty(components[0])]
            return [name or self._name_before(components[0], low)]
        names: list[str] = []
        kinds: dict[int, bool] = {}
        for component in reversed(components):
            stretch = max(group.run for group in component)
            absolute = component[0].root().level not in _RELATIVE
            # One name at the end governs the chains before it that are of its kind.
            governed = kinds.setdefault(stretch, absolute) == absolute
            names.append(run.names.get(stretch, "") if governed else "")
        names.reverse()
        names = [self._that_treaty(components[0]) if name == "that" else name for name in names]
        if not names[0]:
            before = self._name_before(components[0], low)
            for index in range(len(components)):
                if names[index]:
                    break
                names[index] = before
        return names

    def _that_treaty(self, component: list[Group]) -> str:
        """Say whose "that Convention" is: another's, if another was named in the sentence."""
        start = min(group.start for group in component)
        first = max(self.contexts.sentence_start(start), start - 2 * _NAME_REACH)
        window = self.text[first:start]
        foreign = self.lexicon.foreign
        names = [] if foreign is None else list(foreign.finditer(window))
        ours = self.lexicon.ours
        for match in reversed(names):
            own = ours.match(window, match.start())
            if own is None or own.end() < match.end():
                return "foreign"
            return "ours"
        return "ours"

    def _name_before(self, component: list[Group], low: int) -> str:
        """Look for an instrument's name right before: "the Basel Convention (article 4)"."""
        start, lexicon = min(group.start for group in component), self.lexicon
        if lexicon.foreign is None or start == 0 or component[0].root().pointer:
            return ""
        first = max(low, start - _NAME_REACH)
        hints = lexicon.grammar.foreign_hints
        window = self.text[first:start]
        if hints and not any(map(window.__contains__, hints)):
            return ""
        if hints:
            last = max(window.rfind(hint) for hint in hints)
            its = component[0].root().its
            near = _LONG_NAME if window.rstrip()[-1:] in _AFTER_NAME else _SHORT_NAME
            if last < 0 or not (its or len(window) - last < near):
                return ""
        sentence = self.contexts.sentence_start(start)
        its = component[0].root().its
        if sentence > first:
            window, first = self.text[sentence:start], sentence
        pos, name = 0, ""
        while True:
            match = lexicon.foreign.search(window, pos)
            if match is None:
                return name
            ours = lexicon.ours.match(window, match.start())
            if ours is None or ours.end() < match.end():
                contrast = lexicon.contrast is not None and lexicon.contrast.search(
                    window[: match.start()]
                )
                near = lexicon.bridge.match(window, match.end()) is not None and not contrast
                between, root = window[match.end() :], component[0].root()
                first_only = lexicon.grammar.bare_names
                if its or (near and _governs(match[0], between, root, first_only=first_only)):
                    name = "foreign"
            pos = max(match.end(), match.start() + 1)


def _governs(name: str, between: str, root: Group, *, first_only: bool) -> bool:
    """Tell whether a name before a citation is its instrument: after a comma only a proper name is.

    `first_only`: the language writes only the first word of a name with a capital.
    """
    if not between.lstrip().startswith((",", "،", "，", ":")):
        return True
    numbered = any(c.isdigit() for c in name)
    proper = numbered or any(c.isupper() for c in name[1:]) or name.upper() == name.lower()
    if first_only and name[:1].isupper() and " " in name:
        proper = True
    return proper and (numbered or root.level not in _RELATIVE)


def _components(groups: list[Group]) -> list[list[Group]]:
    """Sort the groups of a run into citations: those that hang together by a governing group."""
    if len(groups) == 1:
        return [groups]
    found: dict[int, list[Group]] = {}
    for group in groups:
        key = group.root()
        beside = key.beside
        while beside is not None:
            key = beside.root()
            beside = key.beside
        found.setdefault(id(key), []).append(group)
    return sorted(found.values(), key=lambda component: component[0].start)
