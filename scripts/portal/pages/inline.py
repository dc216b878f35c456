"""Links and images of a page, with the place of each in the raw file."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\n]+\]:")
# Every link has one of these; without any, the parser need not be loaded (60 ms).
_MAY_LINK = re.compile(r"\](?:\(|:)|<[^\s<>]+[:@]")


class Link(NamedTuple):
    """A link or an image; lines and columns count from 1, the end exclusive."""

    kind: str
    """`link` or `image`."""
    target: str
    """The address as a browser would take it: entities resolved."""
    text: str
    """The words of a link, the alternative text of an image."""
    line: int
    column: int
    end_line: int
    end_column: int


def read_links(lines: Sequence[str], *, masked: Sequence[int] = ()) -> tuple[Link, ...]:
    """Find links and images in a page's lines, in which code and front matter are blank already.

    `masked` are the numbers of the lines that are no prose either: block fences and options.
    """
    skip = set(masked)
    text = [
        "" if number in skip else _FOOTNOTE.sub(_spaces, line)
        for number, line in enumerate(lines, 1)
    ]
    if not any(_MAY_LINK.search(line) for line in text):
        return ()
    return tuple(_links(text))


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _links(lines: Sequence[str]) -> Iterator[Link]:
    last_line, column = -1, 0
    for token in _markdown().parse("\n".join(lines)):
        if token.type != "inline" or not token.map or not token.children:
            continue
        first = token.map[0]
        if first != last_line:
            last_line, column = first, 0
        starts, column = _starts(token, lines, column)
        for child in token.children:
            if "span" in child.meta:
                yield _link(child, token, starts, first)


def _starts(token: Token, lines: Sequence[str], column: int) -> tuple[list[tuple[int, int]], int]:
    """Return, for each line of a token's content, its offset there and its column in the file."""
    starts, offset = [], 0
    assert token.map is not None  # noqa: S101 - the caller looked
    for number, content in enumerate(token.content.split("\n"), token.map[0]):
        raw = lines[number] if number < len(lines) else ""
        # A table cell repeats: look behind the one before. Escaped pipes change the text: take 0.
        found = raw.find(content.rstrip(), column)
        if found < 0:
            # A tab that the reader of lists has cut open stands in the content as blanks.
            blanks = len(content) - len(content.lstrip())
            found = max(raw.find(content.strip(), column), 0) - blanks
        starts.append((offset, found))
        offset += len(content) + 1
        column = 0
    return starts, starts[-1][1] + len(token.content.rpartition("\n")[2])


def _link(child: Token, token: Token, starts: list[tuple[int, int]], first: int) -> Link:
    begin, end = child.meta["span"]
    line, column = _place(begin, starts)
    end_line, end_column = _place(end, starts)
    from html import unescape  # 3 ms, which a page without links does not wait for

    image = child.type == "image"
    inner = child.content if image else _label(token.content[begin:end])
    return Link(
        kind="image" if image else "link",
        target=unescape(str(child.attrs["src" if image else "href"])),
        text=inner,
        line=first + line + 1,
        column=column + 1,
        end_line=first + end_line + 1,
        end_column=end_column + 1,
    )


def _place(offset: int, starts: list[tuple[int, int]]) -> tuple[int, int]:
    line = max(n for n, (start, _) in enumerate(starts) if start <= offset)
    start, column = starts[line]
    return line, column + offset - start


def _label(raw: str) -> str:
    """Return the words of a link as written, without its address."""
    return raw[1:].rpartition("](")[0] if "](" in raw else raw.strip("<>[]")


@functools.cache
def _markdown() -> MarkdownIt:
    """Return a parser that notes where each link stands and refuses no address.

    Rules judge the addresses; the parser would hide the bad ones. Code is blank already, and what
    only this parser takes for code the renderer may show.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "fence", "html_block"])
    parser.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    for name in ("link", "image", "autolink"):
        _note_span(parser, name)
    return parser


def _note_span(parser: MarkdownIt, name: str) -> None:
    rules = {rule.name: rule.fn for rule in parser.inline.ruler.__rules__}
    original: Any = rules[name]

    def noted(state: Any, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        start, count = state.pos, len(state.tokens)
        found = bool(original(state, silent))
        if found and not silent:
            kinds = {"link_open", "image"}
            token = next((t for t in state.tokens[count:] if t.type in kinds), None)
            if token is not None:
                token.meta["span"] = (start, state.pos)
        return found

    parser.inline.ruler.at(name, noted)
