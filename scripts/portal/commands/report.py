"""Write a report that the decisions ask for, made from the data as it stands now."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from portal.evidence.reports import REPORTS

    parser.add_argument("report", choices=tuple(REPORTS), metavar="REPORT", help=", ".join(REPORTS))
    parser.add_argument("--lang", metavar="L", default="en", help="its language (default: en)")
    parser.add_argument(
        "--format", choices=("md", "docx", "json"), default="md", help="default: md"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")


def run(arguments: argparse.Namespace) -> int:
    """Write the report and return 0; raise PortalError where the data is broken."""
    from portal.commands.output_file import write_output
    from portal.evidence.reports import make_report
    from portal.languages import load_languages
    from portal.pages import open_site
    from portal.project import find_root

    root = find_root()
    language = load_languages(root).get(arguments.lang)
    report = make_report(open_site(root), arguments.report, arguments.lang)
    if arguments.format == "docx":
        from portal.evidence.formats.word import word_document
        from portal.slides.powerpoint.package import file_date

        date = file_date(root, f"docs/data/{arguments.report}.yaml")
        raw = word_document(report, date=date, rtl=language.direction == "rtl")
    elif arguments.format == "json":
        raw = (json.dumps(report.data, ensure_ascii=False, indent=2) + "\n").encode()
    else:
        from portal.evidence.formats.markdown import file_text

        raw = file_text(report).encode()
    write_output(raw, arguments.out)
    return 0
