"""Post a report on its pull request: comment, labels, suggested changes, and nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from portal.errors import ConfigError

if TYPE_CHECKING:
    from portal.pull_requests.service import Service


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--event", type=Path, required=True, help="the event file of the run")
    parser.add_argument("--report", type=Path, required=True, help="what the other job wrote")


def run(arguments: argparse.Namespace) -> int:
    """Post and return 0; raise PortalError for a report that has not the form asked for."""
    from portal.languages import load_languages
    from portal.project import find_root
    from portal.pull_requests.delivery import deliver
    from portal.pull_requests.events import finished_run, read_event, repository
    from portal.pull_requests.report import read_report

    event, shown = read_event(arguments.event), str(arguments.event)
    place, run_of = repository(event, shown=shown), finished_run(event, shown=shown)
    codes = frozenset(load_languages(find_root()).codes)
    raw = _plain_file(arguments.report)
    report = read_report(raw, shown=str(arguments.report), languages=codes)
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    done = deliver(service(place), report, run_of, address=f"{server}/{place}")
    sys.stderr.write(f"{done}\n")
    return 0


def _plain_file(path: Path) -> bytes:
    """Return the bytes of a file that came from elsewhere: no link, no more than a report has."""
    from portal.commands.output_file import read_input

    if path.is_symlink():
        raise ConfigError("The report is a link and no file. It is not used.", path=str(path))
    return read_input(path)


def service(place: str) -> Service:
    """Return the way to GitHub with the workflow's own token; raise ConfigError without one."""
    from portal.pull_requests.service import GitHub

    token = os.environ.get("GITHUB_TOKEN", "")
    if not token:
        raise ConfigError("GITHUB_TOKEN is not set. Run this in a workflow.")
    api = os.environ.get("GITHUB_API_URL", "https://api.github.com")
    return GitHub(api=api, repository=place, token=token)
