"""Turns the content of pages into Typst markup.

Written by hand: pandoc, which converts more, is 155 MB, loses the text behind pictures and knows
nothing of our blocks; the pages use thirty elements. All text goes in as Typst strings, so that
nothing in a page can be taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from portal.bundles.content import Chapter, Element, target_key

Anchors = Mapping[tuple[str, str], str]
"""File and anchor to the label that the book gives it; the anchor "" is the chapter itself."""

_WRAPS = {
    "strong": "strong", "b": "strong", "em": "emph", "i": "emph", "cite": "emph",
    "sub": "sub", "sup": "super", "u": "underline", "del": "strike", "mark": "highlight",
}  # fmt: skip
_BREAKING = re.compile(r"[ \t\r\n\f]+")
_SHORT_VOWELS = re.compile("[\u064b-\u0652]")
_DRAWN_WORDS = re.compile(r"<text\b[^>]*>")
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_FIRST_STRONG, _END_OF_ISOLATE = "\u2068", "\u2069"
_RTL = "\u200f"
"""Right-to-left mark: Typst takes words in drawings for left to right, and misplaces full stops."""
_INLINE = frozenset({
    *_WRAPS, "a", "abbr", "bdi", "br", "code", "kbd", "q", "small", "span", "time", "label", "ins",
    "dfn", "var", "img",
})  # fmt: skip


def text(words: str) -> str:
    """Return words as a Typst string in markup."""
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{quoted}";' if words else ""


def string(words: str) -> str:
    """Return words as a Typst string in code."""
    return text(words)[1:-1] or '""'


def without_short_vowels(words: str) -> str:
    """Return Arabic words as readers of Arabic write them: some fonts lack the signs."""
    return _SHORT_VOWELS.sub("", words)


class Writer:
    """Writes chapters; links lead to the labels of `anchors`."""

    def __init__(self, anchors: Anchors) -> None:
        self.anchors = anchors
        self.chapter: Chapter

    def write(self, chapter: Chapter) -> str:
        """Return a chapter in its own language and direction: an untranslated one is English."""
        self.chapter = chapter
        body = self._blocks(chapter.root)
        language = chapter.language
        settings = f"lang: {string(language.code)}, dir: {language.direction}"
        return f"{self._label('')}\n#[#set text({settings})\n{body}\n]\n"

    # Blocks

    def _blocks(self, element: Element) -> str:
        """Return the children of an element; loose words between blocks become paragraphs."""
        pieces: list[str] = []
        loose: list[str] = [text(_spaced(element.text))]
        for child in element:
            if not isinstance(child.tag, str):
                loose.append(text(_spaced(child.tail)))
                continue
            if child.tag in _INLINE:
                loose.append(self._inline(child))
            else:
                pieces += [_paragraph(loose), self._block(child)]
                loose = []
            loose.append(text(_spaced(child.tail)))
        return "\n".join(piece for piece in [*pieces, _paragraph(loose)] if piece)

    def _block(self, element: Element) -> str:
        label = self._label(element.get("id"))
        return self._directed(element, label + self._bare_block(element))

    def _bare_block(self, element: Element) -> str:
        name, kinds = element.tag, frozenset((element.get("class") or "").split())
        if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return f"#heading(level: {name[1]})[{self._words(element)}]\n"
        if name in ("p", "summary", "figcaption"):
            return self._paragraph_of(element, kinds)
        if name in ("ul", "ol"):
            return self._list(element, kinds)
        if name == "table":
            return self._table(element)
        if name == "pre":
            return f"#raw(block: true, {string(element.text_content())})\n"
        if name == "hr":
            return "#line(length: 100%)\n"
        if name == "blockquote":
            return f"#quote(block: true)[{self._blocks(element)}]\n"
        frame = next((kind for kind in sorted(kinds) if kind.startswith("block-")), None)
        if frame and "block" in kinds:
            return f"#frame({string(frame.removeprefix('block-'))})[{self._blocks(element)}]\n"
        if "notice" in kinds:
            return f'#frame("notice")[{self._blocks(element)}]\n'
        return self._blocks(element) + "\n"

    def _paragraph_of(self, element: Element, kinds: frozenset[str]) -> str:
        words = self._words(element)
        if not words.strip():
            return ""
        for kind in ("block-title", "lead", "verdict"):
            if kind in kinds:
                return f"#{kind}[{words}]\n"
        return f"\n{words}\n" if element.tag == "p" else f"#block-title[{words}]\n"

    def _list(self, element: Element, kinds: frozenset[str]) -> str:
        items = [child for child in element if child.tag == "li"]
        if not items:
            return ""
        bodies = "".join(
            f"[{self._label(item.get('id'))}{self._directed(item, self._blocks(item))}]"
            for item in items
        )
        if "facts" in kinds:
            return f"#facts{bodies}\n"
        if element.tag == "ol":
            start = element.get("start") or ""
            return f"#enum(start: {start if start.isdigit() else 1}){bodies}\n"
        return f"#list{bodies}\n"

    def _table(self, element: Element) -> str:
        rows = element.xpath(".//tr")
        columns = max((sum(_span(cell) for cell in row) for row in rows), default=0)
        if not columns:
            return ""
        head = [row for row in rows if row.getparent().tag == "thead"]
        cells = "".join(self._row(row) for row in rows if row not in head)
        header = f"table.header({''.join(self._row(row) for row in head)})," if head else ""
        widths = f"(1fr,) * {columns}"
        return f"#table(columns: {widths},{header}{cells})\n"

    def _row(self, row: Element) -> str:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        return "".join(
            f"table.cell(colspan: {_span(cell)})[{_bold(cell, self._blocks(cell))}],"
            for cell in cells
        )

    # Words

    def _words(self, element: Element) -> str:
        pieces = [text(_spaced(element.text))]
        for child in element:
            if isinstance(child.tag, str):
                pieces.append(self._inline(child))
            pieces.append(text(_spaced(child.tail)))
        return "".join(pieces)

    def _inline(self, element: Element) -> str:
        name = element.tag
        if name == "br":
            return "#linebreak();"
        if name == "img":
            return self._picture(element)
        if name in ("code", "kbd"):
            return f"#raw({string(element.text_content())});"
        words = self._words(element)
        if name == "a":
            words = self._link(element, words)
        elif name in _WRAPS:
            words = f"#{_WRAPS[name]}[{words}];"
        elif "block-kind" in (element.get("class") or ""):
            words = f"#block-kind[{words}];"
        elif name == "bdi":
            # A direction in Typst embeds and does not isolate: a number behind it changes sides.
            opening = _ISOLATES.get(element.get("dir") or "", _FIRST_STRONG)
            return f"{text(opening)}{words}{text(_END_OF_ISOLATE)}"
        label = self._label(element.get("id"))
        return label + self._directed(element, words)

    def _link(self, element: Element, words: str) -> str:
        address = element.get("href") or ""
        if address.startswith(("https://", "http://", "mailto:")):
            shown = "" if words == text(address) else f"#address({string(address)});"
            return f"#link({string(address)})[{words}];{shown}"
        target = target_key(address, self.chapter.page)
        label = self.anchors.get(target) if target else None
        return f"#link(label({string(label)}))[{words}];" if label else words

    def _picture(self, element: Element) -> str:
        kind, _, number = (element.get("src") or "").partition(":")
        if kind != "drawing":
            return text(element.get("alt") or "")
        drawing = self.chapter.drawings[int(number)]
        # Typst drops the signs of short vowels in drawings and then refuses the file; readers of
        # Arabic do without them.
        svg = without_short_vowels(drawing.svg)
        if self.chapter.language.direction == "rtl":
            svg = _DRAWN_WORDS.sub(rf"\g<0>{_RTL}", svg).replace("</text>", f"{_RTL}</text>")
        return f"#drawing({string(svg)}, {string(drawing.alt)});"

    def _label(self, anchor: str | None) -> str:
        label = self.anchors.get((self.chapter.page.file, anchor)) if anchor is not None else None
        return f"#metadata(none)#label({string(label)});" if label else ""

    @staticmethod
    def _directed(element: Element, words: str) -> str:
        """Return words in the language and direction that an element declares."""
        language, direction = element.get("lang"), element.get("dir")
        settings = []
        if language:
            settings.append(f"lang: {string(language.partition('-')[0])}")
        if direction in ("ltr", "rtl"):
            settings.append(f"dir: {direction}")
        return f"#text({', '.join(settings)})[{words}];" if settings and words else words


def anchors_of(chapters: Sequence[Chapter]) -> dict[tuple[str, str], str]:
    """Return the labels that links between the chapters need, and no others."""
    present = {}
    for number, chapter in enumerate(chapters):
        present[chapter.page.file, ""] = f"c{number}"
        for element in chapter.root.iter():
            anchor = element.get("id") if isinstance(element.tag, str) else None
            if anchor:
                present[chapter.page.file, anchor] = f"c{number}-{anchor}"
    wanted = set()
    for chapter in chapters:
        for link in chapter.root.iter("a"):
            target = target_key(link.get("href") or "", chapter.page)
            if target is not None:
                wanted.add(target)
    return {key: label for key, label in present.items() if key in wanted or not key[1]}


def _spaced(words: str | None) -> str:
    """Return words with every run of white space as one space.

    Spaces that hold together stay: with another, Arabic text draws "17 000" as 000 17.
    """
    return _BREAKING.sub(" ", words or "")


def _paragraph(pieces: Sequence[str]) -> str:
    """Join loose words to one paragraph."""
    whole = "".join(pieces)
    return f"\n{whole}\n" if whole.replace('#" ";', "").strip() else ""


def _span(cell: Element) -> int:
    value = cell.get("colspan") or "1"
    return int(value) if value.isdigit() else 1


def _bold(cell: Element, words: str) -> str:
    return f"#strong[{words}]" if cell.tag == "th" else words


def join_chapters(chapters: Sequence[Chapter]) -> str:
    """Return the body of a book: each chapter begins a page."""
    writer = Writer(anchors_of(chapters))
    return "\n#pagebreak(weak: true)\n".join(writer.write(one) for one in chapters)
