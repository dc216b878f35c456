"""What is wrong with a register of data, as the hits of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portal.checks.rule import Hit
from portal.errors import DataError
from portal.evidence.registers import Fault
from portal.findings import Place


def register_hits(read: Callable[[], Iterable[Fault]], *, file: str) -> Iterator[Hit]:
    """Yield the faults that `read` finds; where the data cannot be read at all, why."""
    try:
        faults = tuple(read())
    except DataError as broken:
        what, _, remedy = broken.message.partition(". ")
        yield Hit(Place(broken.path or file, broken.line or 1), f"{what}.", remedy or "Mend it.")
        return
    for fault in faults:
        yield Hit(Place(fault.path, fault.line), fault.message, fault.help)
