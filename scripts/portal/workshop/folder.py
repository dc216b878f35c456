"""Puts a workshop's papers on the disk: all or nothing, and over nothing that is not ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from portal.errors import BuildError
from portal.whole_folders import filled_beside

MANIFEST = "workshop.json"
"""Names every file of the folder with its fingerprint: so a trainer's changes are noticed."""


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files into `folder`; raise BuildError where it holds anything else than they.

    A folder written before and not changed since is replaced.
    """
    prints = {}
    with filled_beside(folder, option="--out") as new:
        _check_ours(folder)
        for name, content in files.items():
            raw = content.encode() if isinstance(content, str) else content
            (new / name).write_bytes(raw)
            prints[name] = hashlib.sha256(raw).hexdigest()
        text = json.dumps({"files": prints}, indent=1, sort_keys=True) + "\n"
        (new / MANIFEST).write_text(text, "utf-8")


def _check_ours(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        message = "This is no folder. Choose another --out, or move it away."
        raise BuildError(message, path=str(folder))
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    changed = _changed(folder)
    if changed is not None:
        message = f"{changed} Move the folder away, or choose another --out."
        raise BuildError(message, path=str(folder))


def _changed(folder: Path) -> str | None:
    """Say what makes the folder more than what was written before, or None."""
    try:
        prints = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        known = {str(name): str(value) for name, value in prints.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "The folder holds something else than a workshop."
    for entry in sorted(folder.iterdir()):
        if entry.name == MANIFEST:
            continue
        if entry.name not in known or entry.is_symlink() or not entry.is_file():
            return f"The folder holds {entry.name!r}, which was not written here."
        if hashlib.sha256(entry.read_bytes()).hexdigest() != known[entry.name]:
            return f"The file {entry.name!r} was changed by somebody."
    return None
