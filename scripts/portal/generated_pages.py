"""The pages that nobody has written: made from data, in each language."""

from __future__ import annotations

from collections.abc import Sequence

from portal.anchor_pages import INDEX, anchored, generated_index, generated_page
from portal.assessment.results_page import PAGE as RESULTS_PAGE
from portal.assessment.track_tests import PAGES as TEST_PAGES
from portal.assessment.track_tests import track_test_text
from portal.cards.card import cards_of, read_plan
from portal.cards.cards_page import CARDS
from portal.checks.kinds import TRACKS
from portal.convention import load_treaty
from portal.evidence.made_pages import evidence_pages
from portal.glossary import load_glossary
from portal.glossary.page import GLOSSARY, glossary_text
from portal.label_pages import label_page
from portal.languages import SOURCE_LANGUAGE, Language, load_labels
from portal.modules_page import MODULES
from portal.offline.page import PAGE as OFFLINE_PAGE
from portal.pages import Page, Site, parse_page
from portal.search.index_page import PAGE as SEARCH_PAGE
from portal.search.index_page import search_page
from portal.translations.site_pages import translation_pages


def generated_pages(
    site: Site, language: Language, *, order: Sequence[str] = (), repository: str | None = None
) -> dict[str, Page]:
    """Make the Convention's pages, the search's, lists, tests and results, translations' pages.

    A page written in English only is shown as a fallback, not generated; but a provision keeps its
    page in the reader's own language, with structure, amendments and modules, until translated.
    """
    treaty, labels = load_treaty(), load_labels(site.root, language.code)
    provisions = anchored(treaty)
    texts = {INDEX: generated_index(treaty, labels), MODULES: label_page(labels, "modules")}
    if cards_of(read_plan(site.root)):
        texts[CARDS] = label_page(labels, "cards")
    glossary = load_glossary(site.root)
    if glossary.concepts:
        texts[GLOSSARY] = glossary_text(glossary, labels)
    texts |= {key: generated_page(unit, labels) for key, unit in provisions.items()}
    texts |= translation_pages(site, labels, repository.rstrip("/") if repository else None)
    texts |= evidence_pages(site, language.code)
    tests = {
        key: track
        for key, track in TEST_PAGES.items()
        if site.has(SOURCE_LANGUAGE, f"{track}/index")
    }
    texts |= {key: track_test_text(track, labels) for key, track in tests.items()}
    texts[RESULTS_PAGE] = label_page(labels, "results")
    texts[OFFLINE_PAGE] = label_page(labels, "offline")
    texts[SEARCH_PAGE] = search_page(site, labels, tracks=TRACKS, order=order)
    written = {key for code, key in site.pages if code == language.code}
    written |= {
        key for code, key in site.pages if code == SOURCE_LANGUAGE and key not in provisions
    }
    return {
        key: parse_page(
            text.encode(), path=f"docs/{language.code}/{key}.md", language=language.code, key=key
        )
        for key, text in texts.items()
        if key not in written
    }
