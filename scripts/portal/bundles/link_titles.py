"""Shares the titles of cited provisions and the meanings of terms, which links to them repeat.

They were a twentieth of a bundle. Here a script holds each once and gives it back to the links;
without JavaScript the links lead where they led, and the glossary tells the meaning.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from portal.bundles.lean import SHARED
from portal.bundles.paths import relative

NAME = f"{SHARED}/link-titles.js"
"""Without a mark of its content: a new title must not change every page."""
_LINK = re.compile(r'(<a class="(?:provision|term)" href="([^"]*)") title="([^"]*)"')
_LEAST = 2
"""Pages that share a title; those of a single page stay in it."""
_SCRIPT = Path(__file__).with_name("templates") / "link-titles.js"

Place = tuple[str, str]
"""A file and an anchor in it."""


def share_titles(pages: Mapping[str, str]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the pages (file to HTML) without the titles they share, and the script with them."""
    titles = _shared(pages)
    if not titles:
        return dict(pages), {}
    lean = {file: _without(html, file, titles) for file, html in pages.items()}
    return lean, {NAME: _script(titles)}


def _without(html: str, file: str, titles: Mapping[Place, str]) -> str:
    def without(found: re.Match[str]) -> str:
        return found[1] if titles.get(_place(found[2], file)) == found[3] else found[0]

    article, end, rest = html.rpartition("</article>")
    shorter = _LINK.sub(without, article)
    if shorter == article:
        return html
    # Before the scripts at the end of the page, which show titles in their own way.
    return f'{shorter}{end}<script src="{relative(NAME, file)}"></script>{rest}'


def _shared(pages: Mapping[str, str]) -> dict[Place, str]:
    uses: dict[Place, Counter[str]] = defaultdict(Counter)
    for file, html in pages.items():
        for place, title in sorted(set(_titles(html, file))):
            uses[place][title] += 1
    # A page in another language may have other words for the same place.
    most = {place: found.most_common(1)[0] for place, found in uses.items()}
    return {place: title for place, (title, count) in most.items() if count >= _LEAST}


def _titles(html: str, file: str) -> Iterator[tuple[Place, str]]:
    return ((_place(found[2], file), found[3]) for found in _LINK.finditer(html))


def _place(address: str, file: str) -> Place:
    path, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
    return target, anchor


def _script(titles: Mapping[Place, str]) -> bytes:
    by_file: dict[str, dict[str, str]] = defaultdict(dict)
    for (file, anchor), title in sorted(titles.items()):
        by_file[file][anchor] = unescape(title)
    written = json.dumps(by_file, ensure_ascii=False, separators=(",", ":"))
    loader = _SCRIPT.read_text("utf-8").partition("*/\n")[2]
    return loader.replace("TITLES", written).encode()
