"""The command as a function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.cli import main

Command = Callable[..., tuple[int, str, str]]


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
