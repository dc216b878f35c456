"""A small site whose translations are fresh, and the command on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lamp_site import make_site

from portal.cli import main
from portal.pages import open_site
from portal.translations.choosing import choose_pages
from portal.translations.renewal import renew

Run = Callable[..., "Answer"]


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `portal translations …` in a folder."""

    def call(root: Path, *words: str, command: str = "translations") -> Answer:
        monkeypatch.chdir(root)
        capsys.readouterr()
        status = main([command, *words])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def fresh_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with fingerprints, made once and copied for each test."""
    root = make_site(tmp_path_factory.mktemp("template") / "lamps")
    site = open_site(root)
    for language, key in choose_pages(site, [], []):
        done = renew(site, site.pages[language, key])
        assert not done.refused
        (root / done.page.path).write_text(done.text, "utf-8", newline="\n")
    return root


@pytest.fixture
def new_site(tmp_path: Path) -> Path:
    """The site, its translations without fingerprints."""
    return make_site(tmp_path / "lamps")


@pytest.fixture
def lamps(tmp_path: Path, fresh_template: Path) -> Path:
    """The site, all translations fresh."""
    return Path(shutil.copytree(fresh_template, tmp_path / "lamps"))
