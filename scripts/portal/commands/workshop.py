"""Write the folder for a workshop: agenda, sheets, tests, lists, forms and certificates."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from portal.commands.agenda import declare_wishes

MOST_NAMES = 500
LONGEST_NAME = 120


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    declare_wishes(parser, frame=30)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where it goes")
    parser.add_argument(
        "--names", type=Path, metavar="FILE", help="participants, a name on each line"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the folder, name it on standard output and return 0; raise PortalError."""
    from portal.commands.agenda import plan_as_wished, warn
    from portal.pages import open_site
    from portal.project import find_root
    from portal.workshop.folder import write_folder
    from portal.workshop.papers import write_papers

    root = find_root()
    words = plan_as_wished(root, arguments)
    names = read_names(arguments.names) if arguments.names else ()
    day = words.agenda.wishes.date
    folder = arguments.out.absolute() / f"{day or 'undated'}-{arguments.lang}"
    write_folder(folder, write_papers(open_site(root), words, names=names))
    warn(root, words.agenda, arguments.lang)
    sys.stdout.write(f"{folder}\n")
    return 0


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names in a file, blank lines left out; raise PortalError for a damaged one."""
    from portal.errors import PortalError

    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise PortalError(f"Cannot be read: {reason}.", path=str(path)) from None
    except UnicodeDecodeError:
        raise PortalError("The file is not UTF-8. Save it as UTF-8.", path=str(path)) from None
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_NAME:
            message = f"A name of more than {LONGEST_NAME} characters. Write one name on a line."
            raise PortalError(message, path=str(path), line=number)
    names = tuple(line.strip() for line in lines if line.strip())
    if len(names) > MOST_NAMES:
        raise PortalError(f"More than {MOST_NAMES} names. Split the file.", path=str(path))
    return names
