"""The desk study as files beside its page, in each language."""

from __future__ import annotations

from pathlib import Path

from portal.edition import Edition
from portal.evidence.desk_study import PAGE
from portal.evidence.formats import FORMATS, write_report
from portal.evidence.reports import make_report, report_date


def write_study(edition: Edition, tree: Path) -> None:
    """Write the files where the page is; raise DataError for broken data."""
    folder = tree / PAGE
    if not folder.is_dir():
        return
    report = make_report(edition.site, "desk-study", edition.language.code)
    date = report_date(edition.root, "desk-study")
    for form in FORMATS:
        raw = write_report(report, form, language=edition.language, date=date)
        (folder / f"{PAGE}.{form}").write_bytes(raw)
