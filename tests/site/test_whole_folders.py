"""A folder changes as a whole or not at all, whatever happens on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.whole_folders import filled_beside


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with one file, `old`."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/old").touch()
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_folder_takes_the_place_of_the_old_one_and_all_may_read_it(place: Path) -> None:
    with filled_beside(place, option="--out") as folder:
        (folder / "new").touch()
        assert names(place) == ["old"]
    assert names(place) == ["new"]
    assert names(place.parent) == ["out"]
    assert os.name == "nt" or place.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, BuildError("No.")])
def test_what_goes_wrong_leaves_the_old_folder_and_nothing_beside_it(
    place: Path, error: type[BaseException] | BaseException
) -> None:
    def fill(folder: Path) -> None:
        (folder / "half").touch()
        raise error

    with (
        pytest.raises((KeyboardInterrupt, ValueError, BuildError)),
        filled_beside(place, option="--out") as folder,
    ):
        fill(folder)
    assert names(place) == ["old"]
    assert names(place.parent) == ["out"]


def test_a_full_disk_is_one_plain_line(place: Path) -> None:
    def fill(_folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with (
        pytest.raises(BuildError, match="Make room, or choose another --out"),
        filled_beside(place, option="--out") as folder,
    ):
        fill(folder)
    assert names(place) == ["old"]


def test_what_a_killed_process_left_is_mended_before_anything_is_looked_at(place: Path) -> None:
    place.rename(place.with_name(".out-previous"))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (place.parent / f".out-{ended.pid}-half").mkdir()
    (place.parent / f".out-{os.getpid()}-at-work").mkdir()
    with filled_beside(place, option="--out") as folder:
        assert names(place) == ["old"]
        (folder / "new").touch()
    # On Windows nobody can ask whether a process runs: what it left stays.
    half = {f".out-{ended.pid}-half"} if os.name == "nt" else set()
    assert set(names(place.parent)) == {"out", f".out-{os.getpid()}-at-work"} | half


def test_a_place_below_a_file_is_one_plain_line(place: Path) -> None:
    with (
        pytest.raises(BuildError, match="Choose another --out"),
        filled_beside(place / "old/out", option="--out"),
    ):
        pytest.fail("there is no such folder")
