"""From the groups of one citation to its targets: whose they are, and through which context."""

from __future__ import annotations

from portal.citations.citation import Citation, How, Problem, Status, Target
from portal.citations.contexts import Contexts, Mention
from portal.citations.elliptic import article_first
from portal.citations.grammar import RANK
from portal.citations.joining import partly_governing
from portal.citations.problems import find_problems
from portal.citations.resolve import (
    Path,
    Resolver,
    ancestor,
    last_step,
    level_of,
    paths,
    preceding,
    rank_of,
    up,
)
from portal.citations.written import Group, Step

_PROCEDURES = {"part_1": "annex_e__part_1", "part_2": "annex_e__part_2"}
"""Where the articles of the arbitration and of the conciliation procedure stand."""


class Interpreter:
    """Gives the groups of written citations their meaning, in document order."""

    def __init__(self, text: str, contexts: Contexts, resolver: Resolver) -> None:
        self.text = text
        self.contexts = contexts
        self.resolver = resolver

    def interpret(self, groups: list[Group], name: str) -> Citation | None:
        """Resolve one citation; None if it is none after all ("the first paragraph", "Part I")."""
        if len(groups) == 1:
            return self._single(groups, name)
        governing = {id(g.parent) for g in groups if g.parent is not None and not g.excepted}
        leaves = [group for group in groups if id(group) not in governing]
        start, end = min(g.start for g in groups), max(g.end for g in groups)
        targets: list[Target] = []
        how: How = "full"
        for group in sorted([*leaves, *partly_governing(groups)], key=lambda g: g.start):
            skip = None if id(group) not in governing else group.items[-1]
            found, way = self._targets(group, name, skip=skip is not None)
            targets += found
            how = way if way != "full" else how
        if not targets or not self._is_citation(groups, targets, name, how):
            return None
        citation = Citation(start, end, tuple(targets), how, self._problems(groups, targets))
        self.remember(citation, groups)
        return citation

    def _single(self, groups: list[Group], name: str) -> Citation | None:
        group = groups[0]
        targets, how = self._targets(group, name, skip=False)
        if not targets or not self._is_citation(groups, targets, name, how):
            return None
        found = Citation(
            group.start, group.end, tuple(targets), how, self._problems(groups, targets)
        )
        self.remember(found, groups)
        return found

    def _is_citation(self, groups: list[Group], targets: list[Target], name: str, how: How) -> bool:
        """Refuse plain words: "the first paragraph", "this part", "item 6 (h)"."""
        if name and (name != "document" or not all(group.weak for group in groups)):
            return True
        root = groups[0].root()
        resolved = all(target.status in ("valid", "unknown", "ambiguous") for target in targets)
        if all(group.weak for group in groups) and not (root.level == "preamble" and groups[1:]):
            sure = resolved and (how != "sentence" or root.its) and not root.ordinal
            return sure and bool(root.items) and root.items[0].steps[0].bracketed
        if root.level == "part":
            return resolved and self._is_part(groups, root, targets, how)
        if root.ordinal and len(groups) == 1 and root.level != "rec":
            return root.its and resolved and how == "sentence"  # "in its third paragraph"
        if root.level in ("dec", "annex") and root.pointer and len(groups) == 1:
            return resolved or root.level == "annex"
        return True

    def _is_part(self, groups: list[Group], root: Group, targets: list[Target], how: How) -> bool:
        """Tell whether a part without its annex is one: "Part I" below a heading."""
        heading = how == "heading" and self.contexts.in_heading(root.start)
        if root.ordinal and len(groups) == 1 and not root.above:
            return heading
        caseless = root.word.upper() == root.word
        if how == "sentence":
            beside = self._follows_a_part(root)
            if not beside and self.contexts.goes_on_elsewhere(max(group.end for group in groups)):
                return False
            clear = root.capital or caseless or beside or root.its or len(groups) > 1
            numeral = bool(root.items) and not root.ordinal and clear
            named = numeral or (bool(root.pointer) and len(groups) > 1)
            return named and all(target.status == "valid" for target in targets)
        if how == "none" or self.contexts.goes_on_elsewhere(max(group.end for group in groups)):
            return False
        marked = root.capital or caseless or root.pointer or root.above
        return bool(marked) or self._is_numbered_part(root)

    def _is_numbered_part(self, root: Group) -> bool:
        """Tell whether "part II" in small letters is one; "the part I know" is none."""
        if root.ordinal or not root.items:
            return False
        ended = self.contexts.lexicon.follows.match(self.text, root.end)
        return bool(ended) or root.items[0].steps[0].values[0] != "1"

    def _follows_a_part(self, root: Group) -> bool:
        """Tell whether a part follows a part or "Annex E:", and is not "the part I know"."""
        nearest = self.contexts.in_sentence(root.start)[:1]
        levels = {level_of(ancestor(i, "part") or i) for mention in nearest for i in mention.ids}
        if "annex" in levels and self.text[nearest[0].end : root.start].strip() == ":":
            return bool(root.items)
        return "part" in levels and bool(root.items) and root.items[0].steps[0].values[0] != "1"

    def _targets(self, group: Group, name: str, *, skip: bool) -> tuple[list[Target], How]:
        written = paths(group)
        if skip:
            written = written[:-1]
        root = group.root()
        bis = group.level in ("art", "para") and group.has_foreign_number()
        # A symbol with MC is the Convention's, whatever stands behind it.
        own_symbol = root.level == "dec" and root.items[:1] and _is_symbol(root.items[0].steps[0])
        if (name in ("foreign", "document") and not own_symbol) or bis:
            return [Target(None, "foreign", p.start, p.end) for p in written], "full"
        by_name = own_symbol or not root.its or name == "ours"
        if root.items and by_name and not self._is_relative(root):
            bases = self._own_articles(root, written) if not name else [_PROCEDURES.get(name, "")]
            targets = [self._target(bases, path) for path in written]
            return (self._in_one_paragraph(targets) if group.loose else targets), "full"
        return self._relative(root, written)

    def _is_relative(self, root: Group) -> bool:
        return root.level in ("part", "para", "subpara", "item") and root.items[0].steps[
            0
        ].level not in ("art", "annex")

    def _own_articles(self, root: Group, written: list[Path]) -> list[str]:
        """Return the part of Annex E that the text belongs to, if it has such articles itself."""
        around = self.contexts.surrounding
        if root.level != "art" or around is None or not around.startswith("annex_e__part"):
            return [""]
        if self.contexts.lexicon.is_ours_before(self.text, root.start):
            return [""]
        part = "__".join(around.split("__")[:2])
        own = [self.resolver.descend([part], path.steps) for path in written]
        return [part] if all(self.resolver.exists(ids[0]) for ids in own) else [""]

    def _in_one_paragraph(self, targets: list[Target]) -> list[Target]:
        """Read "conditions (a) to (d) of Article 4" where one paragraph alone has them all."""
        if not targets or any(t.status != "unknown" or t.id is None for t in targets):
            return targets
        above, letters = up(targets[0].id or ""), [last_step(t.id or "") for t in targets]
        fitting = [
            paragraph.id
            for paragraph in self.resolver.treaty.children(above)
            if all(self.resolver.exists(f"{paragraph.id}__{letter}") for letter in letters)
        ]
        if len(fitting) != 1:
            return targets
        return [
            Target(f"{fitting[0]}__{letter}", "valid", t.start, t.end)
            for t, letter in zip(targets, letters, strict=True)
        ]

    def _target(self, bases: list[str], path: Path) -> Target:
        if any(step.foreign for step in path.steps):
            return Target(None, "foreign", path.start, path.end)
        ids = self.resolver.descend(bases, path.steps) if path.steps else bases
        if not self.resolver.exists(ids[0]):
            if len(path.steps) == 1 and len(path.steps[0].values) > 1:
                return Target(None, "ambiguous", path.start, path.end, tuple(ids))
            return Target(ids[0], "unknown", path.start, path.end)
        if len(ids) > 1:
            return Target(None, "ambiguous", path.start, path.end, tuple(ids))
        return Target(ids[0], "valid", path.start, path.end)

    def _relative(self, root: Group, written: list[Path]) -> tuple[list[Target], How]:
        """Resolve through a context: the sentence for "the same", the surroundings for the rest."""
        pointed = root.pointer in ("same", "the") or root.its
        alone = root.pointer in ("this", "previous")
        nearest = [] if alone else self.contexts.in_sentence(root.start)
        plain = not root.pointer and not root.its
        other = plain and self.contexts.in_foreign_decision(root.start)
        if other or (pointed and nearest and nearest[0].foreign):
            return [Target(None, "foreign", p.start, p.end) for p in written], "sentence"
        if pointed:
            for mention in nearest:
                targets = None if mention.foreign else self._within(root, written, mention.ids)
                if targets is not None:
                    return targets, "sentence"
        around = self.contexts.around(root.start, above=root.above)
        if around is not None:
            targets = self._within(root, written, [around])
            if targets is not None and not (nearest and _fails(targets)):
                return targets, self.contexts.how
        if nearest and not nearest[0].foreign and not root.above and not alone:
            in_sentence = self._within(root, written, nearest[0].ids)
            if in_sentence is not None and not _fails(in_sentence):
                return in_sentence, "sentence"
        if root.items and article_first(written):
            return [self._target([""], path) for path in written], "sentence"
        if around is not None and targets is not None:
            return targets, self.contexts.how
        if root.items and root.level in ("art", "annex", "dec") and root.its:
            return [self._target([""], path) for path in written], "full"
        return [Target(None, "relative", p.start, p.end) for p in written], "none"

    def _within(self, root: Group, written: list[Path], ids: list[str]) -> list[Target] | None:
        """Resolve below the ancestor of `ids` that fits; None if there is no single one."""
        if root.pointer:
            bases = {base for base in (ancestor(one, root.level) for one in ids) if base}
            if len(bases) != 1:
                return None
            only = bases.pop()
            named = preceding(only, root.count) if root.pointer == "previous" else [only]
            return [self._target([one], path) for one in named for path in written] or None
        targets = []
        for path in written:
            first = path.steps[0]
            base = {self._base_for(one, root, first) for one in ids}
            if len(base) != 1 or "" in base:
                return None
            found = self.resolver.descend(list(base), path.steps)
            if not self.resolver.exists(found[0]):
                unique = self._only_place(next(iter(base)), path, root)
                if unique is None:
                    return None
                found = [unique] if unique else found
            status: Status = "valid" if self.resolver.exists(found[0]) else "unknown"
            targets.append(Target(found[0], status, path.start, path.end))
        return targets

    def _base_for(self, provision: str, root: Group, first: Step) -> str:
        """Climb from a provision to the unit below which the first step can stand."""
        level = (
            "subpara" if not first.numeric and root.level == "para" else first.level or root.level
        )
        if root.level == "art" and root.its:
            return "annex_e__part_1" if provision.startswith("annex_e__part_1") else ""
        rank = RANK[level]
        while provision and rank_of(provision) >= rank:
            provision = up(provision)
        if level == "part" and level_of(provision) != "annex":
            return ""
        return provision

    def _only_place(self, base: str, path: Path, root: Group) -> str | None:
        """Find letters below an article whose paragraph is left out: a single place, else None.

        An empty answer means that the step can stand directly below the base and is not there.
        """
        if path.steps[0].numeric or root.level == "part" or level_of(base) in ("para", "subpara"):
            return ""
        inner = [
            unit.id for unit in self.resolver.treaty.children(base) if level_of(unit.id) == "para"
        ]
        if not inner:
            return ""
        found = self.resolver.descend(inner, path.steps)
        return found[0] if len(found) == 1 and self.resolver.exists(found[0]) else None

    def remember(self, citation: Citation, groups: list[Group]) -> None:
        """Let a citation serve what follows in its sentence; a quoted decision clears the rest."""
        foreign = citation.targets[0].status == "foreign"
        self.recall(citation.end, list(citation.lent_ids), groups[0], foreign=foreign)

    def recall(self, end: int, ids: list[str], group: Group, *, foreign: bool) -> None:
        """Do what `remember` does for a citation that ends here and names these ids."""
        contexts = self.contexts
        if group.root().level == "dec" and not (
            contexts.in_heading(end - 1)
            or (
                contexts.surrounding
                and set(ids)
                and all(_same_decision(i, contexts.surrounding) for i in ids)
            )
        ):
            contexts.clear()
        if ids or foreign:
            contexts.mention(Mention(end, ids, foreign, group))

    def _problems(self, groups: list[Group], targets: list[Target]) -> tuple[Problem, ...]:
        brackets = self.contexts.lexicon.grammar.brackets
        return tuple(find_problems(self.text, groups, targets, brackets=brackets))


def _is_symbol(step: Step) -> bool:
    return step.values[0].startswith("mc-") and not step.foreign


def _same_decision(provision: str, around: str) -> bool:
    return provision.partition("__")[0] == around.partition("__")[0]


def _fails(targets: list[Target]) -> bool:
    return any(target.status == "unknown" for target in targets)
