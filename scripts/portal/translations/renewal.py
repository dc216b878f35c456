"""Renews the fingerprints of a translation: those of sections that somebody really worked on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from portal.errors import ConfigError, PageError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site
from portal.translations.fingerprints import (
    Recorded,
    figure_words,
    fingerprints,
    recorded,
)
from portal.translations.left_over import share_left
from portal.translations.stamping import with_fingerprints
from portal.translations.state import SectionState, compare_prints


@dataclass(frozen=True, slots=True)
class Renewal:
    """What renewing a page's fingerprints comes to; nothing is written yet."""

    page: Page
    text: str
    """The file's new text; equal to the old one where there is nothing to renew."""
    renewed: tuple[str, ...]
    """Sections whose fingerprints are new."""
    refused: tuple[tuple[str, str], ...]
    """Sections that stay stale, each with the reason."""
    dropped: tuple[str, ...]
    """Fingerprints of sections that are no longer there."""

    @property
    def changes(self) -> bool:
        """Whether the file would change."""
        return self.text != self.page.text


MOSTLY_ENGLISH = 0.5
"""Share of a section's lines in English from which on it counts as not translated."""
UNCHANGED = "English has changed since, the translation has not"
UNTRANSLATED = "it is still the English text"


def renew(
    site: Site,
    page: Page,
    *,
    still_fits: Collection[str] = (),
    only_new: bool = False,
) -> Renewal:
    """Work out the new fingerprints of a translation.

    Renewed are sections whose own text changed, those that have no fingerprints yet, and those in
    `still_fits`: somebody says that the old words still fit the new English. `only_new` renews
    those without fingerprints and nothing else. Raises ConfigError for a section in `still_fits`
    that the page has not, PageError for a page without an English one.
    """
    source = _english_page(site, page)
    own = fingerprints(page, figure_words(site.root, page.language))
    english = fingerprints(source, figure_words(site.root, SOURCE_LANGUAGE))
    _refuse_unknown(page, still_fits, known=[name for name in own if name in english])
    known = recorded(page)
    # An extra section keeps its fingerprints: by them a section renamed in English is found.
    prints = {name: both for name, both in known.items() if name in own}
    untranslated = _untranslated(page, source)
    renewed, refused = [], []
    for state in compare_prints(own, english, known):
        if state.state in (SectionState.MISSING, SectionState.EXTRA):
            continue
        name, new = state.id, state.state is SectionState.UNCONFIRMED
        wanted = new if only_new else new or state.changed_here or name in still_fits
        now = Recorded(english[name], own[name])
        if wanted and name in untranslated:
            refused.append((name, UNTRANSLATED))
        elif wanted and known.get(name) != now:
            prints[name] = now
            renewed.append(name)
        elif state.state is SectionState.STALE and not only_new:
            refused.append((name, UNCHANGED))
    dropped = tuple(name for name in known if name not in own)
    ordered = {name: prints[name] for name in (*english, *prints) if name in prints}
    text = with_fingerprints(page, ordered) if renewed or dropped else page.text
    return Renewal(page, text, tuple(renewed), tuple(refused), dropped)


def _english_page(site: Site, page: Page) -> Page:
    source = site.get(SOURCE_LANGUAGE, page.key)
    if source is None or source is page:
        message = f"There is no English page docs/en/{page.key}.md to compare with."
        raise PageError(f"{message} Rename this file like the English one.", path=page.path, line=1)
    return source


def _refuse_unknown(page: Page, names: Collection[str], *, known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            message = f"The page has no section {name!r}. It has: {', '.join(known)}."
            raise ConfigError(message, path=page.path)


def _untranslated(page: Page, source: Page) -> frozenset[str]:
    """Return the sections that mostly still say what the English ones say, word for word."""
    left = share_left(page, source)
    return frozenset(name for name, share in left.items() if share >= MOSTLY_ENGLISH)
