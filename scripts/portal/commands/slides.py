"""Write a module as editable slides."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("module", metavar="MODULE", help="track/name")
    parser.add_argument("--lang", metavar="L", default="en", help="their language (default: en)")
    parser.add_argument("--format", choices=("pptx",), default="pptx", help="default: pptx")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where they go")


def run(arguments: argparse.Namespace) -> int:
    """Write the file, name it on standard output and return 0; raise PortalError."""
    from portal.agenda.teachable import check_module
    from portal.languages import SOURCE_LANGUAGE, load_labels, load_languages
    from portal.pages import open_site
    from portal.project import find_root
    from portal.slides.files import write_file
    from portal.slides.made_files import powerpoint_of

    root = find_root()
    load_languages(root).get(arguments.lang)
    site = open_site(root)
    check_module(site, arguments.module)
    name, raw = powerpoint_of(site, arguments.module, arguments.lang)
    path = write_file(arguments.out.absolute() / name, raw)
    if (arguments.lang, arguments.module) not in site.pages:
        labels = load_labels(root, SOURCE_LANGUAGE)
        words = {"module": arguments.module, "language": arguments.lang}
        text = f"{labels('agenda.warning')} {labels('slides.warn-untranslated', **words)}\n"
        sys.stderr.write(text)
    sys.stdout.write(f"{path}\n")
    return 0
