"""The mandate: each operative paragraph of both decisions, what serves it, and how far."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portal.convention import Treaty
from portal.coverage import MANDATES
from portal.evidence.registers import Fault, faults_of, line_of, read_register, validated
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site, YamlData

if TYPE_CHECKING:
    from portal.evidence.mandate_model import Mandate

FILE = "docs/data/mandate.yaml"
SCHEMA = "scripts/portal/evidence/mandate_model.py"
LEVELS = ("delivers", "informs", "cannot-serve")
_REMEDY = "Name what serves the paragraph, or lower its level."


def operative(treaty: Treaty) -> tuple[str, ...]:
    """Return the ids of the operative paragraphs of both decisions: 1 and 9 of them."""
    return tuple(child.id for decision in MANDATES for child in treaty.children(decision))


def load_mandate(root: Path) -> Mandate:
    """Return the mandate; raise DataError where the file is missing or broken."""
    from portal.errors import DataError
    from portal.evidence.mandate_model import Mandate

    found = validated(Mandate, root, FILE, SCHEMA)
    if found is None:
        raise DataError("The file is missing. Restore it.", path=FILE)
    return found


def mandate_faults(site: Site, treaty: Treaty) -> Iterator[Fault]:
    """Yield what is wrong with the mandate: its form, paragraphs without an entry, pages gone.

    A site without the file has no mandate to serve. Raises DataError where it cannot be read.
    """
    from portal.evidence.mandate_model import Mandate

    content = read_register(site.root, FILE)
    if content is None:
        return
    broken = faults_of(Mandate, content, path=FILE, schema=SCHEMA)
    if broken:
        yield from broken
        return
    yield from _paragraph_faults(Mandate.model_validate(dict(content.data)), content, treaty)
    yield from _page_faults(Mandate.model_validate(dict(content.data)), content, site)


def _paragraph_faults(mandate: Mandate, content: YamlData, treaty: Treaty) -> Iterator[Fault]:
    wanted, seen = operative(treaty), set()
    for number, paragraph in enumerate(mandate.paragraphs):
        line = line_of(content, "paragraphs", number, "id")
        if paragraph.id in seen:
            yield Fault(FILE, line, f"`{paragraph.id}` is there twice.", "Join both entries.")
        elif paragraph.id not in wanted:
            message = f"`{paragraph.id}` is no operative paragraph of the two decisions."
            yield Fault(FILE, line, message, "Correct the id.")
        seen.add(paragraph.id)
    for missing in wanted:
        if missing not in seen:
            message = f"The paragraph `{missing}` has no entry."
            yield Fault(FILE, 1, message, "Add one, if need be with `level: cannot-serve`.")


def _page_faults(mandate: Mandate, content: YamlData, site: Site) -> Iterator[Fault]:
    from portal.cli import COMMANDS

    for number, paragraph in enumerate(mandate.paragraphs):
        for place, key in enumerate(paragraph.pages):
            if not site.has(SOURCE_LANGUAGE, key):
                line = line_of(content, "paragraphs", number, "pages", place)
                message = f"The page `{key}`, which serves `{paragraph.id}`, is gone."
                yield Fault(FILE, line, message, _REMEDY)
        for place, name in enumerate(paragraph.commands):
            if name not in COMMANDS:
                line = line_of(content, "paragraphs", number, "commands", place)
                message = f"There is no command `{name}`, which is to serve `{paragraph.id}`."
                yield Fault(FILE, line, message, _REMEDY)
