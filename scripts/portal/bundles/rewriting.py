"""Changes links in a finished page and leaves every other byte as it is.

Python's own HTML parser tells where tags stand; trees of other libraries write a page anew, with
other bytes than the site's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag with its place in the page."""

    name: str
    attributes: Attributes
    start: int
    end: int

    @property
    def address(self) -> str | None:
        """What `href` or `src` names."""
        return self.attributes.get("href") or self.attributes.get("src")


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a tag: another address, no link, or nothing."""

    address: str | None = None
    unlink: bool = False
    """The words stay, the link goes."""
    drop: bool = False
    """The tag goes, for elements without content."""
    note: str = ""
    """Text that follows the link."""


KEEP = Change()


class _Places(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.tags: list[Tag] = []
        self.ends: list[tuple[str, int, int]] = []
        self.lines = [0]
        for position, character in enumerate(text):
            if character == "\n":
                self.lines.append(position + 1)
        self.feed(text)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, raw = self._here(), self.get_starttag_text() or ""
        self.tags.append(Tag(tag, dict(attrs), start, start + len(raw)))

    def handle_endtag(self, tag: str) -> None:
        start = self._here()
        self.ends.append((tag, start, self.text.find(">", start) + 1))


def read_links(html: str) -> list[Tag]:
    """Return the tags of a page that have an address, in order."""
    return [tag for tag in _Places(html).tags if tag.address is not None]


def change_links(html: str, decide: Callable[[Tag], Change]) -> str:
    """Return a page with the links changed as `decide` says of each tag with an address."""
    places = _Places(html)
    ends = [end for end in places.ends if end[0] == "a"]
    edits: list[tuple[int, int, str]] = []
    for tag in places.tags:
        change = decide(tag) if tag.address is not None else KEEP
        if change.drop:
            edits.append((tag.start, tag.end, ""))
        elif change.unlink:
            edits.append((tag.start, tag.end, f'<span class="{_classes(tag)}">'))
        elif change.address is not None:
            edits.append((tag.start, tag.end, _with_address(tag, change.address)))
        if tag.name == "a" and (change.unlink or change.note):
            # Links do not nest: the next end of a link is this one's.
            _, start, end = next(one for one in ends if one[1] >= tag.end)
            note = f' <span class="address" dir="ltr">{escape(change.note)}</span>'
            closing = "</span>" if change.unlink else html[start:end]
            edits.append((start, end, closing + (note if change.note else "")))
    pieces, position = [], 0
    for start, end, text in sorted(edits):
        pieces += [html[position:start], text]
        position = end
    return "".join([*pieces, html[position:]])


def change_attributes(html: str, decide: Callable[[Tag], Attributes | None]) -> str:
    """Return a page with the attributes of tags changed; None of `decide` leaves a tag as it is."""
    pieces, position = [], 0
    for tag in _Places(html).tags:
        changed = decide(tag)
        if changed is not None:
            written = (
                name if value is None else f'{name}="{escape(value)}"'
                for name, value in changed.items()
            )
            pieces += [html[position : tag.start], f"<{' '.join((tag.name, *written))}>"]
            position = tag.end
    return "".join([*pieces, html[position:]])


def is_whole(html: str) -> bool:
    """Tell whether each element that begins in a piece of a page ends in it, and the reverse."""
    places = _Places(html)
    marks = [(tag.start, tag.name) for tag in places.tags if tag.name not in _VOID]
    marks += [(start, f"/{name}") for name, start, _ in places.ends]
    opened: list[str] = []
    for _, name in sorted(marks):
        if not name.startswith("/"):
            opened.append(name)
        elif not opened or opened.pop() != name[1:]:
            return False
    return not opened


def is_external(address: str) -> bool:
    """Tell whether an address leads out of the site."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _classes(tag: Tag) -> str:
    return escape(" ".join(filter(None, [tag.attributes.get("class"), "elsewhere"])))


def _with_address(tag: Tag, address: str) -> str:
    written = []
    for name, value in tag.attributes.items():
        shown = address if name in ("href", "src") else value
        written.append(name if shown is None else f'{name}="{escape(shown)}"')
    return f"<{tag.name} {' '.join(written)}>"
