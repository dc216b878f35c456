"""The block reader and pymdownx.blocks see the same blocks, with the same titles and options."""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from portal.blocks import BLOCKS, Argument, BlockType
from portal.pages import parse_page, read_blocks

DOCS = Path(__file__).resolve().parents[2] / "docs"
ALWAYS = ["pymdownx.superfences", "attr_list", "tables", "md_in_html"]

Seen = tuple[str, str | None, dict[str, Any], int]
"""Name, title, options, depth."""


def _block_class(kind: BlockType, seen: list[Seen]) -> type[Block]:
    """Return a renderer's block made of our table, that notes what it was given."""

    def on_create(self: Block, parent: etree.Element) -> etree.Element:
        given = {k: v for k, v in self.options.items() if v is not None and k != "attrs"}
        element = etree.SubElement(parent, "section", {"data-block": kind.name})
        depth = sum(1 for entry in self._block_mgr.stack)
        seen.append((kind.name, self.argument or None, given, depth))
        return element

    options = {name: [None, _plain(option.parse)] for name, option in kind.options.items()}
    members = {
        "NAME": kind.name,
        "ARGUMENT": kind.argument.value,
        "OPTIONS": options,
        "on_create": on_create,
    }
    return type("Noting", (Block,), members)


def _plain(parse: Callable[[object], object]) -> Callable[[object], object]:
    return lambda value: parse(value) and value


class _Noting(BlocksExtension):
    def __init__(self, seen: list[Seen]) -> None:
        self.seen = seen
        super().__init__()

    def extendMarkdownBlocks(self, md: markdown.Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        for kind in BLOCKS.values():
            block_mgr.register(_block_class(kind, self.seen), {})


def rendered(text: str) -> tuple[list[Seen], str]:
    """Return the blocks that the renderer saw, and the HTML."""
    seen: list[Seen] = []
    html = markdown.markdown(text, extensions=[*ALWAYS, _Noting(seen)])
    return seen, html


def read(text: str) -> list[Seen]:
    """Return the blocks that the reader saw."""
    page = parse_page(text.encode("utf-8"), path="docs/en/a.md", language="en", key="a")
    return [(b.name, b.argument, dict(b.options.data), b.depth) for b in page.blocks]


words = st.text("abc déف中.,?!()", min_size=1, max_size=12).map(str.strip).filter(bool)
OPTIONS: dict[str, st.SearchStrategy[Any]] = {
    "objective": st.one_of(st.just("one"), st.just(["one", "two"])),
    "minutes": st.integers(1, 600),
    "kind": st.sampled_from(["single", "multiple", "true-false", "order", "match"]),
    "source": words,
    "name": st.just("life-cycle"),
    "alt": words,
    "open": st.booleans(),
    "type": st.just("note"),
    "new": st.booleans(),
    "select": st.booleans(),
}


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A well-formed block of any kind."""
    kind = draw(st.sampled_from(sorted(BLOCKS)))
    known = BLOCKS[kind]
    slashes = "/" * draw(st.integers(3, 5))
    title = known.argument is Argument.REQUIRED or (
        known.argument is Argument.OPTIONAL and draw(st.booleans())
    )
    lines = [f"{slashes} {kind} | {draw(words)}" if title else f"{slashes} {kind}"]
    for name, option in known.options.items():
        if option.required or draw(st.booleans()):
            lines.append(f"    {name}: {json.dumps(draw(OPTIONS[name]), ensure_ascii=False)}")
    body = draw(st.lists(st.sampled_from(BODIES), max_size=3)) if not known.empty else []
    return "\n".join([*lines, *(["", "\n\n".join(body)] if body else []), slashes])


BODIES = [
    "A paragraph.\nA second line.",
    "- [ ] An option.\n    - Feedback.\n      More of it.\n- [x] Another.\n    - Yes.",
    "1. First.\n2. Second.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```text\n/// question | in code\n///\n```",
    "> A quotation.",
    "Text with / and // and ///x inside.",
]
BETWEEN = ["## A heading { #a-heading }", "Text.", "- A list.\n- Of two.", "```\n/// law | x\n```"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(blocks(), st.sampled_from(BETWEEN)), min_size=1, max_size=6))
def test_well_formed_pages_are_seen_alike(parts: list[str]) -> None:
    text = "\n\n".join(parts) + "\n"
    seen, html = rendered(text)
    assert read(text) == seen
    assert "<p>///" not in html


HAND_WRITTEN = [
    "/// law|No spaces\nText.\n///\n",
    "  /// law | Set in by two\n  Text.\n  ///\n",
    "/// LAW | Capitals\nText.\n///\n",
    "/// exercise | E\n    objective: one\n    minutes: 4\nText right below.\n///\n",
    "/// law | No blank line before the end\n\nText.\n\n///\nText.\n",
    "Text.\n/// law | Right below text\nText.\n///\nText.\n",
    "///// case | Outer\n\n//// figure\n    name: x\n////\n\nText.\n/////\n",
    "/// law | One\n///\n/// law | Two\n///\n",
    "/// question | A | B\n    objective: one\n\n- [x] A\n///\n",
    "/// exercise | E\n    objective:\n        - one\n        - two\n    minutes: 4\n\n///\n",
    "/// facilitator\n\n    Set in: code, no option.\n///\n",
]


@pytest.mark.parametrize("text", HAND_WRITTEN)
def test_what_a_person_may_write_is_seen_alike(text: str) -> None:
    seen, _ = rendered(text)
    assert seen
    assert read(text) == seen


SILENT = [
    # what the renderer shows as a paragraph without a word: the reader must see it
    ("/// quiz | Unknown block\n///\n", "quiz"),
    ("/// law\nNo title.\n///\n", "law"),
    ("/// facilitator\n    minutes: [1\n///\n", "facilitator"),
    ("/// facilitator\n    hours: 1\n///\n", "facilitator"),
    ("/// facilitator\n    minutes: ten\n///\n", "facilitator"),
]


@pytest.mark.parametrize(("text", "name"), SILENT)
def test_what_the_renderer_drops_silently_is_still_read(text: str, name: str) -> None:
    seen, html = rendered(text)
    assert (seen, "///" in html) == ([], True)
    assert [block[0] for block in read(text)] == [name]


def test_an_open_block_is_closed_by_the_renderer_and_seen_open_by_the_reader() -> None:
    text = "/// law | Open\nText.\n\n## After\n"
    assert rendered(text)[0] == read(text)
    assert read_blocks(text.split("\n")).items[0].end is None


@pytest.mark.parametrize(
    "path", sorted(DOCS.glob("*/**/*.md")), ids=lambda p: str(p.relative_to(DOCS))
)
def test_the_pages_of_the_portal_are_seen_alike(path: Path) -> None:
    page = parse_page(path.read_bytes(), path=path.name, language="en", key="a")
    seen, _ = rendered(page.body.removeprefix("\ufeff"))
    assert [(b.name, b.argument, dict(b.options.data), b.depth) for b in page.blocks] == seen
