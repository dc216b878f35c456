"""Rules that hold the numbers, dates, units and formulas of a translation to English."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.checks.translation_states import confirmed_weight, source_of
from portal.pages import Page, Site
from portal.translations.quantity_parity import QuantityDifference, quantity_differences


@functools.lru_cache(maxsize=512)
def _differences(page: Page, source: Page) -> tuple[QuantityDifference, ...]:
    return tuple(quantity_differences(page, source))


def _hits(page: Page, site: Site, kinds: tuple[str, ...], name: str) -> Iterator[Hit]:
    source = source_of(page, site)
    for found in _differences(page, source) if source else ():
        if found.kind not in kinds:
            continue
        if found.ours is None:
            message = f"English has the {name} {found.theirs} here; the translation has not."
        elif found.theirs is None:
            message = f"The translation has the {name} {found.ours}; English has not."
        else:
            message = f"The translation has {found.ours}; English has {found.theirs}."
        yield Hit(
            found.here,
            message,
            f"Compare `{found.section}` with {found.there.path}:{found.there.line}.",
            related=((found.there, "in English"),),
            severity=confirmed_weight(page, site, found.section),
        )


@page_rule("TRN030", "number-differs")
def numbers_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A section has not the numbers of its English one, however they are written.

    `1 000`, `1.000`, `١٠٠٠` and `1,000` are the same number; so are `15` and "fifteen".
    Numbers of articles and paragraphs are compared by the rules REF030 to REF034.

    Wrong: `50 mg/kg` for `15 mg/kg`.

    Mend it: correct the number; the message names both places.
    """
    yield from _hits(page, site, ("number",), "number")


@page_rule("TRN031", "date-differs")
def dates_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A section names another month than its English one.

    Days and years are numbers and compared as such.

    Mend it: correct the date.
    """
    yield from _hits(page, site, ("month",), "month")


@page_rule("TRN032", "substance-differs")
def substances_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A section has not the CAS numbers and chemical formulas of its English one.

    Wrong: `HgCl` for `HgCl₂`, `7439-97-5` for `7439-97-6`.

    Mend it: copy it from the English page.
    """
    yield from _hits(page, site, ("cas", "formula"), "CAS number or formula")


@page_rule("TRN033", "unit-differs")
def units_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A number stands with another unit than in English.

    Wrong: `15 г/кг` for `15 mg/kg`.

    Mend it: correct the unit.
    """
    yield from _hits(page, site, ("unit",), "unit")
