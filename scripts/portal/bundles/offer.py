"""Offers finished bundles on the finished site: beside it, and on the pages that they hold.

It is a step of its own after packing. The build knows nothing of bundles, so it gives the same
bytes with or without them; and a link stands only where its file was verified and lies beside it.
"""

from __future__ import annotations

import json
import os
import posixpath
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from portal.bundles.about import environment
from portal.bundles.downloads import ORDER, size_of
from portal.bundles.paths import relative
from portal.bundles.tree import OFFER, LanguageTree, TreePage, read_tree
from portal.bundles.verify import MANIFEST, PAGE, UnreadableError, verify
from portal.cards.cards_page import CARDS
from portal.errors import BuildError
from portal.languages import Labels, load_labels, load_languages
from portal.offline.site_files import renew_list
from portal.whole_folders import filled_beside

FOLDER = "bundles"
"""Below the site's root."""
_PLACE = '<div class="page-end">'
"""The offer stands before the last words of a page; without them, at the end of its content."""


def offer(root: Path, dist: Path, site: Path) -> int:
    """Lay `dist` beside the site and link it from its pages; return how many pages have links.

    Raises BuildError for damaged bundles, and for bundles of another commit than the site's.
    """
    entries = _read(dist)
    codes = [one.code for one in load_languages(root) if (site / one.code).is_dir()]
    trees = [read_tree(site, code) for code in codes]
    for tree in trees:
        _refuse_other_commit(tree, entries, dist)
    changed = [
        pair for tree in trees for pair in _pages(load_labels(root, tree.code), tree, entries)
    ]
    with filled_beside(site / FOLDER, option="--site-dir") as folder:
        for path in dist.iterdir():
            shutil.copyfile(path, folder / path.name)
    for path, html in changed:
        half = path.with_name(f".{path.name}-{os.getpid()}")
        half.write_text(html, "utf-8", newline="")
        half.replace(path)
    for tree in trees:
        # Browsers that keep the site compare each page with its hash.
        renew_list(tree.folder)
    return sum(OFFER.search(html) is not None for _, html in changed)


def _read(dist: Path) -> list[dict[str, Any]]:
    try:
        faults = verify(dist)
    except UnreadableError as error:
        raise BuildError(str(error)) from None
    if faults:
        message = f"The bundles are not whole: {faults[0]} Pack them again."
        raise BuildError(message, path=str(dist))
    entries: list[dict[str, Any]] = json.loads((dist / MANIFEST).read_text("utf-8"))["bundles"]
    return entries


def _refuse_other_commit(
    tree: LanguageTree, entries: Iterable[Mapping[str, Any]], dist: Path
) -> None:
    for one in entries:
        if tree.code in one["languages"] and one["commit"] != tree.commit:
            message = (
                f"The bundles are of another commit than {tree.folder.name}/. Pack them again."
            )
            raise BuildError(message, path=str(dist))


def _pages(
    t: Labels, tree: LanguageTree, entries: Sequence[dict[str, Any]]
) -> Iterable[tuple[Path, str]]:
    """Yield the pages of a language that have bundles, or had some, with their new text."""
    of_page: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in entries:
        if one["languages"] == [tree.code]:
            key = one["module"] or (f"{one['track']}/index" if one["track"] else "index")
            # A card is no page of the tree: the page that lists the cards offers them.
            of_page[CARDS if _is_card(one) else key].append(one)
    for page in tree.pages:
        path = tree.folder / page.file
        before = path.read_text("utf-8")
        after = OFFER.sub("", before)
        if page.key in of_page:
            after = _with_offer(after, _offer(t, page, of_page[page.key]), path)
        if after != before or page.key in of_page:
            yield path, after


def _offer(t: Labels, page: TreePage, entries: Sequence[dict[str, Any]]) -> str:
    entries = sorted(entries, key=lambda one: (ORDER.index(one["format"]), one["file"]))
    shown = [
        {
            "href": relative(f"../{FOLDER}/{one['file']}", page.file),
            "words": t(f"downloads.{one['format']}")
            + (f" – {one['title']}" if _is_card(one) else ""),
            "size": size_of(t, one["bytes"]),
        }
        for one in entries
    ]
    every = relative(f"../{FOLDER}/{PAGE}", page.file)
    template = environment().get_template("offer.html")
    return str(template.render(t=t, bundles=shown, every=every)).rstrip("\n")


def _is_card(one: Mapping[str, Any]) -> bool:
    return str(one["module"]).startswith(f"{posixpath.dirname(CARDS)}/")


def _with_offer(html: str, made: str, path: Path) -> str:
    place = html.rfind(_PLACE)
    place = html.rfind("</article>") if place < 0 else place
    if place < 0:
        raise BuildError("The page has no <article>. Build the site again.", path=str(path))
    return f"{html[:place]}{made}{html[place:]}"
