"""A section of the English page as elements, to stand inside a page of another language."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from pathlib import Path
from typing import Any

from markdown import Markdown

from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page

EXTENSIONS = (
    "attr_list",
    "def_list",
    "footnotes",
    "sane_lists",
    "tables",
    "pymdownx.betterem",
    "pymdownx.superfences",
    "pymdownx.blocks.details",
    "pymdownx.blocks.tab",
    "pymdownx.tasklist",
    "portal.extension",
)
"""As mkdocs.yml names them, without what belongs to whole pages."""

PREFIX = "english-"
"""Stands before every id of the text: the page has the same ids already."""
_LEFT_OUT = frozenset({"question", "objectives"})
"""Blocks with a life of their own: answers are kept by the page's own ids."""
_NAMES = re.compile(r'\b(id|aria-labelledby)="([^"]*)"')


def english_section(
    outer: Markdown, source: Page, section: str, *, root: Path, edition: str
) -> list[etree.Element]:
    """Return the section without its h2, rendered as on the English page, ids prefixed.

    Links stay as Markdown files, for the outer page's processors to resolve; finished HTML goes
    into the outer page's stash.
    """
    text = _section_text(source, section)
    options = {
        "language": SOURCE_LANGUAGE,
        "edition": edition,
        "page": source.key,
        "root": str(root),
        "quoted": True,
    }
    inner = Markdown(extensions=list(EXTENSIONS), extension_configs={"portal.extension": options})
    inner.htmlStash = outer.htmlStash
    before = len(outer.htmlStash.rawHtmlBlocks)
    lines = text.split("\n")
    for preprocessor in inner.preprocessors:
        lines = preprocessor.run(lines)
    tree: Any = inner.parser.parseDocument(lines).getroot()
    for processor in inner.treeprocessors:
        changed = processor.run(tree)
        tree = tree if changed is None else changed
    _prefix_ids(tree)
    blocks = outer.htmlStash.rawHtmlBlocks
    for number in range(before, len(blocks)):
        block = blocks[number]
        if isinstance(block, str):
            blocks[number] = _NAMES.sub(_prefixed, block)
    return list(tree)


def _section_text(source: Page, name: str) -> str:
    """Return the lines of a section below its heading, questions blanked."""
    skipped: set[int] = set()
    for block in source.blocks:
        if block.name in _LEFT_OUT:
            skipped.update(range(block.line, (block.end or block.body.stop) + 1))
    section = next(s for s in source.sections if s.id == name)
    start = section.lines.start + (section.heading is not None)
    # The renderer drops comments at the beginning of a line only; here all are blank.
    lines = (
        "" if n in skipped else source.lines[n - 1] if n in source.prose.code
        else source.prose.lines[n - 1]
        for n in range(start, section.lines.stop)
    )  # fmt: skip
    return "\n".join(lines)


def _prefix_ids(tree: etree.Element) -> None:
    for element in tree.iter():
        for name in ("id", "aria-labelledby", "for"):
            value = element.get(name)
            if value:
                element.set(name, " ".join(PREFIX + word for word in value.split()))


def _prefixed(match: re.Match[str]) -> str:
    return f'{match[1]}="{" ".join(PREFIX + word for word in match[2].split())}"'
