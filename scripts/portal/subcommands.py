"""Commands that are made of further commands, each a module of its own."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from portal.cli import Command


@dataclass(frozen=True, slots=True)
class Subcommands:
    """The commands below one: `portal.commands.<of>_<name>`."""

    of: str
    help: Mapping[str, str]
    """Name to one line of help."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declare the commands with their arguments."""
        chosen = parser.add_subparsers(dest="subcommand", metavar="COMMAND", required=True)
        for name, text in self.help.items():
            module = self._module(name)
            module.configure(chosen.add_parser(name, help=text, description=module.__doc__))

    def run(self, arguments: argparse.Namespace) -> int:
        """Hand the work to the command and return its exit status; raise PortalError."""
        return self._module(arguments.subcommand).run(arguments)

    def _module(self, name: str) -> Command:
        return cast("Command", importlib.import_module(f"portal.commands.{self.of}_{name}"))
