"""What tests share: the project, a copy of it to change, the built site, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("docs", "overrides", "mkdocs.yml", "pyproject.toml")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, without its history, that a test may change."""
    copy = tmp_path / "project"
    copy.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, copy / part)
        else:
            shutil.copy2(ROOT / part, copy / part)
    return copy


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once for all tests that only look at it."""
    from portal.site import build_site

    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(ROOT, folder, site_url="https://portal.example/sub/")
    return folder


def require(program: str, *names: str) -> str:
    """Return the first program found; else skip, or fail where PORTAL_REQUIRE names it."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    if program in os.environ.get("PORTAL_REQUIRE", "").split(","):
        pytest.fail(f"{program} is required (PORTAL_REQUIRE) and not installed")
    pytest.skip(f"{program} is not installed: on Debian, `apt-get install {program}`")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium-like browser."""
    return require("chromium", "chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests; each test opens pages of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()
