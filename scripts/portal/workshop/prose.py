"""Pieces of a page as HTML for print: no raw HTML, no script, no link that leads out of the folder.

A page comes by pull request; the folder is opened from a disk, where nothing else protects.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from portal.languages import Language
from portal.rendering.isolates import Isolates
from portal.rendering.line_breaks import JoinedLines
from portal.rendering.plain_markdown import plain_markdown

_BLANKS = re.compile(r"[ \t]+")
"""Not the spaces that hold a number together."""
_ONE_PARAGRAPH = re.compile(r"\A<p>(.*)</p>\Z", re.DOTALL)


class Prose:
    """Renders Markdown of one language."""

    def __init__(self, language: Language) -> None:
        # Chinese and Japanese know no space between two lines; JoinedLines takes the line end away.
        self._line_end = "\n" if language.code.partition("-")[0] in {"zh", "ja"} else " "
        self._markdown = plain_markdown()
        if self._line_end == "\n":
            self._markdown.treeprocessors.register(JoinedLines(self._markdown), "portal-lines", 8)
        isolates = Isolates(self._markdown, rtl=language.direction == "rtl")
        self._markdown.treeprocessors.register(isolates, "portal-isolates", 3)

    def blocks(self, text: str) -> Markup:
        """Render paragraphs, lists and tables."""
        return Markup(self._markdown.reset().convert(text))  # noqa: S704 - raw HTML is off

    def words(self, text: str) -> Markup:
        """Render a line of text, without a paragraph round it."""
        lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.splitlines())
        html = self.blocks(self._line_end.join(line for line in lines if line))
        match = _ONE_PARAGRAPH.match(html)
        return Markup(match[1]) if match else html  # noqa: S704 - rendered above
