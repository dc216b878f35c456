"""ZIM in Kiwix's own server: pages, search, and nothing from elsewhere."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from made_once import made_once

from portal.bundles.scope import one_track, whole_language
from portal.bundles.tree import read_tree
from portal.bundles.zim import metadata, pack_zim, short
from portal.cli import main as portal
from portal.errors import BuildError
from portal.languages import load_languages
from portal.worker_processes import done_apart

MODULE = "waste/what-is-mercury-waste/index.html"
WORDS = {
    # The first without the article that the text has.
    "ar": ("زئبق", "نفايات"),
    # The server of 2022 that Debian has finds no run of more than two characters.
    "zh": ("废物", "汞 废物"),
}
LONG_RUNS = ("巴塞尔公约", "受汞污染", "汞废物")


@pytest.fixture(scope="session")
def zims(
    dist: Path, small_project: Path, small_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """ZIMs of one track, which is quicker than a language: the packed Arabic one, and Chinese."""

    def make(folder: Path) -> None:
        folder.mkdir()
        shutil.copy(dist / "minamata-ar-waste.zim", folder)
        scope = one_track(read_tree(small_site, "zh"), "waste")
        pack_zim(small_project, [scope], folder / "minamata-zh-waste.zim", None)

    return made_once(tmp_path_factory, "zims", make)


@pytest.fixture(scope="module")
def address(kiwix: str, zims: Path) -> Iterator[str]:
    """Where a Kiwix server offers both."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    files = [str(path) for path in sorted(zims.glob("*.zim"))]
    words = [kiwix, "--address", "127.0.0.1", "--port", str(port), *files]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            base = f"http://127.0.0.1:{port}"
            for _ in range(200):
                if _answers(base):
                    break
                time.sleep(0.05)
            yield base
        finally:
            server.terminate()


def _answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(base, timeout=5):
            return True
    except urllib.error.URLError:
        return False


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize("language", WORDS)
def test_kiwix_shows_the_pages_and_finds_words(language: str, address: str) -> None:
    book = f"minamata-{language}-waste"
    page = _get(f"{address}/{book}/A/{MODULE}")
    assert f'lang="{language}"' in page
    for word in WORDS[language]:
        found = _get(f"{address}/search?content={book}&pattern={quote(word)}")
        assert MODULE in found, word
        assert ">waste/" not in found, "results have titles, not addresses"
        assert "/slides/" not in found, "the module is found already"
    assert MODULE not in _get(f"{address}/search?content={book}&pattern=zzzzzz")


def test_a_zim_is_whole_and_says_what_it_is(zims: Path) -> None:
    from libzim.reader import Archive

    archive = Archive(zims / "minamata-ar-waste.zim")
    assert archive.check()
    assert archive.has_fulltext_index
    assert archive.main_entry.get_item().path == "waste/index.html"
    assert archive.get_metadata("Language").decode() == "ara"
    assert archive.get_metadata("Name").decode() == "minamata-training_ar_waste"
    assert archive.get_metadata("Title").decode() == "نفايات الزئبق"
    assert archive.get_metadata("License").decode() == "CC-BY-4.0"
    assert archive.has_illustration(48)
    assert archive.has_entry_by_path("about.json")


def test_todays_engine_finds_chinese_words_of_any_length(zims: Path) -> None:
    from libzim.reader import Archive
    from libzim.search import Query, Searcher

    searcher = Searcher(Archive(zims / "minamata-zh-waste.zim"))
    for word in LONG_RUNS:
        found = searcher.search(Query().set_query(word))
        paths = list(found.getResults(0, found.getEstimatedMatches()))
        assert any(path.startswith("waste/what-is-mercury-waste/") for path in paths), word


def test_titles_and_descriptions_have_the_length_that_kiwix_allows(
    root: Path, small_site: Path
) -> None:
    for language in load_languages(root):
        values = metadata(root, whole_language(read_tree(small_site, language.code)))
        assert 0 < len(values["Title"]) <= 30
        assert 0 < len(values["Description"]) <= 80
        assert values["Description"].rstrip("…").strip() in values["LongDescription"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("汞" * 80, "汞" * 80),
        ("汞" * 81, f"{'汞' * 79}…"),
        (f"{'a' * 70}, {'b' * 20}", f"{'a' * 70}…"),
    ],
)
def test_long_descriptions_are_cut_between_words_where_there_are_spaces(
    text: str, expected: str
) -> None:
    assert short(text) == expected


def test_without_libzim_nothing_is_begun(
    small_site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("portal.bundles.zim.importlib.util.find_spec", lambda _: None)
    words = ["--lang", "ar", "--site-dir", str(small_site), "--out", str(tmp_path / "dist")]
    assert portal(["bundle", *words]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "pip install libzim" in said
    assert list(tmp_path.iterdir()) == []


def test_without_room_no_zim_is_begun(
    small_project: Path, small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr("portal.bundles.zim.shutil.disk_usage", lambda _: usage)
    monkeypatch.setattr("portal.bundles.zim.language_files", lambda *_: {"a.html": b"a" * 1001})
    scopes = [whole_language(read_tree(small_site, "ar"))]
    with pytest.raises(BuildError, match="Make room"):
        pack_zim(small_project, scopes, tmp_path / "x.zim", None)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB: libzim, left alone, tells its error there and never ends."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mounting, capture_output=True).returncode:
        pytest.skip("Here nobody may mount a small disk.")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_disk_that_fills_ends_in_one_line_and_leaves_what_was_there(
    small_site: Path, tiny_disk: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    earlier = tiny_disk / "dist"
    earlier.mkdir()
    (earlier / "bundles.json").write_text('{"bundles": []}', encoding="utf-8")
    # As if another program took the room after it was measured.
    monkeypatch.setattr("portal.bundles.zim._require_room", lambda *_: None)
    words = ["--format", "zim", "--lang", "ar", "--site-dir", str(small_site)]
    assert portal(["bundle", *words, "--out", str(earlier)]) == 2
    said = capfd.readouterr().err.splitlines()
    assert len(said) == 1
    assert "Make room" in said[0]
    assert [path.relative_to(tiny_disk).as_posix() for path in tiny_disk.rglob("*")] == [
        "dist", "dist/bundles.json",
    ]  # fmt: skip


def test_a_process_that_aborts_or_fills_the_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BuildError, match=r"process was ended.*Make room"):
        done_apart(os._exit, 134, place=tmp_path / "x.zim")
    with pytest.raises(BuildError, match=r"x\.zim: Cannot be written: .*'a'"):
        done_apart(int, "a", place=tmp_path / "x.zim")
    usage = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr("portal.worker_processes.shutil.disk_usage", lambda _: usage)
    with pytest.raises(BuildError, match="the disk is full"):
        done_apart(time.sleep, 600, place=tmp_path / "x.zim")
