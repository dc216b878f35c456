"""Numbers and letters without their unit's word: what stands around them tells what they are."""

from __future__ import annotations

import re

from portal.citations.grammar import RANK
from portal.citations.joining import join_inner
from portal.citations.letters import roman_value
from portal.citations.reader import Reader
from portal.citations.resolve import Path
from portal.citations.steps import is_and
from portal.citations.written import Group, Item

_HAS_LABELS = frozenset({"subpara", "para", "art", "annex", "part"})
_BEHIND_COLON = {"annex": "part", "art": "para"}
"""What of a unit may be named behind a colon."""
_NUMBER = re.compile(r"\d|[IVX]+(?![)\w])")


def read_bare(
    reader: Reader, groups: list[Group], link: re.Match[str] | None, pos: int
) -> list[Group]:
    """Read further groups of a citation from a number or letter alone; empty if there are none."""
    if groups[-1].level == "annex" and (link is None or link["comma"] is not None):
        return _below_annex(reader, groups, pos)
    if link is None or link["to"] is not None:
        return []
    return _beside_outer(reader, groups, link, pos) or _chain(reader, groups, pos)


def _below_annex(reader: Reader, groups: list[Group], pos: int) -> list[Group]:
    """Read "Annex C, 1 (b)" and "Annex C 1(b)(i)-(iv)"."""
    item = reader.first_item("para", pos)
    if item is None or len(item.steps) < 2 or not item.steps[0].numeric:
        return []
    items = reader.read_on([item], "para", "", singular=True)
    group = Group("para", item.steps[0].start, items[-1].steps[-1].end, items, run=groups[-1].run)
    return [group] if join_inner(groups, group) else []


def _beside_outer(
    reader: Reader, groups: list[Group], link: re.Match[str], pos: int
) -> list[Group]:
    """Read the 9 in "Articles 8, paragraph 5, and 9" and in "art. 8 (par. 5), 9 (par. 5)".

    It stands beside the nearest unit that can hold what follows it: the article in "Articles 8,
    paragraph 5, subparagraphs (a) and (b), and 9, paragraph 5".
    """
    inner = groups[-1]
    while (outer := inner.parent) is not None and inner.last is not None and outer.items:
        doubtful = not _ends_list(reader, groups, outer, link)
        item = reader.next_item(outer.items[-1], pos, outer.level, "", doubtful=doubtful)
        below = None if item is None else _unit_ahead(reader, item)
        fits = outer.plural if below is None else RANK[below] > outer.rank
        if item is not None and fits:
            return [] if _counts(reader.text, item) else [_beside(reader, outer, item)]
        inner = outer
    return []


def _counts(text: str, item: Item) -> bool:
    """Tell whether a numeral counts what stands right behind it: the 一 in 第7条第3款和一份通知."""
    first, end = item.steps[0], item.steps[-1].end
    return not text[first.start].isdecimal() and text[end : end + 1].isalpha()


def _beside(reader: Reader, outer: Group, item: Item) -> Group:
    group = _plural(reader, outer.level, item)
    group.parent, group.last, group.beside, group.run = outer.parent, outer.last, outer, outer.run
    return group


def _ends_list(reader: Reader, groups: list[Group], outer: Group, link: re.Match[str]) -> bool:
    """Tell whether a plural still lacks the number behind its "and": "Articles 8 (para. 4) and 9".

    Then no word behind that number makes it a quantity.
    """
    if not outer.plural or any(group.beside is outer for group in groups):
        return False
    ends = [item.steps[-1].end for item in outer.items[:-1]]
    earlier = [reader.lexicon.link.match(reader.text, end) for end in ends]
    return is_and(link) and not any(one is not None and is_and(one) for one in earlier)


def _unit_ahead(reader: Reader, item: Item) -> str | None:
    """Return the level of the unit behind a number, in brackets or after a comma: "et 22, § 2"."""
    pos = reader.skip(item.steps[-1].end)
    if reader.text[pos : pos + 1] not in ("(", "（", ",", "،"):
        return None
    unit = reader.lexicon.unit.match(reader.text, reader.skip(pos + 1))
    if unit is None or unit.lastgroup is None:
        return None
    return reader.lexicon.units[int(unit.lastgroup[1:])].level


