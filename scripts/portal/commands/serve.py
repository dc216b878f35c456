"""Build the site, serve it on this machine, rebuild what a save touches and reload the page."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--lang", action="append", default=[], help="a language (all, if not given)"
    )
    parser.add_argument("--port", type=_port, default=8000, help="TCP port (default: 8000)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted, then return 0; raise PortalError."""
    from portal.project import find_root
    from portal.serving import serve

    serve(find_root(), languages=arguments.lang, port=arguments.port)
    return 0


def _port(text: str) -> int:
    number = int(text)
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number
