"""What a rule has to say about a place in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs; only errors change the exit status."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A stretch of a file: lines and columns count from 1, in code points, the end exclusive."""

    path: str
    """Relative to the project's root, with `/`."""
    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None


class Edit(NamedTuple):
    """A replacement that cannot change the meaning: code point offsets into the raw file."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found."""

    place: Place
    severity: Severity
    rule: str
    """Code, as in `REF002`."""
    message: str
    """What is wrong, one sentence, without the place."""
    help: str
    """What to do, one sentence."""
    related: tuple[tuple[Place, str], ...] = field(default=())
    """Other places that matter, each with a word on why (the source of a translation, say)."""
    fix: Edit | None = None
