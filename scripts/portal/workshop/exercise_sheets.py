"""The exercises of a module for print: a sheet for each participant, and solutions for the trainer.

A sheet holds what a participant needs and no more: what the section says before the exercise, and
the exercise; questions, notes and the solution are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from portal.agenda.teachable import Teachable
from portal.pages import Block, Page, Section, Site
from portal.workshop.prose import Prose


@dataclass(frozen=True, slots=True)
class ExerciseSheet:
    """One exercise; its words are in the module's language."""

    module: Teachable
    title: str
    minutes: int
    text: Markup
    solution: Markup


def exercise_sheets(site: Site, module: Teachable) -> tuple[ExerciseSheet, ...]:
    """Return the sheets of a module, in the order of its page."""
    page = site.pages[module.language, module.key]
    return tuple(_sheets(page, module, Prose(site.languages.get(module.language))))


def _sheets(page: Page, module: Teachable, prose: Prose) -> Iterator[ExerciseSheet]:
    for index, block in enumerate(page.blocks):
        if block.name != "exercise":
            continue
        section = next((s for s in page.sections if block.line in s.lines), None)
        after = (b for b in page.blocks[index + 1 :] if b.depth == block.depth)
        solution = next(after, None)
        minutes = block.options.data.get("minutes")
        yield ExerciseSheet(
            module=module,
            title=block.argument or "",
            minutes=minutes if isinstance(minutes, int) else 0,
            text=prose.blocks(f"{_before(page, section, block)}\n\n{_inside(page, block)}"),
            solution=prose.blocks(_inside(page, solution))
            if solution and solution.name == "solution"
            else Markup(),
        )


def _before(page: Page, section: Section | None, block: Block) -> str:
    """Return what a section says above an exercise outside all blocks, without its heading."""
    if section is None or section.heading is None:
        return ""
    first = section.heading.line + 1
    return _lines(page, range(first, block.line), page.blocks)


def _inside(page: Page, block: Block) -> str:
    """Return the Markdown of a block without the blocks in it: they are drawings."""
    return _lines(page, block.body, (b for b in page.blocks if b.depth > block.depth))


def _lines(page: Page, wanted: range, without: Iterable[Block]) -> str:
    gone = {n for block in without for n in range(block.line, (block.end or block.line) + 1)}
    return "\n".join(page.lines[number - 1] for number in wanted if number not in gone)
