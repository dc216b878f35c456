"""What goes on with a unit in another way: brackets behind it, a treaty's name further on."""

from __future__ import annotations

import re

from portal.citations.grammar import RANK
from portal.citations.joining import join_comma_outer, join_except, join_inner
from portal.citations.reader import Reader
from portal.citations.steps import is_and
from portal.citations.written import Run

_CLAUSE_STARTS = re.compile("(?:\\A|[.;:!?。；：\\n\x1d\x1e])[\\x20*_>-]*(?:\\w++ ?+){0,4}\\Z")
"""What stands before "its Article 5" where nothing was named in its sentence."""
_CLAUSE_REACH = 40
_OPEN, _CLOSE = ("(", "（"), (")", "）")


def read_bracketed(reader: Reader, run: Run) -> bool:
    """Read "Annex A (Part I)", "Articles 10, 11 (except paragraph 3)" and "Article 4 (and 5)"."""
    pos = reader.skip(run.end)
    if reader.text[pos : pos + 1] not in _OPEN:
        return False
    lexicon = reader.lexicon
    apart = _after(lexicon.excepted, reader, pos + 1)
    begin = apart or _after(lexicon.only, reader, pos + 1) or pos + 1
    group = reader.read_group(reader.skip(begin))
    if group is None:
        return _read_addition(reader, run, pos + 1)
    if not group.items:
        return False
    if group.level == "art" and run.groups[-1].level == "part" and not run.groups[-1].items:
        return False  # "La présente partie (article 8)" is a State.
    group.run = run.stretch
    if apart or _after(lexicon.excepted_after, reader, group.end):
        if not join_except(run.groups, group):
            return False
    elif join_inner(run.groups, group):
        group.run = run.groups[-1].run
    elif not join_comma_outer(run.groups, group, run.stretch):
        return False
    run.groups.append(group)
    run.end, run.open_bracket = group.end, True
    return True


def governs_its(reader: Reader, run: Run) -> bool:
    """Tell whether another treaty follows that "its" means: "By its Article 5, the Basel …"."""
    pos, start = reader.skip(run.end), run.groups[0].start
    if run.names or reader.text[pos : pos + 1] not in (",", "，"):
        return False
    if _CLAUSE_STARTS.search(reader.text, max(0, start - _CLAUSE_REACH), start) is None:
        return False
    name = reader.read_name(reader.skip(pos + 1))
    return name is not None and name[0] == "foreign"


def name_behind_subject(reader: Reader, pos: int) -> tuple[str, int] | None:
    """Read another treaty's name in "Article 6 on movements of the Basel Convention"."""
    lexicon, text = reader.lexicon, reader.text
    # The whole pattern holds every name and takes long to compile: a quick look first.
    if lexicon.about_begins.match(text, pos) is None:
        return None
    about = lexicon.about.match(text, pos)
    name = reader.read_name(about.end()) if about is not None else None
    return name if name is not None and name[0] == "foreign" else None


def close_bracket(reader: Reader, run: Run) -> None:
    """Step over the bracket that ends what `read_bracketed` read."""
    lexicon, close = reader.lexicon, reader.skip(run.end)
    if reader.text[close : close + 1].isalpha():
        last = lexicon.excepted_after if run.groups[-1].excepted else lexicon.only
        close = reader.skip(_after(last, reader, close) or close)
    if reader.text[close : close + 1] in _CLOSE:
        run.groups[-1].end = run.end = close + 1
        run.open_bracket = False


def _after(words: re.Pattern[str] | None, reader: Reader, pos: int) -> int:
    """Return where such words end that stand at `pos`; 0 if none do."""
    match = None if words is None else words.match(reader.text, pos)
    return 0 if match is None else match.end()


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
