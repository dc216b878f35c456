"""Rules about links and images."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from portal.checks.rule import Hit, page_rule
from portal.checks.site_settings import read_settings
from portal.findings import Place, Severity
from portal.pages import DOCS, Link, Page, Site

_DROPPED = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


def place_of(link: Link, page: Page) -> Place:
    """Return the place of a link."""
    return Place(page.path, link.line, link.column, link.end_line, link.end_column)


def is_local(target: str) -> bool:
    """Tell whether an address is a path: no scheme, no host."""
    # A browser drops controls and spaces before it looks at the scheme.
    bare = _DROPPED.sub("", target)
    return not _SCHEME.match(bare) and not bare.startswith(("/", "\\"))


def resolve(link: Link, page: Page) -> tuple[str, str]:
    """Return the path below the root that a local address names, and its anchor."""
    path, _, anchor = link.target.partition("#")
    path = unquote(path.partition("?")[0])
    folder = posixpath.dirname(page.path)
    return posixpath.normpath(posixpath.join(folder, path)) if path else page.path, unquote(anchor)


def page_key(path: str, site: Site) -> tuple[str, str] | None:
    """Return language and key that a path below the root names, whether or not it exists."""
    parts = path.split("/", 2)
    is_page = len(parts) == 3 and parts[0] == DOCS and path.endswith(".md")
    if not is_page or parts[1] not in site.languages:
        return None
    return parts[1], parts[2].removesuffix(".md")


def exists(path: str, site: Site) -> bool:
    """Tell whether a link to a path leads somewhere."""
    key = page_key(path, site)
    return site.has(*key) if key else path in site.listing.others


@page_rule("LNK001", "missing-page")
def linked_pages_exist(page: Page, site: Site) -> Iterator[Hit]:
    """A link leads to a page or file that does not exist.

    Links name the Markdown file, relative to the file they stand in; a page that only exists in
    English counts in every language.

    Wrong: `[waste](../waste/)`. Right: `[waste](../waste/index.md)`.

    Mend it: correct the path, or write the page first.
    """
    for link in page.links:
        if link.kind != "link" or not is_local(link.target):
            continue
        path, _ = resolve(link, page)
        if path.startswith(f"{DOCS}/") and not exists(path, site):
            yield Hit(place_of(link, page), f"There is no {path}.", _nearest(path, page, site))


def _nearest(path: str, page: Page, site: Site) -> str:
    from difflib import get_close_matches

    known = [*site.listing.pages.values(), *site.listing.others]
    if f"{path}/index.md" in known:
        close = [f"{path}/index.md"]
    elif f"{path}.md" in known:
        close = [f"{path}.md"]
    else:
        close = get_close_matches(path, known, n=1, cutoff=0.8)
    if not close:
        return "Correct the path: it is relative to this file and names a .md file."
    return f"Did you mean `{posixpath.relpath(close[0], posixpath.dirname(page.path))}`?"


@page_rule("LNK002", "missing-anchor")
def linked_anchors_exist(page: Page, site: Site) -> Iterator[Hit]:
    """A link names a place in a page that has no such place.

    The reader lands at the top of the page and does not know why.

    Wrong: `storage.md#flask` where the heading has the id `flasks`.

    Mend it: use the id of a heading of that page.
    """
    for link in page.links:
        if link.kind != "link" or not is_local(link.target):
            continue
        path, anchor = resolve(link, page)
        key = page_key(path, site)
        if not anchor or key is None or not site.has(*key):
            continue
        anchors = site.anchors(*key)
        if anchor not in anchors:
            from difflib import get_close_matches

            close = get_close_matches(anchor, sorted(anchors), n=1)
            remedy = f"Did you mean `#{close[0]}`?" if close else "Use the id of a heading there."
            yield Hit(place_of(link, page), f"{path} has no place `#{anchor}`.", remedy)


@page_rule("LNK003", "absolute-link-to-ourselves")
def own_links_are_relative(page: Page, site: Site) -> Iterator[Hit]:
    """A link to our own site is written as an absolute address.

    It leads out of a copy on a stick, of a preview and of a fork, to a page in one language.

    Wrong: `[storage](/en/waste/storage/)`. Right: `[storage](../waste/storage.md)`.

    Mend it: write the path of the Markdown file, relative to this one.
    """
    own = urlsplit(read_settings(site.root).site_url or "").netloc
    for link in page.links:
        # A double slash begins a host.
        rooted = link.target.startswith("/") and not link.target.startswith("//")
        host = urlsplit(link.target).netloc if not rooted and "[" not in link.target else ""
        if rooted or (own and host == own):
            message = "The address of our own site is absolute."
            remedy = "Write the path of the .md file, relative to this one."
            yield Hit(place_of(link, page), message, remedy)


@page_rule("LNK004", "not-https", Severity.WARNING)
def links_are_encrypted(page: Page, _site: Site) -> Iterator[Hit]:
    """A link uses `http://`: whoever is between can read and change what the reader gets.

    Wrong: `http://www.basel.int/`. Right: `https://www.basel.int/`.

    Mend it: try the address with `https://`; suppress this where the host has none.
    """
    for link in page.links:
        if link.target.lower().startswith("http://"):
            message = "The link is not encrypted (http)."
            yield Hit(place_of(link, page), message, "Try the address with https://.")


@page_rule("LNK005", "missing-image")
def images_exist(page: Page, site: Site) -> Iterator[Hit]:
    """An image file does not exist.

    Mend it: correct the path, which is relative to this file, or add the file.
    """
    for link in page.links:
        if link.kind == "image" and is_local(link.target):
            path, _ = resolve(link, page)
            if path.startswith(f"{DOCS}/") and path not in site.listing.others:
                yield Hit(place_of(link, page), f"There is no image {path}.", "Correct the path.")


@page_rule("LNK006", "image-without-alternative-text")
def images_have_alternative_text(page: Page, _site: Site) -> Iterator[Hit]:
    """An image has no alternative text.

    Who cannot see it, or has not loaded it, gets nothing.

    Wrong: `![](flask.svg)`. Right: `![Steel flask with a screw cap](flask.svg)`.

    Mend it: say in one sentence what the image tells.
    """
    for link in page.links:
        if link.kind == "image" and not link.text.strip():
            message = "The image has no alternative text."
            yield Hit(place_of(link, page), message, "Write between the brackets what it tells.")
