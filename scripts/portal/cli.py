"""The `portal` command: arguments in, exit status out; each command is a module of its own."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from portal.errors import PortalError

COMMANDS = {
    "serve": "build the site, serve it, rebuild what a save touches",
    "build": "build the site in all languages",
    "assemble": "join language trees built elsewhere",
    "test": "run the tests",
    "check": "check every page against every rule",
    "refs": "list the references to the Convention in texts",
    "provisions": "show the treaty's tree, or one provision",
    "coverage": "show which modules teach which provisions",
    "due": "list the dated facts to be looked at again, and the pages that hang on them",
    "agenda": "plan a workshop with clock times and breaks",
    "workshop": "write the folder for a workshop: agenda, sheets, tests, lists, certificates",
    "translations": "tell a translator what to do next, and help to do it",
    "report": "write the documents that the decisions ask for",
    "bundle": "pack the site for people without a connection; verify what was packed",
    "local": "check a folder of national additions against this release, or pack it",
    "github": "what the workflows of the repository call",
    "slides": "write a module as editable slides (PowerPoint)",
    "bench": "measure the figures that the README quotes",
}
"""Name and one line of help; the module is `portal.commands.<name>`, imported when it is called."""


class Command(Protocol):
    """What a module in `portal.commands` offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit status; raise PortalError for status 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 well, 1 findings, 2 could not work."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # A console in another encoding must not stop six languages.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not words or words[0] in {"-h", "--help"}:
        sys.stdout.write(_help())
        return 0
    name, *rest = words
    if name not in COMMANDS:
        print(f"portal: there is no command {name!r}. See `portal --help`.", file=sys.stderr)
        return 2
    command = cast("Command", importlib.import_module(f"portal.commands.{name}"))
    parser = argparse.ArgumentParser(prog=f"portal {name}", description=command.__doc__)
    command.configure(parser)
    if name == "test" and rest[:1] not in (["-h"], ["--help"]):
        rest = ["--", *rest]  # its options are pytest's
    return _run(command, parser.parse_args(rest))


def _run(command: Command, arguments: argparse.Namespace) -> int:
    try:
        status = command.run(arguments)
        sys.stdout.flush()
    except PortalError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader (head, less) has gone; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {text}" for name, text in COMMANDS.items()]
    start = "portal: checks, builds and serves the Minamata training portal.\n\nCommands:\n"
    return start + "\n".join(lines) + "\n\n`portal COMMAND --help` shows a command's options.\n"
