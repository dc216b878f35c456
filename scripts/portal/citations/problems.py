"""What is peculiar about the way a citation is written."""

from __future__ import annotations

from collections.abc import Iterator

from portal.citations.citation import Problem, Target
from portal.citations.letters import LOOK_ALIKES
from portal.citations.resolve import position
from portal.citations.written import Group, Step


def find_problems(
    text: str, groups: list[Group], targets: list[Target], *, brackets: str = ""
) -> Iterator[Problem]:
    """Yield reversed ranges, look-alike and undecided letters, and unusual brackets.

    `brackets` is how the language sets a letter: `full` (a), `half` a), empty: as it likes.
    """
    for group in groups:
        yield from _reversed_ranges(group)
        for step in (step for item in group.items for step in item.steps):
            if step.look_alike:
                yield from _look_alikes(text, step)
            if step.bracketed and not step.within and not step.numeric and brackets:
                yield from _unusual_bracket(text, step, brackets)
    for target in targets:
        if target.status == "ambiguous":
            yield Problem("ambiguous-letter", target.start, target.end)


def _reversed_ranges(group: Group) -> Iterator[Problem]:
    for before, item in zip(group.items, group.items[1:], strict=False):
        if item.to and len(before.steps) == len(item.steps):
            low, high = position(before.steps[-1]), position(item.steps[-1])
            if low is not None and high is not None and high <= low:
                yield Problem("range-reversed", before.steps[-1].start, item.steps[-1].end)


def _look_alikes(text: str, step: Step) -> Iterator[Problem]:
    for offset in range(step.start, step.end):
        if text[offset] in LOOK_ALIKES:
            yield Problem("look-alike", offset, offset + 1, LOOK_ALIKES[text[offset]])


def _unusual_bracket(text: str, step: Step, brackets: str) -> Iterator[Problem]:
    """Offer "3 a)" for "3 (a)" in French and Spanish, "3 (a)" for "3 a)" in English."""
    written = text[step.start : step.end]
    label = written.strip("()")
    if not label.isalpha() or not written.endswith(")"):
        return
    full = written.startswith("(")
    if full and brackets == "half":
        space = "" if text[step.start - 1 : step.start] in ("", " ", "\u00a0", "\n") else " "
        yield Problem("typography", step.start, step.end, f"{space}{label})")
    elif not full and brackets == "full":
        yield Problem("typography", step.start, step.end, f"({label})")
