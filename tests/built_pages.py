"""What tests ask of every page of the built site, read once: each page is parsed a single time."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from lxml import html

LOADING = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "object"})
LOADED = ("src", "href", "data", "srcset")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page of the site."""

    path: Path
    ids: frozenset[str]
    addresses: tuple[str, ...]
    """What `href` and `src` name; canonical and alternate links speak of addresses only."""
    loaded: tuple[str, ...]
    """What the browser fetches by itself."""


@functools.cache
def built_pages(site: Path) -> tuple[BuiltPage, ...]:
    """Return all pages of a site, by path."""
    return tuple(_read(path) for path in sorted(site.rglob("*.html")))


def _read(path: Path) -> BuiltPage:
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    ids, addresses, loaded = set(), [], []
    for element in tree.iter("*"):
        if "id" in element.attrib:
            ids.add(element.attrib["id"])
        if element.tag == "link" and {"canonical", "alternate"} & set(
            element.get("rel", "").split()
        ):
            continue
        addresses += [element.attrib[name] for name in ("href", "src") if name in element.attrib]
        if element.tag in LOADING or element.tag == "link":
            loaded += [element.attrib[name] for name in LOADED if name in element.attrib]
    return BuiltPage(path, frozenset(ids), tuple(addresses), tuple(loaded))
