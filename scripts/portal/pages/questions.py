"""Questions as pages write them: a task list whose items carry their feedback."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from portal.pages.fences import Block

_OPTION = re.compile(r"^[-*+] +\[(?P<mark>[ xX])\] +(?P<text>.*)$")
_ITEM = re.compile(r"^(?P<indent> +)[-*+] +(?P<text>.*)$")


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a question."""

    text: str
    right: bool
    feedback: str | None
    """Its lines joined by line ends; None where there is none."""
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a page."""

    prompt: str
    kind: str
    """`single`, `multiple` or `true-false`; where the page does not say: by the right answers."""
    objectives: tuple[str, ...]
    choices: tuple[Choice, ...]
    line: int
    badly_indented: tuple[int, ...]
    """Lines of list items that are set in by 1 to 3 spaces: the renderer takes them for options."""


def read_question(block: Block, lines: Sequence[str]) -> Question:
    """Read the question in a `question` block of a page's lines."""
    options = block.options.data
    choices, bad = _choices(block.body, lines)
    kind = options.get("kind")
    if not isinstance(kind, str):
        kind = "multiple" if sum(choice.right for choice in choices) > 1 else "single"
    return Question(
        prompt=block.argument or "",
        kind=kind,
        objectives=named_objectives(block),
        choices=choices,
        line=block.line,
        badly_indented=bad,
    )


def named_objectives(block: Block) -> tuple[str, ...]:
    """Return the objectives that a question or an exercise names."""
    value = block.options.data.get("objective")
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str))


@dataclass(slots=True)
class _Draft:
    line: int
    right: bool
    text: list[str]
    feedback: list[str]


def _choices(body: range, lines: Sequence[str]) -> tuple[tuple[Choice, ...], tuple[int, ...]]:
    drafts: list[_Draft] = []
    bad: list[int] = []
    for number in body:
        text = lines[number - 1]
        if option := _OPTION.match(text):
            right = option["mark"] in "xX"
            drafts.append(_Draft(number, right, [option["text"].strip()], []))
            continue
        if not drafts or not text.strip():
            continue
        item, draft = _ITEM.match(text), drafts[-1]
        if item and len(item["indent"]) < 4:
            bad.append(number)
        elif item and len(item["indent"]) < 8:
            draft.feedback.append(item["text"].strip())
        elif text.startswith(" "):
            (draft.feedback or draft.text).append(text.strip())
    choices = tuple(
        Choice(" ".join(d.text), d.right, "\n".join(d.feedback).strip() or None, d.line)
        for d in drafts
    )
    return choices, tuple(bad)
