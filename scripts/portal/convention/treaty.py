"""The treaty as a tree that can be asked."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.convention.data_file import Entry, read_entry
from portal.convention.decisions import read_decisions
from portal.convention.ids import parent_id, parse_id
from portal.convention.provision import Amendment, Decision, Provision, Status
from portal.convention.structure import Structure, read_amendments
from portal.errors import DataError

DATA_FILE = Path(__file__).with_name("treaty.yaml")
SHOWN = "scripts/portal/convention/treaty.yaml"
_TOP = (
    "convention",
    "sources",
    "preamble",
    "articles",
    "annexes",
    "amendments",
    "subjects",
    "decisions",
)


@dataclass(frozen=True, slots=True, eq=False)
class Treaty:
    """The Convention, its annexes and the known decisions; every id is one look-up."""

    provisions: Mapping[str, Provision]
    """All of them by id: preamble, articles, annexes in treaty order, then the decisions."""
    amendments: tuple[Amendment, ...]
    """In the order of their adoption."""
    decisions: tuple[Decision, ...]
    """In the order of meetings and numbers; those without a known number come last."""
    _children: Mapping[str | None, tuple[Provision, ...]]
    _decisions: Mapping[str, Decision]

    def __iter__(self) -> Iterator[Provision]:
        """Iterate over all provisions."""
        return iter(self.provisions.values())

    def exists(self, provision: str) -> bool:
        """Tell whether the unit is recorded, so that it has an anchor (compare `status`)."""
        return provision in self.provisions

    def get(self, provision: str) -> Provision | None:
        """Return a unit, None where it is not recorded."""
        return self.provisions.get(provision)

    def children(self, provision: str | None = None) -> tuple[Provision, ...]:
        """Return the units one level below, in order; without an id those of the top level."""
        return self._children.get(provision, ())

    def parent(self, provision: str) -> str | None:
        """Return the id one level up; None for the top level. Works for unknown ids, too."""
        return parent_id(provision)

    def units(self) -> tuple[str, ...]:
        """Return the ids of the preamble, the articles and the annexes in treaty order."""
        return tuple(name for name in self.provisions if not name.startswith("dec_"))

    def decision(self, provision: str) -> Decision | None:
        """Return the decision that an id names or is part of, None where it is not recorded."""
        return self._decisions.get(provision.partition("__")[0])

    def status(self, provision: str) -> Status:
        """Say whether anything contradicts an id.

        `valid` also stands for paragraphs of a decision whose text was not read; a decision number
        that is not recorded gives `unknown-decision`, because there are more than are known here.
        """
        if provision in self.provisions:
            return "valid"
        try:
            steps = parse_id(provision)
        except ValueError:
            return "unknown"
        if steps[0][0] != "dec":
            return "unknown"
        decision = self.decision(provision)
        if decision is None:
            return "unknown-decision"
        below = {unit for unit, _ in steps[1:]}
        open_ended = decision.paragraph_count is None and below <= {"para", "subpara", "item"}
        return "valid" if open_ended else "unknown"


def read_treaty(text: str, *, path: str = SHOWN) -> Treaty:
    """Build the treaty from the text of a data file; raise DataError with the line of a fault."""
    root = read_entry(text, path)
    root.allow(*_TOP)
    for key in _TOP:
        root.node(key)
    amendments = read_amendments(root)
    structure = Structure(sources=root.entry("sources"), amendments=amendments)
    structure.read(root)
    decisions = read_decisions(root, structure)
    provisions = {name: draft.finish() for name, draft in structure.drafts.items()}
    _check_references(root, provisions, amendments)
    children: dict[str | None, list[Provision]] = {}
    for provision in provisions.values():
        children.setdefault(provision.parent, []).append(provision)
    return Treaty(
        provisions=provisions,
        amendments=tuple(amendments.values()),
        decisions=decisions,
        _children={name: tuple(below) for name, below in children.items()},
        _decisions={decision.id: decision for decision in decisions if decision.id},
    )


def _check_references(
    root: Entry, provisions: Mapping[str, Provision], amendments: Mapping[str, Amendment]
) -> None:
    for entry, amendment in zip(root.entries("amendments"), amendments.values(), strict=True):
        if amendment.decision is not None and amendment.decision not in provisions:
            entry.fail(f"`{amendment.decision}` is not one of the `decisions`", "decision")


@functools.cache
def load_treaty() -> Treaty:
    """Read the treaty that comes with the package, once per process; raise DataError if damaged."""
    try:
        text = DATA_FILE.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = "The treaty's data file cannot be read. Restore it from version control."
        raise DataError(message, path=SHOWN) from error
    # Thousands of objects that all stay: looking for garbage among them costs a quarter.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return read_treaty(text)
    finally:
        if collecting:
            gc.enable()
