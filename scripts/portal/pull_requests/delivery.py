"""Puts comment, labels and suggested changes on a pull request, once each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portal.errors import BuildError
from portal.languages import SOURCE_LANGUAGE
from portal.pull_requests.comment import MARKER, comment_text, suggestion_text
from portal.pull_requests.events import FinishedRun
from portal.pull_requests.report import Report, Suggestion
from portal.pull_requests.service import Service

BOT = "github-actions[bot]"
"""Who writes with the workflow's own token; only what it wrote is ever changed."""
LABEL = "translation: "
_PAGES = 10
"""Pages of a hundred that are looked through."""


def deliver(service: Service, report: Report, run: FinishedRun, *, address: str) -> str:
    """Post what a report says and return a line on what was done; raise BuildError.

    `address` is the repository's on GitHub. The number in the report is a claim: it is believed
    where that pull request is open, comes from where the run came from, and stands at its commit.
    """
    claimed = service.call("GET", f"pulls/{report.number}")
    fault = _fault(claimed, report, run)
    if fault:
        return fault
    text = comment_text(report, repository=address, run=f"{address}/actions/runs/{run.id}")
    done = _comment(service, report.number, text)
    labels = _label(service, report, claimed)
    count = sum(_suggest(service, report, one) for one in report.suggestions if one.shown)
    return f"Comment {done}; {len(labels)} labels and {count} suggestions added."


def _fault(claimed: Any, report: Report, run: FinishedRun) -> str | None:
    head = claimed.get("head") or {}
    source = (head.get("repo") or {}).get("full_name")
    if head.get("sha") != run.head or source != run.head_repository:
        return "The report names a pull request that the run is not of, or an old state of it."
    if report.commit != run.head:
        return "The report is of another commit than the run."
    return None if claimed.get("state") == "open" else "The pull request is closed."


def _comment(service: Service, number: int, text: str) -> str:
    for comment in _all(service, f"issues/{number}/comments"):
        if _is_ours(comment):
            if comment.get("body") == text:
                return "as it was"
            service.call("PATCH", f"issues/comments/{int(comment['id'])}", {"body": text})
            return "renewed"
    service.call("POST", f"issues/{number}/comments", {"body": text})
    return "written"


def _label(service: Service, report: Report, claimed: Any) -> Sequence[str]:
    """Add the labels that are lacking; none is taken away, people may have set it."""
    has = {str(label.get("name")) for label in claimed.get("labels") or ()}
    codes = dict.fromkeys(page.language for page in report.pages)
    wanted = [f"{LABEL}{code}" for code in codes if code != SOURCE_LANGUAGE]
    lacking = [name for name in wanted if name not in has]
    if lacking:
        service.call("POST", f"issues/{report.number}/labels", {"labels": lacking})
    return lacking


def _suggest(service: Service, report: Report, one: Suggestion) -> bool:
    path, body = f"docs/{one.language}/{one.key}.md", suggestion_text(one)
    for comment in _all(service, f"pulls/{report.number}/comments"):
        if _is_ours(comment) and (comment.get("path"), comment.get("body")) == (path, body):
            return False
    place: dict[str, Any] = {"path": path, "side": "RIGHT", "line": one.end}
    if one.start < one.end:
        place |= {"start_line": one.start, "start_side": "RIGHT"}
    data = {"body": body, "commit_id": report.commit, **place}
    try:
        service.call("POST", f"pulls/{report.number}/comments", data)
    except BuildError:
        # GitHub takes a suggestion only within the difference; the comment stands all the same.
        return False
    return True


def _is_ours(comment: Any) -> bool:
    author = (comment.get("user") or {}).get("login")
    return author == BOT and str(comment.get("body") or "").startswith(MARKER)


def _all(service: Service, path: str) -> list[Any]:
    """Return the items of a list that comes in pages."""
    found: list[Any] = []
    for page in range(1, _PAGES + 1):
        items = service.call("GET", f"{path}?per_page=100&page={page}") or []
        found += items
        if len(items) < 100:
            break
    return found
