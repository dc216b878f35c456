"""The folder for a USB stick: sites to open at once, every other format, and a check for damage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from portal.bundles.about import start_page
from portal.bundles.html_zip import VERIFY, html_files
from portal.bundles.manifest import sums_of
from portal.bundles.packing import Order, pack, plan_jobs, taken_along
from portal.bundles.scope import Scope, one_track, whole_language
from portal.bundles.signing import sign_sums
from portal.bundles.tree import read_tree
from portal.bundles.verify import PAGE, SUMS, sha256
from portal.errors import BuildError
from portal.whole_folders import filled_beside

NAME = "usb"
BUNDLES = "bundles"
"""Below the stick's folder: what `portal bundle` writes, with its downloads page."""


@dataclass(frozen=True, slots=True)
class Stick:
    """What somebody wants on a stick."""

    site: Path
    order: Order
    """Its formats are not read: a stick has them all."""
    ready: Path
    """Bundles that may be there already; those of the same commit are not made again."""
    key: Path | None = None
    """Secret key of minisign, to sign the sums with."""
    processes: int = 1
    """How many bundles are made at once."""


def write_usb(root: Path, out: Path, stick: Stick, say: Callable[[str], None]) -> None:
    """Write the folder; raise PortalError, and `out` then stands as it was."""
    _refuse_foreign(out)
    order = replace(stick.order, formats=())
    jobs = plan_jobs(stick.site, order)
    scopes = _scopes(stick.site, order)
    with filled_beside(out, option="--out") as folder:
        ready = taken_along(stick.ready, jobs)
        pack(
            root, folder / BUNDLES, jobs, say,
            ready=ready, key=stick.key, processes=stick.processes,
        )  # fmt: skip
        say("Unpacking the sites …")
        files = html_files(root, scopes)
        files[PAGE] = start_page(root, scopes, downloads=f"{BUNDLES}/{PAGE}").encode()
        files[VERIFY.name] = VERIFY.read_bytes()
        files.pop(SUMS, None)
        for name, raw in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        packed = {f"{BUNDLES}/{path.name}": sha256(path) for path in (folder / BUNDLES).iterdir()}
        (folder / SUMS).write_text(sums_of(files, more=packed), "utf-8", newline="")
        if stick.key:
            sign_sums(folder, stick.key, comment=f"Minamata training {scopes[0].tree.commit}")


def _scopes(site: Path, order: Order) -> list[Scope]:
    """Return the sites that are unpacked: of the one track asked for, or whole."""
    trees = [read_tree(site, code) for code in order.languages]
    if len(order.tracks) == 1:
        return [one_track(tree, order.tracks[0]) for tree in trees]
    return [whole_language(tree) for tree in trees]


def _refuse_foreign(out: Path) -> None:
    """Raise BuildError for a folder that holds something else than an earlier stick."""
    if out.is_dir() and any(out.iterdir()) and not (out / BUNDLES / SUMS).is_file():
        message = "The folder holds something else than a stick's files. Choose another --out."
        raise BuildError(message, path=str(out))
