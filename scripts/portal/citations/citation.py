"""What the finder hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["valid", "unknown", "ambiguous", "foreign", "relative"]
"""valid: nothing contradicts it · unknown: ours, but not there · ambiguous: it could be several ·
foreign: another treaty, law or document · relative: no context to resolve it."""

How = Literal["full", "heading", "given", "sentence", "none"]
"""Resolved by itself; through the heading above; the given context; an earlier citation of the
same sentence; not at all."""

Kind = Literal["range-reversed", "look-alike", "ambiguous-letter", "typography"]


@dataclass(frozen=True, slots=True)
class Target:
    """One provision that a citation names."""

    id: str | None
    """Given for `valid` and `unknown`."""
    status: Status
    start: int
    end: int
    """Code point offsets of the number or letter that names it; a range's members share them."""
    candidates: tuple[str, ...] = ()
    """For `ambiguous`: the ids it could be."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A peculiarity of how the citation is written."""

    kind: Kind
    start: int
    end: int
    replacement: str | None = None
    """What can stand there instead without a change of meaning; None: a person must decide."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One written citation; `text[start:end]` of the raw text, markup inside it included."""

    start: int
    end: int
    targets: tuple[Target, ...]
    """In the order of naming; at least one."""
    how: How
    problems: tuple[Problem, ...] = ()

    @property
    def ids(self) -> tuple[str | None, ...]:
        """The ids in the order of naming, None where a target has none."""
        return tuple(target.id for target in self.targets)

    @property
    def has_unknown(self) -> bool:
        """Whether any of the provisions is not there."""
        return any(target.status == "unknown" for target in self.targets)

    @property
    def lent_ids(self) -> tuple[str, ...]:
        """What "the same article" behind it can mean: the provisions that exist, or else any."""
        valid = tuple(t.id for t in self.targets if t.status == "valid" and t.id is not None)
        return valid or tuple(t.id for t in self.targets if t.id is not None)
