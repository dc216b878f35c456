"""The reports that the decisions ask for, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from portal.evidence.documents import Report
from portal.evidence.wording import Wording, wording
from portal.pages import Site


def _mandate(words: Wording) -> Report:
    from portal.evidence.mandate_report import mandate_report

    return mandate_report(words)


def _committee(words: Wording) -> Report:
    from portal.evidence.committee_report import committee_report

    return committee_report(words)


def _desk_study(words: Wording) -> Report:
    from portal.evidence.desk_study import desk_study

    return desk_study(words)


def _arrangements(words: Wording) -> Report:
    from portal.evidence.arrangements_report import arrangements_report

    return arrangements_report(words)


def _training(words: Wording) -> Report:
    from portal.evidence.training_report import training_report

    return training_report(words)


REPORTS: Mapping[str, Callable[[Wording], Report]] = {
    "desk-study": _desk_study,
    "arrangements": _arrangements,
    "mandate": _mandate,
    "training": _training,
    "committee": _committee,
}


_DATA: Mapping[str, str] = {
    "desk-study": "docs/en/cases/",
    "arrangements": "docs/data/arrangements.yaml",
    "mandate": "docs/data/mandate.yaml",
    "training": "docs/data/workshops/",
    "committee": "docs/data/committee.yaml",
}
"""What each report is made of: a file, or a folder with a final `/`."""


def make_report(site: Site, name: str, language: str) -> Report:
    """Return a report in a language; raise DataError or ConfigError for broken data."""
    return REPORTS[name](wording(site, language))


def report_date(root: Path, name: str) -> datetime:
    """Return the date that a report's file bears: the newest change of what it is made of."""
    from portal.history import last_changes
    from portal.slides.powerpoint.package import file_date

    changes = last_changes(root)
    found = [path for path in changes if path.startswith(_DATA[name])]
    return file_date(root, max(found, key=changes.__getitem__, default=_DATA[name]))
