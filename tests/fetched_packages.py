"""Packages from npm that tests use and the project does not hold; `.ci/run` fetches them.

They stand in the folder that PORTAL_NPM names, as `npm install --prefix FOLDER` puts them there.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def package(name: str) -> Path:
    """Return a package's folder; else skip, or fail where PORTAL_REQUIRE names it."""
    folder = Path(os.environ.get("PORTAL_NPM", "."), "node_modules", name)
    if (folder / "package.json").is_file():
        return folder
    if name in os.environ.get("PORTAL_REQUIRE", "").split(","):
        pytest.fail(f"{name} is required (PORTAL_REQUIRE) and not in PORTAL_NPM")
    pytest.skip(
        f"{name} is not fetched: `npm install --prefix DIR {name}`, then set PORTAL_NPM=DIR"
    )
