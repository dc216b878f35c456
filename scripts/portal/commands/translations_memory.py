"""Export the sentence pairs of all translations as a memory for CAT tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=("tmx",), default="tmx", help="default: tmx")
    parser.add_argument("--lang", action="append", metavar="L", help="only these (default: all)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")


def run(arguments: argparse.Namespace) -> int:
    """Write the memory and return 0; raise PortalError where the project cannot be read."""
    from importlib.metadata import version

    from portal.commands.output_file import write_output
    from portal.exchange.alignment import passages, unaligned
    from portal.exchange.tmx import write_tmx
    from portal.languages import SOURCE_LANGUAGE
    from portal.pages import open_site
    from portal.project import find_root

    site = open_site(find_root())
    codes = [site.languages.get(code).code for code in arguments.lang or site.languages.codes]
    found, flagged = [], 0
    for code in codes:
        for key in site.keys(code) if code != SOURCE_LANGUAGE else ():
            page, source = site.get(code, key), site.get(SOURCE_LANGUAGE, key)
            if page is None or source is None:
                continue
            pairs = passages(page, source)
            found.append((code, key, pairs))
            flagged += sum(pair.flag is not None for pair in pairs)
            for name in unaligned(page, source):
                place = f"{page.path}: the section {name} is built otherwise than in English"
                sys.stderr.write(f"{place}: left out.\n")
    write_output(write_tmx(found, version=version("minamata-training-portal")), arguments.out)
    count = sum(len(pairs) for _, _, pairs in found)
    sys.stderr.write(f"{count} pairs, {flagged} of them flagged because their counts differ.\n")
    return 0
