"""Places by code: a country (ISO 3166-1) or a region (three digits of UN M49), with names."""

from __future__ import annotations

import functools
from pathlib import Path

from portal.countries import countries

_FILE = Path(__file__).with_name("regions.yaml")
WORLD = "001"
LARGER = {
    "002": ("011", "014", "015", "017", "018"),
    "009": ("053", "054", "057", "061"),
    "142": ("030", "034", "035", "143", "145"),
    "150": ("039", "151", "154", "155"),
    "419": ("005", "013", "029"),
}
"""Regions that consist of subregions: Africa, Oceania, Asia, Europe, Latin America (M49)."""


@functools.cache
def _subregions() -> dict[str, tuple[str, ...]]:
    import yaml

    data = yaml.safe_load(_FILE.read_text("utf-8"))
    return {str(code): tuple(str(names).split()) for code, names in data.items()}


def subregions() -> tuple[str, ...]:
    """Return the codes of the subregions in order."""
    return tuple(_subregions())


def members(subregion: str) -> tuple[str, ...]:
    """Return the countries and areas of a subregion."""
    return _subregions()[subregion]


def is_place(code: str) -> bool:
    """Tell whether a code names a country, a subregion, a region or the world."""
    return code in countries() or code in _subregions() or code in LARGER or code == WORLD


def regions_of(code: str) -> tuple[str, ...]:
    """Return the subregions that a place lies in or consists of; none for the world.

    >>> regions_of("SN"), regions_of("419"), regions_of("001")
    (('011',), ('005', '013', '029'), ())
    """
    if code in LARGER:
        return LARGER[code]
    if code in _subregions():
        return (code,)
    return tuple(region for region, names in _subregions().items() if code in names)


def place_name(code: str, babel: str) -> str:
    """Return the name of a place in a language, as CLDR has it."""
    from babel import Locale

    return str(Locale.parse(babel).territories.get(code, code))
