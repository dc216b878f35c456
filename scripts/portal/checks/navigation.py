"""Rules about the navigation in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.label_words import label_words
from portal.checks.rule import Hit, page_rule, site_rule
from portal.checks.site_settings import read_settings
from portal.findings import Place, Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site
from portal.project import MARK


@site_rule("CFG006", "navigation-without-page")
def navigation_leads_to_pages(site: Site) -> Iterator[Hit]:
    """The navigation names a page that is not there.

    Paths in `nav:` stand below a language's folder: `waste/index.md` is docs/en/waste/index.md.

    Mend it: correct the path, or write the page.
    """
    for entry in read_settings(site.root).nav or ():
        key = entry.path.removesuffix(".md")
        if not site.has(SOURCE_LANGUAGE, key):
            end = entry.column + len(entry.path)
            place = Place(MARK, entry.line, entry.column, entry.line, end)
            message = f"The navigation names {entry.path}, but there is no docs/en/{entry.path}."
            yield Hit(place, message, "Correct the path, or write the page.")


@page_rule("CFG008", "page-not-in-navigation", Severity.WARNING)
def pages_stand_in_the_navigation(page: Page, site: Site) -> Iterator[Hit]:
    """An English page is missing from the navigation: readers find it by links and search only.

    Mend it: add it to `nav:` in mkdocs.yml, in the order in which it is read.
    """
    nav = read_settings(site.root).nav
    if nav is None or page.language != SOURCE_LANGUAGE:
        return
    # Listed on an index of their own, which `not_in_nav:` of mkdocs.yml says as well.
    if page.key.startswith(("cases/", "convention/", "decisions/")):
        return
    if f"{page.key}.md" not in {entry.path for entry in nav}:
        message = "The page is missing from the navigation."
        yield Hit(Place(page.path, 1), message, f"Add {page.key}.md to `nav:` in {MARK}.")


@site_rule("CFG012", "navigation-without-label")
def navigation_sections_have_labels(site: Site) -> Iterator[Hit]:
    """A section of the navigation has no name in the labels.

    Sections are named by a key, so that they have a name in every language.

    Wrong: `- Waste:`. Right: `- nav.waste:`, with `nav.waste` in each labels file.

    Mend it: use a key of docs/data/labels/en.yaml.
    """
    known = label_words(site, SOURCE_LANGUAGE)
    for label in read_settings(site.root).nav_labels:
        if label.key not in known:
            end = label.column + len(label.key)
            place = Place(MARK, label.line, label.column, label.line, end)
            message = f"The section `{label.key}` has no name in the labels."
            yield Hit(place, message, "Use a key of docs/data/labels/en.yaml.")
