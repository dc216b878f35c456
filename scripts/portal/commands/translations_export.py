"""Write a translation beside its English into a file for revision: XLIFF, or a two-column DOCX."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("lang", metavar="LANG", help="the language of the translation: fr, …")
    parser.add_argument("page", metavar="PAGE", help="as in waste/what-is-mercury-waste")
    parser.add_argument("--format", choices=("xliff", "docx"), default="xliff")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")


def run(arguments: argparse.Namespace) -> int:
    """Write the file and return 0; raise PortalError where there is no such translation."""
    from portal.commands.output_file import write_output
    from portal.exchange.applying import open_sheet
    from portal.pages import open_site
    from portal.project import find_root

    site = open_site(find_root())
    language = site.languages.get(arguments.lang)
    sheet = open_sheet(site, language.code, arguments.page.removesuffix(".md"))
    if arguments.format == "xliff":
        from portal.exchange.xliff import write_xliff

        raw = write_xliff(sheet)
    else:
        from portal.exchange.revision_document import write_document

        raw = write_document(sheet, language=language, heads=("English", language.name))
    write_output(raw, arguments.out)
    return 0
