"""Folders that change as a whole: filled beside the last one, then put in its place by renaming."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from portal.errors import BuildError


@contextlib.contextmanager
def filled_beside(place: Path, *, option: str) -> Iterator[Path]:
    """Give an empty folder that takes the place of `place` when the block ends well.

    Otherwise `place` stays as it was, and nothing stays behind. A kill between the two renames
    leaves `.NAME-previous`, which the next call puts back. Raises BuildError, which names the
    command line's `option` for another place.
    """
    try:
        _recover(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{place.name}-{os.getpid()}-", dir=place.parent))
    except OSError as error:
        message = f"Cannot write here: {error.strerror}. Choose another {option}."
        raise BuildError(message, path=str(place)) from None
    try:
        yield folder
        _swap_in(folder, place)
    except OSError as error:
        message = f"Cannot be written: {error.strerror}. Make room, or choose another {option}."
        raise BuildError(message, path=str(place)) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap_in(folder: Path, place: Path) -> None:
    old = _set_aside(place)
    try:
        # mkdtemp made the folder for its owner alone; a web server reads it as somebody else.
        folder.chmod(0o755)
        if place.exists():
            place.rename(old)
        folder.rename(place)
    except OSError as error:
        _recover(place)
        message = f"Cannot replace the folder: {error.strerror}. Make it writable."
        raise BuildError(message, path=str(place)) from None
    shutil.rmtree(old, ignore_errors=True)


def _set_aside(place: Path) -> Path:
    return place.with_name(f".{place.name}-previous")


def _recover(place: Path) -> None:
    """Mend what a killed process left behind: the old folder set aside, half-filled ones."""
    old = _set_aside(place)
    if old.exists() and not place.exists():
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    for left in place.parent.glob(f".{place.name}-*-*"):
        owner = left.name.removeprefix(f".{place.name}-").partition("-")[0]
        if owner.isdecimal() and not _runs(int(owner)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    if os.name == "nt":
        # There, os.kill would end the process instead of asking after it.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
