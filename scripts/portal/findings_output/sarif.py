"""Findings as SARIF 2.1.0, which GitHub code scanning and editors read."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from portal.findings import Finding, Place, Severity
from portal.findings_output.formats import Rendering
from portal.findings_output.json_records import dumps

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(rendering: Rendering) -> str:
    """Return a SARIF log with one run; its rules are those that are named in the findings."""
    codes = sorted({finding.rule for finding in rendering.findings})
    driver = {
        "name": "portal check",
        "rules": [_rule(code, rendering) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in rendering.findings],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(code: str, rendering: Rendering) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    if words := rendering.rules.get(code):
        rule["name"] = "".join(part.capitalize() for part in words.name.split("-"))
        rule["shortDescription"] = {"text": words.summary}
        rule["fullDescription"] = {"text": words.summary}
        rule["help"] = {"text": words.explanation, "markdown": words.explanation}
    return rule


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.help}"},
        "locations": [_location(finding.place)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": why}}
            for number, (place, why) in enumerate(finding.related)
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line is not None:
        region["endLine"] = place.end_line
    if place.end_column is not None:
        region["endColumn"] = place.end_column
    artifact = {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
