"""One track packed once in each format, and the largest zips; pages opened with the network off."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from made_once import made_once
from opened_alone import ADDRESS, LANGUAGES, OpenAlone
from playwright.sync_api import Browser, Page, Request, Route

from portal.bundles.packing import Order, pack, plan_jobs

MEASURED = ("minamata-six-languages.zip", "minamata-ar-waste.zip", "minamata-en-obligations.zip")


@pytest.fixture(scope="session")
def dist(small_project: Path, small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the Arabic waste track, of one module; packed once for all processes."""

    def make(folder: Path) -> None:
        jobs = plan_jobs(small_site, Order(["ar"], ["waste"]))
        pack(small_project, folder, jobs, lambda _: None)

    return made_once(tmp_path_factory, "dist", make)


@pytest.fixture(scope="session")
def whole(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the whole site, the zips that are measured: all languages, and the largest track."""

    def make(folder: Path) -> None:
        jobs = plan_jobs(site, Order(LANGUAGES, formats=["html"]))
        pack(root, folder, [job for job in jobs if job.file in MEASURED], lambda _: None)

    return made_once(tmp_path_factory, "whole", make)


@pytest.fixture(scope="session")
def six_languages(whole: Path) -> Path:
    """The zip of all languages."""
    return whole / "minamata-six-languages.zip"


@pytest.fixture(scope="session")
def unpacked(six_languages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of all languages, unpacked as a reader does."""

    def make(folder: Path) -> None:
        with zipfile.ZipFile(six_languages) as archive:
            archive.extractall(folder)

    return made_once(tmp_path_factory, "unpacked", make)


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
        page.on("requestfailed", failed)
        page.on("request", lambda request: note(request.url, allowed))
        page.goto(path.as_uri())
        return page

    def failed(request: Request) -> None:
        # Who goes to the next page breaks off the icon of the last; a missing file fails otherwise.
        if request.failure != "net::ERR_ABORTED":
            faults.append(request.url)

    def note(url: str, allowed: str) -> None:
        if not url.startswith((allowed, "data:", "blob:")):
            faults.append(url)

    yield open_file
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def package(dist: Path, tmp_path: Path) -> Path:
    """The SCORM package, unpacked as a learning management system does."""
    with zipfile.ZipFile(dist / "minamata-ar-waste.scorm.zip") as archive:
        archive.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def system_page(browser: Browser, package: Path) -> Iterator[Callable[[str], Page]]:
    """Open a page beside the package as from a system's server; no request leaves this process."""
    context = browser.new_context(reduced_motion="reduce")
    faults: list[str] = []

    def answer(route: Route) -> None:
        name = urlsplit(route.request.url).path.lstrip("/")
        if route.request.url.startswith(ADDRESS) and (package / name).is_file():
            route.fulfill(path=package / name)
        else:
            faults.append(route.request.url)
            route.abort()

    def open_page(address: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{ADDRESS}/{address}")
        return page

    context.route("**/*", answer)
    yield open_page
    context.close()
    assert faults == []
