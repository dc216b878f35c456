"""Whose a provision is: the instrument named after a citation, or right before it."""

from __future__ import annotations

import re

from portal.citations.contexts import Contexts
from portal.citations.lexicon import Lexicon
from portal.citations.written import Group, Run

_NAME_REACH = 160
"""How far before a citation the name of another treaty may begin."""
_LONG_NAME, _SHORT_NAME = 130, 60
"""How far before a citation the word "Convention" of a name may stand, with and without a mark."""
_THAT_REACH = 8
"""How far before a citation "that Convention" may begin, in Chinese."""
_BRIDGE = 22
"""How far before a citation that mark may stand: ", and in particular "."""
_ACRONYM = re.compile("[A-Z]\\.? ?[A-Z]")
"""CITES, UNEP/, "BC Art. 4", D.S., R. M."""
_INITIALS = re.compile("[A-Z]{2,8}")
"""A name that is proper although it is one word: "CEDH, article 8", "BC, Article 2"."""
_DASHES = frozenset("–—-")
_DASH = re.compile(" [–—-][ \\n]+(?:\\w{1,3} )?\\Z|(?<=》)—{1,2}\\Z")
"""A dash before a citation, "in the" included; one that begins a line makes a list."""
_DASH_REACH = 7
_CLAUSE = re.compile('(?:\\A|[.,;:()«“"|•*>#–—\x00\x1d\x1e-]|\\n)\\s*(?:\\w{1,3} ){0,2}\\Z')
"""What stands before the first name of a clause: a mark, and "the" or "and in"."""
_AFTER_NAME = frozenset("(（,،:")
_NO_NAME_BEFORE = frozenset(";|#!?？！。；→←–—-/\x00\x1d\x1e")
"""What stands neither at the end of a name nor between one and the citation that it governs."""
_COMMAS = (",", "،", "，", ":")
_LEADS_ON = (
    ",", " en", " dans", " in", "icular", "iculier", "amment", "pecial", "lmente", "cially", "todo",
)  # fmt: skip
"""What before "the" may lead on from a name: "el Convenio de Basilea, en particular el artículo 6";
of a long word only the end is looked at."""
_LONG_TITLE = 3
"""With more words than these a name in small letters is a title, not "the applicable law"."""
_RELATIVE = frozenset({"para", "subpara", "item"})


