"""What a theme template is told about a page: plain data, nothing of MkDocs in it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portal.languages import Labels, Language

if TYPE_CHECKING:
    from portal.assessment.track_tests import TrackTest
    from portal.cards.cards_page import CardLink
    from portal.local.mark import NationalMark
    from portal.modules_page import ModulesPage
    from portal.page_links import PageLinks


WORKSHEET_FILE = "evidence-worksheet.docx"
DOWNLOADS: Mapping[str, tuple[str, str]] = {
    "implementation/plans-reports-evaluation": (WORKSHEET_FILE, "worksheet.link"),
}
"""Key of a page to the file that a build makes beside it, and the label of the link to it."""


@dataclass(frozen=True, slots=True)
class ModuleCard:
    """A module as lists show it; facts come from the English page."""

    key: str
    track: str
    title: str
    summary: str
    href: str
    minutes: int | None
    level: str | None
    audience: tuple[str, ...]
    translated: bool
    language: Language
    """The language that title and summary are in."""
    questions: tuple[str, ...] = ()
    """Ids of its questions, as `Question.id`."""


@dataclass(frozen=True, slots=True)
class TrackCard:
    """A track with its modules, in teaching order."""

    id: str
    title: str
    summary: str
    href: str
    language: Language
    modules: tuple[ModuleCard, ...]

    @property
    def minutes(self) -> int:
        """Minutes of all modules together."""
        return sum(module.minutes or 0 for module in self.modules)


@dataclass(frozen=True, slots=True)
class PageContext:
    """Everything a template may want to know about the page it draws."""

    key: str
    kind: str
    """`home`, `modules`, `cards`, `agenda`, `results`, `offline`, `track`, `test`, `module`
    or `page`."""
    language: Language
    """The language of the interface."""
    content_language: Language
    """The language that the content is really in: English on a fallback page."""
    labels: Labels
    title: str
    summary: str
    fallback: bool
    review: str | None
    """`draft` or `reviewed`."""
    reviewers: tuple[str, ...]
    links: PageLinks
    revised: str | None
    """Day of the last change, as the reader's language writes it."""
    revised_iso: str | None
    tracks: tuple[TrackCard, ...]
    track: TrackCard | None
    module: ModuleCard | None
    modules: ModulesPage | None
    """On the page that lists all modules."""
    learning_resource: str | None
    """JSON-LD of a module, safe inside a script element; None on any other page and a fallback."""
    planner: str | None
    """On the agenda page: its data as JSON, safe inside a script element."""
    test: TrackTest | None
    """On the page of a track's tests."""
    results: str | None
    """On the trainer's page: its data as JSON, safe inside a script element."""
    fields: Mapping[str, object]
    """The front matter as it stands."""
    cards: tuple[CardLink, ...] = ()
    """The field cards that the page offers."""
    national: NationalMark | None = None
    """The country that adds to the page."""

    def functions(self) -> tuple[str, ...]:
        """Return the ids of the functions that a participant may have; `other` is the last."""
        found = (key.partition(".") for key in self.labels.source if key.startswith("audience."))
        return (*(name for _, _, name in found), "other")

    def downloads(self) -> tuple[tuple[str, str], ...]:
        """Return address and words of the files that are made for this page."""
        found = DOWNLOADS.get(self.key)
        return ((found[0], self.t(found[1])),) if found else ()

    def t(self, key: str, count: int | None = None, **values: object) -> str:
        """Return interface words in the reader's language."""
        return self.labels(key, count, **values)

    def named(self, what: str) -> str:
        """Return a provision id in words, in the reader's language, and any other text as it is."""
        from portal.convention import heading

        try:
            return heading(what, self.language.code)
        except ValueError:
            return what

    def day(self, day: object) -> str:
        """Return a day as the reader's language writes it; anything else as it stands."""
        from babel.dates import format_date

        if not isinstance(day, date):
            return str(day)
        return str(format_date(day, "long", locale=self.language.babel))


def file_of(key: str) -> str:
    """Return the file of a page below its language's folder: `waste/x` gives `waste/x/index.html`.

    >>> file_of("waste/index"), file_of("index"), file_of("waste/x")
    ('waste/index.html', 'index.html', 'waste/x/index.html')
    """
    return f"{key}.html" if key == "index" or key.endswith("/index") else f"{key}/index.html"


def directory_of(key: str) -> str:
    """Return the address of a page in directory form: `waste/x/`; the home page's is empty."""
    return file_of(key).removesuffix("index.html")


def relative_href(here: str, there: str) -> str:
    """Return the link from one page to another, naming the file."""
    return posixpath.relpath(file_of(there), file_of(here).rpartition("/")[0] or ".")
