"""`bundles.json` and `SHA256SUMS`: what there is, how large, from which commit, and its hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from portal.bundles.manifest_model import VERSION, Bundle, Entry
from portal.bundles.verify import MANIFEST, PAGE, SCHEMA, SUMS, sha256

SCHEMA_FILE = f"docs/data/{SCHEMA}"


def describe(folder: Path, bundles: Iterable[Bundle]) -> list[dict[str, Any]]:
    """Return the manifest's entries of finished files; sizes and hashes are read here."""
    return [_entry(folder, one) for one in bundles]


def write_manifest(
    root: Path, folder: Path, entries: Iterable[dict[str, Any]], *, page: str
) -> None:
    """Write bundles.json with its schema, SHA256SUMS and the downloads page beside the files."""
    ordered = sorted(entries, key=lambda one: str(one["file"]))
    data = {"$schema": SCHEMA, "version": VERSION, "bundles": ordered}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, "utf-8", newline="")
    sums = {str(one["file"]): str(one["sha256"]) for one in ordered}
    (folder / PAGE).write_text(page, "utf-8", newline="")
    shutil.copyfile(root / SCHEMA_FILE, folder / SCHEMA)
    sums |= {name: sha256(folder / name) for name in (MANIFEST, PAGE, SCHEMA)}
    (folder / SUMS).write_text(sums_of({}, more=sums), "utf-8", newline="")


def sums_of(files: Mapping[str, bytes], *, more: Mapping[str, str] | None = None) -> str:
    """Return the text of a SHA256SUMS for files in memory, and for `more` whose hash is known."""
    sums = {name: hashlib.sha256(raw).hexdigest() for name, raw in files.items()}
    sums |= more or {}
    return "".join(f"{value}  {name}\n" for name, value in sorted(sums.items()))


def _entry(folder: Path, one: Bundle) -> dict[str, Any]:
    path = folder / one.file
    size, digest = path.stat().st_size, sha256(path)
    entry = Entry(**one.model_dump(), bytes=size, sha256=digest, files=_inside(path))
    return entry.model_dump(mode="json", exclude=None if entry.files else {"files"})


def _inside(path: Path) -> dict[str, str] | None:
    """Return the hashes of what a zip holds; None for other files."""
    if path.suffix != ".zip":
        return None
    with zipfile.ZipFile(path) as archive:
        names = sorted(archive.namelist())
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}
