"""What the script of the register's page makes its form of."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from portal.evidence.arrangements import load_register
from portal.evidence.register_map import seats

if TYPE_CHECKING:
    from portal.evidence.wording import Wording

_WORDS = ("filter", "word", "any", "reset", "shown", "sorted", "country")


def form_place(words: Wording) -> str:
    """Return the element that the form is put into; empty without a register.

    `data-countries` names the countries in the order of the map's table, `data-seats` that of each
    arrangement in the order of theirs; `-` is none. Raises DataError for a broken register.
    """
    register = load_register(words.site.root)
    if register is None:
        return ""
    data = {name: words.labels(f"register.{name}") for name in _WORDS}
    data["values"] = words.labels("desk.values")
    data["separator"] = words.labels("list.separator")
    data["countries"] = " ".join(dot.country for dot in seats(register, words))
    data["seats"] = " ".join(entry.country or "-" for entry in register.arrangements)
    facts = "".join(f' data-{name}="{escape(text)}"' for name, text in data.items())
    return f'<div id="register-tool"{facts}></div>\n\n'
