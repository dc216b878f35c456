"""The register of arrangements: read and checked."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from portal.countries import countries
from portal.evidence.places import is_place
from portal.evidence.registers import Fault, faults_of, line_of, read_register, validated
from portal.pages import YamlData

if TYPE_CHECKING:
    from portal.convention import Treaty
    from portal.evidence.arrangement_model import Register

FILE = "docs/data/arrangements.yaml"
SCHEMA = "docs/data/arrangements.schema.json"


def load_register(root: Path) -> Register | None:
    """Return the register, None where there is none; raise DataError for a fault."""
    file = root / FILE
    return _read(root, file.read_bytes()) if file.is_file() else None


@functools.lru_cache(maxsize=2)
def _read(root: Path, _content: bytes) -> Register | None:
    """Read once what pages, reports and downloads of a language ask for: it takes half a second."""
    from portal.evidence.arrangement_model import Register

    return validated(Register, root, FILE, SCHEMA)


def register_faults(root: Path, treaty: Treaty) -> Iterator[Fault]:
    """Yield what is wrong with the register; raise DataError where it cannot be read."""
    from portal.evidence.arrangement_model import Register

    content = read_register(root, FILE)
    if content is None:
        return
    broken = faults_of(Register, content, path=FILE, schema=SCHEMA)
    yield from broken
    if not broken:
        register = Register.model_validate(dict(content.data))
        yield from _entry_faults(register, content)
        yield from _activity_faults(register, content, treaty)


def _entry_faults(register: Register, content: YamlData) -> Iterator[Fault]:
    names: dict[str, str] = {}
    for number, entry in enumerate(register.arrangements):
        for field in ("id", "name"):
            text = f"{field} {getattr(entry, field)}"
            if text in names:
                line = line_of(content, "arrangements", number, field)
                yield Fault(FILE, line, f"The {text!r} is there twice.", "Join both entries.")
            names[text] = entry.id
        if entry.country and entry.country not in countries():
            line = line_of(content, "arrangements", number, "country")
            message = f"There is no country `{entry.country}`."
            yield Fault(FILE, line, message, "Write the two letters of ISO 3166-1.")
        for place, region in enumerate(entry.regions):
            if not is_place(region):
                line = line_of(content, "arrangements", number, "regions", place)
                message = f"There is no region `{region}` in UN M49."
                yield Fault(FILE, line, message, "Write the three digits of a subregion.")
        for field in ("host", "seat", "country"):
            if (getattr(entry, field) is None) != (getattr(entry.certainty, field) == "unknown"):
                line = line_of(content, "arrangements", number, "certainty", field)
                message = f"`{field}` and its certainty do not agree."
                yield Fault(FILE, line, message, "What is unknown is left out, and only that.")
        for place, (before, after) in enumerate(pairwise(entry.history), 1):
            if after.date < before.date:
                line = line_of(content, "arrangements", number, "history", place)
                message = f"The change of {after.date} stands below a later one."
                yield Fault(FILE, line, message, "Put the newest change last.")


def _activity_faults(register: Register, content: YamlData, treaty: Treaty) -> Iterator[Fault]:
    known = {entry.id for entry in register.arrangements}
    for number, activity in enumerate(register.activities):
        if activity.by not in known:
            line = line_of(content, "activities", number, "by")
            message = f"There is no arrangement `{activity.by}`."
            yield Fault(FILE, line, message, "Name one by its id, or add it.")
        if not treaty.exists(activity.provision):
            line = line_of(content, "activities", number, "provision")
            message = f"There is no provision `{activity.provision}`."
            yield Fault(FILE, line, message, "`portal provisions` lists the ids.")
        for place, code in enumerate(activity.places):
            if not is_place(code):
                line = line_of(content, "activities", number, "places", place)
                message = f"There is no place `{code}`."
                yield Fault(FILE, line, message, "Two letters of ISO 3166-1, or UN M49.")
