"""From one hit to the chains that hang together: "paragraph 5 (a) of article 9 and Annex C".

A hand-written descent over a few patterns instead of a parser generator: it pulls what it needs at
an offset, never looks further than the next unit, and so stays linear on hostile text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.citations.grammar import Grammar
from portal.citations.lexicon import Lexicon
from portal.citations.reader import Reader
from portal.citations.values import _MOST_ITEMS
from portal.citations.written import Group, Item

_NESTS = {
    "dec": frozenset({"para", "subpara", "item"}),
    "preamble": frozenset({"para"}),
    "annex": frozenset({"part", "art", "para", "subpara", "item"}),
    "part": frozenset({"art", "para", "subpara", "item"}),
    "art": frozenset({"para", "subpara", "item"}),
    "para": frozenset({"subpara", "item"}),
    "subpara": frozenset({"item"}),
    "item": frozenset(),
}
"""What may stand below a level."""


@dataclass(slots=True)
class Run:
    """Groups written in one go, and the instrument named after each stretch of them."""

    groups: list[Group] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    """Number of the stretch -> ours | foreign."""
    stretch: int = 0
    end: int = 0
    """Where reading stopped: nothing before it needs to be looked at again."""


class Parser:
    """Parses runs of one masked text."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.grammar: Grammar = lexicon.grammar
        self.reader = Reader(text, lexicon)

    def parse(self, word: int, low: int) -> Run | None:
        """Parse the run whose first unit word starts at `word`; None if it is no citation."""
        first = self.reader.read_hit(word, low)
        if first is None:
            return None
        run = Run([first], end=first.end)
        while len(run.groups) < _MOST_ITEMS and self._continue(run):
            pass
        return run

    def _continue(self, run: Run) -> bool:
        self._positions(run)
        return (
            self._of(run)
            or self._bracketed(run)
            or self._beside(run)
            or self._named_at_once(run)
            or self._after_title(run)
        )

    def _positions(self, run: Run) -> None:
        """Read "above" and "thereof", which change what is meant but are not part of it."""
        lexicon, last = self.lexicon, run.groups[-1]
        above = lexicon.above.match(self.text, run.end) if lexicon.above else None
        if above is not None:
            last.root().above = True
            run.end = above.end()
        thereof = lexicon.thereof.match(self.text, run.end) if lexicon.thereof else None
        if thereof is not None and last.root().rank > 2:
            last.root().its = True
            run.end = thereof.end()

    def _of(self, run: Run, start: int | None = None) -> bool:
        begin = run.end if start is None else start
        match = self.lexicon.of.match(self.text, begin)
        pos = self.reader.skip(match.end()) if match is not None else begin
        group = self.reader.read_group(pos, after_of=True) if match is not None else None
        if group is not None:
            group.run = run.stretch
            if _join_outer(run.groups, group, run.stretch):
                self._add(run, group)
                return True
            if group.level == "dec" and group.items:
                # An annex of a decision; the decision is a citation of its own.
                run.names[run.stretch] = "foreign"
                return False
        name = self._name_after(run, begin, pos if match is not None else None)
        if name is None:
            return False
        run.names[run.stretch], run.end = name
        run.stretch += 1
        return True

    def _name_after(self, run: Run, begin: int, pos: int | None) -> tuple[str, int] | None:
        """Read "of the Basel Convention" and "of the report", the "of" read up to `pos`."""
        root, lexicon = run.groups[-1].root(), self.lexicon
        if root.pointer:
            return None
        name = self.read_name(pos) if pos is not None else None
        patterns = [lexicon.documents, lexicon.foreign_any if root.rank > 2 else None]
        for pattern in patterns:
            other = pattern.match(self.text, begin) if pattern is not None and name is None else None
            name = ("foreign", other.end()) if other is not None else name
        return name

    def _named_at_once(self, run: Run) -> bool:
        """Read "Article 5 Stockholm Convention" and "Article 4 (Basel Convention)"."""
        pos = self.reader.skip(run.end)
        if run.stretch in run.names or self.lexicon.foreign is None or pos == run.end:
            return False
        bracket = self.text[pos : pos + 1] in ("(", "（")
        name = self.read_name(pos + bracket)
        if name is None or (bracket and self.text[name[1] : name[1] + 1] not in (")", "）")):
            return False
        run.names[run.stretch], run.end = name[0], name[1] + bracket
        run.stretch += 1
        return True

    def read_name(self, pos: int) -> tuple[str, int] | None:
        """Read the name of an instrument: (ours | foreign, end)."""
        ours = self.lexicon.ours.match(self.text, pos)
        other = self.lexicon.foreign.match(self.text, pos) if self.lexicon.foreign else None
        if ours is not None and (other is None or other.end() <= ours.end()):
            return "ours", ours.end()
        return ("foreign", other.end()) if other is not None else None

    def _add(self, run: Run, group: Group) -> None:
        run.groups.append(group)
        run.end = group.end

    def _bracketed(self, run: Run) -> bool:
        """Read "Annex A (Part I)"."""
        pos = self.reader.skip(run.end)
        if self.text[pos : pos + 1] not in ("(", "（"):
            return False
        group = self.reader.read_group(pos + 1)
        if group is None or not group.items or not _join_inner(run.groups, group):
            return False
        self._add(run, group)
        close = self.reader.skip(run.end)
        if self.text[close : close + 1] in (")", "）"):
            group.end = run.end = close + 1
        return True

    def _beside(self, run: Run, start: int | None = None) -> bool:
        """Read what a comma, an "and" or nothing joins."""
        begin = run.end if start is None else start
        link = self.lexicon.link.match(self.text, begin)
        if link is not None and link["to"] is not None and not run.groups[-1].plural:
            link = None
        soft = link is None or (link["and2"] is None and link["to"] is None and link["and1"] is None)
        after = begin if link is None else link.end()
        pos = self.reader.skip(after)
        named = run.stretch in run.names or (run.stretch and run.groups[-1].run < run.stretch)
        self.reader.outer_plural = run.groups[-1].plural
        group = self.reader.read_group(pos)
        self.reader.outer_plural = False
        if group is None:
            return link is not None and not named and self._bare_number(run, after)
        if not group.items and not group.pointer:
            return False
        group.run = run.stretch
        if soft and _join_inner(run.groups, group):
            group.run = run.groups[-1].run
        elif link is None:
            if named or not _join_outer(run.groups, group, run.stretch):
                return False
        elif not (soft and not named and group.items and _join_comma_outer(run.groups, group, run.stretch)):
            _join_beside(run.groups, group, named=bool(named))
        self._add(run, group)
        return True

    def _bare_number(self, run: Run, pos: int) -> bool:
        """Read "Articles 8, paragraph 5, and 9, paragraph 5": a number of the outer list."""
        outer = run.groups[-1].parent
        if outer is None or not outer.plural or run.groups[-1].last is None or not outer.items:
            return False
        item = self.reader.next_item(outer.items[-1], pos, outer.level, "", doubtful=True)
        if item is None:
            return False
        group = Group(outer.level, item.steps[0].start, item.steps[-1].end, [item], plural=True)
        group.parent, group.last, group.beside, group.run = outer.parent, outer.last, outer, outer.run
        self._add(run, group)
        return True

    def _after_title(self, run: Run) -> bool:
        """Step over a title in brackets, if the citation goes on behind it."""
        title = self.lexicon.title.match(self.text, run.end)
        if title is None:
            return False
        if self._of(run, title.end()):
            return True
        link = self.lexicon.link.match(self.text, title.end())
        if link is None or link["comma"] is None:
            return False
        group = self.reader.read_group(self.reader.skip(link.end()))
        if group is None or not group.items or not _join_inner(run.groups, group):
            return False
        group.run = run.stretch
        self._add(run, group)
        return True


