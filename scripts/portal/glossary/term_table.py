"""The glossary as CSV, one row per concept and language, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from portal.errors import DataError
from portal.glossary.concept import Glossary
from portal.glossary.importing import Entry

LISTS = ("abbreviations", "allowed", "forbidden", "forms")
TEXTS = ("term", "seen", "note", "definition")
COLUMNS = ("id", "language", "term", "seen", *LISTS, "note", "definition")
_BETWEEN = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def write_csv(glossary: Glossary, *, languages: Sequence[str]) -> bytes:
    """Return the glossary in some languages, in UTF-8 with the mark that spreadsheets ask for."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for name in glossary.concepts:
        for code in languages:
            words = glossary.term(name, code)
            if words is not None:
                values = [getattr(words, column, None) for column in COLUMNS]
                writer.writerow([_cell(value) for value in values])
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    text = _BETWEEN.join(value) if isinstance(value, tuple) else str(value or "")
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def read_csv(raw: bytes, *, shown: str) -> list[Entry]:
    """Return the words of a file; raise DataError with path, line and what is wrong."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "This is not UTF-8. Save it as “CSV UTF-8”."
        raise DataError(message, path=shown, line=line) from None
    start = text.partition("\n")[0]
    delimiter = ";" if start.count(";") > start.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    entries: list[Entry] = []
    columns: list[str] = []
    try:
        for row in reader:
            if not columns:
                columns = _columns(row, shown)
            elif any(row):
                entries.append(_entry(columns, row, reader.line_num, shown))
    except csv.Error as error:
        message = f"This is no CSV ({error}). Export the glossary again."
        raise DataError(message, path=shown, line=reader.line_num) from None
    if not columns:
        raise DataError("The file is empty. Export the glossary again.", path=shown, line=1)
    return entries


def _columns(row: Sequence[str], shown: str) -> list[str]:
    unknown = [name for name in row if name not in COLUMNS]
    lacking = [name for name in ("id", "language", "term") if name not in row]
    if unknown or lacking or len(set(row)) < len(row):
        message = f"The first row must name columns: {', '.join(COLUMNS)}."
        raise DataError(f"{message} Put it back.", path=shown, line=1)
    return list(row)


def _entry(columns: Sequence[str], row: Sequence[str], line: int, shown: str) -> Entry:
    if len(row) != len(columns):
        message = f"The row has {len(row)} cells and not {len(columns)}. Mend it."
        raise DataError(message, path=shown, line=line)
    cells = {name: _plain(cell) for name, cell in zip(columns, row, strict=True)}
    fields: dict[str, Any] = {name: cells[name] for name in TEXTS if cells.get(name)}
    for name in LISTS:
        items = [item.strip() for item in cells.get(name, "").split(_BETWEEN.strip())]
        if any(items):
            fields[name] = [item for item in items if item]
    return Entry(cells["id"], cells["language"], fields, line)


def _plain(cell: str) -> str:
    return cell.strip().removeprefix("'")
