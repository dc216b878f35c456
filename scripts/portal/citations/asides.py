"""Brackets behind a unit that go on with it: "Annex A (Part I)", "Article 4 (and 5)"."""

from __future__ import annotations

from portal.citations.grammar import RANK
from portal.citations.joining import join_comma_outer, join_except, join_inner
from portal.citations.reader import Reader
from portal.citations.steps import is_and
from portal.citations.written import Run

_OPEN, _CLOSE = ("(", "（"), (")", "）")


def read_bracketed(reader: Reader, run: Run) -> bool:
    """Read "Annex A (Part I)", "Articles 10, 11 (except paragraph 3)" and "Article 4 (and 5)"."""
    pos = reader.skip(run.end)
    if reader.text[pos : pos + 1] not in _OPEN:
        return False
    apart = reader.after_except(pos + 1)
    group = reader.read_group(reader.skip(apart or pos + 1))
    if group is None:
        return _read_addition(reader, run, pos + 1)
    if not group.items:
        return False
    if group.level == "art" and run.groups[-1].level == "part" and not run.groups[-1].items:
        return False  # "La présente partie (article 8)" is a State.
    group.run = run.stretch
    if apart or reader.after_excepted(group.end):
        if not join_except(run.groups, group):
            return False
    elif join_inner(run.groups, group):
        group.run = run.groups[-1].run
    elif not join_comma_outer(run.groups, group, run.stretch):
        return False
    run.groups.append(group)
    run.end, run.open_bracket = group.end, True
    return True


def close_bracket(reader: Reader, run: Run) -> None:
    """Step over the bracket that ends what `read_bracketed` read."""
    close = reader.skip(run.end)
    if run.groups[-1].excepted:
        close = reader.skip(reader.after_excepted(close) or close)
    if reader.text[close : close + 1] in _CLOSE:
        run.groups[-1].end = run.end = close + 1
        run.open_bracket = False


def _read_addition(reader: Reader, run: Run, pos: int) -> bool:
    """Read the 5 in "Article 4 (and 5)": nothing but a number stands there."""
    last = run.groups[-1]
    link = reader.lexicon.link.match(reader.text, pos)
    if link is None or not is_and(link) or not last.items or last.rank < RANK["art"]:
        return False
    item = reader.next_item(last.items[-1], link.end(), last.level, "", doubtful=False)
    if item is None or len(item.steps) > len(last.items[-1].steps):
        return False
    close = reader.skip(item.steps[-1].end)
    if reader.text[close : close + 1] not in _CLOSE:
        return False
    last.items.append(item)
    last.end = run.end = close + 1
    return True
