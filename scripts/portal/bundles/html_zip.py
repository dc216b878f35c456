"""The HTML zip: unpack, double-click, read and search without a network."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.bundles.about import about_file, start_page
from portal.bundles.frames import share_frames
from portal.bundles.heads import share_heads
from portal.bundles.lean import lean_asset, lean_pages, used_assets
from portal.bundles.link_titles import share_titles
from portal.bundles.manifest import sums_of
from portal.bundles.pages_alone import pages_alone
from portal.bundles.scope import Scope
from portal.bundles.used_styles import ENDING, used_rules, words_of
from portal.bundles.verify import SUMS
from portal.checks.site_settings import read_settings
from portal.edition import Edition, open_edition
from portal.local.laid_beside import beside_files, with_scripts
from portal.search.index import build_index
from portal.search.writing import FOLDER as SEARCH
from portal.search.writing import scripts

VERIFY = Path(__file__).with_name("verify.py")
"""Needs nothing but Python: it goes into the zip and onto the stick as it stands."""


def html_files(root: Path, scopes: Sequence[Scope]) -> dict[str, bytes]:
    """Return the files of an HTML bundle, name to bytes; raise PortalError.

    One scope or one per language; the start page stands above the language folders.
    """
    by_code = {scope.tree.code: scope for scope in scopes}
    files: dict[str, bytes] = {}
    for scope in scopes:
        others = {code: other for code, other in by_code.items() if other is not scope}
        code = scope.tree.code
        for name, raw in language_files(root, scope, others).items():
            path = f"{code}/{name}"
            page = name.endswith(".html")
            files[path] = with_scripts(raw.decode(), path).encode() if page else raw
    files |= beside_files()
    files["index.html"] = start_page(root, scopes).encode()
    files["LICENSE.txt"] = (root / "LICENSE-CONTENT").read_bytes()
    files["about.json"] = about_file(scopes)
    if len(scopes) > 1:
        # For a stick that has passed through many hands.
        files["verify.py"] = VERIFY.read_bytes()
        files[SUMS] = sums_of(files).encode()
    return files


def language_files(root: Path, scope: Scope, others: Mapping[str, Scope]) -> dict[str, bytes]:
    """Return the files of one language's folder, the search index of just these pages with them.

    `others` are the scopes of further languages in the same bundle, by code.
    """
    tree = scope.tree
    alone = pages_alone(scope, others=others)
    lean, shared = lean_pages(alone)
    lean, titles = share_titles(lean)
    lean, heads = share_heads(lean, shared)
    lean, frames = share_frames(lean, start=scope.start)
    shared |= titles | heads | frames
    texts: dict[str, bytes] = {file: html.encode() for file, html in lean.items()}
    assets = shared | {
        name: lean_asset(name, (tree.folder / name).read_bytes())
        for name in tree.assets()
        if not name.startswith(f"{SEARCH}/")
    }
    used = used_assets(assets, lean.values())
    shown = [*lean.values()]
    shown += (raw.decode() for name, raw in used.items() if name.endswith(".js"))
    texts |= used | {
        name: used_rules(raw.decode(), words_of(shown)).encode()
        for name, raw in used.items()
        if name.endswith(ENDING)
    }
    for name, script in search_files(root, scope, alone).items():
        texts[f"{SEARCH}/{name}"] = script.encode()
    return texts


def search_files(root: Path, scope: Scope, alone: Mapping[str, str]) -> dict[str, str]:
    """Return the search index of the pages of a scope, name to script."""
    edition = _edition(root, scope.tree.code)
    files = {page.key: page.file for page in scope.pages}
    within = frozenset(files)
    return scripts(build_index(edition, lambda key: alone[files[key]], within=within))


@functools.cache
def _edition(root: Path, code: str) -> Edition:
    """Read a language once for all bundles of a run: half of a small one's time went there."""
    nav = [entry.path for entry in read_settings(root).nav or ()]
    return open_edition(root, code, site_url=None, repository=None, nav=nav)
