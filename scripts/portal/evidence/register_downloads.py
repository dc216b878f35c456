"""The register for other programs: CSV, JSON and GeoJSON, each with all that the data holds.

CSV has a column per value, named by its path (`mandate.en`, `history.0.date`); a list of codes is
joined with `; `. GeoJSON has a feature per arrangement, whose properties are the entry.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portal.evidence.arrangements import load_register
from portal.evidence.world_map import point_of

if TYPE_CHECKING:
    from pydantic import BaseModel

    from portal.evidence.arrangement_model import Arrangement, Register

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet would take for a formula, or that begins like our mark."""


def entries_csv(entries: Sequence[BaseModel]) -> str:
    """Return arrangements or activities as CSV with a head.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    rows = [dict(_cells("", entry.model_dump(mode="json", exclude_none=True))) for entry in entries]
    columns = dict.fromkeys(name for row in rows for name in row)
    target = io.StringIO()
    writer = csv.DictWriter(target, list(columns), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def _cells(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _cells(f"{path}.{name}" if path else str(name), inner)
    elif isinstance(value, list) and any(isinstance(inner, Mapping) for inner in value):
        for number, inner in enumerate(value):
            yield from _cells(f"{path}.{number}", inner)
    else:
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield path, f"'{text}" if text.startswith(_FORMULA) else text


def register_json(register: Register) -> str:
    """Return the whole register as JSON."""
    return _json(register.model_dump(mode="json", exclude_none=True))


def register_geojson(register: Register) -> str:
    """Return the arrangements as GeoJSON (RFC 7946); one without a country has no geometry."""
    return _json(
        {
            "type": "FeatureCollection",
            "description": "A point stands for the country of the seat, not for the seat itself.",
            "features": [_feature(entry) for entry in register.arrangements],
        }
    )


def _feature(entry: Arrangement) -> dict[str, Any]:
    point = point_of(entry.country) if entry.country else None
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None,
        "properties": entry.model_dump(mode="json", exclude_none=True),
    }


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


DOWNLOADS: Mapping[str, Callable[[Register], str]] = {
    "arrangements.csv": lambda register: entries_csv(register.arrangements),
    "activities.csv": lambda register: entries_csv(register.activities),
    "arrangements.json": register_json,
    "arrangements.geojson": register_geojson,
}
"""Files beside the register's page."""


def write_downloads(root: Path, tree: Path) -> None:
    """Write them beside the register's page in a language's tree; raise DataError."""
    register = load_register(root)
    folder = tree / "arrangements"
    if register is not None and folder.is_dir():
        for name, write in DOWNLOADS.items():
            (folder / name).write_text(write(register), "utf-8", newline="")
