"""Rules about the fingerprints of a translation: which sections render the English of today."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from portal.checks.rule import Hit, page_rule
from portal.findings import Edit, Place, Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site
from portal.translations.fingerprints import figure_words, fingerprints, recorded
from portal.translations.renaming import renamed_sections
from portal.translations.state import SectionState, SectionStatus, compare_prints


@functools.lru_cache(maxsize=1024)
def _prints(page: Page, root: Path) -> Mapping[str, str]:
    return fingerprints(page, figure_words(root, page.language))


@functools.lru_cache(maxsize=1024)
def section_states(page: Page, source: Page, root: Path) -> Mapping[str, SectionStatus]:
    """Return the state of each section of a translation by id."""
    found = compare_prints(_prints(page, root), _prints(source, root), recorded(page))
    return {section.id: section for section in found}


def source_of(page: Page, site: Site) -> Page | None:
    """Return the English page of a translation; None for an English page and an orphan."""
    source = site.source(page)
    return None if page.language == SOURCE_LANGUAGE or source is page else source


def weight(page: Page, site: Site, section: str | None) -> Severity | None:
    """Return the weight of a difference in a section: a warning while English has moved on.

    Who improves an English page must not be stopped by five translations that cannot follow at
    once; once somebody has said that a section renders the English of today, a difference is an
    error. Without fingerprints, or with None for the whole page: the rule's own weight, None.
    """
    source = source_of(page, site)
    if source is None or not recorded(page):
        return None
    states = section_states(page, source, site.root)
    found = states.values() if section is None else [states[section]] if section in states else []
    moved = any(state.state is not SectionState.FRESH for state in found)
    return Severity.WARNING if moved else None


def confirmed_weight(page: Page, site: Site, section: str | None) -> Severity | None:
    """Return the same, and a warning for a section that nobody has confirmed yet.

    A translation may be begun with one section; what is not said to be done is not wrong yet.
    """
    return weight(page, site, section) if recorded(page) else Severity.WARNING


def section_at(page: Page, line: int) -> str | None:
    """Return the id of the section that a line stands in; the front matter belongs to `page`."""
    if line < page.body_line:
        return "page"
    return next((s.id for s in page.sections if line in s.lines), None)


@page_rule("TRN003", "stale-section", Severity.WARNING)
def sections_render_today_s_english(page: Page, site: Site) -> Iterator[Hit]:
    """The English text of a section has changed since it was translated.

    Readers are told so on the page. White space, typography and addresses of links do not count.

    Mend it: `portal translations diff PAGE` shows what changed; translate that, then
    `portal translations done PAGE`. Where the old words still fit, say
    `portal translations done PAGE --still-fits SECTION`.
    """
    source = source_of(page, site)
    if source is None or not recorded(page):
        return
    starts = {s.id: s.lines.start for s in page.sections}
    there = {s.id: s.lines.start for s in source.sections}
    safety = source.front_matter.get("safety")
    for name, section in section_states(page, source, site.root).items():
        if section.state is not SectionState.STALE:
            continue
        risky = isinstance(safety, list) and name in safety
        message = f"The English text of `{name}` has changed since it was translated."
        if risky:
            message += " It is about safety: the English text is shown below it."
        elif section.changed_here:
            message += " This text has changed, too."
        related = ((source.place(there[name]), "the English section"),)
        remedy = f"See `portal translations diff {page.path}`, then `… done {page.path}`."
        yield Hit(page.place(starts[name]), message, remedy, related=related)


@page_rule("TRN004", "no-fingerprints", Severity.NOTE)
def sections_have_fingerprints(page: Page, site: Site) -> Iterator[Hit]:
    """Nobody has recorded which English text a section renders.

    Without the fingerprints under `translation.source` nobody can tell when it grows old.

    Mend it: `portal translations done PAGE`, once it does follow the English page.
    """
    source = source_of(page, site)
    if source is None:
        return
    states = section_states(page, source, site.root).values()
    names = [s.id for s in states if s.state is SectionState.UNCONFIRMED]
    if names:
        message = f"No fingerprints for: {', '.join(names)}."
        remedy = f"Run `portal translations done {page.path}`."
        yield Hit(page.key_place("translation"), message, remedy)


@page_rule("TRN005", "fingerprint-of-no-section", Severity.WARNING)
def fingerprints_belong_to_sections(page: Page, site: Site) -> Iterator[Hit]:
    """`translation.source` names a section that neither this page nor the English one has.

    Mend it: remove the line; `portal translations done PAGE` and `portal check --fix` do it.
    """
    source = source_of(page, site)
    if source is None:
        return
    known = {s.id for s in (*page.sections, *source.sections)}
    for name in recorded(page):
        if name not in known:
            place = page.key_place("translation", "source", name)
            message = f"There is no section `{name}`, neither here nor in English."
            yield Hit(place, message, "Remove the line.", fix=_line_edit(page, place, name))


def _line_edit(page: Page, place: Place, name: str) -> Edit | None:
    """Return the removal of the whole line, where nothing else stands on it."""
    line = page.lines[place.line - 1]
    if not line.strip().startswith(f"{name}:") or place.line >= len(page.lines):
        return None
    return Edit(page.source.offset(place.line, 1), page.source.offset(place.line + 1, 1), "")


@page_rule("TRN006", "section-renamed", Severity.WARNING)
def renamed_sections_follow(page: Page, site: Site) -> Iterator[Hit]:
    """English has given a section another id; the text is the same.

    Mend it: `portal check --fix` puts the new id into the heading and the fingerprints.
    """
    source = source_of(page, site)
    if source is None:
        return
    names = renamed_sections(page, recorded(page), _prints(source, site.root))
    for old, new in names.items():
        heading = next(h for h in page.headings if h.id == old and h.level == 2)
        there = next(s.lines.start for s in source.sections if s.id == new)
        message = f"In English the section `{old}` is now called `{new}`."
        related = ((source.place(there), "the English section"),)
        for place in (page.place(heading.line), page.key_place("translation", "source", old)):
            edit = _rename(page, place.line, old, new)
            remedy = f"Write `{new}` for `{old}`."
            yield Hit(place, message, remedy, related=related, fix=edit)


def _rename(page: Page, line: int, old: str, new: str) -> Edit | None:
    import re

    text = page.lines[line - 1]
    found = list(re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", text))
    if not found:
        return None
    start = page.source.offset(line, found[-1].start() + 1)
    return Edit(start, start + len(old), new)
