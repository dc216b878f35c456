"""YAML of a page's head and of block options: plain data, with the place of every key kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from portal.errors import PageError

LARGEST = 100_000
"""Characters that a front matter may have."""
DEEPEST = 20
"""Levels that a front matter may have."""
LONGEST_LINE = 2_000
MOST_BRACKETS = 1_000
"""Both bound the depth before the C parser sees it: it recurses, and dies of 50,000 brackets."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALARS = yaml.constructor.SafeConstructor()
_TEXT = "tag:yaml.org,2002:str"
_SAFE = {
    f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "str", "timestamp")
}

Path = tuple[str | int, ...]


class Span(NamedTuple):
    """A stretch on one line; columns count from 1, the end exclusive."""

    line: int
    column: int
    end_column: int


class YamlDataError(ValueError):
    """A fault in YAML with its line; the caller says whether it stops the page."""

    def __init__(self, message: str, *, line: int) -> None:
        self.line = line
        super().__init__(message)


class YamlData(NamedTuple):
    """A mapping read from YAML."""

    data: Mapping[str, Any]
    keys: Mapping[Path, Span]
    """Where each key (or list item) stands."""
    values: Mapping[Path, Span]
    """Where each value begins."""


EMPTY = YamlData({}, {}, {})


def read_yaml(lines: Sequence[str], *, first_line: int, indent: int = 0) -> YamlData:
    """Read a YAML mapping whose first line has the number `first_line`; raise YamlDataError.

    `indent` is the number of columns cut off each line before. Aliases and own tags are refused:
    nobody needs them here, and they are how small files grow large.
    """
    text = "\n".join(lines)
    if len(text) > LARGEST:
        raise YamlDataError(f"More than {LARGEST} characters. Shorten it.", line=first_line)
    for number, line in enumerate(lines):
        if "\t" in line:
            message = "A tab stands here. Put spaces in its place."
            raise YamlDataError(message, line=first_line + number)
        if len(line) > LONGEST_LINE:
            message = f"A line of more than {LONGEST_LINE} characters. Break it."
            raise YamlDataError(message, line=first_line + number)
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise YamlDataError("Too many brackets. Write lists over lines.", line=first_line)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _fault(error, first_line=first_line, count=len(lines)) from None
    except (yaml.YAMLError, RecursionError):
        message = "Broken YAML: a character or a depth that YAML does not allow. Mend it."
        raise YamlDataError(message, line=first_line) from None
    if node is None:
        return EMPTY
    if not isinstance(node, yaml.MappingNode):
        raise YamlDataError("Not a mapping. Write `key: value` lines.", line=first_line)
    walk = _Walk(first_line, indent)
    data = walk.value(node, ())
    return YamlData(data, walk.keys, walk.values)


def _fault(error: yaml.MarkedYAMLError, *, first_line: int, count: int) -> YamlDataError:
    mark = error.problem_mark or error.context_mark
    line = first_line + min(mark.line if mark else 0, max(count - 1, 0))
    problem = error.problem or error.context or "it cannot be read"
    hint = "Mend it; text with `: ` or `#` in it needs quotes."
    return YamlDataError(f"Broken YAML: {problem}. {hint}", line=line)


class _Walk:
    """Turns composed nodes into data and notes where they stand."""

    def __init__(self, first_line: int, indent: int) -> None:
        self.first_line = first_line
        self.indent = indent
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        line = self.first_line + node.start_mark.line
        if id(node) in self.seen:
            raise YamlDataError("A YAML alias (`*name`). Write the value out.", line=line)
        self.seen.add(id(node))
        if len(path) > DEEPEST:
            raise YamlDataError("Nested too deep. Make it flatter.", line=line)
        self.values[path] = self._span(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.keys[*path, index] = self._span(item)
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = self.first_line + key_node.start_mark.line
            key = self._scalar(key_node, line) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                shown = str(key_node.value)[:40]
                raise YamlDataError(f"The key {shown!r} is not text. Put it in quotes.", line=line)
            if key in data:
                first = self.keys[*path, key].line
                message = f"The key {key!r} stands here a second time (first in line {first})."
                raise YamlDataError(f"{message} Keep one.", line=line)
            self.keys[*path, key] = self._span(key_node)
            data[key] = self.value(value_node, (*path, key))
        return data

    def _scalar(self, node: yaml.Node, line: int) -> Any:
        if node.tag not in _SAFE:
            raise YamlDataError(f"The YAML tag {node.tag!r} is not allowed. Remove it.", line=line)
        if node.tag == _TEXT:
            return node.value
        try:
            return _SCALARS.construct_object(node)
        except (ValueError, yaml.YAMLError, OverflowError):
            message = f"The value {str(node.value)[:40]!r} is no date or number. Mend it."
            raise YamlDataError(f"{message}", line=line) from None

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        column = self.indent + start.column + 1
        one_line = end.line == start.line and end.column > start.column
        end_column = self.indent + end.column + 1 if one_line else column + 1
        return Span(self.first_line + start.line, column, end_column)


def split_front_matter(lines: Sequence[str], *, path: str) -> tuple[YamlData, int]:
    """Return the front matter and the number of lines it takes, its two `---` included.

    Raises PageError with the line of a fault. A page without front matter has an empty one.
    """
    if not lines or lines[0].rstrip() != "---":
        return EMPTY, 0
    closing = (n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."})
    end = next(closing, None)
    if end is None:
        message = "The front matter has no closing `---`. Put one below its last line."
        raise PageError(message, path=path, line=1)
    try:
        return read_yaml(lines[1:end], first_line=2), end + 1
    except YamlDataError as fault:
        message = f"Front matter: {str(fault)[0].lower()}{str(fault)[1:]}"
        raise PageError(message, path=path, line=fault.line) from None
