"""A way to run the rules over a small site with changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from small_site import Check, good_files, write_site

from portal.checks.registry import read_selection
from portal.checks.running import Report, Scope, run_rules
from portal.pages import ExtraAnchors, no_extra_anchors, open_site

FAMILIES = "CFG,LNK,MOD,SEC,TRN001,TRN002,TRN010"
"""What is run where a test does not say: the citations have tests of their own, and so has what
compares a translation with its English page (tests/translations)."""


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a function that writes the small site with changes and runs the rules over it."""

    def run(
        changes: Mapping[str, str | bytes | None] | None = None,
        *,
        select: str | None = None,
        ignore: str | None = None,
        scope: Scope | None = None,
        extra_anchors: ExtraAnchors = no_extra_anchors,
    ) -> Report:
        write_site(tmp_path, {**good_files(), **(changes or {})})
        site = open_site(tmp_path, extra_anchors=extra_anchors)
        return run_rules(
            site, selection=read_selection(select or FAMILIES, ignore), scope=scope or Scope()
        )

    return run
