"""What changed in English since a translation, section by section."""

from __future__ import annotations

from dataclasses import dataclass

from portal.errors import PageError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site
from portal.translations.fingerprints import recorded
from portal.translations.past import past_sections, section_lines
from portal.translations.state import SectionState, page_status
from portal.translations.word_diff import DiffLine, diff_lines


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of a translation that is not fresh."""

    id: str
    state: SectionState
    line: int
    """Of the section in the English page, or in the translation where English has none."""
    commit: str | None
    """That holds the English text which was translated."""
    diff: tuple[DiffLine, ...] | None
    """None where the old text is not known."""
    english: tuple[str, ...]
    """The lines of the English text of today."""


@dataclass(frozen=True, slots=True)
class PageChanges:
    """All that changed in English since a page was translated."""

    language: str
    key: str
    path: str
    source_path: str
    sections: tuple[SectionChange, ...]
    reason: str | None
    """Why the words of some sections cannot be compared."""


def page_changes(site: Site, language: str, key: str) -> PageChanges:
    """Compare a translation's English page with the text that was translated.

    Raises PageError where one of the two is missing or cannot be read.
    """
    page, source = site.get(language, key), site.get(SOURCE_LANGUAGE, key)
    if page is None or source is None:
        path = f"docs/{language if page is None else SOURCE_LANGUAGE}/{key}.md"
        raise PageError("There is no such page. Check the name.", path=path)
    status = page_status(site, language, key)
    known = recorded(page)
    wanted = {name: known[name].english for name in status.outdated}
    past = past_sections(site.root, source, wanted) if wanted else None
    lines = {s.id: s.lines.start for s in (*page.sections, *source.sections) if s.id}
    changes = []
    for section in status.sections:
        if section.state is SectionState.FRESH:
            continue
        english = section_lines(source, section.id)
        old = past.texts.get(section.id) if past else None
        changes.append(
            SectionChange(
                id=section.id,
                state=section.state,
                line=lines.get(section.id, 1),
                commit=past.commits.get(section.id) if past else None,
                diff=diff_lines(old, english) if old is not None else None,
                english=english,
            )
        )
    reason = past.reason if past else None
    return PageChanges(language, key, page.path, source.path, tuple(changes), reason)
