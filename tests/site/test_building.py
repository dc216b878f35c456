"""Building: the last good site stays whatever happens; bad input gets one clear line."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from portal.assembly import assemble
from portal.cli import main
from portal.errors import BuildError
from portal.languages import forget
from portal.site import build_site


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget()


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def portal(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "portal", *words]
    return subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("Building ")]
    assert len(lines) == 1, done.stderr
    return lines[0]


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are POSIX's")
def test_a_killed_build_leaves_the_first_site_complete_and_identical(project: Path) -> None:
    assert portal(project, "build", "--lang", "en").returncode == 0
    before = fingerprint(project / "site")
    command = [sys.executable, "-m", "portal", "build", "--lang", "en", "--lang", "fr"]
    running = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, encoding="utf-8")
    assert running.stderr is not None
    while "Building fr" not in running.stderr.readline():
        pass
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stderr.close()
    assert fingerprint(project / "site") == before
    # The next build clears away what the killed one left, and succeeds.
    assert portal(project, "build", "--lang", "en").returncode == 0
    assert [path.name for path in project.glob(".site-*")] == []


def test_a_site_set_aside_by_a_kill_between_two_renames_comes_back(project: Path) -> None:
    build_site(project, project / "site", languages=["en"])
    before = fingerprint(project / "site")
    (project / "site").rename(project / ".site-previous")
    (project / "docs/en/index.md").write_text("---\nbroken", "utf-8")
    forget()
    with pytest.raises(Exception, match=r"docs/en/index\.md"):
        build_site(project, project / "site", languages=["en"])
    assert fingerprint(project / "site") == before


def test_two_builds_of_one_state_give_the_same_bytes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        assert portal(project, "build", "--lang", "fr", "--site-dir", seed).returncode == 0
    assert fingerprint(project / "1") == fingerprint(project / "2")


def test_languages_built_apart_are_joined_into_the_same_site(project: Path) -> None:
    build_site(project, project / "whole", languages=["en", "fr"])
    build_site(project, project / "one", languages=["en"])
    build_site(project, project / "two", languages=["fr"])
    assemble(project, [project / "one", project / "two" / "fr"], project / "joined")
    assert fingerprint(project / "joined") == fingerprint(project / "whole")


def test_trees_of_two_sites_are_not_joined(project: Path) -> None:
    build_site(project, project / "one", languages=["en"], site_url="https://a.example/")
    build_site(project, project / "two", languages=["fr"], site_url="https://b.example/")
    with pytest.raises(BuildError, match="built for different sites"):
        assemble(project, [project / "one", project / "two"], project / "joined")
    assert not (project / "joined").exists()


def test_a_folder_that_is_no_site_is_never_replaced(project: Path) -> None:
    mine = project / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(BuildError, match="holds something else than a site"):
        build_site(project, mine, languages=["en"])
    assert (mine / "thesis.txt").read_text("utf-8") == "years of work"


PAGE = "docs/en/waste/what-is-mercury-waste.md"
FAULTS = [
    ("broken YAML", PAGE, b"---\ntitle: [one\n---\n# T\n", f"{PAGE}:"),
    ("a tab", PAGE, b"---\ntitle: T\n\tsummary: S\n---\n# T\n", f"{PAGE}:3:"),
    ("not UTF-8", PAGE, b"---\ntitle: T\n---\n# T\n\nd\xe9chet\n", f"{PAGE}:6:"),
    ("a missing page in the navigation", "mkdocs.yml", None, "mkdocs.yml"),
    ("a link to nowhere", PAGE, b"---\ntitle: T\n---\n# T\n\n[x](no.md)\n", "no.md"),
    ("a script", PAGE, b"---\ntitle: T\n---\n# T\n\n<script>x</script>\n", f"{PAGE}:6:"),
    ("a broken labels file", "docs/data/labels/en.yaml", b"a: [", "docs/data/labels/en.yaml:"),
]


@pytest.mark.parametrize(
    ("path", "raw", "said"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_bad_input_gets_one_line_and_the_last_good_site_stays(
    project: Path, path: str, raw: bytes | None, said: str
) -> None:
    build_site(project, project / "site", languages=["en"])
    before = fingerprint(project / "site")
    file = project / path
    if raw is None:
        text = file.read_text("utf-8")
        raw = text.replace("waste/index.md", "waste/gone.md").encode()
    file.write_bytes(raw)
    line = one_line(portal(project, "build", "--lang", "en"))
    assert said in line
    assert fingerprint(project / "site") == before


def test_a_language_that_is_not_there_is_named(project: Path) -> None:
    assert "Unknown language 'xx'" in one_line(portal(project, "build", "--lang", "xx"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_place_is_named(project: Path) -> None:
    locked = project / "locked"
    locked.mkdir(mode=0o500)
    line = one_line(portal(project, "build", "--lang", "en", "--site-dir", str(locked / "site")))
    assert "Cannot write here" in line


def test_a_place_below_a_file_is_named(project: Path) -> None:
    place = project / "mkdocs.yml" / "site"
    line = one_line(portal(project, "build", "--lang", "en", "--site-dir", str(place)))
    assert "mkdocs.yml" in line


def test_no_git_means_no_dates_and_a_whole_site(project: Path) -> None:
    environment = os.environ | {"PATH": ""}
    command = [sys.executable, "-m", "portal", "build", "--lang", "en"]
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "<time" not in (project / "site/en/index.html").read_text("utf-8")


def test_a_seventh_language_is_one_folder_one_labels_file_and_one_line(project: Path) -> None:
    languages = project / "docs/data/languages.yaml"
    line = (
        "  - {code: id, iso639_3: ind, babel: id, name: Bahasa Indonesia, english: Indonesian,"
        " direction: ltr, required: false}\n"
    )
    languages.write_text(languages.read_text("utf-8") + line, "utf-8")
    words = (project / "docs/data/labels/en.yaml").read_text("utf-8")
    words = words.replace("nav.waste: Mercury waste", "nav.waste: Limbah merkuri")
    (project / "docs/data/labels/id.yaml").write_text(words, "utf-8")
    (project / "docs/id").mkdir()
    home = (project / "docs/en/index.md").read_text("utf-8")
    home = home.replace("# Minamata training", "# Pelatihan Minamata")
    (project / "docs/id/index.md").write_text(home, "utf-8")
    forget()
    build_site(project, project / "site", languages=["en", "id"])
    assert 'lang="id"' in (project / "site/id/index.html").read_text("utf-8")
    assert "Pelatihan Minamata" in (project / "site/id/index.html").read_text("utf-8")
    assert "Limbah merkuri" in (project / "site/id/index.html").read_text("utf-8")
    for page in ("index.html", "en/index.html", "en/waste/index.html"):
        assert "Bahasa Indonesia" in (project / "site" / page).read_text("utf-8")
    assert '<li lang="id"' in (project / "site/404.html").read_text("utf-8")
    waste = (project / "site/id/waste/index.html").read_text("utf-8")
    assert 'lang="en" dir="ltr"' in waste


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frobnicate"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    from portal.cli import COMMANDS

    assert main([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_a_page_that_moved_leads_to_its_new_place(project: Path) -> None:
    addresses = project / "docs/data/addresses.yaml"
    text = addresses.read_text("utf-8")
    moved = "redirects:\n  waste/old: waste/what-is-mercury-waste#three-kinds\n"
    addresses.write_text(text.replace("redirects: {}\n", moved), "utf-8")
    build_site(project, project / "site", languages=["en"])
    page = (project / "site/en/waste/old/index.html").read_text("utf-8")
    assert 'content="0; url=../what-is-mercury-waste/index.html#three-kinds"' in page
    assert '<a href="../what-is-mercury-waste/index.html#three-kinds">' in page
