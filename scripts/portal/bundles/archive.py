"""Zip archives that come out the same twice: sorted entries, one date, one system."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from portal.errors import BuildError

DAY = (1980, 1, 1, 0, 0, 0)
"""Zip's first day, for every entry: a page that did not change keeps its bytes in the archive."""


def write_zip(
    path: Path, files: Mapping[str, bytes], *, first: Mapping[str, bytes] | None = None
) -> None:
    """Write `files` (name to bytes) as a zip; raise BuildError where the disk refuses.

    `first` stands at the beginning and is not compressed, as EPUB wants its type.

    Each entry is compressed by itself and sorted by name, so that tools which fetch only what
    changed (zsync) find unchanged entries again.
    """
    half = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, raw in (first or {}).items():
                archive.writestr(_entry(name, zipfile.ZIP_STORED), raw)
            for name in sorted(files):
                entry = _entry(name, zipfile.ZIP_DEFLATED)
                archive.writestr(entry, files[name], compresslevel=9)
        half.replace(path)
    except OSError as error:
        message = f"Cannot be written: {error.strerror}. Make room, or choose another --out."
        raise BuildError(message, path=str(path)) from None
    finally:
        half.unlink(missing_ok=True)


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, DAY)
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    entry.compress_type = compression
    return entry
