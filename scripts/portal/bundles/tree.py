"""A finished language tree, as its manifest describes it: what every packer starts from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import BuildError

MANIFEST = "portal.json"
OFFER = re.compile(r"<!--bundles-->.*?<!--/bundles-->", re.DOTALL)
"""The links to bundles on a page of the site; what is in a bundle has no use for them."""


@dataclass(frozen=True, slots=True)
class TreePage:
    """One page of a tree."""

    key: str
    file: str
    """Below the language's folder, like `waste/index.html`."""
    language: str
    """Language of the content: English where the page is not translated."""
    title: str
    changed: str | None
    """Day of the last change, ISO."""
    review: str | None
    """`draft` or `reviewed`; None where nobody says."""


@dataclass(frozen=True, slots=True)
class LanguageTree:
    """The pages of one language, ready on the disk."""

    folder: Path
    code: str
    site_url: str | None
    commit: str | None
    """The commit that the tree was built from; None where git did not know."""
    date: str | None
    """Day of that commit, ISO."""
    pages: tuple[TreePage, ...]

    def page(self, key: str) -> TreePage | None:
        """Return the page of a key, or None."""
        return next((page for page in self.pages if page.key == key), None)

    def read(self, page: TreePage) -> str:
        """Return the HTML of a page, without its links to bundles."""
        return OFFER.sub("", (self.folder / page.file).read_text("utf-8"))

    def assets(self) -> Iterator[str]:
        """Yield the files that are no pages: styles, scripts, pictures, data, the search index."""
        own = {page.file for page in self.pages} | {MANIFEST, "sitemap.xml"}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and name not in own and not name.endswith(".html"):
                yield name


def read_tree(site: Path, code: str) -> LanguageTree:
    """Read the manifest of a language's tree; raise BuildError if missing or unfinished."""
    folder = site / code
    manifest = folder / MANIFEST
    try:
        data = json.loads(manifest.read_text("utf-8"))
        pages = tuple(_page(entry) for entry in data["pages"])
    except FileNotFoundError:
        message = f"This language is not built. Run `portal build --lang {code}` first."
        raise BuildError(message, path=str(folder)) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise BuildError(
            "The manifest is damaged. Build the site again.", path=str(manifest)
        ) from None
    for page in pages:
        if not (folder / page.file).is_file():
            message = "The page is missing from the site. Build the site again."
            raise BuildError(message, path=str(folder / page.file))
    return LanguageTree(
        folder, code, data.get("site_url"), data.get("commit"), data.get("date"), pages
    )


def _page(entry: dict[str, Any]) -> TreePage:
    return TreePage(
        str(entry["key"]), str(entry["file"]), str(entry["language"]), str(entry["title"]),
        entry.get("changed"), entry.get("review"),
    )  # fmt: skip
