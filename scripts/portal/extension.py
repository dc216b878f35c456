"""Python-Markdown extension: everything that readers see of our own syntax.

It needs no MkDocs: Zensical, or a plain `markdown.markdown(...)`, runs it as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from portal.languages import load_labels, load_languages
from portal.rendering.isolates import Isolates
from portal.rendering.questions import QuestionOptions
from portal.rendering.tables import ScrollingTables
from portal.rendering.teaching_blocks import PageFacts, TeachingBlocks

_PROJECT = Path(__file__).resolve().parents[2]


class PortalExtension(Extension):
    """Blocks, questions, scrolling tables and left-to-right isolates."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "language of the page"],
            "page": ["", "key of the page, whose front matter the blocks show"],
            "root": [str(_PROJECT), "the project's folder"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register everything for one page."""
        root, code = Path(self.getConfig("root")), self.getConfig("language")
        labels = load_labels(root, code)
        facts = PageFacts(labels, _objectives(root, code, self.getConfig("page")))
        TeachingBlocks(facts).extendMarkdown(md)
        # 26: before the task lists (25) and inline patterns (20) take `[x]` away.
        md.treeprocessors.register(QuestionOptions(md, labels), "portal-questions", 26)
        md.treeprocessors.register(ScrollingTables(md, labels), "portal-tables", 4)
        if load_languages(root).get(code).direction == "rtl":
            md.treeprocessors.register(Isolates(md), "portal-isolates", 3)


def _objectives(root: Path, code: str, key: str) -> dict[str, str]:
    if not key:
        return {}
    from portal.pages import read_page

    objectives = read_page(root / "docs" / code / f"{key}.md", root=root).front_matter.get(
        "objectives"
    )
    return {str(k): str(v) for k, v in objectives.items()} if isinstance(objectives, dict) else {}


def makeExtension(**options: Any) -> PortalExtension:  # noqa: N802 - Python-Markdown's name
    """Return the extension, as `markdown_extensions: [portal.extension]` asks for it."""
    return PortalExtension(**options)
