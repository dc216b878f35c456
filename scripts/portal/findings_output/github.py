"""Findings as GitHub workflow commands: annotations on the lines of a pull request."""

from __future__ import annotations

from portal.findings import Finding, Severity
from portal.findings_output.formats import Rendering
from portal.findings_output.safe_text import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(rendering: Rendering) -> str:
    """Return one workflow command per finding; nothing where there is none."""
    return "".join(_command(finding) + "\n" for finding in rendering.findings)


def _command(finding: Finding) -> str:
    place = finding.place
    fields = {
        "file": place.path,
        "line": place.line,
        "endLine": place.end_line or place.line,
        "col": place.column,
        # GitHub takes columns only where the place is on one line; its end is inclusive.
        "endColumn": max((place.end_column or place.column + 1) - 1, place.column),
        "title": finding.rule,
    }
    if place.end_line not in (None, place.line):
        del fields["col"], fields["endColumn"]
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(f'{finding.message} {finding.help}')}"


def _data(text: str) -> str:
    # Line ends become spaces in `visible`: what is left cannot begin a command of its own.
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
