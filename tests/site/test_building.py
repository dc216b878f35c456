"""Building: the last good site stays whatever happens; bad input gets one clear line."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from trimmed_project import copy_trimmed

from portal.assembly import MANIFEST, assemble
from portal.cli import main
from portal.errors import BuildError
from portal.languages import forget, load_languages
from portal.site import build_site

SITE_URL = "https://portal.example/sub/"
"""Of the `small_site` fixture."""


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


@pytest.fixture
def last_site(project: Path) -> dict[str, str]:
    """What a good build left in `site`: the builder knows no more of it than its manifest."""
    page = project / "site/en/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("The last good site.", "utf-8")
    (project / "site" / MANIFEST).write_text("{}", "utf-8")
    return fingerprint(project / "site")


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are POSIX's")
def test_a_killed_build_leaves_the_last_site_complete_and_identical(
    project: Path, last_site: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "portal", "build", "--lang", "en", "--lang", "fr"]
    running = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, encoding="utf-8")
    assert running.stderr is not None
    while "Building fr" not in running.stderr.readline():
        pass
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stderr.close()
    assert fingerprint(project / "site") == last_site
    # The next build clears away what the killed one left, and succeeds.
    assert portal(project, "build", "--lang", "en").returncode == 0
    assert [path.name for path in project.glob(".site-*")] == []
    assert fingerprint(project / "site").keys() > last_site.keys()


def test_a_site_set_aside_by_a_kill_between_two_renames_comes_back(
    project: Path, last_site: dict[str, str]
) -> None:
    (project / "site").rename(project / ".site-previous")
    (project / "docs/en/index.md").write_text("---\nbroken", "utf-8")
    with pytest.raises(Exception, match=r"docs/en/index\.md"):
        build_site(project, project / "site", languages=["en"])
    assert fingerprint(project / "site") == last_site


def test_a_language_built_alone_and_in_another_order_of_hashes_has_the_same_bytes(
    small_project: Path, small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    words = ("--lang", "fr", "--site-dir", str(tmp_path / "fr"), "--site-url", SITE_URL)
    assert portal(small_project, "build", *words).returncode == 0
    assert fingerprint(tmp_path / "fr/fr") == fingerprint(small_site / "fr")


def test_languages_built_apart_are_joined_into_the_same_site(
    small_project: Path, small_site: Path, tmp_path: Path
) -> None:
    one, *others = [small_site / code for code in load_languages(small_project).codes]
    for tree in others:
        shutil.copytree(tree, tmp_path / "others" / tree.name)
    assemble(small_project, [one, tmp_path / "others"], tmp_path / "joined")
    assert fingerprint(tmp_path / "joined") == fingerprint(small_site)


def test_trees_of_two_sites_are_not_joined(
    small_project: Path, small_site: Path, tmp_path: Path
) -> None:
    for code in ("en", "fr"):
        (tmp_path / code).mkdir()
        shutil.copy(small_site / code / MANIFEST, tmp_path / code)
    manifest = tmp_path / "fr" / MANIFEST
    text = manifest.read_text("utf-8")
    assert SITE_URL in text
    manifest.write_text(text.replace(SITE_URL, "https://b.example/"), "utf-8")
    with pytest.raises(BuildError, match="built for different sites"):
        assemble(small_project, [tmp_path / "en", tmp_path / "fr"], tmp_path / "joined")
    assert not (tmp_path / "joined").exists()


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
    project: Path, last_site: dict[str, str], path: str, raw: bytes | None, said: str
) -> None:
    file = project / path
    if raw is None:
        text = file.read_text("utf-8")
        raw = text.replace("waste/index.md", "waste/gone.md").encode()
    file.write_bytes(raw)
    line = one_line(portal(project, "build", "--lang", "en"))
    assert said in line
    assert fingerprint(project / "site") == last_site


def test_a_language_that_is_not_there_is_named(small_project: Path) -> None:
    assert "Unknown language 'xx'" in one_line(portal(small_project, "build", "--lang", "xx"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_place_is_named(small_project: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    line = one_line(
        portal(small_project, "build", "--lang", "en", "--site-dir", str(locked / "site"))
    )
    assert "Cannot write here" in line


def test_a_place_below_a_file_is_named(small_project: Path) -> None:
    place = small_project / "mkdocs.yml" / "site"
    line = one_line(portal(small_project, "build", "--lang", "en", "--site-dir", str(place)))
    assert "mkdocs.yml" in line


@pytest.fixture(scope="module")
def changed_site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A site with a seventh language and a page that moved, built where there is no git."""
    project = tmp_path_factory.mktemp("changed") / "project"
    copy_trimmed(root, project)
    _add_indonesian(project)
    addresses = project / "docs/data/addresses.yaml"
    moved = "redirects:\n  waste/old: waste/what-is-mercury-waste#three-kinds\n"
    text = addresses.read_text("utf-8")
    addresses.write_text(text.replace("redirects:\n", moved), "utf-8")
    command = [sys.executable, "-m", "portal", "build", "--lang", "en", "--lang", "id"]
    environment = os.environ | {"PATH": ""}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return project / "site"


def _add_indonesian(project: Path) -> None:
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


def test_no_git_means_no_dates_and_a_whole_site(changed_site: Path) -> None:
    assert "<time" not in (changed_site / "en/index.html").read_text("utf-8")


def test_a_seventh_language_is_one_folder_one_labels_file_and_one_line(changed_site: Path) -> None:
    assert 'lang="id"' in (changed_site / "id/index.html").read_text("utf-8")
    assert "Pelatihan Minamata" in (changed_site / "id/index.html").read_text("utf-8")
    assert "Limbah merkuri" in (changed_site / "id/index.html").read_text("utf-8")
    for page in ("index.html", "en/index.html", "en/waste/index.html"):
        assert "Bahasa Indonesia" in (changed_site / page).read_text("utf-8")
    assert '<li lang="id"' in (changed_site / "404.html").read_text("utf-8")
    waste = (changed_site / "id/waste/index.html").read_text("utf-8")
    assert 'lang="en" dir="ltr"' in waste


def test_a_page_that_moved_leads_to_its_new_place(changed_site: Path) -> None:
    page = (changed_site / "en/waste/old/index.html").read_text("utf-8")
    assert 'content="0; url=../what-is-mercury-waste/index.html#three-kinds"' in page
    assert '<a href="../what-is-mercury-waste/index.html#three-kinds">' in page


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frobnicate"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    from portal.cli import COMMANDS

    assert main([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)
