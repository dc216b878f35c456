"""A scope as a book: chapters in the order of the menu, and the words of its cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.dates import format_date

from portal.assessment.track_tests import PAGES as TEST_PAGES
from portal.bundles.about import AUTHENTIC_TEXTS, LICENCE, share_of_pages
from portal.bundles.content import Chapter, read_chapter
from portal.bundles.scope import REFERENCES, Scope
from portal.bundles.tree import TreePage
from portal.checks.site_settings import read_settings
from portal.errors import BuildError
from portal.languages import Labels, Language, load_labels, load_languages


@dataclass(frozen=True, slots=True)
class Book:
    """What paper and e-readers show, in order."""

    title: str
    series: str
    """The portal's name."""
    language: Language
    scope: Scope
    module: str | None
    chapters: tuple[Chapter, ...]
    notes: tuple[tuple[str, str], ...]
    """Lines of the cover, each with an address or ""."""
    t: Labels


def read_book(root: Path, scope: Scope, module: str | None, *, references: bool) -> Book:
    """Return the book of a track, or of one module; raise PortalError.

    `references` says whether the pages come along that a track leads to.
    """
    labels = load_labels(root, scope.tree.code)
    own = load_languages(root).get(scope.tree.code)
    pages = pages_in_order(root, scope, module, references=references)
    files = frozenset(page.file for page in pages)
    chapters = []
    for page in pages:
        words = load_labels(root, page.language)
        chapters.append(read_chapter(scope, page, words=words, frame=own, beside=files))
    title = chapters[0].page.title
    return Book(
        title=title,
        series=labels("site.name"),
        language=own,
        scope=scope,
        module=module,
        chapters=tuple(chapters),
        notes=_notes(scope, [one.page for one in chapters], labels),
        t=labels,
    )


def pages_in_order(
    root: Path, scope: Scope, module: str | None, *, references: bool
) -> list[TreePage]:
    """Return the pages of a track in the menu's order, its tests last, or one module's page."""
    if module is not None:
        page = scope.tree.page(module)
        if page is None:
            raise BuildError(f"There is no module {module!r}.", path=str(scope.tree.folder))
        return [page]
    menu = [entry.path.removesuffix(".md") for entry in read_settings(root).nav or ()]
    place = {key: number for number, key in enumerate(menu)}
    modules = [page for page in scope.modules if page.key.startswith(f"{scope.track}/")]
    modules.sort(key=lambda page: (place.get(page.key, len(place)), page.key))
    tests = [page for page in scope.pages if TEST_PAGES.get(page.key) == scope.track]
    rest = [page for page in scope.pages if not page.key.startswith(f"{scope.track}/")]
    rest = sorted(rest, key=_place_of_reference) if references else []
    return [scope.start, *modules, *(tests if modules else ()), *rest]


def _place_of_reference(page: TreePage) -> tuple[int, bool, bool, str]:
    """Order by folder, overviews before what they list, annexes last."""
    folder, _, name = page.key.partition("/")
    return REFERENCES.index(folder), name not in ("", "index"), "annex" in name, page.key


def _notes(scope: Scope, pages: list[TreePage], t: Labels) -> tuple[tuple[str, str], ...]:
    own = sum(page.language == scope.tree.code for page in pages)
    reviewed = sum(page.review == "reviewed" for page in pages)
    lines = [
        (share_of_pages(t, own, len(pages)), ""),
        (t("bundle.reviewed", reviewed=reviewed, pages=len(pages)), ""),
        (t("bundle.licence"), LICENCE),
        (t("bundle.unofficial"), AUTHENTIC_TEXTS),
    ]
    if scope.tree.date:
        day = format_date(date.fromisoformat(scope.tree.date), "long", locale=t.language.babel)
        lines.insert(2, (t("bundle.state", date=day), ""))
    return tuple(lines)
