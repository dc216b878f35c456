"""The reports that the decisions ask for, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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


def make_report(site: Site, name: str, language: str) -> Report:
    """Return a report in a language; raise DataError or ConfigError for broken data."""
    return REPORTS[name](wording(site, language))
