"""Rules that hold a translation to its English page."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.checks.translation_states import weight
from portal.findings import Place
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site


@page_rule("TRN001", "orphan")
def translations_have_a_source(page: Page, site: Site) -> Iterator[Hit]:
    """A page in another language has no English page of the same path.

    Facts, minutes and sources stand in English only; without it the page hangs in the air.

    Wrong: docs/fr/dechets/stockage.md. Right: docs/fr/waste/storage.md beside
    docs/en/waste/storage.md.

    Mend it: rename the file like the English one, or write the English page.
    """
    if (SOURCE_LANGUAGE, page.key) not in site.pages:
        message = f"There is no English page docs/en/{page.key}.md."
        yield Hit(Place(page.path, 1), message, "Rename this file like the English one.")


@page_rule("TRN002", "headings-differ")
def headings_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """The headings of a translation have not the ids, levels and order of the English page.

    Sections are compared, linked and renewed by these ids.

    Wrong: `## Trois sortes { #trois-sortes }` for `## Three kinds { #three-kinds }`.

    Mend it: keep the English ids and the order of the sections.
    """
    source = site.source(page)
    if source is None or source is page:
        return
    theirs = [(h.level, h.id) for h in source.headings if h.level > 1]
    ours = [(h.level, h.id) for h in page.headings if h.level > 1]
    if ours == theirs:
        return
    position = next(
        (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    here = [heading for heading in page.headings if heading.level > 1]
    there = [heading for heading in source.headings if heading.level > 1]
    place = page.place(here[position].line if position < len(here) else len(page.lines) or 1)
    if position < len(there):
        level, identifier = theirs[position]
        other = source.place(there[position].line)
        wanted = f"{'#' * level} … {{ #{identifier} }}"
        message = f"In English `{wanted}` stands here."
        related = ((other, "the English heading"),)
        remedy = "Keep the English ids, levels and order."
        yield Hit(place, message, remedy, related=related, severity=weight(page, site, None))
    else:
        message = "In English there is no further heading."
        remedy = "Remove it, or add it to the English page first."
        yield Hit(place, message, remedy, severity=weight(page, site, None))
