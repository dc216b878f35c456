"""What the rules need of mkdocs.yml, with line numbers; MkDocs itself is not asked."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from portal.errors import ConfigError
from portal.project import MARK

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NavEntry(NamedTuple):
    """One page in the navigation."""

    path: str
    """As written: `waste/index.md`, below a language's folder."""
    line: int
    column: int


class NavLabel(NamedTuple):
    """The key of a section's name in the navigation."""

    key: str
    line: int
    column: int


class Settings(NamedTuple):
    """What mkdocs.yml says."""

    site_url: str | None
    nav: tuple[NavEntry, ...] | None
    """None where there is no `nav:`."""
    nav_labels: tuple[NavLabel, ...]


@functools.cache
def read_settings(root: Path) -> Settings:
    """Read mkdocs.yml; raise ConfigError with the line of a fault.

    The nodes are read, not the data: own tags such as `!ENV` stand for themselves.
    """
    try:
        node = yaml.compose((root / MARK).read_text("utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError(f"Broken YAML: {error.problem}. Mend it.", path=MARK, line=line) from None
    except (OSError, ValueError, yaml.YAMLError):
        raise ConfigError("Cannot be read as UTF-8 YAML. Mend it.", path=MARK) from None
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError("The file holds no settings. Restore it.", path=MARK)
    top = {key.value: value for key, value in node.value}
    address = top.get("site_url")
    nav = top.get("nav")
    return Settings(
        site_url=_default(address) if address is not None else None,
        nav=tuple(_entries(nav)) if nav is not None else None,
        nav_labels=tuple(_labels(nav)) if nav is not None else (),
    )


def _default(node: yaml.Node) -> str | None:
    """Return the address, or the default in `!ENV [NAME, default]`."""
    if isinstance(node, yaml.SequenceNode) and node.value:
        node = node.value[-1]
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def _entries(node: yaml.Node) -> Iterator[NavEntry]:
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            mark = node.start_mark
            yield NavEntry(node.value, mark.line + 1, mark.column + 1)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)


def _labels(node: yaml.Node) -> Iterator[NavLabel]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _labels(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield NavLabel(str(key.value), key.start_mark.line + 1, key.start_mark.column + 1)
            yield from _labels(value)
