"""Turn an issue made with a form into a file: a case, an arrangement or an activity.

The file is written into the project and judged by every rule; where one objects, it is taken back.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.contributions.proposal import Proposal


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--event", type=Path, required=True, help="the event file of the run")
    parser.add_argument("--answer", type=Path, required=True, help="the file for the reasons")


def run(arguments: argparse.Namespace) -> int:
    """Write the file and print its path, return 0; where it cannot be, the reasons and 1."""
    from portal.contributions.answers import Refused
    from portal.contributions.proposal import propose
    from portal.project import find_root
    from portal.pull_requests.events import read_event

    root, event = find_root(), read_event(arguments.event)
    try:
        proposal = propose(event, root, shown=str(arguments.event))
        _put_in(proposal, root)
    except Refused as refused:
        _answer(refused.reasons, arguments.answer)
        return 1
    sys.stdout.write(f"{proposal.path}\n")
    return 0


def _put_in(proposal: Proposal, root: Path) -> None:
    """Write the file; raise Refused, with all as it was, where a rule finds an error in it."""
    from portal.contributions.answers import Refused

    file = root / proposal.path
    before = None if proposal.is_new else file.read_bytes()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(proposal.text, "utf-8", newline="")
    reasons: tuple[str, ...] = ("The rules could not be asked.",)
    try:
        reasons = _objections(root, proposal.path)
    finally:
        if reasons and before is None:
            file.unlink()
        elif reasons and before is not None:
            file.write_bytes(before)
    if reasons:
        raise Refused(reasons)


def _objections(root: Path, path: str) -> tuple[str, ...]:
    from portal.checks.generated_anchors import project_anchors
    from portal.checks.registry import Selection
    from portal.checks.running import as_findings, read_scope, run_rules
    from portal.pages import open_site

    site = open_site(root, extra_anchors=project_anchors(root))
    scope = read_scope([path], root=root, here=root)
    report = run_rules(site, selection=Selection(), scope=scope)
    found = (*report.findings, *as_findings(report.errors))
    return tuple(f"{one.message} {one.help}" for one in found if one.severity == "error")


def _answer(reasons: tuple[str, ...], path: Path) -> None:
    """Write the comment for the issue: its own words stand in it as code, and take no effect."""
    from portal.commands.output_file import write_output
    from portal.pull_requests.comment import fenced

    text = (
        "This form cannot become a file yet:\n\n"
        f"{fenced(chr(10).join(reasons), 'text')}\n\n"
        "Correct it, then somebody can set the label anew.\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_output(text.encode(), path)