def _chain(reader: Reader, groups: list[Group], pos: int) -> list[Group]:
    """Read "5 of Article 30" in "paragraphs 4 of Article 27 and 5 of Article 30"."""
    last = groups[-1]
    for inner in reversed(groups[:-1]):
        if inner.parent is None or inner.last is not None or inner.root() is not last.root():
            continue
        item = reader.first_item(inner.level, pos)
        if item is None or item.steps[0].numeric != inner.items[0].steps[0].numeric:
            continue
        group = _plural(reader, inner.level, item)
        after = reader.after_of(group.end)
        outer = reader.read_group(after, after_of=True) if after is not None else None
        if outer is None or outer.level != inner.parent.level or not outer.items:
            continue
        group.parent, group.run, outer.run = outer, last.run, last.run
        group.beside = inner
        return [group, outer]
    return []


def read_behind_mark(reader: Reader, groups: list[Group], end: int) -> Group | None:
    """Read the part in "Annex A: Part I" and the 4 in "Articles 3, paragraph 8; 4, paragraph 1".

    And the paragraph in "Article 8: paragraph 5".
    """
    pos = reader.skip(end)
    mark, pos = reader.text[pos : pos + 1], reader.skip(pos + 1)
    below = _BEHIND_COLON.get(groups[-1].level) if mark == ":" else None
    if below is not None:
        group = reader.read_group(pos)
        if group is None or group.level != below or reader.is_governed(group.end, below):
            return None
        near = end == groups[-1].end and "\n" not in reader.text[end:pos]
        if below == "para" and (group.ordinal or group.start != pos or not near):
            return None  # "In Article 3 of the Convention: in paragraph 2, delete …"
        group.run = groups[-1].run
        return group if group.items and join_inner(groups, group) else None
    outer = groups[-1].parent
    if mark != ";" or outer is None or groups[-1].last is None or not outer.items:
        return None
    and_ = reader.lexicon.link.match(reader.text, pos)
    pos = pos if and_ is None or not is_and(and_) else reader.skip(and_.end())
    if not reader.text[pos : pos + 1].isdecimal():
        return None
    item = reader.next_item(outer.items[-1], pos, outer.level, "", doubtful=False)
    return _beside(reader, outer, item) if item is not None and _unit_ahead(reader, item) else None


def read_number_beside(reader: Reader, root: Group, pos: int) -> Group | None:
    """Read a number alone as an article beside another one."""
    item = reader.first_item("art", pos) if root.level == "art" and root.items else None
    return None if item is None or not item.steps[0].numeric else _plural(reader, "art", item)


def article_first(paths: list[Path]) -> bool:
    """Read "paragraphe 7(3)" as Article 7, paragraph 3: no paragraph of ours has numbers below."""
    for path in paths:
        first, *below = path.steps
        if not (first.numeric and below and below[0].numeric and below[0].start == first.end):
            return False
    for path in paths:
        path.steps[0].level = "art"
    return True


def _plural(reader: Reader, level: str, first: Item) -> Group:
    items = reader.read_on([first], level, "", singular=False)
    return Group(level, first.steps[0].start, items[-1].steps[-1].end, items, plural=True)


def read_labels_before(reader: Reader, first: Group, low: int) -> Group | None:
    """Read "(a) to (d) of" before a group: "the conditions (a) to (d) of paragraph 2".

    And "3° de" before an article, "a du" before that: "au a du 3° de l'article 7", numerals before
    a letter: "le i) de l'alinéa a)".
    """
    start = reader.labels_before(first.start, low)
    if start is None or not first.items or first.level not in _HAS_LABELS:
        return None
    numbered = first.level == "art" and _NUMBER.match(reader.text, start) is not None
    level = "para" if numbered else "item" if first.level == "subpara" else "subpara"
    item = reader.first_item(level, start)
    if item is None or item.steps[0].numeric != numbered:
        return None
    if level == "item" and roman_value(item.steps[0].values[0]) is None:
        return None
    group = _plural(reader, level, item)
    if reader.after_of(group.end) is None:
        return None
    group.parent, group.loose = first, True
    return group
