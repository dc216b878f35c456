"""The blocks of a module page as plain HTML that needs no script."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any, type_string

from portal.languages import Labels


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the blocks of a page need from outside its text."""

    labels: Labels
    objectives: Mapping[str, str]
    """Objective id to sentence, in the page's language."""


class TeachingBlock(Block):
    """A block with a title in the page's language."""

    ARGUMENT: bool | None = None
    TAG = "section"
    TITLE_TAG = "p"

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
    ARGUMENT = False

    def on_end(self, block: etree.Element) -> None:
        """List the objectives."""
        items = etree.SubElement(block, "ul")
        for key, sentence in self.facts.objectives.items():
            etree.SubElement(items, "li", {"id": f"objective-{key}"}).text = sentence


class Law(TeachingBlock):
    """What a provision says, in our words."""

    NAME = "law"
    ARGUMENT = True


class KeyPoints(TeachingBlock):
    """What to remember."""

    NAME = "key-points"
    ARGUMENT = False


class Exercise(TeachingBlock):
    """Something to do."""

    NAME = "exercise"
    OPTIONS: ClassVar[dict[str, Any]] = {"objective": ["", type_any], "minutes": [None, type_any]}


class Solution(TeachingBlock):
    """The solution of the exercise before it, closed until it is asked for."""

    NAME = "solution"
    TAG, TITLE_TAG = "details", "summary"


class Facilitator(TeachingBlock):
    """Notes for whoever teaches the page."""

    NAME = "facilitator"
    TAG, TITLE_TAG = "details", "summary"
    OPTIONS: ClassVar[dict[str, Any]] = {"minutes": [None, type_any]}


class Case(TeachingBlock):
    """A real case, with its source."""

    NAME = "case"
    OPTIONS: ClassVar[dict[str, Any]] = {"source": ["", type_string]}


class Figure(TeachingBlock):
    """A figure with the same content in words."""

    NAME = "figure"
    OPTIONS: ClassVar[dict[str, Any]] = {"name": ["", type_string]}


class Question(TeachingBlock):
    """A question; its options and feedback are arranged once the list is parsed."""

    NAME = "question"
    ARGUMENT = True
    OPTIONS: ClassVar[dict[str, Any]] = {"objective": ["", type_any], "kind": ["", type_string]}

    def on_end(self, block: etree.Element) -> None:
        """Keep what a script needs to know beside the question."""
        if self.options["kind"]:
            block.set("data-kind", self.options["kind"])
        if isinstance(self.options["objective"], str):
            block.set("data-objective", self.options["objective"])


BLOCKS = (Objectives, Law, KeyPoints, Exercise, Solution, Facilitator, Case, Figure, Question)


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
        for block in BLOCKS:
            block_mgr.register(block, config)
