"""Findings as JSON, for programs: one array, or one object on each line."""

from __future__ import annotations

import json
from typing import Any

from portal.findings import Finding, Place
from portal.findings_output.formats import Rendering


def write_array(rendering: Rendering) -> str:
    """Return a JSON array with one object per finding."""
    records = [record(finding, rendering) for finding in rendering.findings]
    return dumps(records, indent=2) + "\n"


def write_lines(rendering: Rendering) -> str:
    """Return one line of JSON per finding; nothing where there is none."""
    return "".join(dumps(record(f, rendering)) + "\n" for f in rendering.findings)


def record(finding: Finding, rendering: Rendering) -> dict[str, Any]:
    """Return a finding as plain data; offsets of a fix are code points of the raw file."""
    words = rendering.rules.get(finding.rule)
    return {
        **_place(finding.place),
        "severity": finding.severity.value,
        "rule": finding.rule,
        "name": words.name if words else None,
        "message": finding.message,
        "help": finding.help,
        "related": [{**_place(place), "message": why} for place, why in finding.related],
        "fix": {"start": finding.fix.start, "end": finding.fix.end, "text": finding.fix.text}
        if finding.fix
        else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


# json escapes C0 only; a log viewer obeys these as well. All stand inside strings.
_UNPRINTABLE = {
    code: f"\\u{code:04x}"
    for code in (
        *range(0x7F, 0xA0),
        0x061C,
        0x200E,
        0x200F,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        0xFEFF,
    )
}


def dumps(value: object, *, indent: int | None = None) -> str:
    """Return JSON in which no character steers a terminal."""
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(_UNPRINTABLE)
