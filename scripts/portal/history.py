"""When each file last changed, from one run of git."""

from __future__ import annotations

import functools
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

_NOTHING: Mapping[str, date] = {}


@functools.cache
def last_changes(root: Path, folder: str = "docs") -> Mapping[str, date]:
    """Map each file under `folder` (path relative to `root`) to the day of its last commit.

    Without git, outside a repository, or where the history is cut off (a shallow clone), a file
    whose last change is not certain is absent: no date rather than a wrong one.
    """
    if shutil.which("git") is None:
        return _NOTHING
    top = _git(root, "rev-parse", "--show-prefix", "--git-path", "shallow")
    if top is None:
        return _NOTHING
    prefix, shallow_file = top.split("\n")[:2]
    log = _git(root, "-c", "core.quotePath=off", "log", "--format=%x00%H %as", "--name-only",
               "--no-renames", "-m", "--first-parent", "-z", "--", folder)  # fmt: skip
    if log is None:
        return _NOTHING
    return _dates(log, prefix=prefix, cut_off=_boundary(root / shallow_file))


def last_commit(root: Path) -> tuple[str, date] | None:
    """Return the commit that is checked out, in hex, with its day; None if git knows none."""
    if shutil.which("git") is None:
        return None
    said = _git(root, "log", "-1", "--format=%H %as")
    words = said.split() if said else []
    return (words[0], date.fromisoformat(words[1])) if len(words) == 2 else None


class Revisions:
    """Stands in for the revision date plugin's `util`, which runs git once per page."""

    def __init__(self, root: Path) -> None:
        self.root = root
        last_changes.cache_clear()

    def get_revision_date_for_file(self, path: str | None) -> str:
        """Return the day as ISO text, or "unknown": for no answer the plugin would say today.

        A page made from data has no path.
        """
        if path is None:
            return "unknown"
        changed = last_changes(self.root).get(Path(path).relative_to(self.root).as_posix())
        return changed.isoformat() if changed else "unknown"


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603 - fixed program and arguments
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git stands on the PATH
            capture_output=True, check=True, encoding="utf-8", errors="surrogateescape",
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def _boundary(shallow_file: Path) -> frozenset[str]:
    """Return the commits at which a shallow clone was cut off: there every file looks new."""
    try:
        return frozenset(shallow_file.read_text("ascii").split())
    except OSError:
        return frozenset()


def _dates(log: str, *, prefix: str, cut_off: frozenset[str]) -> dict[str, date]:
    found: dict[str, date] = {}
    certain, day = False, date.min
    # With -z, names and headers end with NUL; a header is a field `hash date`.
    for field in log.split("\0"):
        name = field.strip("\n")
        words = name.split(" ")
        if len(words) == 2 and len(words[0]) in (40, 64) and len(words[1]) == 10:
            certain, day = words[0] not in cut_off, date.fromisoformat(words[1])
        elif name and certain:
            found.setdefault(name.removeprefix(prefix), day)
        elif name:
            # The file reaches back beyond the cut: older than anything certain said about it later.
            found.setdefault(name.removeprefix(prefix), date.min)
    return {name: day for name, day in found.items() if day != date.min}
