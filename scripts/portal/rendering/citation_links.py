"""Turns each valid citation of a page into a link to its provision, across emphasis inside it."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.anchor_pages import anchored, has_page, link_target, page_key
from portal.citations import Link, find_citations, link_citations
from portal.convention import Treaty, heading
from portal.rendering.flat_text import Chunk, FlatText


class CitationLinks(Treeprocessor):
    """Runs after inline patterns, when emphasis and links are elements."""

    def __init__(
        self, md: Markdown, *, treaty: Treaty, language: str, edition: str, key: str
    ) -> None:
        super().__init__(md)
        self.treaty, self.language, self.edition, self.key = treaty, language, edition, key
        unit = anchored(treaty).get(key)
        self.context = unit.id if unit else None
        """On the page of an article, "paragraph 3" is that article's."""

    def run(self, root: etree.Element) -> None:
        """Link the citations of the whole page, from its end to its beginning."""
        flat = FlatText.of(root)
        citations = find_citations(flat.text, language=self.language, context=self.context)
        for link in reversed(list(link_citations(citations, self._address))):
            title = describe(self.treaty, link.id, self.language)
            _link(flat, link, {"class": "provision", "href": link.href, "title": title})

    def _address(self, provision: str) -> str | None:
        if page_key(provision) == self.key and has_page(self.treaty, provision):
            return f"#{provision}"
        return link_target(self.treaty, provision, edition=self.edition)


def describe(treaty: Treaty, provision: str, language: str) -> str:
    """Name a provision and give the title that stands over it, for a tooltip."""
    unit = treaty.get(provision)
    while unit is not None and not unit.titles and unit.parent is not None:
        unit = treaty.get(unit.parent)
    title = (unit.title(language) or unit.title("en")) if unit else None
    name = heading(provision, language)
    return f"{name} - {title.text}" if title else name


def _link(flat: FlatText, span: Link, attributes: dict[str, str]) -> None:
    chunks = flat.overlapping(span.start, span.end)
    if not chunks or not all(chunk.linkable for chunk in chunks):
        return
    home = chunks[0].parent
    if len(chunks) == 1:
        _wrap_text(chunks[0], span, attributes)
    elif all(_stands_whole_in(flat, chunk, home, span) for chunk in chunks[1:]):
        _wrap_flow(flat, home, chunks, span, attributes)
    elif (outer := flat.parents.get(home)) is not None and all(
        _stands_whole_in(flat, chunk, outer, span) for chunk in chunks
    ):
        _wrap_flow(flat, outer, chunks, span, attributes)
    else:
        for chunk in reversed(chunks):
            _wrap_text(chunk, span, attributes)


def _child_towards(flat: FlatText, chunk: Chunk, home: etree.Element) -> etree.Element | None:
    """Return the child of `home` that holds the chunk; None if it is in home's own flow."""
    element, below = chunk.parent, None
    while element is not home:
        below, above = element, flat.parents.get(element)
        if above is None:
            raise LookupError
        element = above
    return below


def _stands_whole_in(flat: FlatText, chunk: Chunk, home: etree.Element, span: Link) -> bool:
    """Tell whether the span takes in the whole child of `home` that holds the chunk."""
    try:
        child = _child_towards(flat, chunk, home)
    except LookupError:
        return False
    if child is None:
        return True
    inside = [c for c in flat.chunks if c.parent is child or _is_below(flat, c.parent, child)]
    return span.start <= inside[0].start and inside[-1].end <= span.end


def _is_below(flat: FlatText, element: etree.Element, ancestor: etree.Element) -> bool:
    above: etree.Element | None = element
    while above is not None and above is not ancestor:
        above = flat.parents.get(above)
    return above is ancestor


def _wrap_text(chunk: Chunk, span: Link, attributes: dict[str, str]) -> None:
    """Link a stretch of one text."""
    text = _text_of(chunk)
    start, end = max(span.start - chunk.start, 0), min(span.end - chunk.start, len(chunk.text))
    if not chunk.text[start:end].strip():
        return
    link = etree.Element("a", attributes)
    link.text, link.tail = text[start:end], text[end:]
    _put(chunk, text[:start], link)


def _wrap_flow(
    flat: FlatText,
    home: etree.Element,
    chunks: list[Chunk],
    span: Link,
    attributes: dict[str, str],
) -> None:
    """Link a stretch of `home`'s flow that holds whole elements."""
    first, last = chunks[0], chunks[-1]
    link = etree.Element("a", attributes)
    first_child = _child_towards(flat, first, home)
    last_child = _child_towards(flat, last, home)
    tail_cut = span.end - last.start
    if last_child is None:
        text = _text_of(last)
        inner_tail, link.tail = text[:tail_cut], text[tail_cut:]
        last_child = last.after
    else:
        inner_tail, link.tail = "", last_child.tail or ""
    assert last_child is not None  # noqa: S101 - a span of several chunks holds an element
    if first_child is None:
        text = _text_of(first)
        cut = span.start - first.start
        before, link.text = text[:cut], text[cut:]
        position = 0 if first.after is None else list(home).index(first.after) + 1
        _set_text(first, before)
    else:
        position = list(home).index(first_child)
    last_child.tail = inner_tail
    moved = list(home)[position : list(home).index(last_child) + 1]
    for child in moved:
        home.remove(child)
    link.extend(moved)
    home.insert(position, link)


def _text_of(chunk: Chunk) -> str:
    """Return the chunk's text as it stands now: a later link may have cut its end off."""
    return (chunk.parent.text if chunk.after is None else chunk.after.tail) or ""


def _set_text(chunk: Chunk, text: str) -> None:
    if chunk.after is None:
        chunk.parent.text = text
    else:
        chunk.after.tail = text


def _put(chunk: Chunk, before: str, link: etree.Element) -> None:
    _set_text(chunk, before)
    position = 0 if chunk.after is None else list(chunk.parent).index(chunk.after) + 1
    chunk.parent.insert(position, link)
