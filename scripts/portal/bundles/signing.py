"""Signs SHA256SUMS with minisign, and checks the signature: who made a list, without a network.

The program and no library: it is the one that holders of keys know, and asks for passwords itself.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from portal.bundles.verify import SIGNATURE, SUMS
from portal.errors import BuildError


def require_minisign(key: Path) -> str:
    """Return the program's path; raise BuildError where it or the key is missing."""
    found = shutil.which("minisign")
    if found is None:
        raise BuildError("minisign is not installed. On Debian: `apt-get install minisign`.")
    if not key.is_file():
        raise BuildError("There is no such key. Give the file that minisign wrote.", path=str(key))
    return found


def sign_sums(folder: Path, key: Path, *, comment: str) -> None:
    """Write SHA256SUMS.minisig with the secret key; raise BuildError with minisign's own words.

    `comment` is signed too. It holds no time of day: the same commit gives the same signature.
    """
    words = ["-S", "-s", str(key.absolute()), "-m", SUMS, "-x", SIGNATURE, "-t", comment]
    # It asks for a key's password on standard error: who sits at a terminal must see the question.
    done = _run([require_minisign(key), *words], folder, shown=sys.stdin.isatty())
    if done.returncode:
        said = ((done.stderr or "").strip() or "it did not sign").splitlines()[-1].rstrip(".")
        raise BuildError(f"minisign: {said}. Check the key.", path=str(key))


def is_signed(folder: Path, key: Path) -> bool:
    """Tell whether SHA256SUMS is signed with the key that belongs to this public one."""
    words = ["-V", "-q", "-p", str(key.absolute()), "-m", SUMS, "-x", SIGNATURE]
    return _run([require_minisign(key), *words], folder).returncode == 0


def _run(
    words: list[str], folder: Path, *, shown: bool = False
) -> subprocess.CompletedProcess[str]:
    # Standard input stays open: minisign reads there the password of a key.
    return subprocess.run(  # noqa: S603 the program found above, and no shell
        words, cwd=folder, check=False, text=True, encoding="utf-8", stdout=subprocess.PIPE,
        stderr=None if shown else subprocess.PIPE,
    )  # fmt: skip
