"""Hostile texts of any size: the time that the finder takes must grow as they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.benchmarks.figures import Growth, timed
from portal.citations import find_citations

HOSTILE: Mapping[str, Callable[[int], str]] = {
    "Article 7 (a)(a)(a)…": lambda size: "Article 7 " + "(a)" * (size // 3),
    "article article …": lambda size: "article " * (size // 8),
    "Article 7 ((((…": lambda size: "Article 7 " + "(" * size,
    "((( … )))": lambda size: "(" * (size // 2) + "Article 7" + ")" * (size // 2),
    "[[[ … ](]( …": lambda size: "[" * (size // 2) + "](" * (size // 4),
    "paragraph 3 of paragraph 3 of …": lambda size: "paragraph 3 of " * (size // 15),
    "Article 7, 7, 7, …": lambda size: "Article 7" + ", 7" * (size // 3),
    "`` ` ``` ` …": lambda size: "` `` ``` " * (size // 9),
    "The Basel The Basel … Article 4": lambda size: "The Basel " * (size // 10) + "Article 4",
    "<!-- <!-- …": lambda size: "<!-- " * (size // 5),
    "para\u00adgraph 3 para\u00adgraph 3 …": lambda size: "para\u00adgraph 3 " * (size // 13),
    "*_*_ article 7 *_*_ …": lambda size: "*_*_ article 7 " * (size // 15),
}
"""Name -> a text of about so many bytes."""

_RUNS = 3


def measure_growth(*, size: int) -> tuple[Growth, ...]:
    """Time each hostile text at a quarter, a half and the whole of `size` bytes."""
    return tuple(_growth(name, make, size) for name, make in HOSTILE.items())


def _growth(name: str, make: Callable[[int], str], size: int) -> Growth:
    sizes = (size // 4, size // 2, size)
    texts = [make(length) for length in sizes]
    seconds = tuple(
        min(timed(lambda text=text: find_citations(text, language="en"), runs=_RUNS))  # type: ignore[misc]
        for text in texts
    )
    return Growth(name, tuple(len(text.encode("utf-8")) for text in texts), seconds)
