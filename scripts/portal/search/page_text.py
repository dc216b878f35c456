"""What a reader can find on a finished page: its sections and sentences, without the answers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
_LINES = frozenset({
    "address", "blockquote", "br", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "summary",
    "table", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_ENTRIES = frozenset({"li", "tr"})
_UNSPOKEN = frozenset({"aside", "button", "nav", "noscript", "script", "style", "svg", "template"})
_LEFT_OUT = frozenset({
    # Answers, and what would give them away.
    "question-options", "question-answers", "question-offer", "question-choices", "block-solution",
    # What the page says of itself, the same on many pages.
    "masthead__track", "facts", "contents", "page-end", "unseen", "block-kind", "block-minutes",
    "provision-authentic", "translation-notice", "translation-mark", "translation-safety",
    "page-credits", "slides-way", "facilitator-switch", "to-tests", "progress", "filters",
    # What other pages say of themselves: each is found there.
    "cards--modules",
    # The list of sources: a sentence names its own, by publisher and year.
    "evidence",
    # Tests and the page that sums them up: tools, and no text to be found.
    "track-test", "results-tool",
    # The words of other languages on the glossary page, and where a word was read.
    "term-languages", "term-seen",
})  # fmt: skip
_NOTES = "block-facilitator"
_HEADINGS = ("h2", "h3")
_LEFT_OUT_SECTIONS = frozenset({"taught"})
FOREIGN_WORDS = 3
"""More words than these in another language are no name or term, but its sentence: left out."""
CELL = " · "
"""Stands between the cells of a row."""
_TITLE = "\0"
"""Stands behind the title of a block until its first sentence comes: both are shown together."""
_BLOCKS = frozenset({"section", "details", "h2", "h3"})
_RUN = re.compile(r"([,،、])(?:\s*[,،、])+")
"""What links that are left out leave between one another."""
_LANGUAGE = re.compile(r"""<html\b[^>]*?\blang=["']?([\w-]+)""")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next."""

    anchor: str
    """The heading's id; empty for what stands above the first one."""
    heading: str
    """Empty above the first heading."""
    sentences: tuple[str, ...]
    cites: tuple[tuple[int, str], ...]
    """Provisions linked from here: number of the sentence, id."""
    notes: bool = False
    """Whether these are notes for the facilitator, which only the facilitator's view finds."""


