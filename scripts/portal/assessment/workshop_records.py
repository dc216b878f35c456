"""The anonymous records of workshops that centres sent: docs/data/workshops/*.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portal.errors import DataError
from portal.pages import YamlData, YamlDataError, decode, read_yaml

if TYPE_CHECKING:
    from portal.assessment.workshop_record_model import WorkshopRecord

FOLDER = "docs/data/workshops"
LARGEST = 20_000
"""Bytes; a record has a few hundred."""


@dataclass(frozen=True, slots=True)
class HeldWorkshop:
    """A record and the file that it stands in."""

    path: str
    record: WorkshopRecord
    module_lines: tuple[int, ...]
    """The line of each module in the file."""


def record_paths(root: Path) -> tuple[str, ...]:
    """Return the files of the folder, in order of their names; none where it is missing."""
    folder = root / FOLDER
    if not folder.is_dir():
        return ()
    names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    return tuple(f"{FOLDER}/{name}" for name in names)


def read_records(root: Path) -> Iterator[HeldWorkshop]:
    """Yield every record; raise DataError, with path and line, for the first that is none."""
    for path in record_paths(root):
        yield read_record(root, path)


def read_record(root: Path, path: str) -> HeldWorkshop:
    """Read one record; raise DataError with the line of the first fault."""
    content = _read(root / path, path)
    from pydantic import ValidationError

    from portal.assessment.workshop_record_model import WorkshopRecord

    try:
        record = WorkshopRecord.model_validate(content.data)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = tuple(part for part in fault["loc"] if isinstance(part, str | int))
        name = ".".join(map(str, place)) or "the record"
        message = f"`{name}` is not valid: {_lower(fault['msg'])}."
        line = _line(content, place)
        raise DataError(f"{message} {_REMEDY}", path=path, line=line) from None
    lines = tuple(_line(content, ("modules", n)) for n in range(len(record.modules)))
    return HeldWorkshop(path, record, lines)


_REMEDY = "Write the record anew with the page for results, or see workshop-record.schema.json."


def _read(file: Path, path: str) -> YamlData:
    if file.suffix != ".yaml" or file.is_symlink() or not file.is_file():
        message = "A record of a workshop is a file whose name ends in .yaml. Take this away."
        raise DataError(message, path=path)
    if file.stat().st_size > LARGEST:
        raise DataError(f"Too large for the record of a workshop. {_REMEDY}", path=path)
    try:
        return read_yaml(decode(file.read_bytes(), path=path).splitlines(), first_line=1)
    except YamlDataError as fault:
        raise DataError(str(fault), path=path, line=fault.line) from None


def _line(content: YamlData, place: tuple[str | int, ...]) -> int:
    """Return the line of a value, else of what it stands in."""
    while place:
        span = content.keys.get(place) or content.values.get(place)
        if span is not None:
            return span.line
        place = place[:-1]
    return 1


def _lower(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:].rstrip(".")
