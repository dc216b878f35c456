"""The blocks of a module page as plain HTML that needs no script."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from portal.blocks import BLOCKS
from portal.languages import Labels
from portal.rendering.figures import add_drawing, add_table, figure_for
from portal.rendering.national import National


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the blocks of a page need from outside its text."""

    labels: Labels
    objectives: Mapping[str, str]
    """Objective id to sentence, in the page's language."""
    root: Path
    """The project's folder, where the figures are."""


class TeachingBlock(Block):
    """A block with a title in the page's language."""

    TAG = "section"
    TITLE_TAG = "p"

    def __init_subclass__(cls) -> None:
        """Take argument and options from the table that the reader and the rules use."""
        super().__init_subclass__()
        block = BLOCKS[cls.NAME]
        cls.ARGUMENT = block.argument.value
        cls.OPTIONS = {
            name: [option.default, option.parse] for name, option in block.options.items()
        }

    def on_validate(self, parent: etree.Element) -> bool:
        """Refuse the HTML attributes that pymdownx takes on any block."""
        del parent
        return not self.options["attrs"]

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Open the block's element and write its title."""
        element = etree.SubElement(parent, self.TAG, {"class": f"block block-{self.NAME}"})
        title = etree.SubElement(element, self.TITLE_TAG, {"class": "block-title"})
        kind = etree.SubElement(title, "span", {"class": "block-kind"})
        kind.text = self.facts.labels(f"block.{self.NAME}")
        if self.argument:
            kind.tail = " "
            name = etree.SubElement(title, "span", {"class": "block-name"})
            name.text = self.argument
        minutes = self.options.get("minutes")
        if isinstance(minutes, int):
            title[-1].tail = " "
            note = etree.SubElement(title, "span", {"class": "block-minutes"})
            note.text = self.facts.labels("minutes", minutes)
        return element

    @property
    def facts(self) -> PageFacts:
        """The facts about this page."""
        return self.config["facts"]  # type: ignore[no-any-return]


class Objectives(TeachingBlock):
    """What the learner will be able to do, from the front matter."""

    NAME = "objectives"

    def on_end(self, block: etree.Element) -> None:
        """List the objectives."""
        items = etree.SubElement(block, "ul")
        for key, sentence in self.facts.objectives.items():
            etree.SubElement(items, "li", {"id": f"objective-{key}"}).text = sentence


class Law(TeachingBlock):
    """What a provision says, in our words."""

    NAME = "law"


class KeyPoints(TeachingBlock):
    """What to remember."""

    NAME = "key-points"


class Exercise(TeachingBlock):
    """Something to do."""

    NAME = "exercise"


class Solution(TeachingBlock):
    """The solution of the exercise before it, closed until it is asked for."""

    NAME = "solution"
    TAG, TITLE_TAG = "details", "summary"


class Facilitator(TeachingBlock):
    """Notes for whoever teaches the page."""

    NAME = "facilitator"
    TAG, TITLE_TAG = "details", "summary"


class Case(TeachingBlock):
    """A real case, with its source."""

    NAME = "case"


class Figure(TeachingBlock):
    """A figure with the same content in words."""

    NAME = "figure"
    TAG, TITLE_TAG = "figure", "figcaption"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Open the figure; a name that no figure has leaves it empty, and is a finding."""
        language = self.facts.labels.language.code
        self.figure = figure_for(self.facts.root, self.options["name"], language)
        if self.figure is not None and not self.argument:
            self.argument: str = self.figure.title.text
        element = super().on_create(parent)
        if self.figure is not None:
            number = self.tracker["figures"] = self.tracker.get("figures", 0) + 1
            add_drawing(self.md, element, self.figure, alt=self.options["alt"], number=number)
        return element

    def on_end(self, block: etree.Element) -> None:
        """Add the words behind what the page itself says."""
        if self.figure is not None:
            add_table(block, self.figure, language=self.facts.labels.language.code)


class Question(TeachingBlock):
    """A question; its options and feedback are arranged once the list is parsed."""

    NAME = "question"

    def on_end(self, block: etree.Element) -> None:
        """Keep what a script needs to know beside the question."""
        if self.options["kind"]:
            block.set("data-kind", self.options["kind"])
        block.set("data-objective", " ".join(self.options["objective"]))


RENDERED = (Objectives, Law, KeyPoints, Exercise, Solution, Facilitator, Case, Figure, Question)


class TeachingBlocks(BlocksExtension):
    """Registers our blocks with pymdownx's reader of `///` fences."""

    def __init__(self, facts: PageFacts) -> None:
        self.facts = facts
        super().__init__()

    def extendMarkdownBlocks(  # noqa: N802 - pymdownx's name
        self, md: Markdown, block_mgr: BlocksProcessor
    ) -> None:
        """Register each block."""
        del md
        config: dict[str, Any] = {"facts": self.facts}
        block_mgr.register(National, {})
        for block in RENDERED:
            block_mgr.register(block, config)
