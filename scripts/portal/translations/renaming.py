"""Where an English page or section went that a translation still knows by its old name."""

from __future__ import annotations

from collections.abc import Mapping

from portal.errors import PortalError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import PAGE_SECTION, Page, Site
from portal.translations.fingerprints import Recorded, figure_words, fingerprints, recorded, same
from portal.translations.state import PageStatus


def renamed_source(site: Site, status: PageStatus) -> str | None:
    """Return the key of the English page that an orphan renders: most sections fit, one at least.

    First the redirects are asked, then the fingerprints of pages not in this language yet.
    """
    page = site.readable(status.language, status.key)
    if page is None:
        return None
    moved = _redirect(site, status.key)
    if moved is not None and (SOURCE_LANGUAGE, moved) in site.pages:
        return moved
    known = recorded(page)
    best, fits = None, 0
    words = figure_words(site.root, SOURCE_LANGUAGE)
    for key in site.keys(SOURCE_LANGUAGE) if known else ():
        source = site.readable(SOURCE_LANGUAGE, key)
        if source is None or (status.language, key) in site.pages:
            continue
        english = fingerprints(source, words)
        count = sum(
            name in english and same(both.english, english[name]) for name, both in known.items()
        )
        if count > fits:
            best, fits = key, count
    return best


def _redirect(site: Site, key: str) -> str | None:
    from portal.addresses import load_addresses

    try:
        target = load_addresses(site.root).redirects.get(key)
    except PortalError:
        return None
    return target.partition("#")[0] if target else None


def renamed_sections(
    page: Page, known: Mapping[str, Recorded], english: Mapping[str, str]
) -> dict[str, str]:
    """Map old section ids of a translation to the new English ids of the same text.

    Only where it is certain: the old id is gone from English, the new one is not in the
    translation, and exactly one section fits.
    """
    own = {section.id for section in page.sections}
    found: dict[str, str] = {}
    for name, both in known.items():
        if name in english or name not in own or name == PAGE_SECTION:
            continue
        fits = [new for new, now in english.items() if new not in own and same(both.english, now)]
        if len(fits) == 1:
            found[name] = fits[0]
    targets = list(found.values())
    return {old: new for old, new in found.items() if targets.count(new) == 1}
