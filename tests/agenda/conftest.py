"""The command as a function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.cli import main

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def root(small_project: Path) -> Path:
    """One module per track, so that agendas are the same however many modules there are."""
    return small_project


@pytest.fixture(scope="session")
def site(small_site: Path) -> Path:
    """The site of these modules."""
    return small_site


@pytest.fixture
def portal(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run `portal …` in the project: exit status, standard output, standard error."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.chdir(root)
        status = main(list(words))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
