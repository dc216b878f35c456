"""A module on one A4 page: what one can do after it, its points, its law, its exercise."""

from __future__ import annotations

import copy
import dataclasses
import posixpath
import re
from collections.abc import Sequence
from pathlib import Path

from lxml import html as markup

from portal.bundles.book import Book, read_book
from portal.bundles.content import Chapter, Element
from portal.bundles.pdf import document_values, set_pdf
from portal.bundles.scope import Scope
from portal.bundles.typst_markup import Writer, string
from portal.errors import BuildError

_LOOK = Path(__file__).with_name("templates") / "one-sheet.typ"
SIZES = (11.5, 10.5, 9.5, 8.5, 7.5)
"""Heights of letters in points, tried in turn until all stands on one page."""
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_KEPT = ("block-objectives", "block-key-points", "block-law", "block-exercise")


def pack_one_sheet(root: Path, scopes: Sequence[Scope], path: Path, module: str | None) -> None:
    """Write the one-sheet of a module; raise PortalError."""
    path.write_bytes(one_sheet(read_book(root, scopes[0], module, references=False), path=path))


def one_sheet(book: Book, *, path: Path) -> bytes:
    """Return the PDF in the largest letters that fit, at last without the exercise's text.

    Raises BuildError where not even that is one page.
    """
    chapter = book.chapters[0]
    for exercise in (True, False):
        body = Writer({}).write(_cut(chapter, exercise=exercise))
        for size in SIZES:
            made = set_pdf(_source(book, body, size), path=path)
            if _page_count(made) == 1:
                return made
    message = "Objectives, key points and law do not fit on one page. Shorten the key points."
    raise BuildError(message, path=f"{chapter.page.key}.md")


def _source(book: Book, body: str, size: float) -> str:
    page, t = book.chapters[0].page, book.t
    base = book.scope.tree.site_url
    address = f"{base}{book.language.code}/{posixpath.dirname(page.file)}/" if base else ""
    notes = "".join(f"({string(words)}, {string(where)})," for words, where in book.notes)
    values = (
        *document_values(book.scope, book.language, title=book.title, author=book.series),
        f"#let size = {size}pt",
        f"#let series = {string(book.series)}",
        f"#let sheet-title = {string(book.title)}",
        f"#let read-on = {string(t('sheet.read-on'))}",
        f"#let page-address = {string(address)}",
        f"#let notes = ({notes})",
    )
    return "\n".join([*values, _LOOK.read_text("utf-8"), body, "#ending()"])


def _cut(chapter: Chapter, *, exercise: bool) -> Chapter:
    """Return a chapter with the blocks of the sheet alone, the first exercise among them."""
    root = markup.Element("div")
    for name in _KEPT:
        found = chapter.root.xpath(f".//*[contains(concat(' ',@class,' '),' {name} ')]")
        if name == "block-law":
            root.extend(_law(found))
        elif name == "block-exercise":
            root.extend([_exercise(one, whole=exercise) for one in found[:1]])
        else:
            root.extend([copy.deepcopy(one) for one in found])
    return dataclasses.replace(chapter, root=root)


def _law(blocks: Sequence[Element]) -> list[Element]:
    """Return one block that lists the provisions told, under the title that each has."""
    if not blocks:
        return []
    block = markup.Element("section", {"class": "block block-law"})
    kind = blocks[0].xpath(".//*[contains(@class,'block-kind')]")
    title = markup.Element("p", {"class": "block-title"})
    title.extend(map(copy.deepcopy, kind[:1]))
    names = markup.Element("ul")
    for one in blocks:
        for name in one.xpath(".//*[contains(@class,'block-name')]")[:1]:
            item = copy.deepcopy(name)
            item.tag, item.tail = "li", None
            names.append(item)
    block.extend([title, names])
    return [block]


def _exercise(block: Element, *, whole: bool) -> Element:
    kept = copy.deepcopy(block)
    if not whole:
        for child in kept[1:]:
            kept.remove(child)
    return kept


def _page_count(raw: bytes) -> int:
    """Return how many pages a PDF of Typst has, which packs none of them into streams."""
    return len(_PAGE.findall(raw))
