"""Shares the frame of a bundle's pages: menus, header, footer, words for scripts, all repeated.

In each page they weigh 3 kB compressed, often more than its own text. In a bundle each part stands
once, as a script that puts it where it was. Without JavaScript the text remains, and a link to the
start.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from portal.bundles.lean import SHARED
from portal.bundles.paths import relative
from portal.bundles.rewriting import (
    Attributes,
    Tag,
    change_attributes,
    is_external,
    is_whole,
)
from portal.bundles.tree import TreePage

_PARTS = re.compile(r"<(header|nav|footer)\b.*?</\1>|<div\b[^>]* hidden=[^>]*></div>", re.DOTALL)
"""Outside of the content root the first are the frame, whatever the theme calls them; the last, in
the content as well, holds words for scripts.
"""
_SCRIPTS = re.compile(r"\s*<script\b(?![^>]*/json)[^>]*>.*?</script>", re.DOTALL)
"""Markup that is put in later runs no script: they follow the part in the page."""
_ADDRESSES = frozenset({"href", "src", "data-index", "data-script", "data-style"})
_OWN = frozenset({"aria-current", "open", "data-module"})
"""What differs from page to page in a frame that is otherwise the same."""
_ID = re.compile(r'\bid="([^"]*)"')
_ACTIVE = re.compile(r"\s*\bis-active\b")
UP, PAGE = "\ue000", "\ue001"
"""Stand for the way up to the language's folder, and for the page's own file."""
_LEAST = 3
"""A part that fewer pages share costs more as a file."""
_LOADER = Path(__file__).with_name("templates") / "frame.js"


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    html: str
    """With `UP` and `PAGE` for addresses, without what is the page's own."""
    own: str
    """JSON: number of the element in the part, name and value of each attribute of its own."""
    scripts: str


def share_frames(
    pages: Mapping[str, str], *, start: TreePage
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the pages (file to HTML) without their common frames, and the scripts that hold them.

    `start` is the page that a reader without JavaScript is led to.
    """
    parts = {file: list(_parts(html, file)) for file, html in pages.items()}
    uses = Counter(part.html for found in parts.values() for part in found)
    loader = _LOADER.read_text("utf-8").partition("*/\n")[2]
    scripts: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for html in (one for one, count in uses.items() if count >= _LEAST):
        raw = loader.replace("FRAME_HTML", json.dumps(html, ensure_ascii=False)).encode()
        names[html] = f"{SHARED}/frame-{hashlib.sha256(raw).hexdigest()[:8]}.js"
        scripts[names[html]] = raw
    shared = {
        file: _without(html, file, [part for part in parts[file] if part.html in names], names)
        for file, html in pages.items()
    }
    led = {file: _led(html, file, start, pages[file]) for file, html in shared.items()}
    return led, scripts


def _parts(html: str, file: str) -> Iterator[_Part]:
    first, last = html.find("<article"), html.rfind("</article>")
    anchors = frozenset(_ID.findall(html[first:last]))
    above: int | None = html.find(">", html.find("<body")) + 1
    for found in _PARTS.finditer(html):
        inside = first < found.start() < last
        nested = found[1] and found[0].count(f"<{found[1]}") > 1
        if (found[1] and inside) or nested:
            continue
        start = found.start()
        if above is not None and found[1] and is_whole(html[above:start]):
            # The first takes along what stands between it and the beginning of the body.
            start = above
        above = None
        text = html[start : found.end()]
        scripts = "".join(one.strip() for one in _SCRIPTS.findall(text))
        own: list[tuple[int, str, str]] = []
        mark = functools.partial(
            _common, file=file, anchors=anchors, own=own, numbers=itertools.count()
        )
        shared = change_attributes(_SCRIPTS.sub("", text), mark)
        written = json.dumps(own, ensure_ascii=False, separators=(",", ":")) if own else ""
        yield _Part(start, found.end(), shared, written, scripts)


def _common(
    tag: Tag,
    *,
    file: str,
    anchors: Container[str],
    own: list[tuple[int, str, str]],
    numbers: Iterator[int],
) -> Attributes | None:
    """Return the attributes that all pages have in common; note in `own` what is this page's."""
    number = next(numbers)
    kept: dict[str, str | None] = {}
    for name, value in tag.attributes.items():
        # The last: a link into the page's own text, which skips the frame.
        if name in _OWN or (name == "href" and value and value[:1] == "#" and value[1:] in anchors):
            own.append((number, name, value or ""))
        elif name == "class" and value and _ACTIVE.search(value):
            own.append((number, name, value))
            kept[name] = _ACTIVE.sub("", value)
        elif name in _ADDRESSES and value:
            kept[name] = _from_folder(value, file)
        else:
            kept[name] = value
    return kept if kept != dict(tag.attributes) else None


def _from_folder(address: str, file: str) -> str:
    path, mark, anchor = address.partition("#")
    if not path or is_external(address):
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if target.startswith("../") and target.endswith(f"/{file}"):
        # The same page in another language.
        target = target.removesuffix(file) + PAGE
    return f"{UP}{target}{mark}{anchor}"


def _without(html: str, file: str, parts: list[_Part], names: Mapping[str, str]) -> str:
    pieces, position = [], 0
    for part in parts:
        attributes = f'src="{relative(names[part.html], file)}"'
        if PAGE in part.html:
            attributes += f' data-page="{escape(file)}"'
        if part.own:
            attributes += f" data-own='{escape(part.own, quote=False).replace(chr(39), '&#39;')}'"
        pieces += [html[position : part.start], f"<script {attributes}></script>{part.scripts}"]
        position = part.end
    return "".join([*pieces, html[position:]])


def _led(html: str, file: str, start: TreePage, before: str) -> str:
    """Return a page with a way to the start for readers without JavaScript, if its menus went.

    A header of the page's own leads there, too, where it led to a menu that is shared.
    """
    if "/frame-" not in html or "<article" not in html:
        return html
    for name in set(_ID.findall(before)) - set(_ID.findall(html)):
        html = html.replace(f'href="#{name}"', f'href="{relative(start.file, file)}"')
    link = (
        f'<a href="{relative(start.file, file)}" lang="{start.language}">{escape(start.title)}</a>'
    )
    # In no box of the theme: it would stand at the very edge, in the smallest letters.
    way = f'<noscript><p style="font-size:.8rem;margin:.8rem">{link}</p></noscript>'
    return html.replace("<article", f"{way}<article", 1)
