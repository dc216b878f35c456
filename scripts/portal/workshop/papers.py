"""The papers of a workshop in memory: HTML to print, slides to show, agenda for programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.agenda.formats import FORMATS
from portal.agenda.wording import Wording
from portal.assessment.drawing import post_test, pre_test
from portal.own_templates import templates_in
from portal.pages import Site
from portal.slides.made_files import powerpoint_of
from portal.workshop.exercise_sheets import exercise_sheets
from portal.workshop.one_sheets import one_sheet

TEMPLATES = Path(__file__).with_name("templates")
BLANK_LINES = 24
"""Empty lines of an attendance list without names: a page."""


def write_papers(
    site: Site, words: Wording, *, names: tuple[str, ...] = ()
) -> dict[str, str | bytes]:
    """Return the content of each file by its name."""
    agenda = words.agenda
    sheets = [one_sheet(site, words, number) for number in range(1, len(agenda.modules) + 1)]
    keys = [module.key for module in agenda.modules]
    items = pre_test(site, keys, words.labels.language.code)
    facts: dict[str, Any] = {
        "t": words.labels,
        "words": words,
        "agenda": agenda,
        "languages": site.languages,
        "names": names,
        "sheets": sheets,
        "exercises": [e for module in agenda.modules for e in exercise_sheets(site, module)],
        "pre_test": items,
        "post_test": post_test(items),
        "letters": words.labels("workshop.letters"),
        "dates": _dates(words),
        "blank_lines": range(BLANK_LINES),
        "ratings": ("understood", "use", "exercises", "pace", "voice"),
    }
    files: dict[str, str | bytes] = {name: _draw(name, facts) for name in PAGES}
    for sheet in sheets:
        files[sheet.file] = _draw("one-sheet.html", facts | {"sheet": sheet})
        key, language = sheet.module.key, words.labels.language.code
        files[sheet.slides_file] = powerpoint_of(site, key, language)[1]
    # A spreadsheet takes a CSV for UTF-8 only with this mark.
    files["agenda.csv"] = "\ufeff" + FORMATS["csv"](words)
    files["agenda.md"] = FORMATS["md"](words)
    if agenda.wishes.date:
        files["agenda.ics"] = FORMATS["ics"](words)
    return files


PAGES: Mapping[str, str] = {
    "agenda.html": "agenda.title",
    "exercises.html": "workshop.exercises",
    "solutions.html": "workshop.solutions",
    "pre-test.html": "workshop.pre-test",
    "post-test.html": "workshop.post-test",
    "key.html": "workshop.key",
    "attendance.html": "workshop.attendance",
    "evaluation.html": "workshop.evaluation",
    "certificate.html": "workshop.certificate",
    "index.html": "workshop.title",
}
"""The pages that every folder has, and the labels of their titles."""


def _draw(name: str, facts: Mapping[str, Any]) -> str:
    label = PAGES.get(name)
    title = facts["t"](label) if label else ""
    template = templates_in(TEMPLATES).get_template(name)
    return template.render(facts, page=name, page_title=title, pages=PAGES)


def _dates(words: Wording) -> str:
    dates = [day.date for day in words.agenda.days if day.date]
    if not dates:
        return words.labels("workshop.undated")
    if len(dates) == 1:
        return words.date(dates[0])
    return f"{words.date(dates[0])} – {words.date(dates[-1])}"
