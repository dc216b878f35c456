"""How the groups of a citation hang together: what is below, above or beside what."""

from __future__ import annotations

from portal.citations.grammar import RANK
from portal.citations.letters import roman_value
from portal.citations.steps import StepReader
from portal.citations.written import Group, Item

_NESTS = {
    "dec": frozenset({"para", "subpara", "item"}),
    "preamble": frozenset({"para", "rec"}),
    "annex": frozenset({"part", "art", "para", "subpara", "item"}),
    "part": frozenset({"art", "para", "subpara", "item"}),
    "art": frozenset({"para", "subpara", "item"}),
    "para": frozenset({"subpara", "item"}),
    "subpara": frozenset({"item"}),
    "item": frozenset(),
    "rec": frozenset(),
}
"""What may stand below a level."""
_WITH_PREAMBLE = ({"preamble", "art"}, {"preamble", "annex"})
"""Beside these the word preamble is a citation, too."""


def innermost(groups: list[Group]) -> Group:
    """Return the deepest group of the chain that the last group belongs to."""
    last = groups[-1]
    parents = {id(g.parent) for g in groups if g.parent is not None}
    if id(last) not in parents:
        return last
    below = [g for g in groups if g.root() is last.root() and id(g) not in parents]
    return below[-1] if below else last


def join_inner(groups: list[Group], group: Group) -> bool:
    """Hang a group below what stands before it: "Article 9, paragraph 5"."""
    outer = innermost(groups)
    _demote(group, outer)
    if outer.level == "item":
        _promote(group, outer)
    if group.pointer or group.level not in _NESTS[outer.level]:
        return False
    if not _may_hold(outer, group):
        return False
    if not outer.items and outer.pointer == "":
        return False
    if outer.items and RANK[group.level] <= depth(outer):
        return False
    _drop_repeated(group, outer)
    group.parent, group.last = outer, outer.items[-1] if outer.items else None
    if group.each:
        _merge(groups, outer)
        group.last = None
    return True


def _merge(groups: list[Group], last: Group) -> None:
    """Make one group of the units of one level that stand side by side: 第8条和第9条."""
    while len(groups) > 1 and groups[-1] is last and groups[-2].level == last.level:
        before = groups.pop(-2)
        last.items, last.start = before.items + last.items, before.start


def join_except(groups: list[Group], group: Group) -> bool:
    """Hang "except paragraph 3" below the Article 11 before it, which is named all the same."""
    if not join_inner(groups, group):
        return False
    group.excepted, group.run = True, groups[-1].run
    return True


def depth(group: Group) -> int:
    """Return the rank that the last value of a group reaches: 4 for "paragraph 3 (a)"."""
    if not group.items:
        return group.rank
    steps = group.items[-1].steps
    lettered = any(not step.numeric for step in steps[1:])
    repeated = steps[0].level == "art" != group.level  # "numeral 7.3"
    return max(group.rank + len(steps) - 1 - repeated, RANK["subpara"] if lettered else 0)


def _demote(inner: Group, outer: Group) -> None:
    """Make "inciso i)" an item beside "apartado a)": two words for letters, one below the other."""
    if outer.level != "subpara" or inner.level not in ("subpara", "para") or not inner.items:
        return
    steps = [item.steps[0] for item in inner.items]
    if inner.word == outer.word:
        return
    if steps[0].numeric:
        # "Art. 3 al. 6 let. a ch. 2": the letter has its paragraph already.
        items = inner.weak and outer.parent is not None and outer.parent.level == "para"
    else:
        items = all(roman_value(step.values[0]) is not None for step in steps)
    if items:
        inner.level = "item"
        for step in steps:
            step.level = "item"


def _promote(inner: Group, outer: Group) -> None:
    """Make "البند 3" a paragraph in "الفقرة (أ) من البند 3": it has letters below it.

    And the first "paragraph" of "paragraph (c) of paragraph 5" a subparagraph.
    """
    lettered_levels = ("para", "subpara") if outer.level == "item" else ("para",)
    if outer.level not in ("item", "para") or inner.level not in lettered_levels:
        return
    lettered = inner.items and not any(item.steps[0].numeric for item in inner.items)
    if lettered and outer.items and all(item.steps[0].numeric for item in outer.items):
        inner.level = "subpara"
        for item in outer.items if outer.level == "item" else []:
            item.steps[0].level = "para"
        outer.level = "para"


def _may_hold(outer: Group, group: Group) -> bool:
    """Tell whether a group can stand in an annex: Annex E alone has articles."""
    annex = outer.root()
    if group.level != "art" or annex.level != "annex":
        return True
    return bool(annex.items) and "e" in annex.items[-1].steps[0].values


def steps_down(reader: StepReader, before: Item, item: Item) -> bool:
    """Read "article 16-1 a)" as paragraph 1 (a) of Article 16: downwards it is no range."""
    first, step = before.steps[-1], item.steps[0]
    articles = first.level == step.level == "art" and len(before.steps) == 1
    glued = reader.lexicon.grammar.dash_below and reader.text[first.end : step.start] == "-"
    if not articles or not glued:
        return False
    if int(step.values[0]) >= int(first.values[0]):
        return False
    step.level, step.bracketed = "", True
    before.steps += item.steps
    return True


def step_over(groups: list[Group], group: Group, text: str) -> bool:
    """Let a unit replace one that has no number of its own below it.

    "Point (a) of the first subparagraph of Article 6 (1)", "l'alinéa 1er du paragraphe 2".
    """
    last = groups[-1]
    if not last.items or last.rank < RANK["para"] or depth(group) < last.rank:
        return False
    first = last.items[0].steps[0]
    marked = text[first.start].isdecimal() and first.end - first.start > len(first.values[0])
    if not (last.ordinal or (marked and len(last.items) == 1 and last.word != group.word)):
        return False
    if any(other.root() is not last for other in groups):
        return False
    for other in groups:
        if other.parent is last:
            other.parent = group
    groups[-1] = group
    return True


