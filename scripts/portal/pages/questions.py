"""Questions as pages write them: a list whose items carry their feedback, one level deeper.

- `single`, `multiple`, `true-false`: a task list, `[x]` before what is right;
- `order`: a numbered list of steps in the right order;
- `match`: a list of `statement → provision` (or `←`, as a line in Arabic runs).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages.fences import Block

_ITEMS = {
    "order": re.compile(r"^\d+\. +(?P<text>.*)$"),
    "match": re.compile(r"^[-*+] +(?P<text>.*)$"),
}
_OPTION = re.compile(r"^[-*+] +\[(?P<mark>[ xX])\] +(?P<text>.*)$")
_FEEDBACK = re.compile(r"^(?P<indent> +)[-*+] +(?P<text>.*)$")
_ARROW = re.compile(r"\s+[→←]\s+")


class Choice(NamedTuple):
    """One option of a question: an answer to choose, a step, or a statement to match."""

    text: str
    right: bool
    """True for every step, and for a statement that has an answer."""
    feedback: str | None
    """Its lines joined by line ends; None where there is none."""
    line: int
    answer: str | None = None
    """What a statement of a `match` question belongs to; None in the other kinds."""


class Question(NamedTuple):
    """A question of a page."""

    id: str
    """First objective and its count on the page, `name-dates-2`: the same in every language."""
    prompt: str
    kind: str
    """One of `QUESTION_KINDS`; where the page does not say: by the right answers."""
    objectives: tuple[str, ...]
    choices: tuple[Choice, ...]
    """As the page has them: the steps of an `order` question in the right order."""
    line: int
    badly_indented: tuple[int, ...]
    """Lines of list items that are set in by 1 to 3 spaces: the renderer takes them for options."""

    @property
    def shown(self) -> tuple[int, ...]:
        """The choices in the order in which they are shown: steps are shuffled."""
        places = tuple(range(len(self.choices)))
        return shuffled(self.id, len(places)) if self.kind == "order" else places

    @property
    def answers(self) -> tuple[str, ...]:
        """What a `match` question offers for its statements, each once, shuffled."""
        found = list(dict.fromkeys(c.answer for c in self.choices if c.answer is not None))
        return tuple(found[place] for place in shuffled(self.id, len(found)))


def question_ids(objectives: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the ids of a page's questions, whose objectives are given in order.

    >>> question_ids([["sort"], ["name", "sort"], ["sort"], []])
    ('sort-1', 'name-1', 'sort-2', 'question-1')
    """
    counts: Counter[str] = Counter()
    ids = []
    for names in objectives:
        name = names[0] if names else "question"
        counts[name] += 1
        ids.append(f"{name}-{counts[name]}")
    return tuple(ids)


def shuffled(seed: str, count: int) -> tuple[int, ...]:
    """Return the numbers below `count` mixed, always alike for a seed, never in order from two on.

    The same mixture in every language and at every build lets answers be kept as numbers.
    """
    import hashlib  # loads OpenSSL, 3 ms, for the two kinds of questions that are mixed

    mixed = sorted(range(count), key=lambda n: hashlib.sha256(f"{seed} {n}".encode()).digest())
    in_order = mixed == sorted(mixed)
    return tuple(mixed[1:] + mixed[:1]) if in_order else tuple(mixed)


def split_match(text: str) -> tuple[str, str | None]:
    """Split `statement → provision` at its last arrow; without one the second is None."""
    arrows = list(_ARROW.finditer(text))
    if not arrows or not text[arrows[-1].end() :].strip():
        return text.strip(), None
    return text[: arrows[-1].start()].strip(), text[arrows[-1].end() :].strip()


def read_questions(blocks: Iterable[Block], lines: Sequence[str]) -> tuple[Question, ...]:
    """Read the questions in the `question` blocks of a page's lines."""
    found = [block for block in blocks if block.name == "question"]
    ids = question_ids(named_objectives(block) for block in found)
    return tuple(_read(block, lines, name) for block, name in zip(found, ids, strict=True))


def _read(block: Block, lines: Sequence[str], name: str) -> Question:
    kind = block.options.data.get("kind")
    kind = kind if isinstance(kind, str) else None
    choices, bad = _choices(block.body, lines, kind)
    if kind is None:
        kind = "multiple" if sum(choice.right for choice in choices) > 1 else "single"
    return Question(
        id=name,
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

    def choice(self, kind: str | None) -> Choice:
        text, answer, right = " ".join(self.text), None, self.right
        if kind == "match":
            text, answer = split_match(text)
            right = answer is not None
        feedback = "\n".join(self.feedback).strip() or None
        return Choice(text, right, feedback, self.line, answer)


def _choices(
    body: range, lines: Sequence[str], kind: str | None
) -> tuple[tuple[Choice, ...], tuple[int, ...]]:
    drafts: list[_Draft] = []
    bad: list[int] = []
    pattern = _ITEMS.get(kind or "", _OPTION)
    for number in body:
        text = lines[number - 1]
        if option := pattern.match(text):
            right = option.groupdict().get("mark", "x") in "xX"
            drafts.append(_Draft(number, right, [option["text"].strip()], []))
            continue
        if not drafts or not text.strip():
            continue
        item, draft = _FEEDBACK.match(text), drafts[-1]
        if item and len(item["indent"]) < 4:
            bad.append(number)
        elif item and len(item["indent"]) < 8:
            draft.feedback.append(item["text"].strip())
        elif text.startswith(" "):
            (draft.feedback or draft.text).append(text.strip())
    return tuple(draft.choice(kind) for draft in drafts), tuple(bad)