def read_sections(html: str, *, units: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the sections of a finished page, in order, those without text left out.

    `units` maps the key of each page of the Convention to its provision.
    """
    start, end = html.find("<article"), html.rfind("</article>")
    language = _LANGUAGE.search(html)
    reader = _Reader(units, language[1] if language else "")
    reader.feed(html[start:end] if 0 <= start < end else "")
    reader.close()
    return reader.sections()


@dataclass(slots=True)
class _Draft:
    anchor: str = ""
    heading: str = ""
    notes: bool = False
    sentences: list[str] = field(default_factory=list)
    cites: list[tuple[int, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, units: Mapping[str, str], language: str) -> None:
        super().__init__()
        self.units = units
        self.language = language
        self.open: list[str] = []
        self.silent_at: int | None = None
        """How deep the element stands whose text is left out."""
        self.notes_at: int | None = None
        self.heading_at: int | None = None
        self.drafts = [_Draft()]
        self.unit = ""
        self.title_at: int | None = None
        """How deep a block's title stands: the first sentence below is shown with it."""
        self.line = ""
        self.line_cites: list[str] = []
        self.foreign: list[tuple[int, int]] = []
        """How deep each element in another language stands, and where in the line it starts."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go down one element."""
        values = dict(attrs)
        classes = set((values.get("class") or "").split())
        if tag in _LINES:
            self._end_line(whole=tag in _BLOCKS)
        elif tag in _CELLS and self.line.strip():
            self.line += CELL
        if tag in _VOID:
            return
        self.open.append(tag)
        depth = len(self.open)
        if self.silent_at is not None:
            return
        if tag == "li":
            self.unit = str(values.get("id") or "")
        if self._left_out(tag, values, classes):
            self.silent_at = self._entry_of(tag) or depth
        elif self._other_language(values) and tag != "a":
            self.foreign.append((depth, len(self.line)))
        elif _NOTES in classes:
            self.notes_at = depth
            self.drafts.append(_Draft(self._last.anchor, self._last.heading, notes=True))
        elif tag in _HEADINGS and values.get("id"):
            self.heading_at = depth
            self.drafts.append(_Draft(str(values["id"])))
        elif "block-title" in classes:
            self.title_at = depth
        elif tag == "a" and "provision" in classes:
            self._cite(str(values.get("href") or ""))

    def _left_out(self, tag: str, values: Mapping[str, str | None], classes: set[str]) -> bool:
        unspoken = tag in _UNSPOKEN or tag == "h1" or "hidden" in values
        unspoken = unspoken or self._only_number(classes) or self._foreign(tag, values)
        return unspoken or bool(classes & _LEFT_OUT)

    def _entry_of(self, tag: str) -> int:
        """Return how deep the row or item stands that a link left out begins, or 0.

        Without its page's name, what a row says of a page says nothing.
        """
        if tag != "a" or self.line.strip():
            return 0
        return max((at for at, name in enumerate(self.open, 1) if name in _ENTRIES), default=0)

    def handle_endtag(self, tag: str) -> None:
        """Go up to the element that ends."""
        if tag in _VOID or tag not in self.open:
            return
        if self.title_at == len(self.open) and self.line.strip():
            self.line += _TITLE
        elif tag in _LINES:
            self._end_line(whole=tag in _BLOCKS)
        while self.open.pop() != tag:
            pass
        depth = len(self.open)
        while self.foreign and depth < self.foreign[-1][0]:
            self._end_foreign(self.foreign.pop()[1])
        if self.title_at is not None and depth < self.title_at:
            self.title_at = None
        if self.silent_at is not None and depth < self.silent_at:
            self.silent_at = None
        if self.heading_at is not None and depth < self.heading_at:
            self.heading_at = None
        if self.notes_at is not None and depth < self.notes_at:
            self.notes_at = None
            self.drafts.append(_Draft(self._last.anchor, self._last.heading))

    def handle_data(self, data: str) -> None:
        """Take in text; a line of the source is a sentence."""
        if self.silent_at is not None:
            return
        # Between the cells of a row, the source breaks lines as it likes.
        first, *others = [data.replace("\n", " ")] if "tr" in self.open else data.split("\n")
        self.line += first
        for part in others:
            self._end_line()
            self.line += part

    @property
    def _last(self) -> _Draft:
        return self.drafts[-1]

    def _only_number(self, classes: set[str]) -> bool:
        """Tell whether this names a unit of the treaty by its number: found as a provision."""
        return "provision-name" in classes and not any(w in self.unit for w in ("_row_", "_part_"))

    def _foreign(self, tag: str, values: Mapping[str, str | None]) -> bool:
        """Tell whether this is a line or a link in another language, as titles of English pages.

        A word in another language within a sentence belongs to the sentence, as does the name of a
        site elsewhere.
        """
        inside = tag == "a" and not urlsplit(values.get("href") or "").netloc
        return self._other_language(values) and (tag in _LINES or tag in _CELLS or inside)

    def _other_language(self, values: Mapping[str, str | None]) -> bool:
        return bool(self.language) and values.get("lang") not in (None, self.language)

    def _end_foreign(self, start: int) -> None:
        """Take a sentence in another language out of the line, and the label that announced it."""
        if len(self.line[start:].split()) > FOREIGN_WORDS:
            self.line = self.line[:start]
            if self.line.rstrip().endswith(":"):
                self.line = ""

    def _cite(self, href: str) -> None:
        address = urlsplit(href)
        key = posixpath.dirname(unquote(address.path)).rpartition("../")[2]
        name = unquote(address.fragment) or self.units.get(key, "")
        if name and self.heading_at is None:
            self.line_cites.append(name)

    def _end_line(self, *, whole: bool = False) -> None:
        if self.line.rstrip().endswith(_TITLE) and not whole:
            return
        title, _, line = " ".join(self.line.split()).rpartition(_TITLE)
        line = _RUN.sub(r"\1", " – ".join(filter(None, (title.strip(), line.strip()))))
        if line and self.heading_at is not None:
            self._last.heading = f"{self._last.heading} {line}".strip()
        elif line:
            number = len(self._last.sentences)
            self._last.sentences.append(line)
            self._last.cites += [(number, name) for name in dict.fromkeys(self.line_cites)]
        self.line, self.line_cites = "", []

    def sections(self) -> tuple[Section, ...]:
        """Return what was read."""
        self._end_line(whole=True)
        return tuple(
            Section(d.anchor, d.heading, tuple(d.sentences), tuple(d.cites), notes=d.notes)
            for d in _joined(self.drafts)
            if (d.sentences or d.heading) and d.anchor not in _LEFT_OUT_SECTIONS
        )


def _joined(drafts: list[_Draft]) -> list[_Draft]:
    """Put together what a block of notes had cut in two."""
    found: dict[tuple[str, bool], _Draft] = {}
    for draft in drafts:
        known = found.setdefault((draft.anchor, draft.notes), draft)
        if known is not draft:
            shift = len(known.sentences)
            known.sentences += draft.sentences
            known.cites += [(number + shift, name) for number, name in draft.cites]
    return list(found.values())
