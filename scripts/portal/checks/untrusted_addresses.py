"""Rules about addresses: what they run, what they load, and where they lead on this disk."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from portal.checks.links import is_local, place_of, resolve
from portal.checks.rule import Hit, page_rule, site_rule
from portal.findings import Place
from portal.pages import DOCS, Page, Site, without_code_spans

SCHEMES = frozenset(("https", "http", "mailto", "tel"))

# A browser drops these inside an address before it looks at the scheme.
_DROPPED = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):")
_SCRIPT = re.compile(r"[\s\x00-\x1f]*".join("javascript") + r"[\s\x00-\x1f]*:", re.IGNORECASE)
_VBSCRIPT = re.compile(r"vbscript\s*:", re.IGNORECASE)


@page_rule("SEC003", "unsafe-address")
def addresses_are_safe(page: Page, _site: Site) -> Iterator[Hit]:
    """An address has a scheme that can run a program or reach into the reader's machine.

    Allowed are `https:`, `http:`, `mailto:`, `tel:` and paths to our own files.

    Wrong: `[more](javascript:…)`, `[more](data:text/html,…)`, `[more](//host/path)`.

    Mend it: write the address in full, with `https://`.
    """
    seen = set()
    for link in page.links:
        target = _DROPPED.sub("", link.target).replace("\\", "/")
        scheme = _SCHEME.match(target)
        if scheme and scheme["scheme"].lower() not in SCHEMES:
            message = f"The scheme `{scheme['scheme'][:20]}:` is not allowed in an address."
        elif target.startswith("//"):
            message = "The address begins with `//`: it has a host but no scheme."
        else:
            continue
        seen.add(link.line)
        yield Hit(place_of(link, page), message, "Write an https:// address or a path.")
    yield from (
        Hit(page.place(n), "The line holds a `javascript:` address.", "Remove it.")
        for n in _script_lines(page)
        if n not in seen
    )


def _script_lines(page: Page) -> Iterator[int]:
    """Yield lines where a script address begins, whatever takes the words for a link."""
    head = page.lines[: page.body_line - 1]
    lines = (*head, *without_code_spans(page.prose.lines[len(head) :]))
    if "script" not in page.text.lower() and "&" not in page.text and "\n" in page.text:
        joined = re.sub(r"\s", "", page.text).lower()
        if "script:" not in joined:
            return
    text = "\n".join(html.unescape(line).replace("\n", " ") for line in lines)
    for pattern in (_SCRIPT, _VBSCRIPT):
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1


@page_rule("SEC004", "remote-image")
def images_are_ours(page: Page, _site: Site) -> Iterator[Hit]:
    """An image is loaded from another host, or stands in the address itself.

    It would tell that host who reads what, and be missing offline.

    Wrong: `![Flask](https://example.org/flask.png)`. Right: `![Flask](../../assets/flask.svg)`.

    Mend it: put the file below docs/assets, if its licence allows.
    """
    for link in page.links:
        target = _DROPPED.sub("", link.target)
        if link.kind == "image" and not is_local(target):
            message = "The image does not come from our own files."
            yield Hit(place_of(link, page), message, "Put the file below docs/assets.")


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
