"""The pages that are made from the evidence: mandate, committee, cases, study, register.

A check of links asks for KEYS only, so whatever makes the pages is imported when they are made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from portal.pages import Site

if TYPE_CHECKING:
    from portal.evidence.documents import Report
    from portal.evidence.wording import Wording


def _mandate(words: Wording) -> Report:
    from portal.evidence.mandate_report import mandate_report

    return mandate_report(words)


def _committee(words: Wording) -> Report:
    from portal.evidence.committee_report import committee_report

    return committee_report(words)


def _cases(words: Wording) -> Report:
    from portal.evidence.cases_index import cases_index

    return cases_index(words)


def _desk_study(words: Wording) -> Report:
    from portal.evidence.desk_study import desk_study

    return desk_study(words)


def _register(words: Wording) -> Report:
    from portal.evidence.arrangements_report import register_page

    return register_page(words)


_REPORTED: Mapping[str, tuple[str, Callable[[Wording], Report]]] = {
    "about/mandate": ("docs/data/mandate.yaml", _mandate),
    "arrangements": ("docs/data/arrangements.yaml", _register),
    "cases/index": ("docs/en/cases", _cases),
    "committee": ("docs/data/committee.yaml", _committee),
    "desk-study": ("docs/en/cases", _desk_study),
}
"""Key of a page to the data that it is made of, and the report that it shows."""

KEYS = frozenset(_REPORTED)


def evidence_pages(site: Site, code: str) -> dict[str, str]:
    """Return the pages in a language as Markdown by key; raise DataError for broken data.

    A page whose data is not there is not made.
    """
    from portal.evidence.formats.markdown import page_text
    from portal.evidence.wording import wording

    words = wording(site, code)
    pages = {
        key: page_text(report(words), key=key)
        for key, (data, report) in _REPORTED.items()
        if _is_there(site.root, data)
    }
    for key, markup in _tools(words).items():
        if key in pages:
            start, mark, rest = pages[key].partition("\n## ")
            pages[key] = f"{start}\n{markup}{mark}{rest}"
    return pages


def _tools(words: Wording) -> dict[str, str]:
    """Return what stands above the first heading of some pages: downloads, place of a form."""
    from portal.evidence.formats import FORMATS
    from portal.evidence.register_downloads import DOWNLOADS
    from portal.evidence.register_form import form_place

    study = [f"desk-study.{form}" for form in FORMATS]
    return {
        "arrangements": form_place(words) + _files("register.data", tuple(DOWNLOADS), words),
        "desk-study": _files("desk.files", study, words),
    }


def _files(label: str, names: Sequence[str], words: Wording) -> str:
    links = " · ".join(f'<a href="{name}" download>{escape(name)}</a>' for name in names)
    return f"<p>{escape(words.name(label)[0].text)}{links}</p>\n"


def _is_there(root: Path, data: str) -> bool:
    return (root / data).exists()
