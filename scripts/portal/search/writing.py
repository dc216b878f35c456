"""Writes the index as scripts that `<script src>` loads, from a server or from a disk."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from portal.edition import Edition
from portal.errors import BuildError
from portal.page_context import file_of
from portal.search.index import SearchIndex, build_index

FOLDER = "search"
"""Below a language's folder; the page for browsers without JavaScript stands there, too."""
THEME_SEARCH = ("assets/javascripts/lunr", "assets/javascripts/workers")
"""Where the theme copies its own search to, which nobody loads."""
THEME_SCRIPTS = ("assets/javascripts/bundle.*", "assets/stylesheets/*.map")
"""The theme's script, which no page of ours loads, and maps to sources that are not shipped."""
SCRIPTS = "assets/javascripts"
PARTS = ("words", "index", "query", "ranking", "dialog")
"""Our own script by its parts, `search-words.js` and so on; they are shipped as one, search.js."""
MOST = 190_000
"""Compressed bytes of a file, by estimate, so that none passes 200 000; a larger index is cut, and
the first part answers at once."""


def write_search(edition: Edition, tree: Path) -> None:
    """Write the index of a language's finished tree, and take the theme's own search out of it.

    Raises BuildError where a page is missing, DataError where the list of terms is broken.
    """

    def read(key: str) -> str:
        try:
            return (tree / file_of(key)).read_text("utf-8")
        except OSError:
            message = "The page was not built, so it cannot be searched. Build the site again."
            raise BuildError(message, path=file_of(key)) from None

    files = scripts(build_index(edition, read))
    for folder in THEME_SEARCH:
        shutil.rmtree(tree / folder, ignore_errors=True)
    for pattern in THEME_SCRIPTS:
        for path in tree.glob(pattern):
            path.unlink()
    join_program(tree / SCRIPTS)
    for name, script in files.items():
        path = tree / FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(script, "utf-8")


def join_program(folder: Path) -> None:
    """Put the parts of our script into one file, which the browser asks for once."""
    parts = [folder / f"search-{name}.js" for name in PARTS]
    program = lean("".join(part.read_text("utf-8") for part in parts))
    (folder / "search.js").write_text(program, "utf-8")
    for part in parts:
        part.unlink()


def lean(script: str) -> str:
    """Take comments and blanks out of our own script, which is read on slow connections."""
    # Imported here: `portal check` must not pay for it.
    from rjsmin import jsmin

    return str(jsmin(script)) + "\n"


def scripts(index: SearchIndex, *, most: int = MOST) -> dict[str, str]:
    """Return the files of an index by name: `index.js`, and more where it would pass `most`."""
    rest = compressed(_json(index.data))
    parts = list(_parts(index.texts, first=max(most - rest, most // 4), most=most))
    data = dict(index.data) | {"texts": parts[0], "parts": len(parts)}
    files = {"index.js": f"portalSearch.index({_json(data)})\n"}
    start = len(parts[0])
    for number, part in enumerate(parts[1:], 1):
        files[f"part-{number}.js"] = f"portalSearch.part({start},{_json(part)})\n"
        start += len(part)
    return files


def compressed(text: str) -> int:
    """Return the bytes of a text as a server sends it."""
    return len(gzip.compress(text.encode(), mtime=0))


def _parts(texts: Sequence[str], *, first: int, most: int) -> Iterator[list[str]]:
    """Cut the texts by their share of the compressed size."""
    whole = compressed("".join(texts)) or 1
    length = sum(len(text.encode()) for text in texts) or 1
    part: list[str] = []
    size, limit = 0.0, first
    for text in texts:
        share = len(text.encode()) / length * whole
        if part and size + share > limit:
            yield part
            part, size, limit = [], 0.0, most
        part.append(text)
        size += share
    yield part


def _json(data: object) -> str:
    """Write JSON that is a script as well: two line separators were no text in old browsers."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
