"""Learning paths: which modules to take in which order, by function, from docs/data/paths.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import DataError
from portal.pages import YamlData, YamlDataError, decode, read_yaml

PATHS_FILE = "docs/data/paths.yaml"
_FIELDS = {"audience", "modules"}


@dataclass(frozen=True, slots=True)
class LearningPath:
    """A row of modules for one function."""

    id: str
    audience: tuple[str, ...]
    """Ids as the front matter of modules has them."""
    modules: tuple[str, ...]
    """Keys in the order in which they are taken."""
    line: int
    """Where it begins in paths.yaml."""
    audience_lines: tuple[int, ...]
    module_lines: tuple[int, ...]

    @property
    def title(self) -> str:
        """Key of the label that names it."""
        return f"path.{self.id}.title"

    @property
    def reason(self) -> str:
        """Key of the label that says, in a sentence, why these modules in this order."""
        return f"path.{self.id}.reason"


def load_paths(root: Path) -> tuple[LearningPath, ...]:
    """Read docs/data/paths.yaml in order; none where there is no file.

    Raises DataError with the line of a fault.
    """
    file = root / PATHS_FILE
    if not file.is_file():
        return ()
    try:
        lines = decode(file.read_bytes(), path=PATHS_FILE).splitlines()
        content = read_yaml(lines, first_line=1)
    except OSError:
        message = "The file cannot be read. Check it."
        raise DataError(message, path=PATHS_FILE) from None
    except YamlDataError as fault:
        raise DataError(str(fault), path=PATHS_FILE, line=fault.line) from None
    paths = content.data.get("paths")
    if set(content.data) != {"paths"} or not isinstance(paths, Mapping):
        message = "One key is needed: `paths`, a mapping from a path's id to it. Write it."
        raise DataError(message, path=PATHS_FILE)
    return tuple(_path(content, str(name), value) for name, value in paths.items())


def _path(content: YamlData, name: str, value: Any) -> LearningPath:
    line = content.keys["paths", name].line
    if not isinstance(value, Mapping) or set(value) != _FIELDS:
        message = f"The path `{name}` is not complete. Give exactly: {', '.join(sorted(_FIELDS))}."
        raise DataError(message, path=PATHS_FILE, line=line)
    audience = dict(_items(content, name, "audience", value))
    modules = dict(_items(content, name, "modules", value))
    return LearningPath(
        id=name,
        audience=tuple(audience),
        modules=tuple(modules),
        line=line,
        audience_lines=tuple(audience.values()),
        module_lines=tuple(modules.values()),
    )


def _items(
    content: YamlData, name: str, field: str, value: Mapping[str, Any]
) -> Iterator[tuple[str, int]]:
    """Yield the names in a list with their lines; raise DataError for what is none, or twice."""
    items = value[field]
    line = content.keys["paths", name, field].line
    if not isinstance(items, list) or not items:
        message = f"`{field}` of `{name}` is no list. Write one name per line."
        raise DataError(message, path=PATHS_FILE, line=line)
    seen = set()
    for index, item in enumerate(items):
        place = content.values.get(("paths", name, field, index))
        line = place.line if place else line
        if not isinstance(item, str) or item in seen:
            message = f"{item!r} in `{field}` of `{name}` is no name, or there twice. Correct it."
            raise DataError(message, path=PATHS_FILE, line=line)
        seen.add(item)
        yield item, line
