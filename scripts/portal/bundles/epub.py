"""EPUB 3 for e-readers and phones.

Written with our own zip writer: EbookLib, the library for it, is under the AGPL, and the format
is a zip of XHTML with two lists.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import html as markup
from markupsafe import Markup

from portal.bundles.about import LICENCE, environment
from portal.bundles.archive import write_zip
from portal.bundles.book import Book, read_book
from portal.bundles.content import Chapter, target_key
from portal.bundles.rewriting import is_external
from portal.bundles.scope import Scope

_CONTAINER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    b'<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    b"</rootfiles></container>\n"
)
_KEPT = frozenset({
    "alt", "class", "colspan", "datetime", "dir", "href", "id", "lang", "rowspan", "scope", "src",
    "start",
})  # fmt: skip
_STYLE = Path(__file__).with_name("templates") / "book.css"
_DAY_ONE = "2026-01-01"
"""Where git knows no day: the format wants one."""


def pack_epub(root: Path, scopes: Sequence[Scope], path: Path, _: str | None) -> None:
    """Write the EPUB of a track with the pages it leads to; raise PortalError."""
    book = read_book(root, scopes[0], None, references=True)
    write_zip(path, epub_files(book), first={"mimetype": b"application/epub+zip"})


def epub_files(book: Book) -> dict[str, bytes]:
    """Return the files of an EPUB, name to bytes."""
    named = [(f"c{number:03}.xhtml", chapter) for number, chapter in enumerate(book.chapters)]
    places = {chapter.page.file: file for file, chapter in named}
    texts: dict[str, str] = {}
    drawings: dict[str, str] = {}
    for file, chapter in named:
        stem = file.removesuffix(".xhtml")
        for number, drawing in enumerate(chapter.drawings):
            drawings[f"{stem}-{number}.svg"] = drawing.svg
        body = _body(chapter, stem, places)
        texts[file] = _page(chapter.page.title, chapter.language, body)
    values: dict[str, Any] = {
        "book": book,
        "chapters": named,
        "drawings": sorted(drawings),
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'minamata-{book.scope.name}')}",
        "licence": LICENCE,
        "date": book.scope.tree.date or _DAY_ONE,
        "commit": book.scope.tree.commit,
    }
    texts["cover.xhtml"] = _page(book.title, book.language, _render("cover.xhtml", values))
    contents = _render("contents.xhtml", values)
    texts["contents.xhtml"] = _page(book.t("bundle.contents"), book.language, contents)
    texts["package.opf"] = _render("package.opf", values)
    texts["book.css"] = _STYLE.read_text("utf-8")
    files = {f"EPUB/{name}": text.encode() for name, text in (texts | drawings).items()}
    return {"META-INF/container.xml": _CONTAINER, **files}


def _page(title: str, language: Any, body: str) -> str:
    values = {"title": title, "language": language, "body": Markup(body)}  # noqa: S704 our markup
    return _render("chapter.xhtml", values)


def _render(name: str, values: dict[str, Any]) -> str:
    return str(environment().get_template(name).render(**values))


def _body(chapter: Chapter, stem: str, places: dict[str, str]) -> str:
    """Return a chapter's content as XHTML; links lead into the book, or are printed."""
    for element in list(chapter.root.iter()):
        if not isinstance(element.tag, str):
            element.drop_tree()
            continue
        _link(element, chapter, places)
        for name in set(element.attrib) - _KEPT:
            del element.attrib[name]
        if element.get("lang"):
            element.set("{http://www.w3.org/XML/1998/namespace}lang", element.get("lang"))
        if element.tag == "img":
            kind, _, number = (element.get("src") or "").partition(":")
            if kind != "drawing":
                element.drop_tree()
            else:
                element.set("src", f"{stem}-{number}.svg")
    return str(markup.tostring(chapter.root, method="xml", encoding="unicode"))


def _link(element: Any, chapter: Chapter, places: dict[str, str]) -> None:
    address = element.get("href")
    if element.tag != "a" or address is None:
        return
    if is_external(address):
        note = markup.Element("span", {"class": "address", "dir": "ltr"})
        note.text = f" ({address})"
        note.tail, element.tail = element.tail, None
        element.addnext(note)
        return
    target = target_key(address, chapter.page)
    file = places.get(target[0]) if target else None
    if target is None or file is None:
        del element.attrib["href"]
        element.tag = "span"
    else:
        element.set("href", f"{file}#{target[1]}" if target[1] else file)
