"""What to do next: pages by worth, the number of learning paths that use them × how stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from portal.learning_paths import load_paths
from portal.pages import Site
from portal.translations.renaming import renamed_source
from portal.translations.state import PageStatus


@dataclass(frozen=True, slots=True)
class Task:
    """A page of a language that asks for work."""

    status: PageStatus
    paths: int
    """How many learning paths use the page."""
    renamed_to: str | None = None
    """Of an orphan: the key that its English page seems to have now."""

    @property
    def worth(self) -> float:
        """Learning paths × share of sections that are not fresh."""
        return self.paths * self.status.staleness


def tasks(site: Site, pages: Sequence[PageStatus], *, everything: bool = False) -> tuple[Task, ...]:
    """Return the pages that ask for work, the worthiest first; fresh ones only if asked for.

    A stale section that could hurt somebody comes before everything else. Of equal worth, the
    staler page comes first. Raises DataError where the learning paths are broken.
    """
    uses = Counter(key for path in load_paths(site.root) for key in path.modules)
    found = [
        Task(page, uses[page.key], renamed_source(site, page) if page.state == "orphan" else None)
        for page in pages
        if everything or page.state != "fresh"
    ]
    return tuple(sorted(found, key=_order))


def _order(task: Task) -> tuple[bool, float, float, str]:
    status = task.status
    return not status.at_risk, -task.worth, -status.staleness, status.key
