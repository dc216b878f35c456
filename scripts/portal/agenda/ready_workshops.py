"""The workshops that are ready to give: their modules and wishes, from docs/data/workshops.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import DataError, PortalError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import YamlDataError, read_yaml

WORKSHOPS_FILE = "docs/data/workshops.yaml"


@dataclass(frozen=True, slots=True)
class ReadyWorkshop:
    """One entry of the register that can be planned."""

    id: str
    titles: Mapping[str, str]
    """By language; English is always there."""
    modules: tuple[str, ...]
    """Keys of modules, in the order of teaching."""
    wishes: Mapping[str, str]
    """Names and values as the agenda command's options and the planner's address write them."""

    def title(self, language: str) -> tuple[str, str]:
        """Return the title for a reader, with the language that it is in."""
        shown = language if language in self.titles else SOURCE_LANGUAGE
        return self.titles[shown], shown


def read_workshops(root: Path) -> list[Any]:
    """Return the entries of the register, none where there is no such file; raise DataError."""
    shown = WORKSHOPS_FILE
    try:
        text = (root / shown).read_text("utf-8")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError:
        raise DataError("The file is not UTF-8. Save it as UTF-8.", path=shown) from None
    try:
        entries = read_yaml(text.splitlines(), first_line=1).data.get("workshops")
    except YamlDataError as fault:
        raise DataError(str(fault), path=shown, line=fault.line) from None
    if not isinstance(entries, list):
        raise DataError("There is no list `workshops:`. Write one.", path=shown)
    return entries


def ready_workshops(root: Path) -> tuple[ReadyWorkshop, ...]:
    """Return the workshops that name their modules; raise DataError for an entry without them."""
    return tuple(_ready(entry) for entry in read_workshops(root))


def find_ready(root: Path, name: str) -> ReadyWorkshop:
    """Return the ready workshop of this id; raise PortalError with those that there are."""
    known = ready_workshops(root)
    for workshop in known:
        if workshop.id == name:
            return workshop
    listed = ", ".join(workshop.id for workshop in known) or "none"
    raise PortalError(f"There is no ready workshop {name!r}. Use one of: {listed}.")


def _ready(entry: object) -> ReadyWorkshop:
    given = entry if isinstance(entry, Mapping) else {}
    name, titles, modules = given.get("id"), given.get("title"), given.get("modules")
    wishes = given.get("wishes", {})
    if (
        not isinstance(name, str)
        or not isinstance(titles, Mapping)
        or SOURCE_LANGUAGE not in titles
        or not isinstance(modules, list)
        or not modules
        or not isinstance(wishes, Mapping)
    ):
        message = (
            f"The workshop {name!r} is not complete. "
            f"Give it `id`, `title` with `{SOURCE_LANGUAGE}`, `modules` and `wishes`."
        )
        raise DataError(message, path=WORKSHOPS_FILE)
    return ReadyWorkshop(
        id=name,
        titles={str(code): str(title) for code, title in titles.items()},
        modules=tuple(map(str, modules)),
        wishes={str(key): str(value) for key, value in wishes.items()},
    )
