"""Which lines of which files a pull request changes, from the output of `git diff`."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from portal.errors import ConfigError

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_COMMIT = re.compile(r"[0-9a-f]{40}")
CONTEXT = 3
"""Unchanged lines that GitHub shows around a change; a comment may stand on these as well."""


@dataclass(slots=True)
class FileChange:
    """A file of the pull request; line numbers are those of its new text."""

    path: str
    before: str | None
    """Its path before; None where it is new."""
    deleted: bool = False
    added: set[int] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    """Lines within the difference as GitHub shows it."""


def read_diff(text: str) -> dict[str, FileChange]:
    """Return the changed files by path, from `git diff --unified=3 --find-renames`."""
    found: dict[str, FileChange] = {}
    before, current, number = None, None, 0
    for line in text.split("\n"):
        if line.startswith("diff --git "):
            before = current = None
        elif line.startswith("--- ") and current is None:
            before = _name(line[4:], "a/")
        elif line.startswith("+++ ") and current is None:
            path = _name(line[4:], "b/")
            if path or before:
                current = FileChange(path or before or "", before, deleted=path is None)
                found[current.path] = current
        elif hunk := _HUNK.match(line):
            number = int(hunk[1])
        elif current is not None and line[:1] in {"+", " "}:
            current.shown.add(number)
            if line[0] == "+":
                current.added.add(number)
            number += 1
    return found


def _name(text: str, prefix: str) -> str | None:
    """Return a path of the diff's head, None for /dev/null; git quotes odd names: they are none."""
    name = text.rstrip("\t")
    return name.removeprefix(prefix) if name.startswith(prefix) else None


def changed_files(root: Path, base: str) -> dict[str, FileChange]:
    """Return what the checkout at `root` changes since it left `base`; raise ConfigError."""
    common = run_git(root, ["merge-base", check_commit(base), "HEAD"]).strip()
    options = [f"--unified={CONTEXT}", "--find-renames", "--no-color", "--no-ext-diff"]
    return read_diff(run_git(root, ["diff", *options, common, "HEAD", "--", "docs"]))


def check_commit(text: str) -> str:
    """Return a commit's full id; raise ConfigError for anything else."""
    if not _COMMIT.fullmatch(text):
        message = f"{text[:50]!r} is no commit. Give its 40 hexadecimal digits."
        raise ConfigError(message)
    return text


def run_git(root: Path, words: Sequence[str]) -> str:
    """Return what a git command says; raise ConfigError where it fails."""
    git = shutil.which("git")
    if git is None:
        raise ConfigError("git is not installed. Install it.")
    # core.quotePath: names as they are; no configuration of the repository can start a program.
    found = subprocess.run(  # noqa: S603 - a fixed program; words never come from a pull request
        [git, "-c", "core.quotePath=false", *words], cwd=root, capture_output=True, check=False
    )
    if found.returncode:
        reason = found.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise ConfigError(f"git {words[0]}: {reason or 'it failed'}. Check out the whole history.")
    return found.stdout.decode("utf-8", "replace")


def pages_of(changes: Iterable[FileChange], codes: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    """Return the pages among the files: path to language and key."""
    found = {}
    for change in changes:
        parts = change.path.split("/", 2)
        is_page = len(parts) == 3 and parts[0] == "docs" and parts[2].endswith(".md")
        if is_page and parts[1] in codes:
            found[change.path] = (parts[1], parts[2].removesuffix(".md"))
    return found
