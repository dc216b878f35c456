"""The fonts that paper needs, and which package brings them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from portal.errors import BuildError

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC")
_FILES = {
    "NotoSans-Regular.ttf": "fonts-noto-core",
    "NotoSans-Bold.ttf": "fonts-noto-core",
    "NotoSans-Italic.ttf": "fonts-noto-core",
    "NotoSans-BoldItalic.ttf": "fonts-noto-core",
    "NotoSansArabic-Regular.ttf": "fonts-noto-core",
    "NotoSansArabic-Bold.ttf": "fonts-noto-core",
    "NotoNaskhArabic-Regular.ttf": "fonts-noto-core",
    "NotoNaskhArabic-Bold.ttf": "fonts-noto-core",
    "NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "NotoSansCJK-Bold.ttc": "fonts-noto-cjk",
}
FOLDERS = "PORTAL_FONTS"
"""Folders to look in before the system's, separated as PATH is."""


def find_fonts() -> list[Path]:
    """Return the folders that hold all our fonts; raise BuildError that names what to install.

    Only these are used, so that a machine with other fonts makes the same file.
    """
    found: dict[str, Path] = {}
    for folder in _folders():
        for name in _FILES:
            if name not in found:
                at = next(folder.rglob(name), None)
                if at is not None:
                    found[name] = at
    missing = [name for name in _FILES if name not in found]
    if missing:
        packages = " ".join(sorted({_FILES[name] for name in missing}))
        message = (
            f"The font {missing[0]} is missing. On Debian, `apt-get install {packages}`; "
            f"else put it into a folder that {FOLDERS} names."
        )
        raise BuildError(message)
    return sorted({path.parent for path in found.values()})


def _folders() -> Iterator[Path]:
    named = os.environ.get(FOLDERS)
    if named is not None:
        folders = [Path(one) for one in named.split(os.pathsep)]
    elif sys.platform == "win32":
        folders = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    elif sys.platform == "darwin":
        folders = [Path("/Library/Fonts"), Path.home() / "Library/Fonts"]
    else:
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        folders.append(Path.home() / ".local/share/fonts")
    return (folder for folder in folders if folder.is_dir())