def _innermost(groups: list[Group]) -> Group:
    """Return the deepest group of the chain that the last group belongs to."""
    last = groups[-1]
    parents = {id(g.parent) for g in groups if g.parent is not None}
    if id(last) not in parents:
        return last
    below = [g for g in groups if g.root() is last.root() and id(g) not in parents]
    return below[-1] if below else last


def _join_inner(groups: list[Group], group: Group) -> bool:
    """Hang a group below what stands before it: "Article 9, paragraph 5"."""
    outer = _innermost(groups)
    if group.pointer or group.level not in _NESTS[outer.level]:
        return False
    if outer.level == "annex" and group.level == "art" and not _is_annex_e(outer):
        return False
    if not outer.items and outer.pointer == "":
        return False
    group.parent, group.last = outer, outer.items[-1] if outer.items else None
    return True


def _is_annex_e(group: Group) -> bool:
    return bool(group.items) and "e" in group.items[-1].steps[0].values


def _join_outer(groups: list[Group], group: Group, stretch: int) -> bool:
    """Put a group above what stands before it: "paragraph 5 of article 9"."""
    last = groups[-1]
    root = last.root()
    if root.run != stretch:
        return False
    if root.level in _NESTS[group.level]:
        _govern(root, group)
        for other in reversed(groups):
            if other.run != stretch or other.rank < root.rank:
                break
            if other.parent is None and other is not root and other.level == root.level:
                if not other.items:
                    break
                _govern(other, group)
        return True
    if last.parent is not None and last.last is not None and last.level in _NESTS[group.level]:
        last.beside = None
        _govern(last, group)
        return True
    return False


def _govern(inner: Group, outer: Group) -> None:
    inner.parent, inner.last = outer, None


def _join_comma_outer(groups: list[Group], group: Group, stretch: int) -> bool:
    """Read "paragraph 3, article 7" as paragraph 3 of article 7."""
    root = groups[-1].root()
    relative = root.rank > 2 or root.level == "part"
    return relative and bool(root.items) and not root.above and _join_outer(groups, group, stretch)


def _join_beside(groups: list[Group], group: Group, *, named: bool) -> None:
    """Let a group after "and" share what governs a group of its level: "Annex B, Part I and Part II"."""
    if named or group.pointer:
        return
    inner: Group | None = _innermost(groups)
    while inner is not None and inner.level != group.level:
        inner = inner.parent if inner.last is not None else None
    if inner is not None and inner.parent is not None and inner.last is not None:
        group.parent, group.last, group.beside = inner.parent, inner.last, inner
        group.run = inner.run
