"""From one hit to the chains that hang together: "paragraph 5 (a) of article 9 and Annex C".

A hand-written descent over a few patterns instead of a parser generator: it pulls what it needs at
an offset, never looks further than the next unit, and so stays linear on hostile text.
"""

from __future__ import annotations

import re

from portal.citations.asides import close_bracket, governs_its, name_behind_subject, read_bracketed
from portal.citations.elliptic import (
    read_bare,
    read_behind_mark,
    read_labels_before,
    read_number_beside,
)
from portal.citations.grammar import RANK, Grammar
from portal.citations.joining import (
    depth,
    innermost,
    join_beside,
    join_between,
    join_comma_outer,
    join_inner,
    join_outer,
    step_over,
)
from portal.citations.lexicon import Lexicon
from portal.citations.reader import Reader
from portal.citations.written import Group, Run

_FROM_REACH = 14
"""How far before a unit the "from" of a range may begin."""
_MOST_LABELLED = 3
"""A letter, a number and their article: "au a du 3 de l'article 7"."""
_MOST_GROUPS = 50
"""No one writes longer chains, and joining looks back over all of them."""


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
        while len(run.groups) < _MOST_LABELLED:
            labels = read_labels_before(self.reader, run.groups[0], low)
            if labels is None:
                break
            run.groups, run.leaned = [labels, *run.groups], True
        while len(run.groups) < _MOST_GROUPS and self._continue(run):
            pass
        return run

    def _continue(self, run: Run) -> bool:
        if run.open_bracket:
            close_bracket(self.reader, run)
        kind: str | None = "any"
        if self.lexicon.gate is not None:
            gate = self.lexicon.gate.match(self.text, run.end)
            kind = gate.lastgroup if gate is not None else None
        if kind is None:
            return self._behind_mark(run)
        if kind == "name":
            return self._beside(run) or self._named_at_once(run)
        if kind == "beside":
            return self._beside(run)
        if kind != "of":
            self._positions(run)
        if self._of(run) or self._beside(run):
            return True
        if kind in ("any", "mark"):
            found = read_bracketed(self.reader, run) or self._named_at_once(run)
            return found or self._after_title(run) or (kind == "any" and self._behind_mark(run))
        return False

    def _positions(self, run: Run) -> None:
        """Read "above" and "thereof", which change what is meant but are not part of it."""
        lexicon, last = self.lexicon, run.groups[-1]
        above = lexicon.above.match(self.text, run.end) if lexicon.above else None
        if above is not None:
            last.root().above = True
            run.end = above.end()
        thereof = lexicon.thereof.match(self.text, run.end) if lexicon.thereof else None
        if thereof is not None:
            last.root().its = True
            run.end = thereof.end()

    def _of(self, run: Run, start: int | None = None) -> bool:
        begin = run.end if start is None else start
        match = self.lexicon.of.match(self.text, begin)
        pos = self.reader.skip(match.end() if match is not None else begin)
        group = self.reader.read_group(pos, after_of=True) if match is not None else None
        if group is not None:
            group.run = run.stretch
            if step_over(run.groups, group, self.text):
                run.end = group.end
                return True
            behind_title = start is not None and group.items and join_inner(run.groups, group)
            if behind_title or join_outer(run.groups, group, run.stretch):
                self._add(run, group)
                return True
            if group.level == "dec" and group.items:
                # An annex of a decision; the decision is a citation of its own.
                run.names[run.stretch] = "foreign"
                return False
        # "статья 24 (часть 1) КоАП": behind a title a Russian name needs no word for "of".
        named = match is not None or (self.grammar.bare_names and start is not None)
        name = self._name_after(run, begin, pos if named else None)
        if name is None or self.reader.leads_on(begin, pos, name[1]):
            return False
        run.take_name(*name)
        return True

    def _name_after(self, run: Run, begin: int, pos: int | None) -> tuple[str, int] | None:
        """Read "of the Basel Convention" and "of the report", the "of" read up to `pos`."""
        root, lexicon = run.groups[-1].root(), self.lexicon
        if root.pointer:
            return None
        name = self.reader.read_name(pos) if pos is not None else None
        if name is not None:
            return name
        near = lexicon.documents_near if root.level != "art" else None
        other = lexicon.foreign_any if root.rank > 2 and not root.its else None
        for pattern in (lexicon.documents, near, other):
            if pattern is not None and (found := pattern.match(self.text, begin)) is not None:
                kind = found.lastgroup or "document"
                fits = kind == "document" or root.level == "art"
                return (kind, found.end()) if fits else None
        return None

    def _named_at_once(self, run: Run) -> bool:
        """Read "Article 5 Stockholm Convention" and "Article 4 (Basel Convention)".

        And "Article 4, Basel Convention", "Article 4 – Basel Convention" where nothing goes on.
        """
        if run.groups[-1].root().its and governs_its(self.reader, run):
            run.names[run.stretch] = "foreign"
            return False
        pos = self.reader.skip(run.end)
        comma = self.text[pos : pos + 1] in (",", "–", "—")
        pos = self.reader.skip(pos + 1) if comma else pos
        bracket = self.text[pos : pos + 1] in ("(", "（")
        if run.stretch in run.names or self.lexicon.foreign is None:
            return False
        if pos == run.end and not bracket:
            return False
        if self.text[pos : pos + 1].islower() and not self.grammar.bare_names:
            return False
        if bracket and self.text.startswith("UNEP/", pos + 1) and run.groups[-1].root().rank < 3:
            return False  # "The draft of Annex A (UNEP/MC/COP.4/26)": where it is written.
        name = self.reader.read_name(pos + bracket)
        if name is None or (bracket and self.text[name[1] : name[1] + 1] not in (")", "）")):
            return False
        if comma and (bracket or not self.lexicon.note_end.match(self.text, name[1])):
            return False
        run.take_name(name[0], name[1] + bracket)
        return True

    def _add(self, run: Run, group: Group) -> None:
        run.groups.append(group)
        run.end = group.end

    def _beside(self, run: Run) -> bool:
        """Read what a comma, an "and" or nothing joins."""
        link = self.lexicon.link.match(self.text, run.end)
        after = self.reader.after_genitive(run.end) if link is None else link.end()
        last = run.groups[-1]
        self.reader.outer_plural = last.plural or last.word == "art."
        self.reader.outer_surely = last.plural
        group = self.reader.read_group(self.reader.skip(after))
        self.reader.outer_plural = self.reader.outer_surely = False
        named = bool(run.stretch in run.names or (run.stretch and run.groups[-1].run < run.stretch))
        if group is None:
            return self._named_bare(run, link, after) if named else self._bare(run, link, after)
        if not group.items and not group.pointer:
            return False
        group.run = run.stretch
        if link is not None and link["to"] is not None:
            if not named and self._range_end(run, group):
                return True
            # "Article 7 – paragraph 3": a dash between a unit and a smaller one is no range.
            if named or link["to"].isalpha() or not join_inner(run.groups, group):
                return False
            self._add(run, group)
            return True
        soft = link is None or (link["comma"] is not None and link["and1"] is None)
        if soft and self._is_stepped_over(run, group):
            run.end = group.end
            return True
        if soft and (join_between(run.groups, group) or join_inner(run.groups, group)):
            group.run = run.groups[-1].run
        elif link is None:
            if run.stretch in run.names or not join_outer(run.groups, group, run.stretch):
                return False
        elif named or not (
            soft and group.items and join_comma_outer(run.groups, group, run.stretch)
        ):
            join_beside(run.groups, group, named=named)
        self._add(run, group)
        return True

    def _is_stepped_over(self, run: Run, group: Group) -> bool:
        """Tell whether a group has no number of ours: "article 4, paragraphe 2, premier alinéa".

        In "the first paragraph of Article 5, the third paragraph of Article 13" it has.
        """
        if group.level != "para" or not (group.ordinal or group.worded):
            return False
        deep = depth(innermost(run.groups)) >= group.rank
        return deep and not self.reader.is_governed(group.end, group.level)

    def _behind_mark(self, run: Run) -> bool:
        article = run.groups[-1].root().rank < RANK["para"]
        name = name_behind_subject(self.reader, run.end) if article else None
        if name is not None:
            run.take_name(*name)
            return True
        group = read_behind_mark(self.reader, run.groups, run.end)
        if group is not None:
            self._add(run, group)
        return group is not None

    def _range_end(self, run: Run, group: Group) -> bool:
        """Read "paragraph 5 (a) to paragraph 6 (b)", "Article 8 to Article 12"."""
        first = innermost(run.groups)
        if not group.items or not first.items or first.level != group.level:
            return False
        if self.lexicon.range_from is not None:
            run.leaned, start = True, run.groups[0].start
            if not self.lexicon.range_from.search(self.text, max(0, start - _FROM_REACH), start):
                return False
        group.items[0].to = True
        first.items += group.items
        first.end = run.end = group.end
        return True

    def _bare(self, run: Run, link: re.Match[str] | None, pos: int) -> bool:
        """Read numbers without their word."""
        found = read_bare(self.reader, run.groups, link, pos)
        run.groups += found
        run.end = found[-1].end if found else run.end
        return bool(found)

    def _named_bare(self, run: Run, link: re.Match[str] | None, pos: int) -> bool:
        """Read the 6 in "Articles 3 of the Convention and 6 of the Basel Convention"."""
        beside = link is not None and link["to"] is None
        group = read_number_beside(self.reader, run.groups[-1].root(), pos) if beside else None
        after = self.reader.after_of(group.end) if group is not None else None
        if group is None or after is None or self.reader.read_name(after) is None:
            return False
        group.run = run.stretch
        self._add(run, group)
        return True

    def _after_title(self, run: Run) -> bool:
        """Step over a title in brackets, if the citation goes on behind it."""
        title = self.lexicon.title.match(self.text, run.end)
        if title is None or self._of(run, title.end()):
            return title is not None
        link = self.lexicon.link.match(self.text, title.end())
        pos = title.end() if link is None else link.end()
        group = self.reader.read_group(self.reader.skip(pos))
        if group is None or not group.items:
            return False
        group.run = run.stretch
        bare = link is None and self.grammar.bare_names
        soft = bare or (link is not None and link["comma"] is not None)
        if soft and join_inner(run.groups, group):
            joined = True
        elif link is None:
            joined = bare and join_outer(run.groups, group, run.stretch)
        else:
            # "Part I (products) and Part II (amalgam) of Annex A"
            same = group.level == run.groups[-1].level in ("part", "para", "subpara")
            if joined := same and link["to"] is None:
                join_beside(run.groups, group, named=False)
        if joined:
            self._add(run, group)
        return joined
