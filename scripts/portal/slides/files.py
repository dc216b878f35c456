"""Puts a file on the disk whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from portal.errors import BuildError


def write_file(path: Path, raw: bytes) -> Path:
    """Write bytes to a path in a folder that is made if need be; raise BuildError."""
    new = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(raw)
        new.replace(path)
    except OSError as error:
        reason = error.strerror or "it cannot be made"
        message = f"Cannot be written: {reason}. Choose another --out."
        raise BuildError(message, path=str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            new.unlink()
    return path
