"""What the parser makes of a citation before any of it is looked up in the treaty."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.citations.grammar import RANK


@dataclass(slots=True)
class Step:
    """One number or letter."""

    level: str
    """A key of RANK; empty for a bracket, whose level its place decides."""
    values: tuple[str, ...]
    """As in an id, likeliest first; several: undecided letter. A decision's: `mc-5-12`."""
    start: int
    end: int
    numeric: bool
    foreign: bool = False
    """A symbol of another body's decision."""
    look_alike: bool = False
    bracketed: bool = False
    within: bool = False
    """Whether it shares its brackets with others: the 5 and the 6 in "(5, 6)"."""


@dataclass(slots=True)
class Item:
    """A member of a list: `5 (a) (i)`."""

    steps: list[Step]
    to: bool = False
    """Whether a range reaches from the item before to this one."""


@dataclass(slots=True, eq=False)
class Group:
    """A unit word with its list of numbers, or a pointer such as "this Article"."""

    level: str
    start: int
    end: int
    items: list[Item] = field(default_factory=list)
    pointer: str = ""
    """`this`, `same`, `previous` or `the` (of the article), where there is no number."""
    count: int = 1
    """How many provisions before this one `previous` means."""
    word: str = ""
    """The unit word as written, lower case."""
    its: bool = False
    weak: bool = False
    plural: bool = False
    """Whether the word is surely plural."""
    ordinal: bool = False
    """Whether the number is an ordinal word before the unit."""
    worded: bool = False
    """Whether it is one after the unit."""
    capital: bool = False
    above: bool = False
    loose: bool = False
    """Letters that no unit's word leads in: it counts only where they exist."""
    parent: Group | None = None
    shared: bool = False
    """Whether the parent governs by its last item only (outermost first) or by all (of)."""
    last: Item | None = None
    """Outermost first: the very item of the parent that is meant."""
    beside: Group | None = None
    """A group of the same citation that lent its parent."""
    run: int = 0
    """Number of the stretch between names of instruments."""

    @property
    def rank(self) -> int:
        """The level as a number, 0 outermost."""
        return RANK[self.level]

    def has_foreign_number(self) -> bool:
        """Whether the treaty has no number of the kind, as in "Article 7 bis"."""
        return any(step.foreign for item in self.items for step in item.steps)

    def root(self) -> Group:
        """Return the outermost group that governs this one."""
        group = self
        while group.parent is not None:
            group = group.parent
        return group


@dataclass(slots=True)
class Run:
    """Groups written in one go, and the instrument named after each stretch of them."""

    groups: list[Group] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    """Number of the stretch -> ours, foreign, document (foreign, too) or that (Convention)."""
    stretch: int = 0
    open_bracket: bool = False
    leaned: bool = False
    """Whether words before the first unit decided what a later one means."""
    end: int = 0
    """Where reading stopped: nothing before it needs to be looked at again."""
    named: int = 0
    """Where the last name ended."""

    def take_name(self, kind: str, end: int) -> None:
        """Give the stretch its name, and what no earlier name governs back to it.

        In "Article 5 of the Convention, paragraph 28 of the Rules" the paragraph is no article's.
        """
        last = self.groups[-1]
        if kind != "ours" and last.run < self.stretch and last.start >= self.named:
            last.parent = last.last = last.beside = None
            last.run = self.stretch
        self.names[self.stretch] = kind
        self.end = self.named = end
        self.stretch += 1
