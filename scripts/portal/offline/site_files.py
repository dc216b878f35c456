"""What stands in a finished tree for browsers that keep it: list of files, web manifest, sizes."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.languages import Labels
from portal.offline.page import PAGE
from portal.page_context import file_of

FILES = f"{PAGE}/files.json"
"""The list: edition, day of the text in words, and of each file its hash and two sizes in bytes."""
EDITION = f"{PAGE}/edition.txt"
"""The list's edition alone, for browsers that look whether there is a newer one."""
WEB_MANIFEST = "manifest.webmanifest"
SERVICE_WORKER = "service-worker.js"
_NOT_KEPT = frozenset({FILES, EDITION, SERVICE_WORKER, "portal.json", "sitemap.xml"})
"""What programs read, and what browsers must ask the server for."""
_SIZES = re.compile(r'data-bytes="\d+" data-transfer="\d+"')
"""The template writes zeros: nobody knows them before the tree is finished."""
_GROUND, _COLOUR = "#fdfcf9", "#0b5c78"
_ICONS = (("192", "any"), ("512", "any"), ("512", "maskable"))


def write_offline(tree: Path, labels: Labels, *, state: str | None) -> None:
    """Write them into a language's tree once all else stands; `state` is the text's day in words.

    A tree without the page that asks for them gets none.
    """
    page = tree / file_of(PAGE)
    if not page.is_file():
        return
    _write_json(tree / WEB_MANIFEST, web_manifest(labels))
    _write_list(tree, state or "")


def renew_list(tree: Path) -> None:
    """List a tree's files again, some of which changed since; a tree without a list gets none."""
    known = tree / FILES
    if known.is_file():
        _write_list(tree, str(json.loads(known.read_text("utf-8"))["state"]))


def _write_list(tree: Path, state: str) -> None:
    page = tree / file_of(PAGE)
    listed = {name: _measured(tree / name) for name in _kept_files(tree)}
    # Readers are told tenths of a megabyte; finer figures would change the page with each comma.
    whole = round(sum(size for _, size, _ in listed.values()), -5)
    packed = round(sum(size for *_, size in listed.values()), -5)
    sizes = f'data-bytes="{whole}" data-transfer="{packed}"'
    page.write_text(_SIZES.sub(sizes, page.read_text("utf-8"), count=1), "utf-8")
    listed[file_of(PAGE)] = _measured(page)
    edition = hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:16]
    _write_json(tree / FILES, {"edition": edition, "state": state, "files": listed})
    (tree / EDITION).write_text(edition, "utf-8")


def web_manifest(labels: Labels) -> dict[str, Any]:
    """Return what a home screen shows of a language; addresses are relative to its folder."""
    return {
        "name": labels("site.name"),
        "short_name": labels("site.name"),
        "description": labels("site.description"),
        "lang": labels.language.code,
        "dir": labels.language.direction,
        "id": "./",
        "start_url": "./index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": _GROUND,
        "theme_color": _COLOUR,
        "icons": [
            {
                "src": f"assets/icons/{purpose}-{size}.png",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in _ICONS
        ],
    }


def _kept_files(tree: Path) -> Iterator[str]:
    for path in sorted(tree.rglob("*")):
        name = path.relative_to(tree).as_posix()
        if path.is_file() and name not in _NOT_KEPT and path.suffix != ".map":
            yield name


def _measured(path: Path) -> tuple[str, int, int]:
    """Return hash, size, and size as a server sends it that compresses."""
    raw = path.read_bytes()
    return hashlib.sha256(raw).hexdigest(), len(raw), len(zlib.compress(raw, 6))


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
