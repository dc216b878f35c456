"""A corpus of our own pages: repeated as they are, as many bytes of each language."""

from __future__ import annotations

from dataclasses import dataclass

from portal.citations import has_grammar
from portal.errors import DataError
from portal.pages import Site


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one language, repeated."""

    language: str
    texts: tuple[str, ...]
    """Whole pages, as in the files."""
    size: int
    """UTF-8 bytes."""


def make_corpus(site: Site, *, size: int) -> tuple[Part, ...]:
    """Repeat the pages of each language until all together have `size` bytes.

    A language without pages or without a grammar is left out. Raises DataError where none is left.
    """
    pages = {code: _texts(site, code) for code in site.languages.codes if has_grammar(code)}
    pages = {code: texts for code, texts in pages.items() if texts}
    if not pages:
        raise DataError("There is no page to repeat. Write one below docs/en/.", path="docs")
    share = size // len(pages)
    return tuple(_repeat(code, texts, share) for code, texts in pages.items())


def _texts(site: Site, code: str) -> list[str]:
    return [page.text for key in site.keys(code) if (page := site.readable(code, key))]


def _repeat(code: str, texts: list[str], share: int) -> Part:
    repeated: list[str] = []
    size = 0
    while size < share:
        text = texts[len(repeated) % len(texts)]
        repeated.append(text)
        size += len(text.encode("utf-8"))
    return Part(code, tuple(repeated), size)
