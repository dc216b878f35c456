"""Build the languages that a report names, so that its pull request can be read as a site."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--report", type=Path, required=True, help="what `report` wrote")
    parser.add_argument("--site-dir", type=Path, default=Path("site"), help="default: site")


def run(arguments: argparse.Namespace) -> int:
    """Build and return 0; raise PortalError where a page cannot be built."""
    from portal.commands.output_file import read_input
    from portal.languages import SOURCE_LANGUAGE, load_languages
    from portal.project import find_root
    from portal.pull_requests.report import read_report
    from portal.site import build_site

    root = find_root()
    codes = frozenset(load_languages(root).codes)
    shown = str(arguments.report)
    report = read_report(read_input(arguments.report), shown=shown, languages=codes)
    wanted = sorted({page.language for page in report.pages}) or [SOURCE_LANGUAGE]
    build_site(root, arguments.site_dir, languages=wanted)
    return 0
