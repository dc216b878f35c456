"""Makes the same bytes of the same content: a zip file otherwise holds the time of its writing."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from portal.errors import ConfigError
from portal.history import last_changes

OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
"""Before it a zip file knows no time."""


def dated(raw: bytes, date: datetime) -> bytes:
    """Return a zip file with one date on every entry, and without traces of this machine."""
    moment = max(date.astimezone(UTC), OLDEST)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            made.writestr(entry, source.read(name))
    return target.getvalue()


def file_date(root: Path, path: str) -> datetime:
    """Return the date that a file made of a page bears.

    SOURCE_DATE_EPOCH decides; else it is the day of the page's last change, else the oldest that a
    zip file knows. Raises ConfigError for a SOURCE_DATE_EPOCH that is no number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        try:
            return datetime.fromtimestamp(int(given), tz=UTC)
        except (ValueError, OverflowError, OSError):
            message = f"SOURCE_DATE_EPOCH is {given!r}. Give seconds since 1970."
            raise ConfigError(message) from None
    day = last_changes(root).get(path)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else OLDEST
