"""One module per track, so that lists are the same however many modules there are."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root(small_project: Path) -> Path:
    """The project with one module per track."""
    return small_project


@pytest.fixture(scope="session")
def site(small_site: Path) -> Path:
    """The site of these modules."""
    return small_site
