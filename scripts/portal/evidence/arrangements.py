"""The register of arrangements: read, checked, and written out as tables for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portal.countries import countries
from portal.evidence.places import is_place
from portal.evidence.registers import Fault, faults_of, line_of, read_register, validated
from portal.pages import YamlData

if TYPE_CHECKING:
    from portal.convention import Treaty
    from portal.evidence.arrangement_model import Arrangement, Register

FILE = "docs/data/arrangements.yaml"
SCHEMA = "docs/data/arrangements.schema.json"
_COLUMNS = ("id", "name", "abbreviation", "kind", "host", "seat", "country", "regions",
            "languages", "mandate", "help", "sectors", "url", "seen")  # fmt: skip


def load_register(root: Path) -> Register | None:
    """Return the register, None where there is none; raise DataError for a fault."""
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


def register_csv(register: Register) -> str:
    """Return the arrangements as CSV with a head; lists are joined with `; `.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for entry in register.arrangements:
        writer.writerow([_cell(entry, name) for name in _COLUMNS])
    return target.getvalue()


def _cell(entry: Arrangement, name: str) -> str:
    value = entry.mandate.en if name == "mandate" else getattr(entry, name)
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def register_json(register: Register) -> str:
    """Return the whole register as JSON."""
    data = register.model_dump(mode="json", exclude_none=True)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_downloads(root: Path, tree: Path) -> None:
    """Write both beside the register's page in a language's tree; raise DataError."""
    register = load_register(root)
    folder = tree / "arrangements"
    if register is not None and folder.is_dir():
        (folder / "arrangements.csv").write_text(register_csv(register), "utf-8", newline="")
        (folder / "arrangements.json").write_text(register_json(register), "utf-8")
