"""Rules about addresses: what they run, what they load, and where they lead on this disk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.checks.head_lines import head_lines, head_texts
from portal.checks.links import is_local, place_of, resolve
from portal.checks.rule import Hit, page_rule, site_rule
from portal.findings import Place
from portal.pages import DOCS, Page, Site, without_code_spans

SCHEMES = frozenset(("https", "http", "mailto", "tel"))

# A browser drops these inside an address before it looks at the scheme.
_DROPPED = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):")
_SCRIPT = re.compile(r"[\s\x00-\x1f]*".join("javascript") + r"[\s\x00-\x1f]*:", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([\s<]*+(?P<address>[^\s)>]{1,200})")
_ADDRESS = re.compile(r"\](?:\(|:)(?=[\s<]*+(?P<address>[^\s)>]{1,200}))")


@page_rule("SEC003", "unsafe-address")
def addresses_are_safe(page: Page, _site: Site) -> Iterator[Hit]:
    """An address has a scheme that can run a program or reach into the reader's machine.

    Allowed are `https:`, `http:`, `mailto:`, `tel:` and paths to our own files.

    Wrong: `[more](javascript:…)`, `[more](data:text/html,…)`, `[more](//host/path)`.

    Mend it: write the address in full, with `https://`.
    """
    seen: set[int] = set()
    for link in page.links:
        if fault := _fault(link.target):
            seen.update(range(link.line, link.end_line + 1))
            yield Hit(place_of(link, page), fault, "Write an https:// address or a path.")
    for path, text in head_texts(page):
        if path[-1] == "url" and (fault := _fault(text)):
            seen.add(page.value_place(*path).line)
            yield Hit(page.value_place(*path), fault, "Write an https:// address or a path.")
    for number, fault in _raw_faults(page):
        if number not in seen:
            seen.add(number)
            yield Hit(page.place(number), fault, "Write an https:// address or a path.")


def _fault(address: str) -> str | None:
    target = _DROPPED.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(target)
    if scheme and scheme["scheme"].lower() not in SCHEMES:
        return f"The scheme `{scheme['scheme'][:20]}:` is not allowed in an address."
    if target.startswith("//"):
        return "The address begins with `//`: it has a host but no scheme."
    return None


def _raw_faults(page: Page) -> Iterator[tuple[int, str]]:
    """Yield lines with what another Markdown parser than ours may take for a bad address."""
    text = _raw_text(page)
    for match in _SCRIPT.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, "The line holds a `javascript:` address."
    for match in _ADDRESS.finditer(text):
        if fault := _fault(match["address"]):
            yield text.count("\n", 0, match.start("address")) + 1, fault


def _raw_text(page: Page) -> str:
    """Return all that a renderer may show, comments and what looks like one included."""
    head = head_lines(page)
    lines = (*head, *without_code_spans(page.prose.with_comments[len(head) :]))
    if not any("&" in line for line in lines):
        return "\n".join(lines)
    from html import unescape  # 3 ms, which a page without entities does not wait for

    return "\n".join(unescape(line).replace("\n", " ") for line in lines)


@page_rule("SEC004", "remote-image")
def images_are_ours(page: Page, _site: Site) -> Iterator[Hit]:
    """An image is loaded from another host, or stands in the address itself.

    It would tell that host who reads what, and be missing offline.

    Wrong: `![Flask](https://example.org/flask.png)`. Right: `![Flask](../../assets/flask.svg)`.

    Mend it: put the file below docs/assets, if its licence allows.
    """
    seen: set[int] = set()
    message, remedy = "The image is not one of our own files.", "Put the file below docs/assets."
    for link in page.links:
        if link.kind == "image" and not is_local(link.target):
            seen.update(range(link.line, link.end_line + 1))
            yield Hit(place_of(link, page), message, remedy)
    text = _raw_text(page)
    for match in _IMAGE.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        if number not in seen and not is_local(match["address"]):
            yield Hit(page.place(number), message, remedy)


@site_rule("SEC005", "symbolic-link")
def no_symbolic_links(site: Site) -> Iterator[Hit]:
    """A file below docs/ is a symbolic link.

    It could publish any file of the machine that builds the site. Links are neither followed nor
    read here.

    Mend it: put the file itself in its place.
    """
    for path in sorted(site.listing.symlinks):
        message = "The file is a symbolic link."
        yield Hit(Place(path, 1), message, "Put the file itself in its place.")


@page_rule("SEC008", "path-outside")
def paths_stay_inside(page: Page, _site: Site) -> Iterator[Hit]:
    """A link or image leads out of docs/.

    Nothing outside is published: the link is dead at best.

    Wrong: `[code](../../../scripts/run.py)`.

    Mend it: link to a file below docs/, or to an https:// address.
    """
    for link in page.links:
        if is_local(link.target) and link.target:
            path, _ = resolve(link, page)
            if not path.startswith(f"{DOCS}/"):
                message = "The path leads out of docs/."
                yield Hit(place_of(link, page), message, "Link to a file below docs/.")
