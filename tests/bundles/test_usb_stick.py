"""The folder for a stick: opens in each language, holds every format, and checks itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from made_once import made_once
from opened_alone import OpenAlone

from portal.bundles.formats import FORMATS
from portal.bundles.html_zip import VERIFY
from portal.bundles.manifest import sums_of
from portal.bundles.packing import Order
from portal.bundles.usb import Stick, write_usb
from portal.bundles.verify import SUMS
from portal.cli import main as portal
from portal.errors import BuildError

CODES = ("ar", "en")


@pytest.fixture(scope="session")
def stick(
    small_project: Path, small_site: Path, dist: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A stick of one track in two languages; what `dist` holds of it is not made again."""

    def make(folder: Path) -> None:
        wanted = Stick(small_site, Order(CODES, ["waste"]), ready=dist)
        write_usb(small_project, folder, wanted, lambda _: None)

    return made_once(tmp_path_factory, "stick", make)


def test_the_start_page_opens_each_site_and_the_other_formats(
    stick: Path, open_alone: OpenAlone
) -> None:
    page = open_alone(stick / "index.html", within=stick)
    links = page.eval_on_selector_all("section a", "all => all.map(one => one.href)")
    assert len(links) == 2 * len(CODES)
    names = page.locator(".languages a")
    assert names.all_inner_texts() == ["العربية", "English"], "nobody looks for a language in vain"
    names.last.click()
    assert page.evaluate("document.querySelector(':target').lang") == "en"
    for link in links:
        page.goto(link)
        assert page.title()
    assert (stick / "LICENSE.txt").read_text("utf-8").startswith("Attribution 4.0")


def test_every_format_is_on_the_stick(stick: Path) -> None:
    entries = json.loads((stick / "bundles/bundles.json").read_text("utf-8"))["bundles"]
    assert {(one["format"], *one["languages"]) for one in entries} == {
        (name, code) for name in FORMATS for code in CODES
    }


def test_what_was_ready_is_taken_along_as_it_is(stick: Path, dist: Path) -> None:
    name = "minamata-ar-waste.epub"
    assert (stick / "bundles" / name).samefile(dist / name)


def test_the_stick_checks_itself_with_python_alone(stick: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(stick, tmp_path / "stick")
    assert "python3 verify.py" in (copy / "index.html").read_text("utf-8")
    run = [sys.executable, "-I", str(copy / "verify.py")]
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0
    for name in ("ar/waste/index.html", "bundles/minamata-en-waste.epub", "verify.py"):
        whole = (copy / name).read_bytes()
        (copy / name).write_bytes(whole + b"\n")
        said = subprocess.run(run, capture_output=True, check=False, text=True, encoding="utf-8")
        assert (said.returncode, said.stdout) == (1, f"{name}: changed.\n")
        (copy / name).write_bytes(whole)


def test_what_windows_and_macos_leave_on_every_stick_is_no_alarm_and_what_is_strange_is(
    tmp_path: Path,
) -> None:
    (tmp_path / "verify.py").write_bytes(VERIFY.read_bytes())
    (tmp_path / SUMS).write_text(sums_of({"verify.py": VERIFY.read_bytes()}), "utf-8")
    left = ("System Volume Information/IndexerVolumeGuid", ".DS_Store", "ar/._index.html",
            ".Trashes/501/x", "ar/Thumbs.db")  # fmt: skip
    strange = ("System Volume Information/run.exe", "autorun.inf", "ملف.html")
    for name in (*left, *strange):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    run = [sys.executable, "-X", "utf8=0", str(tmp_path / "verify.py")]
    told = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    said = subprocess.run(run, capture_output=True, check=False, encoding="cp1252", env=told)
    names = [line.partition(":")[0] for line in said.stdout.splitlines()]
    assert said.returncode == 1
    assert names == [*strange[:2], r"\u0645\u0644\u0641.html"], "where there are no such letters"


def test_a_folder_of_something_else_is_left_alone(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    wanted = Stick(small_site, Order(CODES), ready=tmp_path / "none")
    with pytest.raises(BuildError, match="something else"):
        write_usb(tmp_path, tmp_path, wanted, lambda _: None)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_usb_stands_alone_among_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert portal(["bundle", "--format", "usb", "--format", "pdf"]) == 2
    assert "alone" in capsys.readouterr().err
