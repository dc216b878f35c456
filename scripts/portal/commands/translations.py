"""Tell a translator what to do next, show what changed, write skeletons, renew fingerprints."""

from __future__ import annotations

import argparse
import importlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from portal.cli import Command

SUBCOMMANDS = {
    "status": "show what is missing, stale and fresh",
    "diff": "show what changed in English since the translated version",
    "start": "write the skeleton of a translation",
    "done": "renew the fingerprints of the sections that were worked on",
    "glossary": "export the glossary as TBX or CSV, or import it",
    "memory": "export sentence pairs as TMX",
    "export": "write a translation into an XLIFF or DOCX file for revision",
    "import": "put a revised XLIFF or DOCX file back into its page",
}
"""Name and one line of help; each is a module of its own, `portal.commands.translations_<name>`."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the sub-commands with their arguments."""
    chosen = parser.add_subparsers(dest="subcommand", metavar="COMMAND", required=True)
    for name, text in SUBCOMMANDS.items():
        module = _module(name)
        part = chosen.add_parser(name, help=text, description=module.__doc__)
        module.configure(part)


def run(arguments: argparse.Namespace) -> int:
    """Hand the work to the sub-command and return its exit status; raise PortalError."""
    return _module(arguments.subcommand).run(arguments)


def _module(name: str) -> Command:
    return cast("Command", importlib.import_module(f"portal.commands.translations_{name}"))
