"""SHA256SUMS signed with minisign: who made the list, told without a network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from portal.bundles.signing import sign_sums
from portal.cli import main as portal


@pytest.fixture
def keys(minisign: str, tmp_path: Path) -> Path:
    """A pair of keys without a password: `mine.key` and `mine.pub`."""
    words = [minisign, "-G", "-W", "-p", "mine.pub", "-s", "mine.key"]
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def test_sums_are_signed_and_a_change_is_named(
    keys: Path, small_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, public = keys / "dist", str(keys / "mine.pub")
    words = ["--lang", "en", "--track", "waste", "--format", "epub", "--site-dir", str(small_site)]
    words += ["--out", str(out), "--sign", str(keys / "mine.key")]
    assert portal(["bundle", *words]) == 0
    signature = (out / "SHA256SUMS.minisig").read_bytes()
    assert portal(["bundle", "verify", str(out), "--key", public]) == 0

    assert portal(["bundle", *words]) == 0
    assert (out / "SHA256SUMS.minisig").read_bytes() == signature, "no time of day in it"

    sums = out / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes() + b"\n")
    capsys.readouterr()
    assert portal(["bundle", "verify", str(out), "--key", public]) == 1
    assert capsys.readouterr().out == "SHA256SUMS: not signed with this key.\n"


def test_a_list_without_a_signature_is_not_signed(
    keys: Path, dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert portal(["bundle", "verify", str(dist), "--key", str(keys / "mine.pub")]) == 1
    assert capsys.readouterr().out == "SHA256SUMS: not signed with this key.\n"


@pytest.mark.parametrize("name", ["none.key", "letter.key"])
def test_a_key_that_is_none_is_one_line_and_leaves_nothing(
    name: str, keys: Path, small_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (keys / "letter.key").write_text("dear", "utf-8")
    words = ["--lang", "en", "--track", "waste", "--format", "epub", "--site-dir", str(small_site)]
    status = portal(["bundle", *words, "--out", str(keys / "dist"), "--sign", str(keys / name)])
    said = capsys.readouterr().err.splitlines()
    assert status == 2
    assert name in said[-1]
    assert not (keys / "dist").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_who_sits_at_a_terminal_is_asked_for_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    program, key = tmp_path / "minisign", tmp_path / "mine.key"
    program.write_text("#!/bin/sh\necho progress\nprintf 'Password: ' >&2\n", "utf-8")
    program.chmod(0o755)
    key.touch()
    monkeypatch.setattr("portal.bundles.signing.shutil.which", lambda _: str(program))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    sign_sums(tmp_path, key, comment="")
    assert capfd.readouterr() == ("", "Password: ")
