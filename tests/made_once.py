"""Makes what is dear once in a test run, for all its processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first process to ask for it makes; the others wait."""
    base = factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    try:
        place.mkdir()
    except FileExistsError:
        _wait_for(place)
        return place / name
    try:
        make(place / name)
    except BaseException:
        (place / "failed").touch()
        raise
    (place / "ready").touch()
    return place / name


def _wait_for(folder: Path) -> None:
    """Wait until another process has made the folder; fail if it could not."""
    for _ in range(6000):
        if (folder / "ready").exists():
            return
        if (folder / "failed").exists():
            pytest.fail(f"{folder.name} could not be made; another test says why")
        time.sleep(0.1)
    pytest.fail(f"{folder.name} was not made within ten minutes")
