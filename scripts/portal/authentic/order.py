"""Which unit a number begins: decided by what the treaty's data hold, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.authentic.numbering import Step
from portal.convention import Treaty

DEPTH = {"part": 1, "art": 2, "row": 2, "para": 3, "subpara": 4, "item": 5}


class Position:
    """Where in one article or annex a reader of its text stands."""

    def __init__(self, treaty: Treaty, root: str) -> None:
        self.treaty = treaty
        self.current = root
        self._order = {name: place for place, name in enumerate(below(treaty, root))}
        self._seen = {root}

    def enter(self, provision: str) -> bool:
        """Go on to a unit; return whether it begins here for the first time."""
        first = provision not in self._seen
        self._seen.add(provision)
        self.current = provision
        return first

    def place(self, provision: str) -> int | None:
        """Return the unit's place in the treaty, None where the data do not hold it."""
        return self._order.get(provision)

    def find(self, steps: Iterable[Step], *, heading: bool = False) -> str | None:
        """Return the id that one of the steps means here; None: the line begins no unit.

        The nearest unit that follows in the treaty is meant; else one that was passed over, and
        else a further one beside those there are. A `heading` is one only where there are such.
        """
        steps = tuple(steps)
        known = [name for name in self._candidates(steps) if name in self._order]
        here = self._order[self._nearest_known()]
        later = [name for name in known if self._order[name] > here and name not in self._seen]
        if later:
            return min(later, key=self._order.__getitem__)
        passed = [name for name in known if name not in self._seen]
        if passed:
            return passed[0]
        # Rows of a table have no numbers of their own: what is numbered inside them is their text.
        if any(below.kind == "row" for up in self._upward() for below in self.treaty.children(up)):
            return None
        return known[0] if known else self._beside(steps, heading=heading)

    def _candidates(self, steps: Iterable[Step]) -> Iterator[str]:
        for level, number in steps:
            for above in self._upward():
                yield f"{above}__{level}_{number}"

    def _upward(self) -> Iterator[str]:
        name: str | None = self.current
        while name is not None:
            yield name
            name = self.treaty.parent(name)

    def _nearest_known(self) -> str:
        return next(name for name in self._upward() if name in self._order)

    def _beside(self, steps: tuple[Step, ...], *, heading: bool) -> str | None:
        """Return the id of a unit that the data lack, None where the number begins none."""
        for level, number in steps:
            for above in self._upward():
                kinds = [child.id.rpartition("__")[2] for child in self.treaty.children(above)]
                if any(kind.startswith(f"{level}_") for kind in kinds):
                    return f"{above}__{level}_{number}"
        if heading:
            return None
        level, number = steps[0]
        above = next(name for name in self._upward() if _depth(name) < DEPTH[level])
        return f"{above}__{level}_{number}"


def below(treaty: Treaty, root: str) -> Iterator[str]:
    """Yield an id and all ids below it, in the order of the treaty."""
    yield root
    for child in treaty.children(root):
        yield from below(treaty, child.id)


def required(treaty: Treaty, root: str) -> tuple[str, ...]:
    """Return the units that a text must have: all that carry a number.

    Rows of tables carry none, and a table cannot be numbered in plain text. What an amendment
    added may be missing in a text that is older.
    """
    return tuple(
        name
        for name in below(treaty, root)
        if name != root
        and "__row_" not in name
        and not any(change.how == "added" for change in treaty.provisions[name].changes)
    )


def _depth(provision: str) -> int:
    """Return the level of a unit; that of the article or annex itself is 0."""
    head, _, last = provision.rpartition("__")
    return DEPTH[last.partition("_")[0]] if head else 0
