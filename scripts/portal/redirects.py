"""Pages that moved: a small page at each old address leads to the new one."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from portal.languages import Labels
from portal.page_context import file_of, relative_href

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<title>{moved}</title>
</head>
<body><p><a href="{href}">{moved}</a></p></body>
</html>
"""


def write_redirects(redirects: Mapping[str, str], tree: Path, labels: Labels) -> None:
    """Write the pages for one language's tree: old key to new key, the new one with `#id` or not.

    A page that is there again is left alone: `portal check` speaks of it.
    """
    for old, new in redirects.items():
        path = tree / file_of(old)
        if path.exists():
            continue
        key, mark, anchor = new.partition("#")
        page = _PAGE.format(
            language=labels.language.code,
            direction=labels.language.direction,
            href=escape(relative_href(old, key) + mark + anchor),
            moved=escape(labels("redirect.moved")),
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")
