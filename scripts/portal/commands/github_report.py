"""Tell what a pull request does to pages: annotations now, a report for the job that comments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.findings import Finding
    from portal.pull_requests.changed_lines import FileChange


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--event", type=Path, required=True, help="the event file of the run")
    parser.add_argument("--out", type=Path, required=True, help="the file for the report")


def run(arguments: argparse.Namespace) -> int:
    """Write annotations and the report; return 1 where a changed page has an error."""
    from portal.commands.output_file import write_output
    from portal.project import find_root
    from portal.pull_requests.changed_lines import changed_files
    from portal.pull_requests.comparing import compare_trees, tree_of
    from portal.pull_requests.events import pull_request, read_event
    from portal.pull_requests.report import write_report

    root = find_root()
    request = pull_request(read_event(arguments.event), shown=str(arguments.event))
    changes = changed_files(root, request.base)
    with tree_of(root, request.base) as before:
        report = compare_trees(before, root, changes, number=request.number, commit=request.head)
    findings = _findings(root, changes)
    counts = [sum(one.severity == name for one in findings) for name in ("error", "warning")]
    report = replace(report, errors=counts[0], warnings=counts[1])
    sys.stdout.write(_annotations(findings))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    write_output(write_report(report), arguments.out)
    return int(counts[0] > 0)


def _findings(root: Path, changes: Mapping[str, FileChange]) -> list[Finding]:
    """Return the findings on changed lines, and all errors in changed files."""
    from portal.checks.generated_anchors import project_anchors
    from portal.checks.registry import Selection
    from portal.checks.running import as_findings, read_scope, run_rules
    from portal.pages import open_site

    paths = [path for path, change in changes.items() if not change.deleted]
    if not paths:
        return []
    site = open_site(root, extra_anchors=project_anchors(root))
    scope = read_scope(paths, root=root, here=root)
    report = run_rules(site, selection=Selection(), scope=scope)
    found = (*report.findings, *as_findings(report.errors))
    return [one for one in found if one.severity == "error" or _is_on_changed(one, changes)]


def _is_on_changed(finding: Finding, changes: Mapping[str, FileChange]) -> bool:
    place = finding.place
    added = changes[place.path].added if place.path in changes else set()
    last = place.end_line or place.line
    return any(number in added for number in range(place.line, last + 1))


def _annotations(findings: list[Finding]) -> str:
    from portal.findings_output import Rendering, render

    rendering = Rendering(
        findings=tuple(findings), lines=lambda _: (), rules={}, files=0, colour=False
    )
    return render(rendering, form="github")
