"""The formats by name; each is a module that is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple, cast

from portal.findings import Finding

FORMATS = {
    "text": "text:write",
    "json": "json_records:write_array",
    "jsonl": "json_records:write_lines",
    "sarif": "sarif:write",
    "github": "github:write",
}
"""Name of each format, and the function that writes it."""


class RuleWords(NamedTuple):
    """What an output says about a rule."""

    name: str
    """A few words in lower case with hyphens, as in `missing-page`."""
    summary: str
    """One sentence."""
    explanation: str
    """Markdown: what, why, an example, how to mend."""


class Rendering(NamedTuple):
    """What is written, and what the formats need to know beside it."""

    findings: Sequence[Finding]
    """Sorted."""
    lines: Callable[[str], Sequence[str]]
    """Path to the lines of the file; empty where it cannot be read."""
    rules: Mapping[str, RuleWords]
    """The rules named in the findings, by code."""
    files: int = 0
    """How many pages were looked at."""
    colour: bool = False


def render(rendering: Rendering, *, form: str) -> str:
    """Return the findings in one of FORMATS, with a final line end unless there is nothing."""
    module, _, function = FORMATS[form].partition(":")
    write = getattr(import_module(f"portal.findings_output.{module}"), function)
    return cast("str", write(rendering))


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by path, place and code, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.path, place.line, place.column, finding.rule, finding.message
