"""Renew the fingerprints of the sections that were worked on.

A section whose own text did not change is refused: name it after --still-fits if the old words
still fit the new English. Everything else in the file stays as it is, byte for byte.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from portal.translations.renewal import Renewal


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = parser.add_argument
    add("pages", nargs="*", metavar="PAGE", help="docs/fr/waste/x.md, or waste/x with --lang")
    add("--lang", metavar="L", action="append", default=[], help="a language (default: all)")
    add("--still-fits", metavar="SECTION", nargs="+", default=[],
        help="sections whose old words still fit the new English")  # fmt: skip
    add("--all", action="store_true", help="all pages")
    add("--all-new", action="store_true",
        help="give fingerprints to all sections that have none, on all pages")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Write the fingerprints; return 0, or 1 where a section was refused; raise PortalError."""
    from portal.errors import ConfigError, PageError
    from portal.pages import open_site
    from portal.project import find_root
    from portal.translations.choosing import choose_pages
    from portal.translations.renewal import renew

    every = arguments.all or arguments.all_new
    if not arguments.pages and not every:
        raise ConfigError("Name a page, or use --all; --all-new for what has no fingerprints yet.")
    if every and (arguments.pages or arguments.still_fits):
        raise ConfigError("--all and --all-new go without pages and --still-fits. Choose.")
    root = find_root()
    site = open_site(root)
    chosen = choose_pages(site, arguments.pages, arguments.lang)
    status = 0
    for language, key in chosen:
        if every and ("en", key) not in site.pages:
            continue
        try:
            page = site.pages[language, key]
            done = renew(site, page, still_fits=arguments.still_fits, only_new=arguments.all_new)
        except PageError as error:
            # Others may still be renewed; nothing is written of this one.
            sys.stderr.write(f"{error}\n")
            status = 2
            continue
        if done.changes:
            _write(root, done)
        _report(done, quiet=every)
        if done.refused:
            status = max(status, 1)
    return status


def _write(root: Path, done: Renewal) -> None:
    from portal.checks.fixing import write_atomically
    from portal.errors import BuildError

    path = root / done.page.path
    if path.is_symlink():
        raise BuildError("A symbolic link is not written to. Name the file.", path=done.page.path)
    try:
        write_atomically(path, done.text.encode("utf-8"))
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise BuildError(f"Cannot be written: {reason}.", path=done.page.path) from None


def _report(done: Renewal, *, quiet: bool) -> None:
    path = done.page.path
    if done.renewed:
        sys.stdout.write(f"{path}: renewed {', '.join(done.renewed)}\n")
    if done.dropped:
        sys.stdout.write(f"{path}: forgot {', '.join(done.dropped)}, no longer there\n")
    for name, reason in done.refused:
        line = next((s.lines.start for s in done.page.sections if s.id == name), 1)
        remedy = (
            "Translate it."
            if "still the English" in reason
            else (f"Translate what changed, or say `--still-fits {name}`.")
        )
        sys.stderr.write(f"{path}:{line}: section {name} refused: {reason}. {remedy}\n")
    if not (done.renewed or done.dropped or done.refused or quiet):
        sys.stdout.write(f"{path}: everything is fresh\n")
