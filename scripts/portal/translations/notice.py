"""What a reader is told of a translation: which sections are older, since when, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal.history import last_changes
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, read_page
from portal.translations.fingerprints import figure_words
from portal.translations.state import SectionState, compare


@dataclass(frozen=True, slots=True)
class Notice:
    """The state of one page for its readers; all empty where it is fresh."""

    stale: tuple[str, ...] = ()
    """Sections whose English text has changed since, in English order."""
    missing: tuple[str, ...] = ()
    """Sections that are only in English, in a translation that has begun."""
    at_risk: tuple[str, ...] = ()
    """Stale sections that could hurt somebody: the English text stands below them."""
    headings: Mapping[str, str] | None = None
    """Section id to its English heading, of the missing ones."""
    changed: date | None = None
    """Day on which the translation last changed, as far as git knows."""
    english_changed: date | None = None
    translators: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()

    @property
    def outdated(self) -> bool:
        """Whether the page has anything to say about its age."""
        return bool(self.stale or self.missing)


def read_notice(root: Path, language: str, key: str) -> tuple[Notice, Page | None]:
    """Return what readers of a page are told, and its English page where one is needed.

    A page that is not a file (made from data) has nothing to say. Raises PageError where a file
    cannot be read.
    """
    path = root / "docs" / language / f"{key}.md"
    if not key or not path.is_file():
        return Notice(), None
    page = read_page(path, root=root)
    translators, reviewers = credited(page)
    source_path = root / "docs" / SOURCE_LANGUAGE / f"{key}.md"
    if language == SOURCE_LANGUAGE or not source_path.is_file():
        return Notice(translators=translators, reviewers=reviewers), None
    source = read_page(source_path, root=root)
    own, english = figure_words(root, language), figure_words(root, SOURCE_LANGUAGE)
    sections = compare(page, source, own_words=own, english_words=english)
    stale = tuple(s.id for s in sections if s.state is SectionState.STALE)
    missing = tuple(s.id for s in sections if s.state is SectionState.MISSING)
    if not stale and not missing:
        return Notice(translators=translators, reviewers=reviewers), None
    safety = source.front_matter.get("safety")
    dates = last_changes(root)
    found = Notice(
        stale=stale,
        missing=missing,
        at_risk=tuple(name for name in stale if isinstance(safety, list) and name in safety),
        headings={s.id: s.heading.text for s in source.sections if s.id and s.heading},
        changed=dates.get(page.path),
        english_changed=dates.get(source.path),
        translators=translators,
        reviewers=reviewers,
    )
    return found, source


def credited(page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the translators and the reviewers that a page names."""
    translation, review = (page.front_matter.get(name) for name in ("translation", "review"))
    translators = translation.get("translators") if isinstance(translation, Mapping) else None
    reviewers = review.get("reviewers") if isinstance(review, Mapping) else None
    reviewed = isinstance(review, Mapping) and review.get("status") == "reviewed"
    return _people(translators), _people(reviewers) if reviewed else ()


def _people(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else ()
    return tuple(item.strip() for item in items if isinstance(item, str) and item.strip())
