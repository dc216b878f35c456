"""What is peculiar about the way a citation is written."""

from __future__ import annotations

from collections.abc import Iterator

from portal.citations.citation import Problem, Target
from portal.citations.letters import LOOK_ALIKES
from portal.citations.resolve import position
from portal.citations.written import Group


def find_problems(text: str, groups: list[Group], targets: list[Target]) -> Iterator[Problem]:
    """Yield reversed ranges, letters of another script and letters that cannot be decided."""
    for group in groups:
        for before, item in zip(group.items, group.items[1:], strict=False):
            if item.to:
                low, high = position(before.steps[-1]), position(item.steps[-1])
                level = len(before.steps) == len(item.steps)
                if level and low is not None and high is not None and high <= low:
                    yield Problem("range-reversed", before.steps[-1].start, item.steps[-1].end)
        looks = [step for item in group.items for step in item.steps if step.look_alike]
        for step in looks:
            for offset in range(step.start, step.end):
                if text[offset] in LOOK_ALIKES:
                    yield Problem("look-alike", offset, offset + 1, LOOK_ALIKES[text[offset]])
    for target in targets:
        if target.status == "ambiguous":
            yield Problem("ambiguous-letter", target.start, target.end)
