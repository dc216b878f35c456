"""Show what is missing, stale and fresh, page by page and section by section."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Write the states and return 0; raise PortalError for what cannot be read."""
    del arguments
    return 0
