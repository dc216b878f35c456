"""Run the tests, as many at a time as there are cores; what follows is given to pytest."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: everything is pytest's."""
    parser.add_argument("pytest", nargs=argparse.REMAINDER, metavar="PYTEST ARGUMENTS")


def run(arguments: argparse.Namespace) -> int:
    """Run pytest at the project's root and return its status."""
    from portal.project import find_root

    # An encoding left to the machine is an error: six languages, Windows.
    environment = os.environ | {"PYTHONWARNDEFAULTENCODING": "1"}
    # A file's tests stay together: they share what is slow to make. `-n 0` runs all in one process.
    parallel = ("-n", "auto", "--dist", "loadfile")
    words = arguments.pytest[1:] if arguments.pytest[:1] == ["--"] else arguments.pytest
    command = [sys.executable, "-m", "pytest", *parallel, *words]
    return subprocess.run(command, cwd=find_root(), env=environment, check=False).returncode  # noqa: S603
