"""Rules about case studies: places that exist, no case twice, words for each figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.checks.kinds import is_case_key
from portal.checks.rule import Hit, page_rule, site_rule
from portal.evidence.places import is_place
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site


@page_rule("EVI010", "case-place-unknown")
def case_places_exist(page: Page, _site: Site) -> Iterator[Hit]:
    """A case names a place by a code that is no country and no region.

    Cases are counted by region in the desk study; a wrong code counts nowhere.

    Wrong: `places: ["UK"]`. Right: `places: ["GB"]`, or `["011"]` for Western Africa.

    Mend it: write the two letters of ISO 3166-1, or the three digits of UN M49.
    """
    places = page.front_matter.get("places")
    if not is_case_key(page.key) or not isinstance(places, list):
        return
    for number, code in enumerate(places):
        if isinstance(code, str) and not is_place(code):
            yield Hit(
                page.value_place("places", number),
                f"There is no country or region `{code}`.",
                "Write two letters of ISO 3166-1, or three digits of UN M49.",
            )


@page_rule("EVI011", "case-figure-without-words")
def figures_have_words(page: Page, site: Site) -> Iterator[Hit]:
    """A translated case explains a figure that the English page has not, or leaves one out.

    The numbers stand in the English page only; a translation says what each stands for.

    Wrong: `gold: or récupéré` where English calls the figure `gold-borax`. Right: the same id.

    Mend it: use the ids of the English page, each once.
    """
    source = site.source(page)
    if not is_case_key(page.key) or page.language == SOURCE_LANGUAGE or source is None:
        return
    own, english = _ids(page), _ids(source)
    for name in sorted(own - english):
        message = f"The English page has no figure `{name}`."
        yield Hit(page.key_place("figures", name), message, "Use the ids of the English page.")
    for name in sorted(english - own):
        message = f"The figure `{name}` has no words here."
        yield Hit(page.key_place("figures"), message, "Say what it stands for.")


@site_rule("EVI012", "case-twice")
def no_case_is_there_twice(site: Site) -> Iterator[Hit]:
    """Two cases rest on the same first source: the desk study would count one thing twice.

    Mend it: join both pages, and leave a redirect.
    """
    seen: dict[str, str] = {}
    for key in site.keys(SOURCE_LANGUAGE):
        page = site.readable(SOURCE_LANGUAGE, key) if is_case_key(key) else None
        title = _first_source(page) if page else None
        if page is None or title is None:
            continue
        if title in seen:
            message = f"The case rests on the same source as `{seen[title]}`."
            yield Hit(page.value_place("sources", 0), message, "Join both pages.")
        seen[title] = key


def _ids(page: Page) -> set[str]:
    figures = page.front_matter.get("figures")
    return set(map(str, figures)) if isinstance(figures, Mapping) else set()


def _first_source(page: Page) -> str | None:
    sources = page.front_matter.get("sources")
    first = sources[0] if isinstance(sources, list) and sources else None
    return (
        str(first["title"]).casefold() if isinstance(first, Mapping) and "title" in first else None
    )
