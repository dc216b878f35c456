"""What tests share: the project, a copy of it to change, the built site, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from made_once import made_once
from trimmed_project import copy_trimmed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
# A busy machine is no fault of what is tested: examples are counted, not timed.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("untimed")
SITE_URL = "https://portal.example/sub/"
PACKAGES = {"java": "default-jre-headless", "kiwix": "kiwix-tools"}
"""Of Debian, where they are not named like the program."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path, small_project: Path) -> Path:
    """A copy of the project with few pages and without its history, that a test may change."""
    return shutil.copytree(small_project, tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once for all tests that only look at it, in all processes.

    PORTAL_TEST_SITE names one that was built just now from the same state, for `SITE_URL`.
    """
    if built := os.environ.get("PORTAL_TEST_SITE"):
        return Path(built)
    return made_once(tmp_path_factory, "site", lambda folder: _build(ROOT, folder))


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with one module per track: for tests that name what is in it, to be read only."""
    return made_once(tmp_path_factory, "small", lambda folder: copy_trimmed(ROOT, folder))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, small_project: Path) -> Path:
    """The site of the small project."""
    return made_once(tmp_path_factory, "small-site", lambda folder: _build(small_project, folder))


def _build(root: Path, folder: Path) -> None:
    from portal.site import build_site

    build_site(root, folder, site_url=SITE_URL)


def require(program: str, *names: str) -> str:
    """Return the first program found; else skip, or fail where PORTAL_REQUIRE names it."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    if program in os.environ.get("PORTAL_REQUIRE", "").split(","):
        pytest.fail(f"{program} is required (PORTAL_REQUIRE) and not installed")
    package = PACKAGES.get(program, program)
    pytest.skip(f"{program} is not installed: on Debian, `apt-get install {package}`")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium-like browser."""
    return require("chromium", "chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice, which opens what Office would."""
    return require("libreoffice", "soffice", "libreoffice")


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


@pytest.fixture(scope="session")
def java() -> str:
    """The path of a Java program; EPUBCheck needs one."""
    return require("java", "java")


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node.js, which runs programs from npm."""
    return require("node", "node", "nodejs")


@pytest.fixture(scope="session")
def kiwix() -> str:
    """The path of Kiwix's server, which opens what its apps open."""
    return require("kiwix", "kiwix-serve")


@pytest.fixture(scope="session")
def minisign() -> str:
    """The path of minisign, which signs the sums of bundles."""
    return require("minisign", "minisign")
