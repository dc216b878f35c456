"""Writes fingerprints into a front matter and leaves every other byte as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from portal.errors import PageError
from portal.pages import Page
from portal.translations.fingerprints import Recorded

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INDENT = "  "


def with_fingerprints(page: Page, prints: Mapping[str, Recorded]) -> str:
    """Return the page's text with exactly these fingerprints under `translation.source`.

    The line ends of the file, comments and the form of all other keys stay. Raises PageError
    where there is no front matter, or `translation` is not a mapping.
    """
    if page.body_line <= 2:
        message = "There is no front matter. Begin the file with title and summary between `---`."
        raise PageError(message, path=page.path, line=1)
    edit = _edit(page, dict(prints))
    start, end = page.source.offset(*edit.start), page.source.offset(*edit.end)
    newline = "\r\n" if "\r\n" in page.text else "\n"
    text = edit.text.replace("\n", newline)
    return page.text[:start] + text + page.text[end:]


@dataclass(frozen=True, slots=True)
class _Edit:
    start: tuple[int, int]
    """Line and column in the file, from 1."""
    end: tuple[int, int]
    text: str


def _edit(page: Page, prints: Mapping[str, Recorded]) -> _Edit:
    closing = page.body_line - 1
    # The reader has accepted this text already (portal.pages.front_matter): safe to compose.
    root = yaml.compose("\n".join(page.lines[1 : closing - 1]), Loader=_LOADER)
    translation = _value(root, "translation")
    if translation is None:
        text = f"translation:\n{_block(prints, _INDENT)}"
        return _insertion(_end_line(root) if root is not None else 2, text)
    if _is_null(translation):
        line = _key(root, "translation").start_mark.line + 2
        return _Edit((line, 1), (line + 1, 1), f"translation:\n{_block(prints, _INDENT)}")
    if not isinstance(translation, yaml.MappingNode):
        line = translation.start_mark.line + 2
        message = "`translation` is no mapping. Write `translators:` and `source:` below it."
        raise PageError(message, path=page.path, line=line)
    source = _value(translation, "source")
    if translation.flow_style:
        return _flow_edit(translation, source, prints)
    indent = " " * (translation.value[0][0].start_mark.column if translation.value else 2)
    if source is None:
        return _insertion(_end_line(translation), _block(prints, indent))
    first = _key(translation, "source").start_mark.line + 2
    return _Edit((first, 1), (_end_line(source, least=first), 1), _block(prints, indent))


def _insertion(line: int, text: str) -> _Edit:
    return _Edit((line, 1), (line, 1), text)


def _flow_edit(
    translation: yaml.MappingNode, source: yaml.Node | None, prints: Mapping[str, Recorded]
) -> _Edit:
    """Change `translation: {…}`: the value of `source`, or a key more before the brace."""
    if source is not None:
        start, end = source.start_mark, source.end_mark
        return _Edit(
            (start.line + 2, start.column + 1), (end.line + 2, end.column + 1), _flow(prints)
        )
    end = translation.end_mark
    place = (end.line + 2, end.column)
    comma = ", " if translation.value else ""
    return _Edit(place, place, f"{comma}source: {_flow(prints)}")


def _flow(prints: Mapping[str, Recorded]) -> str:
    pairs = (f"{name}: {both.english}/{both.own}" for name, both in prints.items())
    return "{" + ", ".join(pairs) + "}"


def _block(prints: Mapping[str, Recorded], indent: str) -> str:
    if not prints:
        return f"{indent}source: {{}}\n"
    lines = (f"{indent}  {name}: {both.english}/{both.own}\n" for name, both in prints.items())
    return f"{indent}source:\n" + "".join(lines)


def _key(mapping: Any, name: str) -> Any:
    return next(key for key, _ in mapping.value if key.value == name)


def _value(mapping: yaml.Node | None, name: str) -> yaml.Node | None:
    pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _end_line(node: yaml.Node, *, least: int = 0) -> int:
    """Return the line of the file behind a node; the mark of a block runs on to the next key."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    # A block scalar ends at the beginning of the next line, anything else within its own.
    ends_before = mark.column == 0 and mark.line > node.start_mark.line
    return max(mark.line + (2 if ends_before else 3), least + 1 if least else 0)
