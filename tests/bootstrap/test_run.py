"""The way in, scripts/run.py: tried in a copy of the project, with a stand-in for uv."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[2] / "scripts" / "run.py"

# Makes an environment whose Python says what it was asked to do, and notes each call.
FAKE_UV = """#!{python}
import os, sys, time
from pathlib import Path
words = sys.argv[1:]
if words[0] == "venv":
    (Path(words[-1]) / "bin").mkdir()
    (Path(words[-1]) / "pyvenv.cfg").write_text("home = x\\nuv = 1\\n", "utf-8")
    python = Path(words[-1]) / "bin" / "python"
    python.write_text('#!/bin/sh\\necho "ran $@"\\ncase "$*" in *seven*) exit 7;; esac\\n', "utf-8")
    python.chmod(0o755)
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    calls.write(" ".join(words) + "\\n")
print("noise of the installer")
time.sleep(float(os.environ.get("UV_SECONDS", "0")))
"""

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a POSIX script")


class Copy:
    """A copy of the project, small enough to set up in no time."""

    def __init__(self, folder: Path) -> None:
        """Put run.py, a lock and a pyproject.toml into a folder whose name is not simple."""
        self.root = folder / "a copy, été 汞"
        (self.root / "scripts").mkdir(parents=True)
        shutil.copy(RUN, self.root / "scripts")
        (self.root / "requirements.lock").write_text("one==1\n", encoding="utf-8")
        (self.root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
        self.calls_file = folder / "calls"
        programs = folder / "programs"
        programs.mkdir()
        uv = programs / "uv"
        uv.write_text(FAKE_UV.format(python=sys.executable), encoding="utf-8")
        uv.chmod(0o755)
        self.environment = os.environ | {"PATH": str(programs), "CALLS": str(self.calls_file)}

    @property
    def stamp(self) -> Path:
        """The file that says that the environment is ready."""
        return self.root / ".venv" / "portal-stamp.txt"

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """Start run.py with these words, without waiting for it."""
        return subprocess.Popen(
            [sys.executable, str(self.root / "scripts" / "run.py"), *words],
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Start run.py and wait for its end."""
        process = self.start(*words, **environment)
        output, errors = process.communicate(timeout=60)
        return subprocess.CompletedProcess(words, process.returncode, output, errors)

    def calls(self) -> list[str]:
        """The first two words of each call of uv since the last look."""
        lines = self.calls_file.read_text("utf-8").splitlines() if self.calls_file.exists() else []
        self.calls_file.unlink(missing_ok=True)
        return [" ".join(line.split()[:2]).split(" --")[0] for line in lines]


EVERYTHING = ["venv", "pip install", "pip install"]
PROJECT_ONLY = ["pip install"]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the project that has not been set up."""
    return Copy(tmp_path)


@posix
def test_the_first_start_sets_up_and_only_portal_speaks_on_standard_output(copy: Copy) -> None:
    first = copy.run("refs", "--lang", "fr")
    assert first.stdout == "ran -P -m portal refs --lang fr\n"
    assert [line.split(":")[0] for line in first.stderr.splitlines()] == ["run.py"] * 2
    assert copy.calls() == EVERYTHING


@posix
def test_the_second_start_installs_nothing_says_nothing_and_is_quick(copy: Copy) -> None:
    copy.run("x")
    copy.calls()
    began = time.monotonic()
    second = copy.run("x")
    assert time.monotonic() - began < 0.5
    assert (second.stderr, copy.calls()) == ("", [])


@posix
@pytest.mark.parametrize(("words", "status"), [(["x"], 0), (["seven"], 7)])
def test_the_exit_status_is_that_of_portal(copy: Copy, words: list[str], status: int) -> None:
    assert copy.run(*words).returncode == status


@posix
def test_without_arguments_the_help_is_shown(copy: Copy) -> None:
    assert copy.run().stdout == "ran -P -m portal --help\n"


def change_lock(copy: Copy) -> None:
    """Ask for another version of a package."""
    (copy.root / "requirements.lock").write_text("one==2\n", encoding="utf-8")


def change_project(copy: Copy) -> None:
    """Change what is written about the project."""
    (copy.root / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")


def change_project_and_lose_uv_environment(copy: Copy) -> None:
    """Change the project where the environment has lost its configuration."""
    change_project(copy)
    (copy.root / ".venv" / "pyvenv.cfg").unlink()


def move(copy: Copy) -> None:
    """Give the folder another name."""
    copy.root = copy.root.rename(copy.root.with_name("elsewhere"))


def lose_python(copy: Copy) -> None:
    """Take the interpreter away."""
    (copy.root / ".venv" / "bin" / "python").unlink()


def upgrade_python(copy: Copy) -> None:
    """Let the environment's link lead to another interpreter, as an upgrade of the system does."""
    python = copy.root / ".venv" / "bin" / "python"
    python.rename(python.with_name("other"))
    python.symlink_to("other")


def spoil_stamp(copy: Copy) -> None:
    """Leave half a stamp."""
    copy.stamp.write_bytes(copy.stamp.read_bytes()[:70])


def put_a_file_there(copy: Copy) -> None:
    """Put a file where the environment was."""
    shutil.rmtree(copy.root / ".venv")
    (copy.root / ".venv").write_text("", encoding="utf-8")


@posix
@pytest.mark.parametrize(
    ("happens", "calls"),
    [
        (change_lock, EVERYTHING),
        (change_project, PROJECT_ONLY),
        (change_project_and_lose_uv_environment, EVERYTHING),
        (move, EVERYTHING),
        (lose_python, EVERYTHING),
        (upgrade_python, EVERYTHING),
        (spoil_stamp, EVERYTHING),
        (put_a_file_there, EVERYTHING),
    ],
)
def test_what_no_longer_fits_is_made_anew(
    copy: Copy, happens: Callable[[Copy], None], calls: list[str]
) -> None:
    copy.run("x")
    copy.calls()
    happens(copy)
    again = copy.run("x")
    assert (again.stdout, copy.calls()) == ("ran -P -m portal x\n", calls)
    assert copy.run("x").stderr == ""


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_set_up_is_never_taken_for_a_finished_one(
    copy: Copy, how: signal.Signals
) -> None:
    process = copy.start("x", UV_SECONDS="6")
    while not copy.calls_file.exists():
        time.sleep(0.02)
    process.send_signal(how)
    _, errors = process.communicate(timeout=60)
    assert not copy.stamp.exists()
    assert "Traceback" not in errors
    assert copy.run("x").stdout == "ran -P -m portal x\n"


@posix
def test_of_two_starts_at_once_one_sets_up_and_the_other_waits(copy: Copy) -> None:
    starts = [copy.start(word, UV_SECONDS="0.4") for word in ("one", "two")]
    ends = [start.communicate(timeout=60) for start in starts]
    assert [output for output, _ in ends] == ["ran -P -m portal one\n", "ran -P -m portal two\n"]
    assert sum("waiting for it" in errors for _, errors in ends) == 1
    assert copy.calls() == EVERYTHING


@posix
def test_a_missing_lock_is_named(copy: Copy) -> None:
    (copy.root / "requirements.lock").unlink()
    result = copy.run("x")
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert "requirements.lock is missing" in result.stderr
