"""Applies the edits that findings offer, file by file, all of a file or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from portal.errors import BuildError
from portal.findings import Edit, Finding


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return the text with the edits made, and how many were; of two that overlap, the first."""
    parts: list[str] = []
    position, count, last = 0, 0, -1
    for edit in sorted(set(edits), key=lambda found: (found.start, found.end, found.text)):
        # Two insertions at one place overlap as well: their order would be a guess.
        if edit.start < position or edit.start == last or not edit.start <= edit.end <= len(text):
            continue
        parts += (text[position : edit.start], edit.text)
        position, last = edit.end, edit.start
        count += 1
    return "".join((*parts, text[position:])), count


def fix_files(findings: Sequence[Finding], *, root: Path) -> int:
    """Make the edits in the files of the project, and return how many were made.

    Raises BuildError where a file cannot be written; it is then as it was.
    """
    by_path: dict[str, list[Edit]] = {}
    for finding in findings:
        if finding.fix is not None:
            by_path.setdefault(finding.place.path, []).append(finding.fix)
    return sum(_fix_file(root / path, edits, shown=path) for path, edits in by_path.items())


def _fix_file(path: Path, edits: list[Edit], *, shown: str) -> int:
    if path.is_symlink():
        return 0
    text, count = apply_edits(path.read_bytes().decode("utf-8"), edits)
    if count:
        try:
            write_atomically(path, text.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise BuildError(f"Cannot be written: {reason}. Check it.", path=shown) from None
    return count


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never half written."""
    mode = path.stat().st_mode if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
