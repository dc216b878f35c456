"""`portal test` hands everything on to pytest, options too."""

from __future__ import annotations

import subprocess

import pytest

from portal.cli import main


@pytest.mark.parametrize(
    "words", [[], ["-x", "-q"], ["tests/site", "-k", "port"], ["--durations=5"]], ids=" ".join
)
def test_arguments_and_options_reach_pytest_as_they_are(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(command)
        return subprocess.CompletedProcess(command, 5)

    monkeypatch.setattr(subprocess, "run", note)
    assert main(["test", *words]) == 5
    (command,) = called
    assert command[1:] == ["-m", "pytest", "-n", "auto", "--dist", "loadfile", *words]
