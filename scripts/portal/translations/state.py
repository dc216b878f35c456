"""Which sections of a translation are missing, stale, fresh or left over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from portal.errors import PageError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site
from portal.translations.fingerprints import (
    FigureWords,
    Recorded,
    figure_words,
    fingerprints,
    no_figure_words,
    recorded,
    same,
)


class SectionState(StrEnum):
    """What is known of one section of a translation."""

    FRESH = "fresh"
    """It renders the English text as it stands."""
    STALE = "stale"
    """The English text has changed since."""
    UNCONFIRMED = "unconfirmed"
    """Nobody has recorded which English text it renders."""
    MISSING = "missing"
    EXTRA = "extra"
    """English has no such section, or no longer."""


@dataclass(frozen=True, slots=True)
class SectionStatus:
    """One section of a translation."""

    id: str
    state: SectionState
    changed_here: bool = False
    """Whether its own text differs from what was last confirmed (or nothing was recorded)."""


@dataclass(frozen=True, slots=True)
class PageStatus:
    """A page in a language; the sections in the order of the English page, extra ones last."""

    language: str
    key: str
    path: str
    """Of the translation, whether or not it is there."""
    state: str
    """`missing`, `stale`, `fresh` or `orphan`."""
    review: str | None
    """`draft` or `reviewed`; None without a page, or where it does not say."""
    sections: tuple[SectionStatus, ...] = ()
    safety: tuple[str, ...] = ()
    """Sections where a stale translation could hurt somebody, as the English page says."""

    def ids(self, *states: SectionState) -> tuple[str, ...]:
        """Return the ids of the sections in one of these states."""
        return tuple(section.id for section in self.sections if section.state in states)

    @property
    def outdated(self) -> tuple[str, ...]:
        """Sections that are known to be older than the English text: what readers are told."""
        return self.ids(SectionState.STALE)

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Sections of which nobody has recorded what they render."""
        return self.ids(SectionState.UNCONFIRMED)

    @property
    def at_risk(self) -> tuple[str, ...]:
        """Stale sections that could hurt somebody."""
        return tuple(name for name in self.outdated if name in self.safety)

    @property
    def staleness(self) -> float:
        """Share of the sections that are not fresh: 0 to 1."""
        if self.state == "missing":
            return 1.0
        fresh = len(self.ids(SectionState.FRESH))
        return 1 - fresh / len(self.sections) if self.sections else 0.0

    def as_data(self) -> dict[str, Any]:
        """Return what `portal translations status --format json` says of the page.

        A section of which nobody recorded what it renders counts as stale: it is not known fresh.
        """
        return {
            "state": self.state,
            "review": self.review,
            "missing": list(self.ids(SectionState.MISSING)),
            "stale": list(self.ids(SectionState.STALE, SectionState.UNCONFIRMED)),
            "extra": list(self.ids(SectionState.EXTRA)),
        }


def compare(
    page: Page,
    source: Page,
    *,
    own_words: FigureWords = no_figure_words,
    english_words: FigureWords = no_figure_words,
) -> tuple[SectionStatus, ...]:
    """Compare a translation with its English page, section by section."""
    return compare_prints(
        fingerprints(page, own_words), fingerprints(source, english_words), recorded(page)
    )


def compare_prints(
    own: Mapping[str, str], english: Mapping[str, str], known: Mapping[str, Recorded]
) -> tuple[SectionStatus, ...]:
    """Compare fingerprints: own and English ones of now, and those recorded in the translation."""
    found = []
    for name, theirs in english.items():
        past = known.get(name)
        if name not in own:
            found.append(SectionStatus(name, SectionState.MISSING))
        elif past is None:
            found.append(SectionStatus(name, SectionState.UNCONFIRMED, changed_here=True))
        else:
            state = SectionState.FRESH if same(past.english, theirs) else SectionState.STALE
            changed = not same(past.own, own[name])
            found.append(SectionStatus(name, state, changed_here=changed))
    left = dict.fromkeys((*own, *known))
    extra = (SectionStatus(name, SectionState.EXTRA) for name in left if name not in english)
    return (*found, *extra)


def page_status(site: Site, language: str, key: str) -> PageStatus:
    """Return the state of one page in one language; raise PageError where it cannot be read."""
    path = f"docs/{language}/{key}.md"
    source, page = site.get(SOURCE_LANGUAGE, key), site.get(language, key)
    if source is None:
        review = _review(page) if page else None
        return PageStatus(language, key, path, "orphan", review)
    safety = _names(source.front_matter.get("safety"))
    if page is None:
        sections = tuple(SectionStatus(name, SectionState.MISSING) for name in _section_ids(source))
        return PageStatus(language, key, path, "missing", None, sections, safety)
    sections = compare(
        page,
        source,
        own_words=figure_words(site.root, language),
        english_words=figure_words(site.root, SOURCE_LANGUAGE),
    )
    fresh = all(section.state is SectionState.FRESH for section in sections)
    state = "fresh" if fresh else "stale"
    return PageStatus(language, key, path, state, _review(page), sections, safety)


def statuses(site: Site, languages: tuple[str, ...]) -> Iterator[PageStatus | PageError]:
    """Yield the state of every page in these languages, by language and key.

    A page that cannot be read comes as its error, so that one does not hide the others.
    """
    english = set(site.keys(SOURCE_LANGUAGE))
    for language in languages:
        for key in sorted(english | set(site.keys(language))):
            try:
                yield page_status(site, language, key)
            except PageError as error:
                yield error


def translation_languages(site: Site) -> tuple[str, ...]:
    """Return the languages that are translated into, in order."""
    return tuple(code for code in site.languages.codes if code != SOURCE_LANGUAGE)


def _section_ids(page: Page) -> tuple[str, ...]:
    return tuple(dict.fromkeys(section.id for section in page.sections if section.id))


def _review(page: Page) -> str | None:
    review = page.front_matter.get("review")
    status = review.get("status") if isinstance(review, Mapping) else None
    return str(status) if status in {"draft", "reviewed"} else None


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
