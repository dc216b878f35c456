"""Which figures there are: known without reading one."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "docs/assets/figures"
TIME_LINE = "annex-a-dates"
"""The figure whose words come from the treaty's data, one group of shapes for each kind of line."""
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def template_names(root: Path, folder: str = FOLDER) -> tuple[str, ...]:
    """Return the names of the figures there are in a folder."""
    files = (path for path in (root / folder).glob("*.svg") if not path.is_symlink())
    return tuple(sorted(path.stem for path in files if NAME.fullmatch(path.stem)))
