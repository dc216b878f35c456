"""Check pages, data and navigation against every rule; exit 1 where a finding is an error."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.checks.running import Report
    from portal.findings import Finding

_ROUNDS = 10
"""Rounds of fixing: an edit may make room for another."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from portal.findings_output import FORMATS

    parser.add_argument("paths", nargs="*", metavar="PATH", help="pages or folders (default: all)")
    parser.add_argument("--select", metavar="CODES", help="rules to run: LNK,MOD001")
    parser.add_argument("--ignore", metavar="CODES", help="rules to leave out")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--fix", action="store_true", help="make the edits that findings offer")
    parser.add_argument("--explain", metavar="CODE", help="explain a rule (all: list the rules)")
    parser.add_argument("--baseline", type=Path, help="show only what this file does not hold")
    parser.add_argument(
        "--write-baseline", type=Path, metavar="FILE", help="write the findings of now to a file"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check and return 0 or 1, or 2 where something could not be read; raise PortalError."""
    if arguments.explain:
        sys.stdout.write(_explain(arguments.explain))
        return 0
    report, lines = _check(arguments)
    if arguments.write_baseline:
        from portal.checks.baseline import write_baseline
        from portal.checks.fixing import write_atomically

        text = write_baseline(report.findings, lines=lines)
        write_atomically(arguments.write_baseline, text.encode("utf-8"))
        _say(f"{len(report.findings)} findings written to {arguments.write_baseline}.")
        return 2 if report.errors else 0
    if arguments.baseline:
        report = _without_known(report, arguments.baseline, lines)
    sys.stdout.write(_output(report, arguments.format, lines))
    for error in report.errors:
        _say(str(error))
    if report.errors:
        return 2
    return int(any(finding.severity == "error" for finding in report.findings))


def _check(arguments: argparse.Namespace) -> tuple[Report, Callable[[str], Sequence[str]]]:
    from portal.checks.fixing import fix_files
    from portal.checks.generated_anchors import project_anchors
    from portal.checks.registry import read_selection
    from portal.checks.running import read_scope, run_rules
    from portal.pages import open_site
    from portal.project import find_root

    root = find_root()
    selection = read_selection(arguments.select, arguments.ignore)
    scope = read_scope(arguments.paths, root=root, here=Path.cwd())
    made = 0
    for _ in range(_ROUNDS):
        site = open_site(root, extra_anchors=project_anchors(root))
        report = run_rules(site, selection=selection, scope=scope)
        count = fix_files(report.findings, root=root) if arguments.fix else 0
        made += count
        if not count:
            break
    if arguments.fix:
        _say(f"{made} edit{'' if made == 1 else 's'} made.")
    return report, _line_reader(root)


def _line_reader(root: Path) -> Callable[[str], Sequence[str]]:
    """Return a function from a path below the root to the lines of the file, for excerpts."""
    from functools import cache

    from portal.pages import SourceText

    @cache
    def lines(path: str) -> Sequence[str]:
        file = root / path
        if file.is_symlink() or not file.is_file():
            return ()
        return SourceText(file.read_bytes().decode("utf-8", "replace")).lines

    return lines


def _without_known(report: Report, baseline: Path, lines: Callable[[str], Sequence[str]]) -> Report:
    from portal.checks.baseline import new_findings, read_baseline

    new, gone = new_findings(report.findings, known=read_baseline(baseline), lines=lines)
    if gone:
        _say(f"{gone} findings of the baseline are gone: write it anew to keep it short.")
    return report._replace(findings=new)


def _output(report: Report, form: str, lines: Callable[[str], Sequence[str]]) -> str:
    from portal.checks.registry import rule
    from portal.checks.running import as_findings
    from portal.findings_output import Rendering, RuleWords, render, sort_findings

    findings: tuple[Finding, ...] = report.findings
    if form != "text":
        findings = sort_findings((*findings, *as_findings(report.errors)))
    # The text for people repeats no rule; to look one up imports its whole family.
    named = {f.rule: rule(f.rule) for f in findings} if form != "text" else {}
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    rendering = Rendering(
        findings=findings,
        lines=lines,
        rules={c: RuleWords(r.name, r.summary, r.explanation) for c, r in named.items()},
        files=report.pages,
        colour=colour and os.environ.get("TERM") != "dumb",
    )
    return render(rendering, form=form)


def _explain(code: str) -> str:
    from portal.checks.registry import all_rules, rule

    if code.lower() == "all":
        return "".join(f"{r.code}  {r.severity:<7}  {r.summary}\n" for r in all_rules())
    found = rule(code.upper())
    return f"{found.code} {found.name} ({found.severity})\n\n{found.explanation}\n"


def _say(text: str) -> None:
    from portal.findings_output.safe_text import visible

    sys.stderr.write(visible(text) + "\n")
