"""Refuse `reviewed` where neither the author nor an approving reviewer is named in CODEOWNERS.

It reads the pull request's pages as data and runs none of its code.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.pull_requests.service import Service


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--event", type=Path, required=True, help="the event file of the run")
    parser.add_argument("--head", type=Path, required=True, help="folder with the new state")


def run(arguments: argparse.Namespace) -> int:
    """Return 0 where all is well, 1 where somebody else sets `reviewed`; raise PortalError."""
    from portal.commands.github_comment import service
    from portal.findings_output.safe_text import visible
    from portal.project import find_root
    from portal.pull_requests.events import pull_request, read_event, repository
    from portal.pull_requests.owners import OWNERS_FILE, read_owners, unauthorised
    from portal.pull_requests.reviews import newly_reviewed

    root, event, shown = find_root(), read_event(arguments.event), str(arguments.event)
    request = pull_request(event, shown=shown)
    paths = newly_reviewed(root, arguments.head)
    if not paths:
        sys.stderr.write("No page becomes reviewed.\n")
        return 0
    owners = read_owners((root / OWNERS_FILE).read_text("utf-8"))
    approved = approvals(service(repository(event, shown=shown)), request.number, request.head)
    found = unauthorised(paths, owners, people={request.author, *approved})
    for path, help_text in found.items():
        place = visible(path)
        sys.stdout.write(f"{place}: it is marked reviewed by nobody named for it. {help_text}\n")
    return int(bool(found))


def approvals(service: Service, number: int, head: str) -> set[str]:
    """Return who approved this very state of a pull request."""
    reviews: list[Any] = service.call("GET", f"pulls/{number}/reviews?per_page=100") or []
    last: dict[str, Any] = {}
    for review in reviews:
        if review.get("state") in {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}:
            last[str((review.get("user") or {}).get("login"))] = review
    return {
        name
        for name, review in last.items()
        if review.get("state") == "APPROVED" and review.get("commit_id") == head
    }
