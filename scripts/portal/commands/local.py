"""Check a folder of national additions against this release; pack it for an unpacked bundle.

`portal local check DIR` names everything that does not fit; `portal local pack DIR --out FILE`
writes the file that is laid into `local/` of an unpacked zip. `portal build --local DIR` merges it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.local.overlay import Overlay


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("verb", choices=("check", "pack"))
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder with local.yaml")
    parser.add_argument("--out", type=Path, metavar="FILE", help="pack: the file to write")


def run(arguments: argparse.Namespace) -> int:
    """Return 0, or 1 for what does not fit the release; raise PortalError."""
    from portal.errors import ConfigError
    from portal.local.overlay import read_overlay
    from portal.project import find_root

    root = find_root()
    overlay = read_overlay(arguments.folder)
    faults = _faults(root, overlay)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    if faults or arguments.verb == "check":
        return 1 if faults else 0
    if arguments.out is None:
        raise ConfigError("Name the file to write: --out local/additions.js.")
    _pack(root, overlay, arguments.out)
    return 0


def _faults(root: Path, overlay: Overlay) -> list[str]:
    from portal.findings_output.safe_text import visible
    from portal.local.checking import overlay_faults
    from portal.pages import open_site

    return [visible(str(fault)) for fault in overlay_faults(overlay, open_site(root))]


def _pack(root: Path, overlay: Overlay, out: Path) -> None:
    from portal.errors import BuildError
    from portal.languages import load_languages
    from portal.local.laid_beside import additions_script

    text = additions_script(root, overlay, load_languages(root))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, "utf-8", newline="")
    except OSError as error:
        message = f"Cannot be written: {error.strerror}. Choose another --out."
        raise BuildError(message, path=str(out)) from None
