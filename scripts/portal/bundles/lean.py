"""Takes out of pages what is of no use without a server, and shares what every page repeats.

A page of the site weighs 6 kB even where its text has ten words: data for search engines, settings
of the theme, and the same scripts in each page. A bundle holds a hundred pages, each compressed by
itself, so that an update need only fetch what changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from portal.bundles.paths import relative
from portal.search.writing import lean

_FOR_SERVERS = re.compile(
    r'<script type="application/ld\+json">.*?</script>'
    r'|<script id="__config".*?</script>'
    r"|<script>__md_scope=.*?</script>"
    r'|<link rel="(?:alternate|canonical|prev|next)"[^>]*>'
    r'|<meta name="(?:description|robots)"[^>]*>'
    r'|<div class="md-dialog"[^>]*>\s*<div[^>]*>\s*</div>\s*</div>',
    re.DOTALL,
)
"""Data for search engines; settings, and an empty box, of the theme's scripts, not loaded here."""
_WRITTEN_IN = re.compile(r"<(script|style)>((?:(?!</\1>).){200,})</\1>", re.DOTALL)
"""Short ones stay: a name costs as much."""
_INDENT = re.compile(r"\s*\n[ \t\n]*")
_AS_WRITTEN = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)", re.DOTALL)
"""Where white space counts."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FILE_NAME = re.compile(r"[\w@.-]+\.\w+")
SHARED = "assets/shared"


def lean_pages(pages: Mapping[str, str]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the pages (file to HTML) without what only servers need, and the scripts they share.

    A script or style that was written into the pages becomes a file, named for its content.
    """
    shared: dict[str, bytes] = {}
    lean = {}
    for file, html in pages.items():

        def name_it(found: re.Match[str], file: str = file) -> str:
            raw = found[2].strip().encode()
            is_script = found[1] == "script"
            ending = "js" if is_script else "css"
            name = f"{SHARED}/page-{hashlib.sha256(raw).hexdigest()[:8]}.{ending}"
            shared[name] = raw + b"\n"
            address = relative(name, file)
            return (
                f'<script src="{address}"></script>'
                if is_script
                else f'<link rel="stylesheet" href="{address}">'
            )

        lean[file] = _WRITTEN_IN.sub(name_it, without_server_data(html))
    return lean, shared


def without_server_data(html: str) -> str:
    """Return a page without canonical addresses, data for search engines, settings, indentation."""
    pieces = _AS_WRITTEN.split(_FOR_SERVERS.sub("", html))
    # Of three, the first is between, the second as written, the third the name of its element.
    pieces[::3] = [_INDENT.sub("\n", piece) for piece in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces)


def lean_asset(name: str, raw: bytes) -> bytes:
    """Return a script or style of ours without comments of whole lines and indentation."""
    if name.endswith(".js"):
        return lean(raw.decode()).encode()
    if name.endswith(".css"):
        return _INDENT.sub("\n", _COMMENT.sub("", raw.decode())).encode()
    return raw


def used_assets(assets: Mapping[str, bytes], pages: Iterable[str]) -> dict[str, bytes]:
    """Return the assets that pages, or the styles and scripts they use, name.

    Names are enough: a file too many costs bytes, a file too few costs a reader a picture.
    """
    named = {name for page in pages for name in _FILE_NAME.findall(page)}
    used: dict[str, bytes] = {}
    while True:
        fresh = {
            name: raw
            for name, raw in assets.items()
            if name not in used and PurePosixPath(name).name in named
        }
        if not fresh:
            return used
        used |= fresh
        texts = (raw for name, raw in fresh.items() if name.endswith((".css", ".js")))
        named |= {word for raw in texts for word in _FILE_NAME.findall(raw.decode())}
