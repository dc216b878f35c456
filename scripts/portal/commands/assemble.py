"""Join language trees that were built elsewhere (on several machines, say) into one site."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("parts", nargs="+", type=Path, metavar="DIR", help="a folder with trees")
    parser.add_argument("--site-dir", type=Path, help="where to put the site (default: site)")


def run(arguments: argparse.Namespace) -> int:
    """Join the trees and return 0; raise PortalError."""
    from portal.assembly import assemble
    from portal.project import find_root

    root = find_root()
    parts = [part.absolute() for part in arguments.parts]
    assemble(root, parts, (arguments.site_dir or root / "site").absolute())
    return 0
