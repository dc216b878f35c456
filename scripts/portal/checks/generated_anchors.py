"""The anchors of pages that the site gets without anybody writing them."""

from __future__ import annotations

from pathlib import Path

from portal.checks.kinds import TRACKS
from portal.evidence.made_pages import KEYS as EVIDENCE
from portal.pages import ExtraAnchors

_FOLDERS = ("convention/", "decisions/")
_MODULES = "modules/index"
_WITHOUT_ANCHORS = frozenset({
    "translate/status", "about/credits", "facilitators/results", "field-cards/index",
})  # fmt: skip
_TESTS = frozenset(f"{track}/test" for track in TRACKS)
_GLOSSARY = "glossary"


def generated_anchors(_language: str, key: str) -> frozenset[str] | None:
    """Return the anchors of a page that the site makes: lists, tests, articles, decisions.

    None for any other page. The treaty is read only where a link leads into its folders.
    """
    if key == _MODULES:
        return frozenset({*TRACKS, "paths"})
    if key in _WITHOUT_ANCHORS or key in EVIDENCE:
        return frozenset()
    if key in _TESTS:
        return frozenset({"pre-test", "post-test"})
    if not key.startswith(_FOLDERS):
        return None
    from portal.anchor_pages import INDEX, anchored, anchors
    from portal.convention import load_treaty

    if key == INDEX:
        return frozenset()
    treaty = load_treaty()
    unit = anchored(treaty).get(key)
    return frozenset(anchors(treaty, unit.id)) if unit else None


def project_anchors(root: Path) -> ExtraAnchors:
    """Return the same with the glossary page, whose anchors come from the project's data.

    The glossary is read only where a link leads to it.
    """

    def anchors_of(language: str, key: str) -> frozenset[str] | None:
        if key != _GLOSSARY:
            return generated_anchors(language, key)
        from portal.glossary import load_glossary
        from portal.glossary.page import glossary_anchors

        return glossary_anchors(load_glossary(root)) or None

    return anchors_of
