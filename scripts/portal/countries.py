"""Countries and areas by the codes of ISO 3166-1."""

from __future__ import annotations

import functools
import re

_TWO_LETTERS = re.compile("[A-Z]{2}")
_NO_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)
"""Two letters that CLDR names and ISO 3166 does not assign to a country or area."""


@functools.cache
def countries() -> tuple[str, ...]:
    """Return the two-letter codes of ISO 3166-1, as CLDR lists them."""
    from babel import Locale

    codes = (str(code) for code in Locale.parse("en").territories)
    return tuple(sorted({code for code in codes if _TWO_LETTERS.fullmatch(code)} - _NO_COUNTRIES))
