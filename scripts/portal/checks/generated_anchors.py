"""The anchors of pages on the Convention that the site gets without anybody writing them."""

from __future__ import annotations

_FOLDERS = ("convention/", "decisions/")


def generated_anchors(_language: str, key: str) -> frozenset[str] | None:
    """Return the anchors that a page on an article, annex or decision carries, None for others.

    The treaty is read only where a link leads into its folders.
    """
    if not key.startswith(_FOLDERS):
        return None
    from portal.anchor_pages import INDEX, anchored, anchors
    from portal.convention import load_treaty

    if key == INDEX:
        return frozenset()
    treaty = load_treaty()
    unit = anchored(treaty).get(key)
    return frozenset(anchors(treaty, unit.id)) if unit else None
