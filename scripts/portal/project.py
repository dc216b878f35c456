"""Where the project stands on this disk."""

from __future__ import annotations

from pathlib import Path

from portal.errors import ConfigError

MARK = "mkdocs.yml"
"""The file whose folder is the project's root."""


def find_root(start: Path | None = None) -> Path:
    """Return the nearest folder from `start` (or the working directory) upward with mkdocs.yml.

    Raises ConfigError where there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / MARK).is_file():
            return folder
    message = f"No {MARK} here or in any folder above. Run the command inside the project."
    raise ConfigError(message)
