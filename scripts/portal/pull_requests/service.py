"""GitHub's interface for programs, as far as the workflows need it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any, Protocol

from portal.errors import BuildError

_SECONDS = 30


class Service(Protocol):
    """What asks and tells; tests put a recorder in its place."""

    def call(self, method: str, path: str, data: Any = None) -> Any:
        """Return the answer to a request below the repository's address; raise BuildError."""


class GitHub:
    """The real one; `token` is the workflow's own and may do only what the workflow names."""

    def __init__(self, *, api: str, repository: str, token: str) -> None:
        if not api.startswith("https://"):
            raise BuildError("The address of the service must begin with https://.")
        self.address, self.token = f"{api.rstrip('/')}/repos/{repository}", token

    def call(self, method: str, path: str, data: Any = None) -> Any:
        """Send a request and return the answer's data; raise BuildError with GitHub's reason."""
        request = urllib.request.Request(  # noqa: S310 - https, as checked above
            f"{self.address}/{path}",
            method=method,
            data=None if data is None else json.dumps(data).encode("utf-8"),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                raw = answer.read()
        except urllib.error.HTTPError as error:
            raise BuildError(f"GitHub answers {error.code} to {method} {path}.") from None
        except (urllib.error.URLError, TimeoutError):
            raise BuildError(f"GitHub does not answer to {method} {path}.") from None
        return json.loads(raw) if raw else None
