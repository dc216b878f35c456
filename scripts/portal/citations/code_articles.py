"""Articles of four digits: those of the great codes, which a year can look like."""

from __future__ import annotations

from portal.citations.lexicon import Lexicon

FIRST_OF_FOUR_DIGITS = 1000
_YEARS = range(1900, 2100)
_MORE_NUMBERS = 8
"""How many further numbers may stand between one and the name of its law."""


def is_of_a_code(text: str, lexicon: Lexicon, value: int, end: int) -> bool:
    """Tell "article 1240 of the civil code", its number up to `end`, from "article 2013".

    No treaty has so many articles; where the number could be a year, the law must follow it.
    """
    foreign = lexicon.foreign
    if value not in _YEARS or foreign is None:
        return foreign is not None
    for _ in range(_MORE_NUMBERS):
        of = lexicon.of.match(text, end)
        for place in (end,) if of is None else (end, of.end()):
            gap = lexicon.skip.match(text, place)
            if foreign.match(text, place if gap is None else gap.end()):
                return True
        link = lexicon.link.match(text, end)
        further = None if link is None else lexicon.number.match(text, link.end())
        if further is None:
            return False
        end = further.end()
    return False
