"""Show what changed in English since the translated version, section by section, word by word.

`[-gone-]{+new+}`; the old English text comes from git. Without it the sections are named, and the
English text of today is shown.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.translations.changes import PageChanges, SectionChange


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = parser.add_argument
    add("pages", nargs="+", metavar="PAGE", help="docs/fr/waste/x.md, or waste/x with --lang")
    add("--lang", metavar="L", action="append", default=[], help="a language (default: all)")


def run(arguments: argparse.Namespace) -> int:
    """Write the changes; return 0, or 2 where words cannot be compared; raise PortalError."""
    from portal.pages import open_site
    from portal.project import find_root
    from portal.translations.changes import page_changes
    from portal.translations.choosing import choose_pages

    site = open_site(find_root())
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    reasons: dict[str, None] = {}
    for language, key in choose_pages(site, arguments.pages, arguments.lang):
        found = page_changes(site, language, key)
        sys.stdout.write("".join(f"{line}\n" for line in _lines(found, colour=colour)))
        if found.reason:
            reasons[f"{found.path}: {found.reason}"] = None
    for reason in reasons:
        sys.stderr.write(f"{reason}\n")
    return 2 if reasons else 0


def _lines(found: PageChanges, *, colour: bool) -> Iterator[str]:
    from portal.findings_output.safe_text import visible

    yield f"{found.path}"
    if not found.sections:
        yield "  everything renders the English text as it stands"
    for section in found.sections:
        yield ""
        place = found.path if section.state == "extra" else found.source_path
        commit = f", translated from {section.commit[:10]}" if section.commit else ""
        yield f"## {section.id}: {section.state} ({place}:{section.line}{commit})"
        for line in _text(section, colour=colour):
            yield line if colour else visible(line)
    yield ""


def _text(section: SectionChange, *, colour: bool) -> Iterator[str]:
    from portal.findings_output.safe_text import visible
    from portal.translations.word_diff import DiffLine, Piece, written

    if section.diff is not None:
        for line in section.diff:
            pieces = tuple(Piece(p.kind, visible(p.text)) for p in line.pieces)
            yield written(DiffLine(line.kind, pieces), colour=colour)
        if not any(line.kind == "changed" for line in section.diff):
            yield "(the words of a figure in it changed)"
    elif section.state == "extra":
        yield "(English has no such section: remove it, or rename it as in English)"
    else:
        yield "(the English text of today)"
        yield from section.english
