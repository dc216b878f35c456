"""The pages of a scope as they stand alone: no link leads nowhere, addresses are printed."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from portal.bundles.paths import relative
from portal.bundles.rewriting import KEEP, Change, Tag, change_links, is_external
from portal.bundles.scope import Scope, resolve
from portal.bundles.tree import TreePage

STYLE = (
    "<style>header .elsewhere,nav .elsewhere,footer .elsewhere,.notice .elsewhere,"
    ".search-foot .elsewhere,.home__all .elsewhere{display:none}"
    ".address{font-size:.85em;overflow-wrap:anywhere}</style>"
)
"""Words that were links stay in the text and go from menus."""
HOME = "index.html"
OVERVIEW = 'class="overview"'
"""Marks a section's own page in the menu."""
SEARCH_PAGE = "search/index.html"
_ENTRY = re.compile(
    r"\s*<li\b[^>]*>\s*<span class=\"(?:[^\"]* )?elsewhere\">"
    r"(?:(?!</?[lu][il]\b).)*?</span>\s*</li>",
    re.DOTALL,
)
_EMPTY_SECTION = re.compile(
    r"\s*<li\b[^>]*>\s*<details\b[^>]*>\s*<summary\b[^>]*>(?:(?!</summary>).)*</summary>"
    r"\s*<ul>\s*</ul>\s*</details>\s*</li>",
    re.DOTALL,
)
_LONE_ENTRY = re.compile(
    r"<li\b[^>]*>\s*<details\b[^>]*>\s*<summary\b[^>]*>((?:(?!</summary>).)*)</summary>\s*<ul>"
    r"\s*(<li\b[^>]*>\s*<a\b([^>]*)>)((?:(?!</a>).)*)(</a>\s*</li>)\s*</ul>\s*</details>\s*</li>",
    re.DOTALL,
)
_LANGUAGES = re.compile(r'\s*<details class="languages">.*?</details>', re.DOTALL)


def pages_alone(scope: Scope, *, others: Mapping[str, Scope] | None = None) -> dict[str, str]:
    """Return file to HTML for the pages of a scope.

    `others` are the scopes of further languages in the same bundle, by code: links to them stay.
    """
    assets = frozenset(scope.tree.assets())
    once = _once(scope, others or {})
    files = scope.files - once.keys()
    reach = {code: other.files for code, other in (others or {}).items()}
    alone = functools.partial(
        _alone, scope, kept=files | assets, reach=reach | {scope.tree.code: files}, once=once
    )
    return {
        page.file: alone(page)
        for page in (*scope.pages, *scope.slides, *scope.cards)
        if page.file not in once
    }


def _once(scope: Scope, others: Mapping[str, Scope]) -> dict[str, str]:
    """Map slides that are in another language, which is in the bundle too, to those there.

    In six languages, the English slides of what is not translated would else come five times.
    """
    return {
        slides.file: f"../{slides.language}/{slides.file}"
        for slides in scope.slides
        if slides.language in others and slides.file in others[slides.language].files
    }


def _alone(
    scope: Scope,
    page: TreePage,
    *,
    kept: frozenset[str],
    reach: Mapping[str, frozenset[str]],
    once: Mapping[str, str],
) -> str:
    start = scope.start.file
    decide = functools.partial(_decide, page=page, kept=kept, reach=reach, start=start, once=once)
    html = change_links(scope.tree.read(page), decide)
    menus, article, rest = html.partition("<article")
    menus = _EMPTY_SECTION.sub("", _ENTRY.sub("", menus))
    menus = _LONE_ENTRY.sub(_without_section, menus)
    if len(reach) == 1:
        menus = _LANGUAGES.sub("", menus)
    return (menus + article + rest).replace("</head>", f"{STYLE}</head>", 1)


def _without_section(found: re.Match[str]) -> str:
    """Return the one entry that is left of a section; an overview takes the section's name."""
    section, opening, attributes, own, closing = found.groups()
    return f"{opening}{section if OVERVIEW in attributes else own}{closing}"


def _decide(
    tag: Tag,
    *,
    page: TreePage,
    kept: frozenset[str],
    reach: Mapping[str, frozenset[str]],
    start: str,
    once: Mapping[str, str],
) -> Change:
    address = tag.address or ""
    if is_external(address):
        printed = tag.name == "a" and address.startswith(("http://", "https://"))
        return Change(note=address) if printed else KEEP
    target = resolve(address, page.file)
    if target is None or target in kept or _stands(target, reach):
        return KEEP
    if target in once:
        return Change(address=relative(once[target], page.file))
    if target == HOME and tag.name == "a":
        return Change(address=relative(start, page.file))
    if target == SEARCH_PAGE and tag.attributes.get("id") == "search-opener":
        # The page that lists everything stayed behind; the dialog searches what came along.
        return Change(address="#search")
    return Change(unlink=True) if tag.name == "a" else Change(drop=True)


def _stands(target: str, reach: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a file of another language is in the bundle."""
    code, _, file = target.removeprefix("../").partition("/")
    if target == "../index.html":
        return len(reach) > 1
    return target.startswith("../") and file in reach.get(code, frozenset())
