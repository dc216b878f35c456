"""The two jobs of a pull request: the one that reports and the one that comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from portal.cli import main
from portal.pull_requests.report import Report, read_report

CODES = frozenset({"en", "fr"})
FORK = "ana-translator/portal"


def report(repository: Any) -> Report:
    """Let the first job write its report; return it."""
    main(
        [
            "github",
            "report",
            "--event",
            repository.event("pull_request_fork"),
            "--out",
            "out/r.json",
        ]
    )
    return read_report(Path("out/r.json").read_bytes(), shown="r", languages=CODES)


def claimed(repository: Any, **fields: Any) -> dict[str, Any]:
    """What GitHub says of the pull request."""
    head = {"sha": repository.head, "repo": {"full_name": FORK}}
    return {"number": 42, "state": "open", "head": head, "labels": [], **fields}


def post(repository: Any) -> int:
    """Let the second job comment; return its status."""
    return main(
        [
            "github",
            "comment",
            "--event",
            repository.event("workflow_run_fork"),
            "--report",
            "out/r.json",
        ]
    )
