"""The provisions as columns of text: what a name and a line share with their id is not repeated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from portal.search.encoding import encode
from portal.search.provisions import Spelled, plain_line

SAME, CAPITAL = "$", "%"
"""Stand in a name for a value of the id, as it is or as a capital; its number follows."""
_LATIN = "[A-Za-z0-9]"
FIRST_TOKEN = ord("A")
"""A capital stands in a line for a token of the plain line: A for the first. Lines have none."""


def pack_provisions(spelled: Sequence[Spelled], pages: Mapping[str, int]) -> list[str]:
    """Return ids, patterns of names, number of each one's pattern, number of its page, and lines.

    `pages` maps keys to numbers. search-index.js unpacks it.
    """
    patterns = [name_pattern(one.id, one.name) for one in spelled]
    kinds = list(dict.fromkeys(patterns))
    return [
        "\n".join(one.id for one in spelled),
        "\n".join(kinds),
        encode(kinds.index(pattern) for pattern in patterns),
        encode(pages[one.page] for one in spelled),
        "\n".join("|".join(line_pattern(one.id, line) for line in one.lines) for one in spelled),
    ]


def name_pattern(provision: str, name: str) -> str:
    """Return a name with the values of its id taken out, from left to right.

    >>> name_pattern("annex_c__para_1__subpara_b", "Annex C, paragraph 1 (b)")
    'Annex %0, paragraph $1 ($2)'
    """
    found, rest = "", name
    for number, value in enumerate(_values(provision)):
        written = re.search(f"(?<!{_LATIN}){re.escape(value)}(?!{_LATIN})", rest, re.IGNORECASE)
        if written and written[0] in (value, value.upper()):
            sign = SAME if written[0] == value else CAPITAL
            found += f"{rest[: written.start()]}{sign}{number}"
            rest = rest[written.end() :]
    return found + rest


def line_pattern(provision: str, line: str) -> str:
    """Return a line with the tokens of the plain line as capitals.

    >>> line_pattern("art_5__para_1", "1 art 5")
    'C A B'
    """
    plain: list[str | None] = [*plain_line(provision).split()]
    found = []
    for token in line.split():
        if token in plain:
            at = plain.index(token)
            plain[at] = None
            token = chr(FIRST_TOKEN + at)
        found.append(token)
    return " ".join(found)


def _values(provision: str) -> list[str]:
    return [step.partition("_")[2] for step in provision.split("__")]
