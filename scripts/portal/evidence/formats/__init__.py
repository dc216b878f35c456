"""A report as Markdown, Word document or JSON: one way of writing for every report."""

from __future__ import annotations

import json
from datetime import datetime

from portal.evidence.documents import Report
from portal.languages import Language

FORMATS = ("md", "docx", "json")


def write_report(report: Report, form: str, *, language: Language, date: datetime) -> bytes:
    """Return the bytes of a report in one of FORMATS; a document bears the date.

    Raises BuildError for a drawing that cannot be made.
    """
    if form == "docx":
        # The packages that write Office files take a second to load.
        from portal.evidence.formats.word import word_document

        return word_document(report, date=date, rtl=language.direction == "rtl")
    if form == "json":
        return (json.dumps(report.data, ensure_ascii=False, indent=2) + "\n").encode()
    from portal.evidence.formats.markdown import file_text

    return file_text(report).encode()
