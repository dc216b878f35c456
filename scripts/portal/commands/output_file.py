"""Where a command's answer goes: standard output, or a file that is never half written."""

from __future__ import annotations

import sys
from pathlib import Path

from portal.errors import BuildError, DataError


def write_output(raw: bytes, file: Path | None) -> None:
    """Write bytes to a file, or to standard output; raise BuildError where that is not possible."""
    if file is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        return
    from portal.checks.fixing import write_atomically

    try:
        write_atomically(file, raw)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise BuildError(f"Cannot be written: {reason}. Check it.", path=str(file)) from None


def read_input(file: Path) -> bytes:
    """Return the bytes of a file; raise DataError where it cannot be read."""
    from portal.exchange.safe_xml import LARGEST

    try:
        if file.stat().st_size > LARGEST:
            raise DataError(f"The file is larger than {LARGEST} bytes. Split it.", path=str(file))
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise DataError(f"Cannot be read: {reason}. Check the path.", path=str(file)) from None
