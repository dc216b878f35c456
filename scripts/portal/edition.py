"""The site as one language shows it: its own pages, and English ones where none is translated."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from portal.agenda.page_data import PAGE as AGENDA
from portal.agenda.page_data import planner_json
from portal.anchor_pages import anchored
from portal.assessment.results_page import PAGE as RESULTS_PAGE
from portal.assessment.results_page import results_json
from portal.assessment.track_tests import PAGES as TEST_PAGES
from portal.assessment.track_tests import track_test
from portal.cards.cards_page import CARDS, card_links
from portal.catalogue import read_catalogue, read_module
from portal.checks.kinds import TRACKS
from portal.convention import load_treaty
from portal.generated_pages import generated_pages
from portal.history import last_changes
from portal.languages import SOURCE_LANGUAGE, Language, forget, load_labels, load_languages
from portal.learning_paths import load_paths
from portal.learning_resource import learning_resource
from portal.local.checking import accepted
from portal.local.mark import national_mark
from portal.local.merging import label_of, with_additions
from portal.local.overlay import FOLDER as LOCAL
from portal.local.overlay import Overlay, read_overlay
from portal.modules import taught_provisions
from portal.modules_page import MODULES, ModulesPage, modules_page
from portal.navigation import check_navigation, keys_in_order
from portal.offline.page import PAGE as OFFLINE_PAGE
from portal.page_context import ModuleCard, PageContext, TrackCard, relative_href
from portal.page_links import page_links
from portal.pages import Page, Site, read_site
from portal.written_dates import written_date


@dataclass(frozen=True, slots=True)
class Edition:
    """Answers for any page of the site in one language."""

    root: Path
    site: Site
    language: Language
    site_url: str | None
    """Address of the root above the language folders, with a final `/`, or None."""
    repository: str | None
    """Address of the repository on GitHub, without a final `/`, or None."""
    order: Sequence[str]
    """Page keys in the order of the navigation."""
    generated: Mapping[str, Page]
    """Pages made from data, by key, in this language: nobody has written them."""
    overlay: Overlay | None = None
    """What the country of this build adds."""

    def page(self, key: str) -> Page:
        """Return the page of this key in this language, else in English."""
        if key in self.generated:
            return self.generated[key]
        translated = self.site.get(self.language.code, key)
        return translated or self.site.pages[SOURCE_LANGUAGE, key]

    def key(self, source: str) -> str:
        """Return the key of the page at `source`, a path below `docs/` as MkDocs writes it."""
        return source.removeprefix(f"{self.language.code}/").removesuffix(".md")

    def extension_options(self, key: str) -> dict[str, str]:
        """Return what the Markdown extension must know to render this page."""
        return {
            "language": self.page(key).language,
            "edition": self.language.code,
            "page": key,
            "root": str(self.root),
        }

    def with_national(self, key: str, markdown: str) -> str:
        """Return the Markdown of a page with what the country of this build adds to it."""
        if self.overlay is None:
            return markdown
        addition = self.overlay.addition(self.language.code, key)
        if addition is None:
            return markdown
        label = label_of(self.overlay, load_labels(self.root, self.language.code))
        return with_additions(markdown, addition, label=label, language=self.language)

    def shown_keys(self) -> tuple[str, ...]:
        """Return the keys of all pages shown here: its own and the English ones."""
        shown = (self.language.code, SOURCE_LANGUAGE)
        written = {key for code, key in self.site.pages if code in shown}
        return tuple(sorted(written | self.generated.keys()))

    def fallback(self, key: str) -> bool:
        """Tell whether this page can only be shown in English here."""
        return not self.is_in(self.language.code, key)

    def review(self, key: str) -> str | None:
        """Return `draft` or `reviewed` as the page says, None for a page made from data."""
        return _review(self.page(key))[0]

    def is_in(self, code: str, key: str) -> bool:
        """Tell whether a page is in a language: written, or made from data in every language."""
        made = key in self.generated or key in anchored(load_treaty())
        return (code, key) in self.site.pages or made

    def context(self, key: str) -> PageContext:
        """Return what the templates need to draw the page of this key."""
        page, labels = self.page(key), load_labels(self.root, self.language.code)
        tracks = tuple(self._track(track, key) for track in TRACKS if self.has(f"{track}/index"))
        track = next((card for card in tracks if key.startswith(f"{card.id}/")), None)
        module = next((m for m in track.modules if m.key == key), None) if track else None
        revised = last_changes(self.root).get(page.path)
        source, review = self.site.pages.get((SOURCE_LANGUAGE, key), page), _review(page)
        return PageContext(
            key=key,
            kind=_kind(key, module),
            language=self.language,
            content_language=load_languages(self.root).get(page.language),
            labels=labels,
            title=page.title,
            summary=str(page.front_matter.get("summary", "")),
            fallback=self.fallback(key),
            review=review[0],
            reviewers=review[1],
            links=page_links(self, key),
            revised=written_date(revised, self.language.babel),
            revised_iso=revised.isoformat() if revised else None,
            tracks=tracks,
            track=track,
            module=module,
            modules=self._modules_page(tracks) if key == MODULES else None,
            learning_resource=self._learning_resource(key, revised) if module else None,
            planner=planner_json(self.site, labels, order=self.order) if key == AGENDA else None,
            test=track_test(self.site, track, labels) if key in TEST_PAGES and track else None,
            results=results_json(self.site, tracks, labels) if key == RESULTS_PAGE else None,
            fields=dict(source.front_matter) | dict(page.front_matter),
            cards=card_links(self.root, self.language.code, key),
            national=national_mark(self.overlay, self.language, key),
        )

    def has(self, key: str) -> bool:
        """Tell whether an English page of this key is written."""
        return (SOURCE_LANGUAGE, key) in self.site.pages

    def _track(self, track: str, here: str) -> TrackCard:
        index = self.page(f"{track}/index")
        keys = [key for key in self.order if key.startswith(f"{track}/") and key != index.key]
        return TrackCard(
            id=track,
            title=index.title,
            summary=str(index.front_matter.get("summary", "")),
            href=relative_href(here, index.key),
            language=load_languages(self.root).get(index.language),
            modules=tuple(self._module(track, key, here) for key in keys),
        )

    def _module(self, track: str, key: str, here: str) -> ModuleCard:
        page, source = self.page(key), self.site.pages.get((SOURCE_LANGUAGE, key), self.page(key))
        facts = source.front_matter
        minutes = facts.get("minutes")
        audience = facts.get("audience")
        return ModuleCard(
            key=key,
            track=track,
            title=page.title,
            summary=str(page.front_matter.get("summary", "")),
            href=relative_href(here, key),
            minutes=minutes if isinstance(minutes, int) else None,
            level=str(facts["level"]) if "level" in facts else None,
            audience=tuple(map(str, audience)) if isinstance(audience, list) else (),
            translated=not self.fallback(key),
            language=load_languages(self.root).get(page.language),
            questions=tuple(question.id for question in page.questions),
        )

    def _modules_page(self, tracks: Sequence[TrackCard]) -> ModulesPage:
        return modules_page(
            read_catalogue(self.site),
            tracks,
            load_paths(self.root),
            labels=load_labels(self.root, self.language.code),
            languages=load_languages(self.root),
        )

    def _learning_resource(self, key: str, changed: date | None) -> str | None:
        if not self.has(key):
            return None
        labels, module = load_labels(self.root, self.language.code), read_module(self.site, key)
        return learning_resource(module, labels, site_url=self.site_url, changed=changed)


def open_edition(
    root: Path, code: str, *, site_url: str | None, repository: str | None, nav: object
) -> Edition:
    """Read the project afresh for one language; raise PortalError where it is broken."""
    forget()
    taught_provisions.cache_clear()
    language, site = load_languages(root).get(code), read_site(root)
    order = keys_in_order(nav or [])
    edition = Edition(
        root=root,
        site=site,
        language=language,
        site_url=site_url.rstrip("/") + "/" if site_url else None,
        repository=repository.rstrip("/") if repository else None,
        order=order,
        generated=generated_pages(site, language, order=order, repository=repository),
    )
    check_navigation(root, edition.order, known=edition.shown_keys())
    local = os.environ.get(LOCAL)
    if not local:
        return edition
    return replace(edition, overlay=accepted(read_overlay(Path(local)), site))


_KINDS = {
    "index": "home",
    MODULES: "modules",
    CARDS: "cards",
    AGENDA: "agenda",
    RESULTS_PAGE: "results",
    OFFLINE_PAGE: "offline",
    **dict.fromkeys(TEST_PAGES, "test"),
    **{f"{track}/index": "track" for track in TRACKS},
}


def _kind(key: str, module: ModuleCard | None) -> str:
    return "module" if module is not None else _KINDS.get(key, "page")


def _review(page: Page) -> tuple[str | None, tuple[str, ...]]:
    review = page.front_matter.get("review")
    if not isinstance(review, Mapping):
        return None, ()
    reviewers = review.get("reviewers")
    names = tuple(map(str, reviewers)) if isinstance(reviewers, list) else ()
    return str(review.get("status")), names
