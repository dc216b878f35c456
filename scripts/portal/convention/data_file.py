"""Reading the data file: YAML in, values that know their line out.

The file is composed into nodes and no further: every scalar is text until somebody asks for more.
That keeps the lines for messages, and is more than twice as fast as constructing Python values.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NoReturn

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from portal.errors import DataError

try:
    from yaml import CBaseLoader as _YamlLoader
except ImportError:  # a PyYAML without libyaml: the same, slower
    from yaml import BaseLoader as _YamlLoader  # type: ignore[assignment]


class _Loader(_YamlLoader):
    """Composes without asking what kind of value each scalar is: a third of the time."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing: there is nothing to resolve."""

    def ascend_resolver(self) -> None:
        """Do nothing: there is nothing to resolve."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        """Leave the tag empty."""
        return ""


class Entry:
    """A mapping of the data file; every reading method raises DataError with the line."""

    __slots__ = ("_node", "_values", "path")

    def __init__(self, node: Node, path: str) -> None:
        self._node = node
        self.path = path
        if not isinstance(node, MappingNode):
            fail(path, node, "Expected `key: value` pairs here")
        self._values: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                fail(path, key, "A key must be a plain word")
            if key.value in self._values:
                fail(path, key, f"`{key.value}` is given twice")
            self._values[key.value] = value

    @property
    def line(self) -> int:
        """Where it begins in the file."""
        return int(self._node.start_mark.line) + 1

    def fail(self, what: str, key: str | None = None) -> NoReturn:
        """Raise DataError at this entry, or at one of its keys."""
        keys = (node for node, _ in self._node.value if key is not None and node.value == key)
        fail(self.path, next(keys, self._node), what)

    def __contains__(self, key: str) -> bool:
        """Tell whether a key is there."""
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys."""
        return iter(self._values)

    def allow(self, *keys: str) -> None:
        """Fail at the first key that is not one of these."""
        for key in self._values:
            if key not in keys:
                self.fail(f"Unknown key `{key}`, expected one of {', '.join(keys)}", key)

    def node(self, key: str) -> Node:
        """Return the node of a key that must be there."""
        if key not in self._values:
            self.fail(f"`{key}` is missing")
        return self._values[key]

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        node = self.node(key)
        if not isinstance(node, ScalarNode) or not node.value:
            self.fail(f"`{key}` must be a text", key)
        return str(node.value)

    def optional(self, key: str) -> str | None:
        """Return a text, None where it is missing or null."""
        node = self._values.get(key)
        if node is None or (isinstance(node, ScalarNode) and node.value in {"", "null", "~"}):
            return None
        return self.text(key)

    def number(self, key: str) -> int:
        """Return a whole number that must be there."""
        text = self.text(key)
        if not (text.isascii() and text.isdigit()):
            self.fail(f"`{key}` must be a whole number, not {text!r}", key)
        return int(text)

    def optional_number(self, key: str) -> int | None:
        """Return a whole number, None where it is missing."""
        return self.number(key) if self.optional(key) is not None else None

    def optional_date(self, key: str) -> datetime.date | None:
        """Return a date written 2023-09-28, None where it is null."""
        text = self.optional(key)
        if text is None:
            return None
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            self.fail(f"`{key}` must be a date such as 2023-09-28, not {text!r}", key)

    def choice(self, key: str, *values: str) -> str:
        """Return a text that must be one of some values."""
        text = self.text(key)
        if text not in values:
            self.fail(f"`{key}` must be one of {', '.join(values)}, not {text!r}", key)
        return text

    def entry(self, key: str) -> Entry:
        """Return a mapping that must be there."""
        return Entry(self.node(key), self.path)

    def entries(self, key: str) -> Iterator[Entry]:
        """Iterate over a list of mappings; nothing where it is missing."""
        if key in self._values:
            node = self._values[key]
            if not isinstance(node, SequenceNode):
                self.fail(f"`{key}` must be a list", key)
            for item in node.value:
                yield Entry(item, self.path)


def fail(path: str, node: Node, what: str) -> NoReturn:
    """Raise DataError at a node."""
    message = f"{what}. Correct the line, or restore the file."
    raise DataError(message, path=path, line=node.start_mark.line + 1)


def read_entry(text: str, path: str) -> Entry:
    """Read the text of a data file whose top level is a mapping; raise DataError with the line."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or "an unreadable character"
        message = f"Not readable as YAML: {problem}. Correct the line, or restore the file."
        raise DataError(message, path=path, line=mark.line + 1 if mark else 1) from error
    if node is None:
        message = "The file is empty. Restore it."
        raise DataError(message, path=path, line=1)
    return Entry(node, path)
