"""The front matter as rules against hostile pages must see it: as written and as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.pages import Page

Path = tuple[str | int, ...]


def head_lines(page: Page) -> tuple[str, ...]:
    """Return the lines of the front matter, each followed by the values that it spells otherwise.

    With YAML's escapes a value holds a bracket that no line shows; the page would show it.
    """
    lines = list(page.lines[: page.body_line - 1])
    if not any("\\" in line for line in lines):
        return tuple(lines)
    for path, text in head_texts(page):
        place = page.head.values[path].line - 1
        if text not in lines[place]:
            lines[place] += f" {' '.join(text.splitlines())}"
    return tuple(lines)


def head_texts(page: Page) -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of each value of the front matter that is text."""
    yield from _texts(page.front_matter, ())


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
