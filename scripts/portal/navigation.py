"""The navigation as mkdocs.yml writes it: page paths, in sections named by labels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portal.errors import ConfigError
from portal.languages import load_labels

if TYPE_CHECKING:
    from portal.edition import Edition


def keys_in_order(nav: object) -> tuple[str, ...]:
    """Return the keys of the pages that a `nav:` names, in reading order.

    >>> keys_in_order(["index.md", {"nav.waste": ["waste/index.md", "waste/storage.md"]}])
    ('index', 'waste/index', 'waste/storage')
    """
    return tuple(path.removesuffix(".md") for path in _paths(nav))


def check_navigation(root: Path, order: Iterable[str], *, known: Collection[str]) -> None:
    """Raise ConfigError, with the line of mkdocs.yml, for a page in the navigation that is not."""
    for key in order:
        if key not in known:
            lines = (root / "mkdocs.yml").read_text("utf-8").splitlines()
            line = next((n for n, text in enumerate(lines, 1) if f"{key}.md" in text), None)
            message = f"The navigation names {key}.md, which is not there. Write it or take it out."
            raise ConfigError(message, path="mkdocs.yml", line=line)


def label_navigation(items: Iterable[Any], edition: Edition) -> None:
    """Name MkDocs's sections in the reader's language and mark pages shown in English.

    A section's title in mkdocs.yml is the key of a label; a page gets `portal_fallback`.
    """
    labels = load_labels(edition.root, edition.language.code)
    for item in items:
        if item.is_section:
            item.title = labels(item.title)
            label_navigation(item.children, edition)
        elif item.is_page:
            item.portal_fallback = edition.fallback(edition.key(item.file.src_uri))


def _paths(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    elif isinstance(nav, list):
        for item in nav:
            yield from _paths(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _paths(item)
