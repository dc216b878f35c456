"""The pages that are made from the evidence: mandate, committee, cases, register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from portal.evidence.documents import Report
from portal.evidence.formats.markdown import page_text
from portal.evidence.wording import Wording, wording
from portal.pages import Site


def _mandate(words: Wording) -> Report:
    from portal.evidence.mandate_report import mandate_report

    return mandate_report(words)


def _committee(words: Wording) -> Report:
    from portal.evidence.committee_report import committee_report

    return committee_report(words)


def _cases(words: Wording) -> Report:
    from portal.evidence.cases_index import cases_index

    return cases_index(words)


def _register(words: Wording) -> Report:
    from portal.evidence.arrangements_report import register_page

    return register_page(words)


_REPORTED: Mapping[str, tuple[str, Callable[[Wording], Report]]] = {
    "about/mandate": ("docs/data/mandate.yaml", _mandate),
    "arrangements": ("docs/data/arrangements.yaml", _register),
    "cases/index": ("docs/en/cases", _cases),
    "committee": ("docs/data/committee.yaml", _committee),
}
"""Key of a page to the data that it is made of, and the report that it shows."""

KEYS = frozenset(_REPORTED)


def evidence_pages(site: Site, code: str) -> dict[str, str]:
    """Return the pages in a language as Markdown by key; raise DataError for broken data.

    A page whose data is not there is not made.
    """
    words = wording(site, code)
    pages = {
        key: page_text(report(words), key=key)
        for key, (data, report) in _REPORTED.items()
        if _is_there(site.root, data)
    }
    if "arrangements" in pages:
        from portal.evidence.arrangements_report import filter_markup

        start, mark, rest = pages["arrangements"].partition("\n## ")
        pages["arrangements"] = f"{start}\n{filter_markup(words)}{mark}{rest}"
    return pages


def _is_there(root: Path, data: str) -> bool:
    return (root / data).exists()
