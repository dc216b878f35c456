"""Export the glossary for term tools and spreadsheets, or take a changed file in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from portal.errors import DataError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=("tbx", "csv"), default="tbx", help="default: tbx")
    parser.add_argument("--lang", action="append", metavar="L", help="only these (default: all)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")
    parser.add_argument(
        "--import", dest="incoming", type=Path, metavar="FILE", help="take a TBX or CSV file in"
    )


def run(arguments: argparse.Namespace) -> int:
    """Export or import and return 0; raise PortalError, with nothing written."""
    from portal.commands.output_file import write_output
    from portal.glossary import load_glossary
    from portal.glossary.term_base import write_tbx
    from portal.glossary.term_table import write_csv
    from portal.languages import load_languages
    from portal.project import find_root

    root = find_root()
    if arguments.incoming is not None:
        return _import(root, arguments.incoming)
    languages = load_languages(root)
    codes = [languages.get(code).code for code in arguments.lang or languages.codes]
    write = write_tbx if arguments.format == "tbx" else write_csv
    write_output(write(load_glossary(root), languages=codes), arguments.out)
    return 0


def _import(root: Path, file: Path) -> int:
    from portal.checks.fixing import write_atomically
    from portal.commands.output_file import read_input
    from portal.glossary import load_glossary
    from portal.glossary.importing import merged, new_files
    from portal.glossary.term_base import read_tbx
    from portal.glossary.term_table import read_csv

    raw, shown = read_input(file), str(file)
    if raw[:2] == b"PK":
        message = "This is a workbook or a document. Save it as CSV in UTF-8 first."
        raise DataError(message, path=shown)
    is_xml = raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
    entries = (read_tbx if is_xml else read_csv)(raw, shown=shown)
    glossary = load_glossary(root)
    files = new_files(root, glossary, merged(glossary, entries, shown=shown))
    for path, text in files.items():
        write_atomically(root / path, text.encode("utf-8"))
    told = ", ".join(files) or "nothing changed"
    sys.stderr.write(f"{len(entries)} entries read: {told}.\n")
    return 0
