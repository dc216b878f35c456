"""A baseline: the findings that an old site starts with, so that only new ones are shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from portal.errors import ConfigError
from portal.findings import Finding

_VERSION = 1

Lines = Callable[[str], Sequence[str]]
Entry = tuple[str, str, str]
"""Path, code and the text of the line: what stays when lines move."""


def _entry(finding: Finding, lines: Lines) -> Entry:
    text = lines(finding.place.path)
    number = finding.place.line - 1
    return finding.place.path, finding.rule, text[number].strip() if number < len(text) else ""


def write_baseline(findings: Iterable[Finding], *, lines: Lines) -> str:
    """Return the text of a baseline file: JSON, sorted, one entry for each different finding."""
    counts = Counter(_entry(finding, lines) for finding in findings)
    entries = [
        {"path": path, "rule": rule, "text": text, "count": count}
        for (path, rule, text), count in sorted(counts.items())
    ]
    data = {"version": _VERSION, "findings": entries}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> Counter[Entry]:
    """Return how often each entry may occur; raise ConfigError where the file is not ours."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["version"] != _VERSION:
            raise ValueError
        return Counter(
            {
                (str(e["path"]), str(e["rule"]), str(e["text"])): int(e["count"])
                for e in data["findings"]
            }
        )
    except FileNotFoundError:
        message = "There is no such baseline. Write one with --write-baseline."
        raise ConfigError(message, path=str(path)) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        message = "This is no baseline of portal check. Write one with --write-baseline."
        raise ConfigError(message, path=str(path)) from None


def new_findings(
    findings: Iterable[Finding], *, known: Counter[Entry], lines: Lines
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings that the baseline does not hold, and how many of its own are gone."""
    left = Counter(known)
    new = []
    for finding in findings:
        entry = _entry(finding, lines)
        if left[entry] > 0:
            left[entry] -= 1
        else:
            new.append(finding)
    return tuple(new), left.total()
