"""Put a revised XLIFF or DOCX file back into its page: each sentence in its place, or nothing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from portal.errors import DataError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an .xlf or .docx file")


def run(arguments: argparse.Namespace) -> int:
    """Change the page and return 0; raise PortalError, with nothing written."""
    from portal.commands.output_file import read_input
    from portal.exchange.applying import open_sheet, revised_text, write_page
    from portal.pages import open_site
    from portal.project import find_root

    raw = read_input(arguments.file)
    if raw[:2] == b"PK":
        from portal.exchange.revision_document import read_document as read
    elif b"<tmx" in raw[:2_000]:
        message = "This is a translation memory, not a page. Name an XLIFF or DOCX file."
        raise DataError(message, path=str(arguments.file))
    else:
        from portal.exchange.xliff import read_xliff as read
    returned = read(raw, shown=str(arguments.file))
    root = find_root()
    site = open_site(root)
    if returned.version.language not in site.languages:
        message = f"The portal has no language {returned.version.language!r}. Check the file."
        raise DataError(message, path=str(arguments.file))
    sheet = open_sheet(site, returned.version.language, returned.version.key)
    text, count = revised_text(sheet, returned)
    if count:
        write_page(root, sheet.page, text)
    sys.stderr.write(f"{sheet.page.path}: {count} of {len(sheet.pairs)} segments changed.\n")
    return 0
