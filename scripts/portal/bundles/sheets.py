"""Joins the style sheets that a page of a bundle names into one link.

Pages with the same sheets share one file, which imports them: each link, and above all rules that
stand in the page itself, would be compressed anew with every page.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

from portal.bundles.lean import SHARED
from portal.bundles.paths import relative

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">\n?|<style>(.*?)</style>\n?', re.DOTALL)
"""A sheet with a condition or a name, which scripts switch, is none of these."""


def join_sheets(pages: Mapping[str, str]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the pages (file to HTML) with one link for all sheets, and the files it leads to."""
    shared: dict[str, bytes] = {}
    joined = {}
    for file, html in pages.items():
        head, end, rest = html.partition("</head>")
        found = list(_SHEET.finditer(head))
        if len(found) > 1:
            raw = _rules(found, file).encode()
            name = f"{SHARED}/page-{hashlib.sha256(raw).hexdigest()[:8]}.css"
            shared[name] = raw
            link = f'<link rel="stylesheet" href="{relative(name, file)}">\n'
            place = found[0].start()
            head = head[:place] + link + _SHEET.sub("", head[place:])
        joined[file] = head + end + rest
    return joined, shared


def _rules(sheets: list[re.Match[str]], file: str) -> str:
    """Return a sheet that imports those of a page, with the rules of the page itself behind."""
    folder = posixpath.dirname(file)
    names = (posixpath.normpath(posixpath.join(folder, one[1])) for one in sheets if one[1])
    # All shared files stand in one folder, so that any of them tells the way.
    imports = [f'@import "{relative(name, f"{SHARED}/page.css")}";' for name in names]
    return "\n".join([*imports, *(one[2].strip() for one in sheets if one[2]), ""])
