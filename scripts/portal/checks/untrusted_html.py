"""Rules about raw HTML and attributes: a page comes by pull request and runs in readers' browsers.

They read the raw lines, not a parser's tokens: what one Markdown parser takes for code another may
show as HTML. Only fenced code, and spans that are code on any reading, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from portal.checks.head_lines import head_lines
from portal.checks.label_words import label_words
from portal.checks.rule import Hit, page_rule, site_rule
from portal.findings import Place
from portal.languages import LABELS_FOLDER
from portal.pages import COMMENT, Page, Site, without_code_spans

HARMLESS = ("abbr", "bdi", "br", "kbd", "span", "sub", "sup", "wbr")
"""Tags that a page may use, with `lang`, `dir` and `title` at most."""

PLAIN_ATTRIBUTES = frozenset(
    ("id", "class", "lang", "dir", "title", "width", "height", "loading", "start")
)
"""Attributes that `{ … }` may set."""

_HARMLESS_TAG = re.compile(
    rf'</?(?:{"|".join(HARMLESS)})(?:\s+(?:lang|dir|title)="[^"<>]*")*\s*/?>', re.IGNORECASE
)
_AUTOLINK = re.compile(r"<(?:https?://[^<>\s]*|[\w.+-]+@[\w.-]+)>")
_TAG = re.compile(r"<[/!?]?(?P<name>[A-Za-z][\w:-]*)?")
_ACTIVE = re.compile(
    r"""<\s*/?\s*(?:script|iframe|frame|object|embed|applet|form|input|button|select|textarea|link
    |meta|base|style|svg|math|template|img|image|video|audio|source|portal|noscript)\b
    |[\s"'/]on[a-z]{3,}\s*=""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACES = re.compile(r"\{.*\}")
_ASSIGNMENT = re.compile(r"(?P<key>[^\s={}\"']+)\s*=")


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield number and text of every line that a browser may be given."""
    head = head_lines(page)
    body = without_code_spans(page.prose.with_comments[page.body_line - 1 :])
    yield from enumerate((*head, *body), 1)


def _tags(page: Page) -> Iterator[tuple[Place, str, bool]]:
    """Yield place and text of the first tag of each line, and whether it can do something."""
    lines = dict(_lines(page))
    text = "\n".join(lines.values())
    comments = {match.start() for match in COMMENT.finditer(text)}
    offset = 0
    for number, line in lines.items():
        for match in _TAG.finditer(line):
            start = match.start()
            bare = match[0] == "<" or offset + start in comments
            if bare or _AUTOLINK.match(line, start) or _HARMLESS_TAG.match(line, start):
                continue
            close = line.find(">", start)
            tag = line[start : close + 1 if close > 0 else len(line)]
            place = page.place(number, start + 1, end_column=start + len(tag) + 1)
            # The rest of the line: `>` may stand inside an attribute.
            yield place, tag, bool(_ACTIVE.search(line, start))
            break
        offset += len(line) + 1


@page_rule("SEC001", "raw-html")
def no_raw_html(page: Page, _site: Site) -> Iterator[Hit]:
    """A page holds raw HTML that is not on the short list.

    HTML is not translated, not adapted to slides, print and bundles, and is where attacks hide.
    Allowed are `abbr`, `bdi`, `br`, `kbd`, `span`, `sub`, `sup` and `wbr`, with `lang`, `dir` and
    `title` at most, and comments.

    Wrong: `<div class="note">`. Right: a block such as `/// case | Title`.

    Mend it: write Markdown; write `&lt;` for the sign itself, or put code between back-ticks.
    """
    for place, text, active in _tags(page):
        if not active:
            message = f"Raw HTML: {text[:60]}"
            yield Hit(place, message, "Write Markdown, or `&lt;` for the sign itself.")


@page_rule("SEC002", "active-html")
def no_active_html(page: Page, _site: Site) -> Iterator[Hit]:
    """A page holds HTML that runs a program, loads something or asks for input.

    It would run in the browser of every reader. No page needs it: scripts belong to the theme.

    Wrong: `<script>`, `<iframe>`, `<form>`, `<img onerror=…>`, `<b onclick=…>`.

    Mend it: remove it. An image is written `![alternative text](file.svg)`.
    """
    for place, text, active in _tags(page):
        if active:
            message = f"HTML that can do something: {text[:60]}"
            yield Hit(place, message, "Remove it; no page needs it.")


@page_rule("SEC006", "attribute")
def attributes_are_plain(page: Page, _site: Site) -> Iterator[Hit]:
    """An attribute list sets an attribute that is not on the short list.

    `{ … }` behind a heading, link or image becomes HTML: `onclick` and `style` in it do as well.
    The option `attrs` of a block does the same.

    Wrong: `[x](y.md){ onclick=… }`. Right: `## Heading { #heading }`.

    Mend it: keep ids, classes, `lang`, `dir`, `title`, `width`, `height`, `loading` and `start`.
    """
    for number, line in _lines(page):
        braces = _BRACES.search(line) if "{" in line and number >= page.body_line else None
        for match in _ASSIGNMENT.finditer(braces[0]) if braces else ():
            if match["key"].lstrip(":").lower() not in PLAIN_ATTRIBUTES:
                start = braces.start() + match.start() + 1 if braces else 1
                place = page.place(number, start, end_column=start + len(match["key"]))
                message = f"The attribute `{match['key'][:40]}` is not allowed."
                yield Hit(place, message, "Remove it.")
    for block in page.blocks:
        if "attrs" in block.options.data or (block.fault and "attrs" in page.lines[block.line]):
            span = block.options.keys.get(("attrs",))
            place = page.place(span.line if span else block.line)
            yield Hit(place, "The option `attrs` is not allowed.", "Remove it.")


@site_rule("SEC009", "html-in-label")
def labels_hold_no_html(site: Site) -> Iterator[Hit]:
    """A label holds something like an HTML tag; templates write labels as they are.

    Mend it: write plain words.
    """
    for code in site.languages.codes:
        for key, word in label_words(site, code).items():
            texts = word.values() if isinstance(word, Mapping) else (word,)
            if any(re.search(r"<[/!?A-Za-z]", str(text)) for text in texts):
                place = Place(f"{LABELS_FOLDER}/{code}.yaml", 1)
                yield Hit(place, f"The label `{key}` holds HTML.", "Write plain words.")