def _drop_repeated(inner: Group, outer: Group) -> None:
    """Read "numeral 3.6 del artículo 3" as its paragraph 6: the article is said twice."""
    if outer.level != "art" or not outer.items:
        return
    article = outer.items[-1].steps[-1].values
    for item in inner.items:
        if item.steps[0].level == "art" != inner.level and item.steps[0].values == article:
            item.steps = item.steps[1:] if len(item.steps) > 1 else item.steps
            item.steps[0].level = inner.level


def join_outer(groups: list[Group], group: Group, stretch: int) -> bool:
    """Put a group above what stands before it, or beside it for the name behind it to join them.

    The latter is "ст. 8.2 ч. 2 КоАП".
    """
    of_code = group.level == "para" and groups[-1].is_dotted_article()
    return of_code or _put_above(groups, group, stretch)


def _put_above(groups: list[Group], group: Group, stretch: int) -> bool:
    """Put a group above what stands before it: "paragraph 5 of article 9"."""
    last = groups[-1]
    root = last.root()
    if root.run != stretch:
        # "Article 6 of that Convention, paragraph 3 of article 11": the paragraph is no longer its.
        if last.parent is None or last.last is None or last.level not in _NESTS[group.level]:
            return False
        last.beside, last.run = None, stretch
        _govern(last, group)
        return True
    _demote(root, group)
    _promote(root, group)
    _promote(last, group)
    if root.level in _NESTS[group.level]:
        _govern(root, group)
        for other in reversed(groups):
            if other.run != stretch or other.rank < root.rank:
                break
            if other.parent is None and other is not root and other.level == root.level:
                if not other.items or other.items[0].steps[0].level == "art" != other.level:
                    break  # "Paragraph 3.1" has its article in its number.
                _govern(other, group)
        return True
    if last.parent is not None and last.last is not None and last.level in _NESTS[group.level]:
        within = group.level in _NESTS[last.parent.level] and _may_hold(last.parent, group)
        if within and group.rank > depth(last.parent):
            # "Article 7, point (a) of paragraph 3": the paragraph stands between.
            group.parent, group.last = last.parent, last.last
        for other in groups:
            # In "point (c) of Article 11, paragraph 2 of Article 9" the point stays where it was.
            if other.parent is last and other.last is None:
                other.parent = last.parent
        last.beside = None
        _govern(last, group)
        return True
    return False


def _give_letters(inner: Group, outer: Group) -> None:
    """Hang the letter in "paragraph 3 of Article 11, (a)" below the paragraph."""
    heads = {item.steps[0].values for item in outer.items}
    letters = [item.steps[1:] for item in outer.items]
    if outer.level != "art" or inner.level != "para" or len(heads) != 1 or len(inner.items) != 1:
        return
    if len(inner.items[0].steps) == 1 and all(below and not below[0].numeric for below in letters):
        number, article = inner.items[0].steps[0], outer.items[0].steps[0]
        inner.items = [
            Item([number, *below], to=item.to)
            for below, item in zip(letters, outer.items, strict=True)
        ]
        outer.items = [Item([article])]


def _govern(inner: Group, outer: Group) -> None:
    _drop_repeated(inner, outer)
    _give_letters(inner, outer)
    inner.parent, inner.last = outer, None
    for item in inner.items:
        if item.steps[0].level == "art":  # "paragraph 3.1", if it were alone
            item.steps[0].level = inner.level


def join_comma_outer(groups: list[Group], group: Group, stretch: int) -> bool:
    """Read "paragraph 3, article 7" as paragraph 3 of article 7."""
    root = groups[-1].root()
    relative = root.rank > 2 or root.level == "part"
    return relative and bool(root.items) and not root.above and join_outer(groups, group, stretch)


def join_between(groups: list[Group], group: Group) -> bool:
    """Put a unit between: the paragraph in "point (c) of Article 11, paragraph 2"."""
    outer = groups[-1]
    inner = [other for other in groups if other.parent is outer and other.last is None]
    first = inner[0] if len(inner) == 1 else group
    numbered = not (group.ordinal or group.worded)
    if first.ordinal and numbered and first.level == group.level and first.word != group.word:
        # "The first subparagraph of Article 4, paragraph 2" has no number below that paragraph.
        groups.remove(first)
        return False
    fits = all(other.level in _NESTS[group.level] for other in inner)
    if not inner or not fits or not group.items or group.level not in _NESTS[outer.level]:
        return False
    if not outer.items:
        return False
    group.parent, group.last = outer, outer.items[-1]
    for other in inner:
        other.parent = group
    return True


def join_beside(groups: list[Group], group: Group, *, named: bool) -> None:
    """Let a group after "and" share the governing group: "Annex B, Part I and Part II"."""
    if named or group.pointer:
        return
    if {groups[-1].level, group.level} in _WITH_PREAMBLE:
        groups[-1].weak = group.weak = False  # "The preamble and Article 1"
    inner: Group | None = innermost(groups)
    while inner is not None and inner.level != group.level:
        inner = inner.parent if inner.last is not None else None
    if inner is not None and inner.parent is not None and inner.last is not None:
        group.parent, group.last, group.beside = inner.parent, inner.last, inner
        group.run = inner.run


def partly_governing(groups: list[Group]) -> list[Group]:
    """Return groups whose last member alone governs others: "Articles 8 and 9, paragraph 5"."""
    outer = {
        id(g.parent): g.parent
        for g in groups
        if g.parent is not None and g.last is not None and not g.excepted
    }
    return [group for group in outer.values() if len(group.items) > 1]
