"""The pages of a scope as they stand alone: no link leads nowhere, addresses are printed."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from portal.bundles.rewriting import KEEP, Change, Tag, change_links, is_external
from portal.bundles.scope import Scope, resolve
from portal.bundles.tree import TreePage

STYLE = (
    "<style>header .elsewhere,nav .elsewhere{display:none}"
    ".address{font-size:.85em;overflow-wrap:anywhere}</style>"
)
"""Words that were links stay in the text and go from menus."""


def pages_alone(scope: Scope, *, others: Mapping[str, Scope] | None = None) -> dict[str, str]:
    """Return file to HTML for the pages of a scope.

    `others` are the scopes of further languages in the same bundle, by code: links to them stay.
    """
    assets = frozenset(scope.tree.assets())
    kept = scope.files | assets
    reach = {code: other.files for code, other in (others or {}).items()}
    return {
        page.file: _alone(scope.tree.read(page), page, kept=kept, reach=reach)
        for page in scope.pages
    }


def _alone(
    html: str, page: TreePage, *, kept: frozenset[str], reach: Mapping[str, frozenset[str]]
) -> str:
    decide = functools.partial(_decide, page=page, kept=kept, reach=reach)
    return change_links(html, decide).replace("</head>", f"{STYLE}</head>", 1)


def _decide(
    tag: Tag, *, page: TreePage, kept: frozenset[str], reach: Mapping[str, frozenset[str]]
) -> Change:
    address = tag.address or ""
    if is_external(address):
        printed = tag.name == "a" and address.startswith(("http://", "https://"))
        return Change(note=address) if printed else KEEP
    target = resolve(address, page.file)
    if target is None or target in kept or _stands(target, reach):
        return KEEP
    return Change(unlink=True) if tag.name == "a" else Change(drop=True)


def _stands(target: str, reach: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a file of another language is in the bundle."""
    code, _, file = target.removeprefix("../").partition("/")
    if target == "../index.html":
        return bool(reach)
    return target.startswith("../") and file in reach.get(code, frozenset())
