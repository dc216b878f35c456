"""Pack the site for people without a connection; `portal bundle verify FOLDER` checks bundles."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("verb", nargs="?", choices=("verify", "offer"),
                        help="check what is packed, or offer it on the finished site")  # fmt: skip
    parser.add_argument("folder", nargs="?", type=Path, help="of what is packed (default: dist)")
    add = parser.add_argument
    add("--lang", action="append", default=[], metavar="L", help="a language (all, if not given)")
    add("--track", action="append", default=[], metavar="T",
        help="a track (all, if not given); the field cards come along")  # fmt: skip
    add("--format", action="append", default=[], metavar="F",
        help="a format (all, if not given); usb: a folder for a stick, with them all")  # fmt: skip
    add("--out", type=Path, metavar="DIR", help="where to put it (default: dist; of usb: usb)")
    add("--site-dir", type=Path, metavar="DIR", help="the finished site (default: site)")
    add("--sign", type=Path, metavar="FILE", help="sign SHA256SUMS with this secret minisign key")
    add("--key", type=Path, metavar="FILE", help="verify: the publisher's public minisign key")


def run(arguments: argparse.Namespace) -> int:
    """Pack and return 0, or verify and return 1 for a difference; raise PortalError."""
    from portal.project import find_root

    root = find_root()
    if arguments.verb == "verify":
        return _verify(arguments.folder or root / "dist", arguments.key)
    if arguments.verb == "offer":
        return _offer(root, arguments)
    from portal.bundles import usb
    from portal.bundles.packing import Order, pack, plan_jobs
    from portal.errors import BuildError
    from portal.languages import load_languages
    from portal.site import print_progress

    languages = load_languages(root)
    codes = [languages.get(code).code for code in arguments.lang] or list(languages.codes)
    order = Order(codes, arguments.track, arguments.format)
    site, dist = (arguments.site_dir or root / "site").absolute(), root / "dist"
    processes = os.cpu_count() or 1
    if usb.NAME in order.formats:
        if len(order.formats) > 1:
            raise BuildError("usb holds all other formats. Give --format usb alone.")
        out = (arguments.out or root / usb.NAME).absolute()
        stick = usb.Stick(site, order, ready=dist, key=arguments.sign, processes=processes)
        usb.write_usb(root, out, stick, print_progress)
        print_progress(f"Copy what is in {out} onto the stick.")
        return 0
    out = (arguments.out or dist).absolute()
    jobs = plan_jobs(site, order)
    pack(root, out, jobs, print_progress, key=arguments.sign, processes=processes)
    print_progress(f"{len(jobs)} bundles are in {out}.")
    return 0


def _offer(root: Path, arguments: argparse.Namespace) -> int:
    from portal.bundles.offer import offer
    from portal.site import print_progress

    site = (arguments.site_dir or root / "site").absolute()
    count = offer(root, arguments.folder or root / "dist", site)
    print_progress(f"{count} pages of {site} offer their bundles.")
    return 0


def _verify(folder: Path, key: Path | None) -> int:
    import sys

    from portal.bundles.signing import is_signed
    from portal.bundles.verify import SUMS, UnreadableError, verify
    from portal.errors import BuildError

    try:
        faults = verify(folder)
    except UnreadableError as error:
        raise BuildError(str(error)) from None
    if key and not is_signed(folder, key):
        faults.append(f"{SUMS}: not signed with this key.")
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0
