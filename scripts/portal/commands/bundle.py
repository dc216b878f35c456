"""Pack the site for people without a connection; `portal bundle verify FOLDER` checks bundles."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("verb", nargs="?", choices=("verify",), help="check instead of packing")
    parser.add_argument("folder", nargs="?", type=Path, help="what to check (default: dist)")
    add = parser.add_argument
    add("--lang", action="append", default=[], metavar="L", help="a language (all, if not given)")
    add("--track", action="append", default=[], metavar="T", help="a track (all, if not given)")
    add("--format", action="append", default=[], metavar="F", help="a format (all, if not given)")
    add("--out", type=Path, metavar="DIR", help="where to put the bundles (default: dist)")
    add("--site-dir", type=Path, metavar="DIR", help="the finished site (default: site)")


def run(arguments: argparse.Namespace) -> int:
    """Pack and return 0, or verify and return 1 for a difference; raise PortalError."""
    from portal.project import find_root

    root = find_root()
    if arguments.verb == "verify":
        return _verify(arguments.folder or root / "dist")
    from portal.bundles.packing import Order, pack, plan_jobs
    from portal.languages import load_languages
    from portal.site import print_progress

    languages = load_languages(root)
    codes = [languages.get(code).code for code in arguments.lang] or list(languages.codes)
    order = Order(codes, arguments.track, arguments.format)
    out = (arguments.out or root / "dist").absolute()
    jobs = plan_jobs((arguments.site_dir or root / "site").absolute(), order)
    pack(root, out, jobs, print_progress)
    print_progress(f"{len(jobs)} bundles are in {out}.")
    return 0


def _verify(folder: Path) -> int:
    import sys

    from portal.bundles.verify import UnreadableError, verify
    from portal.errors import BuildError

    try:
        faults = verify(folder)
    except UnreadableError as error:
        raise BuildError(str(error)) from None
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0
