"""One language and one track packed once in each format; pages opened with the network off."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_alone import LANGUAGES, OpenAlone
from playwright.sync_api import Browser, Page

from portal.bundles.packing import Order, pack, plan_jobs


@pytest.fixture(scope="session")
def dist(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the Arabic waste track, as `portal bundle --lang ar --track waste` packs."""
    out = tmp_path_factory.mktemp("bundles") / "dist"
    pack(root, out, plan_jobs(site, Order(["ar"], ["waste"])), lambda _: None)
    return out


@pytest.fixture(scope="session")
def six_languages(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of all languages."""
    out = tmp_path_factory.mktemp("six") / "dist"
    jobs = plan_jobs(site, Order(LANGUAGES, formats=["html"]))
    pack(root, out, [job for job in jobs if len(job.scopes) > 1], lambda _: None)
    return out / "minamata-six-languages.zip"


@pytest.fixture(scope="session")
def unpacked(six_languages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of all languages, unpacked as a reader does."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(six_languages) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def open_alone(browser: Browser) -> Iterator[OpenAlone]:
    """Open a file with the network off; a script error or a request outside its folder fails."""
    contexts, faults = [], []

    def open_file(path: Path, *, within: Path | None = None, script: str = "") -> Page:
        context = browser.new_context(offline=True, reduced_motion="reduce")
        contexts.append(context)
        if script:
            context.add_init_script(script)
        allowed = (within or path).as_uri()
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.on("request", lambda request: note(request.url, allowed))
        page.goto(path.as_uri())
        return page

    def note(url: str, allowed: str) -> None:
        if not url.startswith((allowed, "data:", "blob:")):
            faults.append(url)

    yield open_file
    for context in contexts:
        context.close()
    assert faults == []
