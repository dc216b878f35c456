"""Rules about characters that nobody sees and that change what is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.pages import Page, Site

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_ISOLATES = re.compile("[\u2066-\u2069]")


@page_rule("SEC007", "hidden-character")
def no_hidden_characters(page: Page, _site: Site) -> Iterator[Hit]:
    """A line holds a character that is not seen and changes what is read.

    Overrides of direction can show a number or a word backwards, to a reviewer too; controls can
    steer a terminal. The marks U+200E and U+200F, joiners, no-break spaces, and isolates that are
    closed on the same line are allowed.

    Wrong: a U+202E before "51", which is then read as "15".

    Mend it: delete the character; direction is the renderer's task.
    """
    if page.text.isascii() and page.text.isprintable():
        return
    for number, line in enumerate(page.lines, 1):
        for start, message in hidden_characters(line):
            yield Hit(page.place(number, start, end_column=start + 1), message, "Delete it.")
        if not _closed(_ISOLATES.findall(line)):
            message = "A directional isolate is not closed on its line."
            yield Hit(page.place(number), message, "Delete it, or close it with U+2069.")


def hidden_characters(line: str) -> Iterator[tuple[int, str]]:
    """Yield the column (from 1) and a description of each hidden character of a line."""
    for match in _HIDDEN.finditer(line):
        name = unicodedata.name(match[0], "control character")
        yield match.start() + 1, f"Hidden character U+{ord(match[0]):04X} ({name.lower()})."


def _closed(marks: list[str]) -> bool:
    depth = 0
    for mark in marks:
        depth += -1 if mark == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0