class Instruments:
    """Finds the names around the citations of one text, in document order."""

    def __init__(self, text: str, lexicon: Lexicon, contexts: Contexts) -> None:
        self.text = text
        self.lexicon = lexicon
        self.contexts = contexts

    def of_run(self, run: Run, components: list[list[Group]], low: int) -> list[str]:
        """Say for each citation of a run whose provision it is: "", ours, or foreign."""
        if len(components) == 1:
            name = run.names.get(components[0][-1].run, "") if run.names else ""
            if name == "that":
                return [self._that_treaty(components[0])]
            return [name or self.before_group(components[0], low)]
        names: list[str] = []
        kinds: dict[int, bool] = {}
        for component in reversed(components):
            stretch = max(group.run for group in component)
            absolute = component[0].root().level not in _RELATIVE
            # One name at the end governs the chains before it that are of its kind.
            governed = kinds.setdefault(stretch, absolute) == absolute
            names.append(run.names.get(stretch, "") if governed else "")
        names.reverse()
        names = [
            self._that_treaty(component) if name == "that" else name
            for component, name in zip(components, names, strict=True)
        ]
        inherits = max(g.run for g in components[0]) == max(g.run for g in components[1])
        before = self.before_group(components[0], low) if inherits or not names[0] else ""
        if before:
            # A name right before a chain is nearer than one after its neighbours.
            names[0] = before
            unnamed = names.index("ours") if "ours" in names else len(names)
            names[:unnamed] = [name or before for name in names[:unnamed]]
        return names

    def _that_treaty(self, component: list[Group]) -> str:
        """Say whose "that Convention" is: another's, if another was named in the sentence."""
        start = min(group.start for group in component)
        first = max(self.contexts.sentence_start(start), start - 2 * _NAME_REACH)
        window = self.text[first:start]
        foreign = self.lexicon.foreign
        names = [] if foreign is None else list(foreign.finditer(window))
        if not names:
            return "ours"
        last = names[-1]
        own = self.lexicon.own_name(window, last.start(), last.end())
        return "foreign" if own is None else "ours"

    def before_group(self, component: list[Group], low: int) -> str:
        """Look for a name right before a citation: "the Basel Convention (article 4)"."""
        return self.before(min(group.start for group in component), component[0].root(), low)

    def before(self, start: int, root: Group, low: int) -> str:
        """Say "foreign" if another instrument's name right before `start` governs it."""
        lexicon = self.lexicon
        if lexicon.foreign is None or start == 0 or root.pointer:
            return ""
        text = self.text
        near = text[max(0, start - _DASH_REACH) : start]
        dash = None if root.its or _DASHES.isdisjoint(near) else _DASH.search(near)
        if dash is not None:
            return self._before_dash(start - len(near) + dash.start(), low)
        last = text[start - 2 : start - 1] if text[start - 1] == " " else text[start - 1]
        if last in _NO_NAME_BEFORE and not root.its:
            return ""
        first = max(low, start - _NAME_REACH)
        window = self.text[first:start]
        if not lexicon.grammar.whole_words and self._is_that_treaty(start):
            return "foreign"
        plain = lexicon.grammar.plain_before
        near, _, word = window[-12:].rpartition(" ")[0].rpartition(" ")
        # "Dans la Convention de Bâle, les articles 4 et 6"
        set_off = near.endswith(_LEADS_ON) or window.rfind("(") > window.rfind(")")
        if word in plain and not root.its and not set_off:
            return ""
        if not self._may_hold_name(window, its=root.its):
            return ""
        sentence = self.contexts.sentence_start(start)
        return self._governing(self.text[max(first, sentence) : start], root)

    def _governing(self, window: str, root: Group) -> str:
        """Say whose name in a sentence governs the citation that stands right behind it."""
        lexicon, pos, name = self.lexicon, 0, ""
        while True:
            match = lexicon.foreign.search(window, pos) if lexicon.foreign else None
            if match is None:
                # Not every name of ours is a match of `foreign`.
                return "ours" if root.its and lexicon.ours.search(window, pos) else name
            own = lexicon.own_name(window, match.start(), match.end())
            if own is None:
                meant = root.its and not (lexicon.papers and lexicon.papers.search(match[0]))
                name = "foreign" if meant or self._is_near(window, match, root) else name
            elif root.its:
                name = "ours"
            pos = max(own or match.end(), match.start() + 1)

    def _is_that_treaty(self, start: int) -> bool:
        """Tell whether "that Convention" ends at `start` and another's provision came before."""
        that, low = self.lexicon.that_treaty, max(0, start - _THAT_REACH)
        words = None if that is None else that.search(self.text, low, start)
        if words is None or self.text[words.end() : start].strip(" 的中之"):
            return False
        return any(mention.foreign for mention in self.contexts.in_sentence(start)[:1])

    def _before_dash(self, end: int, low: int) -> str:
        """Read "Basel Convention – Article 4", the name alone in its clause."""
        first = max(low, end - _NAME_REACH, self.contexts.sentence_start(end))
        foreign = self.lexicon.foreign
        for match in () if foreign is None else foreign.finditer(self.text, first, max(end, first)):
            if match.end() == end and _CLAUSE.search(self.text[first : match.start()]):
                own = self.lexicon.own_name(self.text, match.start(), end)
                return "foreign" if own is None else ""
        return ""

    def _may_hold_name(self, window: str, *, its: bool) -> bool:
        """Look quickly for a word that every name contains, near enough to govern."""
        hints = self.lexicon.foreign_hints
        if its or hints is None:
            return True
        # "The Treaty on the Functioning of the European Union, and in particular Article 192"
        near = _SHORT_NAME if _AFTER_NAME.isdisjoint(window[-_BRIDGE:]) else _LONG_NAME
        near_by = window[-near:].replace("\n", " ")
        return hints.stand_in(near_by) or _ACRONYM.search(near_by) is not None

    def _is_near(self, window: str, match: re.Match[str], root: Group) -> bool:
        contrast, end = self.lexicon.contrast, match.end()
        around = window[match.start() - 1 : match.start()] + window[end : end + 1]
        if around == "()" and match[0].startswith("UNEP/"):
            end += 1  # "The report (UNEP/MC/ICC.3/6), paragraph 22"
        if self.lexicon.bridge.match(window, end) is None:
            return False
        between, subject = window[end:], self.lexicon.subject
        governable = self.lexicon.grammar.whole_words or root.level == "art"
        if not between.strip() and subject and governable and subject.match(match[0]):
            return any(c.isdigit() for c in match[0])
        # Chinese puts the name first: only a comma sets off what 不同于 leads in.
        set_off = self.lexicon.grammar.whole_words or between.lstrip().startswith(_COMMAS)
        # "Unlike the Basel Convention (article 4)": the brackets are that treaty's all the same.
        set_off = set_off and not between.lstrip().startswith(("(", "（"))
        if set_off and contrast is not None and contrast.search(window[: match.start()]):
            return False
        # "Minamata: Articles 4 and 5; Basel: Articles 4 and 6"
        mark = between.lstrip().startswith(":") or between.strip() == ","
        opens = (
            mark and match[0][:1].isupper() and _CLAUSE.search(window[: match.start()]) is not None
        )
        return opens or _governs(match[0], between, root)


def _governs(name: str, between: str, root: Group) -> bool:
    """Tell whether a name before a citation governs it: after a comma only a proper name does."""
    if not between.lstrip().startswith(_COMMAS):
        return True
    numbered = any(c.isdigit() for c in name)
    words = len(name.split())
    several = words > 1 and any(c.isupper() for c in name)
    # "La convention sur la diversité biologique, article 10", as the European Union spells it.
    several = several or (words > _LONG_TITLE and between.strip() in _COMMAS)
    proper = numbered or several or name.upper() == name.lower() or _INITIALS.fullmatch(name)
    return bool(proper) and (numbered or root.level not in _RELATIVE)
