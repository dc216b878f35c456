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
    each: bool = False
    """Whether it belongs to each of the units before it: 第8条和第9条各自的第5款."""
    excepted: bool = False
    """Whether it is named as an exception beside its parent: "11 (except paragraph 3)"."""
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

    def is_dotted_article(self) -> bool:
        """Whether it ends with an article and a paragraph of it in one, as in "Article 8.2"."""
        steps = self.items[-1].steps if self.level == "art" and self.items else []
        return len(steps) == 2 and steps[1].numeric and steps[1].start == steps[0].end + 1

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
    """Number of the stretch -> ours, foreign, document (foreign, too), that (Convention) or the
    part of Annex E that is a procedure (part_1, part_2)."""
    stretch: int = 0
    open_bracket: bool = False
    leaned: bool = False
    """Whether words before the first unit decided what a later one means."""
    end: int = 0
    """Where reading stopped: nothing before it needs to be looked at again."""
    named: int = 0
    """Where the last name ended."""

    def _join_part_of_code(self) -> None:
        """Hang "ч. 2" below "ст. 8.2" where another law's name follows: a code's article."""
        if len(self.groups) < 2 or self.groups[-1].parent is not None:
            return
        article, last = self.groups[-2:]
        if article.run == last.run and last.level == "para" and article.is_dotted_article():
            last.parent, last.last = article, article.items[-1]

    def take_name(self, kind: str, end: int) -> None:
        """Give the stretch its name, and what no earlier name governs back to it.

        In "Article 5 of the Convention, paragraph 28 of the Rules" the paragraph is no article's.
        """
        last = self.groups[-1]
        if kind != "ours" and last.run < self.stretch and last.start >= self.named:
            last.parent = last.last = last.beside = None
            last.run = self.stretch
        if kind == "foreign":
            self._join_part_of_code()
        self.names[self.stretch] = kind
        self.end = self.named = end
        self.stretch += 1
