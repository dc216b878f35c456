"""Write a report that the decisions ask for, made from the data as it stands now."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from portal.evidence.formats import FORMATS
    from portal.evidence.reports import REPORTS

    parser.add_argument("report", choices=tuple(REPORTS), metavar="REPORT", help=", ".join(REPORTS))
    parser.add_argument("--lang", metavar="L", default="en", help="its language (default: en)")
    parser.add_argument("--format", choices=FORMATS, default="md", help="default: md")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")


def run(arguments: argparse.Namespace) -> int:
    """Write the report and return 0; raise PortalError where the data is broken."""
    from portal.commands.output_file import write_output
    from portal.evidence.formats import write_report
    from portal.evidence.reports import make_report, report_date
    from portal.languages import load_languages
    from portal.pages import open_site
    from portal.project import find_root

    root = find_root()
    language = load_languages(root).get(arguments.lang)
    report = make_report(open_site(root), arguments.report, arguments.lang)
    date = report_date(root, arguments.report)
    raw = write_report(report, arguments.format, language=language, date=date)
    write_output(raw, arguments.out)
    return 0
