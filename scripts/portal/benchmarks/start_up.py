"""How long `portal check` of one page takes as a whole process, and the treaty's data to load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from portal.benchmarks.figures import StartUp, timed
from portal.errors import ConfigError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site

CHECK_TARGET = 0.35
LOAD_TARGET = 0.020

_LOAD = """
import time
from portal.convention import load_treaty
start = time.perf_counter()
load_treaty()
print(time.perf_counter() - start)
"""


def measure_start_up(site: Site, *, runs: int) -> tuple[StartUp, ...]:
    """Measure both, each run in a fresh process."""
    page = _largest_page(site)
    command = [*_portal(), "check", page]

    def check() -> None:
        done = _run(command, site.root)
        if done.returncode == 2:
            message = f"`portal check {page}` could not work, so it was not timed. Mend it first."
            raise ConfigError(message)

    check()  # compiles what Python has not compiled yet, which a second call never pays
    loads = tuple(float(_run([sys.executable, "-c", _LOAD], site.root).stdout) for _ in range(runs))
    return (
        StartUp(f"portal check {page}", timed(check, runs=runs), CHECK_TARGET),
        StartUp("load_treaty()", loads, LOAD_TARGET),
    )


def _portal() -> list[str]:
    """Return the command that people type, else Python's way to the same."""
    script = Path(sys.executable).with_name("portal.exe" if sys.platform == "win32" else "portal")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "portal"]


def _largest_page(site: Site) -> str:
    pages = [page for key in site.keys(SOURCE_LANGUAGE) if (page := site.readable("en", key))]
    return max(pages, key=lambda page: len(page.text)).path


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    # Told to write no bytecode, Python would compile everything anew in each run.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(  # noqa: S603 - our own command on our own page
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=environment
    )
