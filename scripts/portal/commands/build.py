"""Build the site: one tree per language, joined; the last good site stays until all went well."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--lang", action="append", default=[], help="a language (all, if not given)"
    )
    parser.add_argument("--site-dir", type=Path, help="where to put the site (default: site)")
    parser.add_argument("--local", type=Path, help="a folder of national additions to merge")
    parser.add_argument("--site-url", help="the public address above the language folders")


def run(arguments: argparse.Namespace) -> int:
    """Build and return 0; raise PortalError."""
    from portal.local.checking import accepted
    from portal.local.overlay import FOLDER, read_overlay
    from portal.pages import open_site
    from portal.project import find_root
    from portal.site import build_site, print_progress

    start, root = time.monotonic(), find_root()
    if arguments.local is not None:
        accepted(read_overlay(arguments.local), open_site(root))
        # The builds of the languages are processes of their own.
        os.environ[FOLDER] = str(arguments.local.absolute())
    site_dir = (arguments.site_dir or root / "site").absolute()
    build_site(root, site_dir, languages=arguments.lang, site_url=arguments.site_url)
    print_progress(f"Built {site_dir} in {time.monotonic() - start:.1f} s.")
    return 0
