"""Reads the scripts that hold the frames of a bundle's pages."""

from __future__ import annotations

import json
import re

from portal.bundles.frames import UP


def frame_html(script: str) -> str:
    """Return the markup that a script of a frame holds, addresses from the language's folder."""
    found = re.search(r'made\.innerHTML = (".*")$', script, re.MULTILINE)
    return str(json.loads(found[1])).replace(UP, "") if found else ""
