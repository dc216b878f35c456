"""Templates of files that are no pages of the theme: bundles, slides, cards, papers."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


@functools.cache
def templates_in(folder: Path) -> Environment:
    """Return the templates of a folder: values are escaped, and one that is missing is an error."""
    # Imported here: commands that draw nothing must not pay for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
