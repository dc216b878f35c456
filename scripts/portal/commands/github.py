"""What the workflows on GitHub call: report on a pull request, post it, say who may review."""

from __future__ import annotations

import argparse
import importlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from portal.cli import Command

SUBCOMMANDS = {
    "report": "tell what a pull request does to pages (needs no secret)",
    "preview": "build the languages that a report names",
    "comment": "post a report on its pull request (takes it for hostile)",
    "reviewed": "refuse `reviewed` by anybody whom CODEOWNERS does not name",
    "issues": "renew the status issue of each language",
}
"""Name and one line of help; each is a module of its own, `portal.commands.github_<name>`."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the sub-commands with their arguments."""
    chosen = parser.add_subparsers(dest="subcommand", metavar="COMMAND", required=True)
    for name, text in SUBCOMMANDS.items():
        module = _module(name)
        module.configure(chosen.add_parser(name, help=text, description=module.__doc__))


def run(arguments: argparse.Namespace) -> int:
    """Hand the work to the sub-command and return its exit status; raise PortalError."""
    return _module(arguments.subcommand).run(arguments)


def _module(name: str) -> Command:
    return cast("Command", importlib.import_module(f"portal.commands.github_{name}"))
