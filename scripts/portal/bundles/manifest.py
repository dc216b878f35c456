"""`bundles.json` and `SHA256SUMS`: what there is, how large, from which commit, and its hashes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.bundles.verify import MANIFEST, PAGE, SUMS, sha256

VERSION = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file to download."""

    file: str
    """Below the folder of the bundles."""
    title: str
    """Of the module, the track or the language's home page."""
    title_language: str
    format: str
    languages: tuple[str, ...]
    track: str | None
    module: str | None
    commit: str | None
    date: str | None
    pages: int
    translated: int
    reviewed: int
    reader: str
    """The least that opens it, in English."""


def describe(folder: Path, bundles: Iterable[Bundle]) -> list[dict[str, Any]]:
    """Return the manifest's entries of finished files; sizes and hashes are read here."""
    return [_entry(folder, one) for one in bundles]


def write_manifest(folder: Path, entries: Iterable[dict[str, Any]], *, page: str) -> None:
    """Write bundles.json, SHA256SUMS and the downloads page beside the finished files."""
    ordered = sorted(entries, key=lambda one: str(one["file"]))
    data = {"version": VERSION, "bundles": ordered}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, "utf-8", newline="")
    sums = {str(one["file"]): str(one["sha256"]) for one in ordered}
    (folder / PAGE).write_text(page, "utf-8", newline="")
    sums |= {name: sha256(folder / name) for name in (MANIFEST, PAGE)}
    lines = [f"{value}  {name}\n" for name, value in sorted(sums.items())]
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="")


def sums_of(files: Mapping[str, bytes]) -> str:
    """Return the text of a SHA256SUMS for files that are still in memory."""
    lines = (f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in sorted(files.items()))
    return "".join(lines)


def _entry(folder: Path, one: Bundle) -> dict[str, Any]:
    path = folder / one.file
    entry: dict[str, Any] = {
        "file": one.file,
        "title": one.title,
        "title_language": one.title_language,
        "format": one.format,
        "languages": list(one.languages),
        "track": one.track,
        "module": one.module,
        "bytes": path.stat().st_size,
        "sha256": sha256(path),
        "commit": one.commit,
        "date": one.date,
        "pages": one.pages,
        "translated": one.translated,
        "reviewed": one.reviewed,
        "reader": one.reader,
    }
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            entry["files"] = {
                name: hashlib.sha256(archive.read(name)).hexdigest()
                for name in sorted(archive.namelist())
            }
    return entry
