"""Packing twice gives the same bytes; verifying names what is not as published."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import jsonschema
import pytest
from opened_alone import LANGUAGES

from portal.bundles import archive
from portal.bundles.formats import FORMATS
from portal.bundles.manifest_model import schema_text
from portal.bundles.packing import Order, pack, plan_jobs
from portal.bundles.verify import UnreadableError, main, verify
from portal.cli import main as portal
from portal.errors import BuildError, PortalError


@pytest.fixture
def copied(dist: Path, tmp_path: Path) -> Path:
    """The bundles, for a test to damage."""
    return Path(shutil.copytree(dist, tmp_path / "dist"))


def test_every_format_is_there_for_a_language_and_a_track(dist: Path) -> None:
    module = "minamata-ar-waste-what-is-mercury-waste"
    manifest = json.loads((dist / "bundles.json").read_text("utf-8"))
    named = {entry["file"] for entry in manifest["bundles"]}
    assert {entry["format"] for entry in manifest["bundles"]} == set(FORMATS)
    assert {
        "minamata-ar-waste.zip", "minamata-ar-waste.html", f"{module}.html",
        "minamata-ar-waste.epub", "minamata-ar-waste.pdf", f"{module}.pdf", f"{module}.sheet.pdf",
        "minamata-ar-waste.zim", "minamata-ar-waste.scorm.zip",
        "minamata-ar-card-retort.html", "minamata-ar-card-retort.pdf",
    } <= named  # fmt: skip
    assert {path.name for path in dist.iterdir()} == named | {
        "bundles.json",
        "bundles.schema.json",
        "index.html",
        "SHA256SUMS",
    }


def test_the_manifest_is_as_its_published_schema_has_it(root: Path, dist: Path) -> None:
    schema = json.loads((dist / "bundles.schema.json").read_text("utf-8"))
    manifest = json.loads((dist / "bundles.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(manifest)) == []
    assert manifest["$schema"] == "bundles.schema.json"
    for broken in ({"bytes": 0}, {"file": "../x"}, {"sha256": "0"}, {"more": 1}):
        damaged = {**manifest, "bundles": [manifest["bundles"][0] | broken]}
        assert list(validator.iter_errors(damaged)), broken


def test_the_schema_in_the_repository_is_the_models(root: Path) -> None:
    assert (root / "docs/data/bundles.schema.json").read_text("utf-8") == schema_text()


def test_two_runs_give_the_same_sums_one_process_or_two(
    small_project: Path, small_site: Path, dist: Path, tmp_path: Path
) -> None:
    out, said = tmp_path / "again", list[str]()
    jobs = plan_jobs(small_site, Order(["ar"], ["waste"]))
    pack(small_project, out, jobs, said.append, processes=2)
    assert (out / "SHA256SUMS").read_bytes() == (dist / "SHA256SUMS").read_bytes()
    assert sorted(line.partition(":")[0] for line in said) == sorted(job.file for job in jobs)


def test_a_zip_of_some_languages_says_which(small_site: Path) -> None:
    some = plan_jobs(small_site, Order(["ar", "en"], formats=["html"]))
    everything = plan_jobs(small_site, Order(LANGUAGES, formats=["html"]))
    assert {job.file for job in some if len(job.scopes) > 1} == {"minamata-ar-en.zip"}
    assert {job.file for job in everything if len(job.scopes) > 1} == {"minamata-six-languages.zip"}


def test_an_error_in_one_of_two_processes_is_told_and_leaves_nothing(
    small_site: Path, tmp_path: Path
) -> None:
    no_project = tmp_path / "empty"
    no_project.mkdir()
    jobs = plan_jobs(small_site, Order(["ar"], ["waste"], ["html", "epub"]))
    with pytest.raises(PortalError, match=r"mkdocs\.yml|languages\.yaml"):
        pack(no_project, tmp_path / "dist", jobs, lambda _: None, processes=2)
    assert list(tmp_path.iterdir()) == [no_project]


def test_what_is_whole_verifies(dist: Path) -> None:
    assert verify(dist) == []


def test_one_flipped_byte_in_any_file_is_named(copied: Path) -> None:
    for path in sorted(copied.iterdir()):
        whole = path.read_bytes()
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        try:
            faults = "\n".join(verify(copied))
        except UnreadableError as error:
            faults = str(error)
        assert path.name in faults, path.name
        path.write_bytes(whole)


def test_a_missing_and_an_extra_file_are_named(copied: Path) -> None:
    (copied / "minamata-ar-waste.epub").unlink()
    (copied / "virus.exe").touch()
    assert verify(copied) == [
        "minamata-ar-waste.epub: missing.", "virus.exe: extra, not in the list.",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["../evil.html", "/evil.html", "C:evil.html", "a\\..\\..\\evil"])
def test_a_zip_with_a_path_out_of_its_folder_is_refused(
    name: str, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(copied / "minamata-ar-waste.zip", "a") as zipped:
        zipped.writestr(name, b"x")
    assert portal(["bundle", "verify", str(copied)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "leads out of its folder" in said.err


def test_a_manifest_that_names_a_file_elsewhere_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = {"file": "../secret", "sha256": "0"}
    (tmp_path / "bundles.json").write_text(json.dumps({"bundles": [entry]}), "utf-8")
    assert main([str(tmp_path)]) == 2
    assert "leads out of its folder" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"bundles": [1]}', '{"bundles": [{"file": 1}]}'])
def test_a_damaged_manifest_is_one_line(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bundles.json").write_text(text, "utf-8")
    assert portal(["bundle", "verify", str(tmp_path)]) == 2
    assert "damaged" in capsys.readouterr().err


WRONG = {
    "a language that is not built": (["--lang", "fr"], "not built"),
    "an unknown language": (["--lang", "xx"], "xx"),
    "an unknown track": (["--track", "gold"], "no 'gold'"),
    "an unknown format": (["--format", "docx"], "no 'docx'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_packed_is_one_line_and_leaves_dist_alone(
    case: str, copied: Path, small_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, expected = WRONG[case]
    part = tmp_path / "part"
    part.mkdir()
    (part / "ar").symlink_to(small_site / "ar")
    before = (copied / "SHA256SUMS").read_bytes()
    given = words if "--lang" in words else ["--lang", "ar", *words]
    status = portal(["bundle", "--site-dir", str(part), "--out", str(copied), *given])
    said = capsys.readouterr().err
    assert status == 2
    assert expected in said
    assert said.count("\n") == 1
    assert (copied / "SHA256SUMS").read_bytes() == before


def test_an_unfinished_site_is_one_line(
    small_site: Path, copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ar").mkdir()
    shutil.copyfile(small_site / "ar/portal.json", tmp_path / "ar/portal.json")
    words = ["bundle", "--lang", "ar", "--site-dir", str(tmp_path), "--out", str(copied)]
    assert portal(words) == 2
    said = capsys.readouterr()
    assert "missing from the site" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert verify(copied) == []


def test_bundles_of_another_commit_are_not_mixed(
    small_site: Path, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = copied / "bundles.json"
    data = json.loads(manifest.read_text("utf-8"))
    for entry in data["bundles"]:
        entry["commit"] = "0" * 40
    manifest.write_text(json.dumps(data), "utf-8")
    words = ["--lang", "ar", "--track", "waste", "--format", "epub"]
    assert portal(["bundle", *words, "--site-dir", str(small_site), "--out", str(copied)]) == 2
    said = capsys.readouterr()
    assert "another commit" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert json.loads(manifest.read_text("utf-8")) == data


def test_a_full_disk_leaves_no_half_file(
    small_project: Path, small_site: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = sorted(path.name for path in copied.parent.iterdir())
    monkeypatch.setattr(archive.zipfile.ZipFile, "writestr", full)
    jobs = plan_jobs(small_site, Order(["ar"], ["waste"], ["html"]))
    with pytest.raises(BuildError, match="Make room"):
        pack(small_project, copied, jobs, lambda _: None)
    assert sorted(path.name for path in copied.parent.iterdir()) == before
    monkeypatch.undo()
    assert verify(copied) == []


def test_a_folder_of_something_else_is_not_touched(
    root: Path, small_site: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(BuildError, match="something else"):
        pack(
            root,
            tmp_path,
            plan_jobs(small_site, Order(["ar"], ["waste"], ["epub"])),
            lambda _: None,
        )
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_sha256sum_reads_our_sums(dist: Path) -> None:
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("sha256sum is not installed")
    run = subprocess.run([tool, "--check", "--quiet", "SHA256SUMS"], cwd=dist, check=False)
    assert run.returncode == 0
