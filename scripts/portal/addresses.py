"""The catalogue of published addresses: what was once published is found for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.errors import DataError
from portal.pages import YamlDataError, decode, read_yaml

ADDRESSES_FILE = "docs/data/addresses.yaml"
_PART = r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*"
_KEY = re.compile(rf"{_PART}(?:/{_PART})*")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Keys of the pages that were published, and where those that moved are found now."""

    published: Mapping[str, int]
    """Page key to the line of the file."""
    redirects: Mapping[str, str]
    """Old key to new key; the new one may carry an anchor: `waste/storage#flasks`."""
    redirect_lines: Mapping[str, int]
    """Old key to the line of the file."""
    last_line: int
    """The line of the last published key, 0 where there is none."""


def load_addresses(root: Path) -> Addresses:
    """Read docs/data/addresses.yaml; raise DataError with the line of a fault."""
    try:
        lines = decode((root / ADDRESSES_FILE).read_bytes(), path=ADDRESSES_FILE).splitlines()
        content = read_yaml(lines, first_line=1)
    except OSError:
        raise DataError("The file is missing. Restore it.", path=ADDRESSES_FILE) from None
    except YamlDataError as fault:
        raise DataError(str(fault), path=ADDRESSES_FILE, line=fault.line) from None
    published, redirects = content.data.get("published"), content.data.get("redirects")
    if not isinstance(published, list) or not isinstance(redirects, dict):
        message = "Two keys are needed: `published` (a list) and `redirects` (old key: new key)."
        raise DataError(f"{message} Write them.", path=ADDRESSES_FILE)
    for path, value in _values(published, redirects):
        key, mark, anchor = str(value).partition("#")
        if not (isinstance(value, str) and _KEY.fullmatch(key) and bool(anchor) == bool(mark)):
            line = content.values[path].line
            message = f"{str(value)[:60]!r} is no page key. Write a path like waste/storage."
            raise DataError(message, path=ADDRESSES_FILE, line=line)
    for old in redirects:
        # A page is written at the old address: it must not lie outside the site.
        if not _KEY.fullmatch(old):
            message = f"{old[:60]!r} is no page key. Write a path like waste/storage."
            raise DataError(message, path=ADDRESSES_FILE, line=content.keys["redirects", old].line)
    lines_of = {key: content.keys["published", n].line for n, key in enumerate(published)}
    return Addresses(
        published=lines_of,
        redirects=redirects,
        redirect_lines={old: content.keys["redirects", old].line for old in redirects},
        last_line=max(lines_of.values(), default=0),
    )


def _values(
    published: list[object], redirects: dict[str, object]
) -> list[tuple[tuple[str | int, ...], object]]:
    listed: list[tuple[tuple[str | int, ...], object]] = [
        (("published", number), value) for number, value in enumerate(published)
    ]
    return listed + [(("redirects", old), new) for old, new in redirects.items()]
