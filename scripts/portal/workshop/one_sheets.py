"""A module on two printed pages: what to bring, minute by minute, notes, likely questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.agenda.planning import Agenda
from portal.agenda.teachable import Teachable
from portal.agenda.wording import Wording
from portal.languages import SOURCE_LANGUAGE, Labels, load_labels
from portal.pages import Block, Choice, Page, Site
from portal.workshop.prose import Prose


@dataclass(frozen=True, slots=True)
class Step:
    """One section in the minute-by-minute plan."""

    minute: int
    """Minutes since the module began."""
    minutes: int
    clock: str
    title: str
    activities: tuple[str, ...]
    notes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class LikelyQuestion:
    """A question of the module with what to answer."""

    prompt: Markup
    answers: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class OneSheet:
    """Everything on a module's sheet; its words are in `language`."""

    number: int
    module: Teachable
    objectives: tuple[str, ...]
    exercises: tuple[str, ...]
    steps: tuple[Step, ...]
    questions: tuple[LikelyQuestion, ...]

    @property
    def file(self) -> str:
        """The sheet's file in the folder."""
        return f"sheet-{self.number:02d}-{self.module.key.partition('/')[2]}.html"

    @property
    def slides_file(self) -> str:
        """The module's slides in the folder."""
        return f"slides-{self.number:02d}-{self.module.key.partition('/')[2]}.pptx"


def one_sheet(site: Site, words: Wording, number: int) -> OneSheet:
    """Make the sheet of the module at a place (from 1) of the agenda."""
    module = words.agenda.modules[number - 1]
    page, source = site.pages[module.language, module.key], site.pages[SOURCE_LANGUAGE, module.key]
    prose = Prose(site.languages.get(module.language))
    labels = load_labels(site.root, module.language)
    return OneSheet(
        number=number,
        module=module,
        objectives=_objectives(page) or _objectives(source),
        exercises=tuple(b.argument for b in page.blocks if b.name == "exercise" and b.argument),
        steps=_steps(page, module, words, labels, prose),
        questions=_likely(page, prose),
    )


def _objectives(page: Page) -> tuple[str, ...]:
    objectives = page.front_matter.get("objectives")
    return tuple(map(str, objectives.values())) if isinstance(objectives, Mapping) else ()


def _steps(
    page: Page, module: Teachable, words: Wording, labels: Labels, prose: Prose
) -> tuple[Step, ...]:
    lines = {section.id: section.lines for section in page.sections}
    clock = section_starts(words.agenda, module)
    steps, minute = [], 0
    for part in module.parts:
        inside = [block for block in page.blocks if block.line in lines.get(part.id, ())]
        steps.append(
            Step(
                minute=minute,
                minutes=part.minutes,
                clock=words.time(clock[part.id]) if part.id in clock else "",
                title=part.title,
                activities=_activities(inside, labels),
                notes=tuple(
                    prose.blocks(block_text(page, block))
                    for block in inside
                    if block.name == "facilitator"
                ),
            )
        )
        minute += part.minutes
    return tuple(steps)


def _activities(blocks: Sequence[Block], labels: Labels) -> tuple[str, ...]:
    said = []
    for block in blocks:
        if block.name not in {"exercise", "case", "law", "question"}:
            continue
        words = labels(f"block.{block.name}")
        if block.argument and block.name != "question":
            words = f"{words} – {block.argument}"
        minutes = block.options.data.get("minutes")
        if isinstance(minutes, int):
            words = f"{words} ({labels('minutes', minutes)})"
        said.append(words)
    return tuple(f"{word} × {said.count(word)}" if said.count(word) > 1 else word
                 for word in dict.fromkeys(said))  # fmt: skip


def _likely(page: Page, prose: Prose) -> tuple[LikelyQuestion, ...]:
    return tuple(
        LikelyQuestion(
            prose.words(question.prompt),
            tuple(
                prose.words(f"{_said(choice)} {_reason(choice.feedback)}")
                for choice in question.choices
                if choice.right
            ),
        )
        for question in page.questions
    )


def _said(choice: Choice) -> str:
    """Return what is right about a choice: in a matching question, what it belongs to."""
    return f"{choice.text} – {choice.answer}." if choice.answer else choice.text


def _reason(feedback: str | None) -> str:
    """Return a feedback without its first line, which only says that the answer is right."""
    return " ".join((feedback or "").splitlines()[1:])


def block_text(page: Page, block: Block) -> str:
    """Return the Markdown inside a block."""
    return "\n".join(page.lines[number - 1] for number in block.body)


def section_starts(agenda: Agenda, module: Teachable) -> dict[str, int]:
    """Return the minute of the day at which each section of a module begins."""
    minutes = {part.id: part.minutes for part in module.parts}
    starts: dict[str, int] = {}
    for day in agenda.days:
        for entry in day.entries:
            if entry.kind != "module" or entry.module != module.key:
                continue
            now = entry.start
            for section in entry.sections:
                starts[section] = now
                now += minutes[section]
    return starts
