"""The blocks that a page may hold: one table for the reader, the rules and the renderer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

QUESTION_KINDS = ("single", "multiple", "true-false", "order", "match")


class Argument(Enum):
    """What stands behind `|` in a block's header; the values are those of pymdownx's ARGUMENT."""

    REQUIRED = True
    FORBIDDEN = False
    OPTIONAL = None


class Option(NamedTuple):
    """An option line of a block."""

    parse: Callable[[object], object]
    """Takes what YAML gave, returns the value; raises ValueError with what is asked for."""
    required: bool = False
    default: object = None


@dataclass(frozen=True, slots=True)
class BlockType:
    """What one kind of block may carry."""

    name: str
    argument: Argument
    options: Mapping[str, Option] = field(default_factory=dict)
    inside: frozenset[str] = frozenset()
    """Names of the blocks that it may stand in; empty: at the top level only."""
    ours: bool = True
    """False for blocks that pymdownx defines itself."""
    empty: bool = False
    """Whether its body comes from the front matter and must be empty here."""


def ids(value: object) -> tuple[str, ...]:
    """Return one id, or a list of ids, as a tuple; raise ValueError."""
    items = value if isinstance(value, list) else [value]
    names = tuple(item for item in items if isinstance(item, str) and item.strip())
    if not names or len(names) != len(items):
        raise ValueError("an id or a list of ids")
    return names


def minutes(value: object) -> int:
    """Return a whole number of minutes from 1 to 600; raise ValueError."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= 600:
        raise ValueError("a whole number of minutes from 1 to 600")
    return value


def kind(value: object) -> str:
    """Return the kind of a question; raise ValueError."""
    if not isinstance(value, str) or value not in QUESTION_KINDS:
        raise ValueError(f"one of {', '.join(QUESTION_KINDS)}")
    return value


def words(value: object) -> str:
    """Return text that is not blank; raise ValueError."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text")
    return value


def flag(value: object) -> bool:
    """Return true or false; raise ValueError."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


_TYPES = (
    BlockType("objectives", Argument.FORBIDDEN, empty=True),
    BlockType("law", Argument.REQUIRED),
    BlockType("key-points", Argument.FORBIDDEN),
    BlockType(
        "exercise",
        Argument.REQUIRED,
        {"objective": Option(ids, required=True), "minutes": Option(minutes, required=True)},
    ),
    BlockType("solution", Argument.OPTIONAL),
    BlockType(
        "question",
        Argument.REQUIRED,
        {"objective": Option(ids, required=True), "kind": Option(kind)},
    ),
    BlockType("facilitator", Argument.OPTIONAL, {"minutes": Option(minutes)}),
    BlockType("case", Argument.REQUIRED, {"source": Option(words)}),
    BlockType(
        "figure",
        Argument.OPTIONAL,
        {"name": Option(words, required=True), "alt": Option(words)},
        inside=frozenset({"case", "exercise", "solution", "facilitator", "details", "tab"}),
    ),
    BlockType(
        "details",
        Argument.OPTIONAL,
        {"open": Option(flag), "type": Option(words)},
        ours=False,
    ),
    BlockType(
        "tab",
        Argument.REQUIRED,
        {"new": Option(flag), "select": Option(flag)},
        ours=False,
    ),
)
BLOCKS: Mapping[str, BlockType] = {block.name: block for block in _TYPES}
"""Every block by its name."""
