"""What a workflow is told of the event that started it: the few fields that are used, checked."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import ConfigError

_COMMIT = re.compile(r"[0-9a-f]{40}")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\[bot\])?")
_MOMENT = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T[0-9:]{8}Z")
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")


@dataclass(frozen=True, slots=True)
class PullRequest:
    """The pull request of a `pull_request` or `pull_request_review` event."""

    number: int
    base: str
    """Commit."""
    head: str
    author: str


@dataclass(frozen=True, slots=True)
class FinishedRun:
    """The run that a `workflow_run` event tells of."""

    id: int
    head: str
    """Commit."""
    head_repository: str
    """`owner/name`, of the fork if it comes from one."""


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue of an `issues` event; its text is whatever somebody wrote."""

    number: int
    date: datetime.date
    """When it was opened."""
    body: str


def read_event(path: Path) -> Any:
    """Return the event file's data; raise ConfigError."""
    try:
        return json.loads(path.read_bytes().decode("utf-8"))
    except OSError:
        raise ConfigError("The event file cannot be read.", path=str(path)) from None
    except (ValueError, RecursionError):
        raise ConfigError("The event file is no JSON.", path=str(path)) from None


def pull_request(event: Any, *, shown: str) -> PullRequest:
    """Return the pull request of an event; raise ConfigError where there is none."""
    return PullRequest(
        number=_number(event, shown, "pull_request", "number"),
        base=_text(event, shown, _COMMIT, "pull_request", "base", "sha"),
        head=_text(event, shown, _COMMIT, "pull_request", "head", "sha"),
        author=_text(event, shown, _LOGIN, "pull_request", "user", "login"),
    )


def finished_run(event: Any, *, shown: str) -> FinishedRun:
    """Return the run of an event; raise ConfigError where there is none."""
    run = ("workflow_run",)
    return FinishedRun(
        id=_number(event, shown, *run, "id"),
        head=_text(event, shown, _COMMIT, *run, "head_sha"),
        head_repository=_text(event, shown, _REPOSITORY, *run, "head_repository", "full_name"),
    )


def issue(event: Any, *, shown: str) -> Issue:
    """Return the issue of an event; raise ConfigError where there is none."""
    found = _value(event, shown, ("issue",))
    body = found.get("body") if isinstance(found, dict) else None
    day = _text(event, shown, _MOMENT, "issue", "created_at")[:10]
    return Issue(
        number=_number(event, shown, "issue", "number"),
        date=datetime.date.fromisoformat(day),
        body=body if isinstance(body, str) else "",
    )


def repository(event: Any, *, shown: str) -> str:
    """Return the repository that the event happened in, as `owner/name`; raise ConfigError."""
    return _text(event, shown, _REPOSITORY, "repository", "full_name")


def _value(event: Any, shown: str, names: tuple[str, ...]) -> Any:
    value = event
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    if value is None:
        message = f"The event has no `{'.'.join(names)}`. It is of another kind."
        raise ConfigError(message, path=shown)
    return value


def _text(event: Any, shown: str, form: re.Pattern[str], *names: str) -> str:
    value = _value(event, shown, names)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ConfigError(f"`{'.'.join(names)}` is not what it should be.", path=shown)
    return value


def _number(event: Any, shown: str, *names: str) -> int:
    value = _value(event, shown, names)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"`{'.'.join(names)}` is no number.", path=shown)
    return value
