"""The anchors of pages that the site gets without anybody writing them."""

from __future__ import annotations

from portal.checks.kinds import TRACKS

_FOLDERS = ("convention/", "decisions/")
_MODULES = "modules/index"
_TOOLS = frozenset({"facilitators/results", *(f"{track}/test" for track in TRACKS)})


def generated_anchors(_language: str, key: str) -> frozenset[str] | None:
    """Return the anchors of a page that the site makes: lists, tests, articles, decisions.

    None for any other page. The treaty is read only where a link leads into its folders.
    """
    if key == _MODULES:
        return frozenset({*TRACKS, "paths"})
    if key in _TOOLS:
        return frozenset({"pre-test", "post-test"}) if key.endswith("/test") else frozenset()
    if not key.startswith(_FOLDERS):
        return None
    from portal.anchor_pages import INDEX, anchored, anchors
    from portal.convention import load_treaty

    if key == INDEX:
        return frozenset()
    treaty = load_treaty()
    unit = anchored(treaty).get(key)
    return frozenset(anchors(treaty, unit.id)) if unit else None
