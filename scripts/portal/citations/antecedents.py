"""Which treaty "that Convention" means where its own sentence names none."""

from __future__ import annotations

import re

from portal.citations.hard_breaks import ENTRY_START, HEADING_END
from portal.citations.lexicon import Lexicon

_REACH = 320
"""How far before it the treaty may be named, in the same paragraph."""
_BLOCK = re.compile(f"[{ENTRY_START}{HEADING_END}|]")


def named_another(text: str, pos: int, lexicon: Lexicon) -> bool:
    """Tell whether the last treaty that the paragraph names before `pos` is not ours."""
    low = max(0, pos - _REACH)
    breaks = list(_BLOCK.finditer(text, low, pos))
    low = breaks[-1].end() if breaks else low
    end = 0
    for name in () if lexicon.foreign is None else lexicon.foreign.finditer(text, low, pos):
        own = lexicon.own_name(text, name.start(), name.end()) is not None
        if own or _is_proper(name[0], lexicon):
            end = 0 if own else name.end()
    return end > 0 and lexicon.ours.search(text, end, pos) is None


def _is_proper(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a treaty's own: "the Rotterdam Convention", no "other conventions".

    A capital at the start tells it only where no article stands there.
    """
    letters = name if lexicon.grammar.bare_names else name[1:]
    return any(c.isupper() for c in letters) or name.upper() == name.lower()
