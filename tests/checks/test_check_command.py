"""`portal check` as a person runs it: streams, exit status, formats, options."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import GOOD_MODULE, MODULE_PATH, SHORT_TRANSLATION, good_files, write_site

from portal.cli import main


@dataclass(frozen=True)
class Done:
    """What a run of the command left behind."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def portal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Return a function that runs `portal check` in the small site."""
    write_site(tmp_path, good_files())
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: str, folder: str = ".") -> Done:
        monkeypatch.chdir(tmp_path / folder)
        # Citations and parity have tests of their own, and grammars of six languages to load.
        status = main(["check", "--ignore", f"REF,{SHORT_TRANSLATION}", *arguments])
        said = capsys.readouterr()
        return Done(status, said.out, said.err)

    return run


def spoil(tmp_path: Path, old: str = "(index.md)", new: str = "(none.md)") -> None:
    (tmp_path / MODULE_PATH).write_text(GOOD_MODULE.replace(old, new), "utf-8")


def test_a_good_site_exits_0_and_says_so(portal: Run) -> None:
    result = portal()
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "9 pages checked: nothing found.\n"


def test_an_error_exits_1_a_warning_0(portal: Run, tmp_path: Path) -> None:
    spoil(tmp_path)
    result = portal()
    assert (result.returncode, result.stderr) == (1, "")
    assert f"{MODULE_PATH}:34:41: error LNK001 There is no docs/en/waste/none.md." in result.stdout
    assert portal("--ignore", f"REF,{SHORT_TRANSLATION},LNK001").returncode == 0
    spoil(tmp_path, "(index.md)", "(http://example.org/)")
    result = portal()
    assert (result.returncode, "warning LNK004" in result.stdout) == (0, True)


def test_what_cannot_be_read_exits_2_and_the_rest_is_shown(portal: Run, tmp_path: Path) -> None:
    spoil(tmp_path)
    (tmp_path / "docs/fr/index.md").write_bytes(b"---\n\ttitle: x\n---\n")
    result = portal()
    assert (result.returncode, "LNK001" in result.stdout) == (2, True)
    assert result.stderr.startswith("docs/fr/index.md:2: Front matter: a tab stands here. Put ")
    records = [json.loads(line) for line in portal("--format", "jsonl").stdout.splitlines()]
    assert sorted(record["rule"] for record in records) == ["CFG001", "LNK001"]


BAD_ARGUMENTS = [
    (("none.md",), "There is no file or folder 'none.md'. Check the path."),
    (("--select", "XYZ"), "No rule begins with 'XYZ'."),
    (("--explain", "LNK999"), "There is no rule 'LNK999'."),
    (("--baseline", "none.json"), "none.json: There is no such baseline."),
]


@pytest.mark.parametrize(("arguments", "message"), BAD_ARGUMENTS)
def test_a_bad_argument_exits_2_with_one_line(
    portal: Run, arguments: tuple[str, ...], message: str
) -> None:
    result = portal(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_outside_a_project_one_line_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "portal", "check"]
    result = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


def test_paths_are_taken_from_the_working_directory(portal: Run, tmp_path: Path) -> None:
    spoil(tmp_path)
    assert portal("piles.md", folder="docs/en/waste").returncode == 1
    assert portal("docs/fr").returncode == 0


def test_explaining_a_rule_shows_its_docstring(portal: Run) -> None:
    result = portal("--explain", "lnk001")
    assert result.returncode == 0
    assert result.stdout.startswith("LNK001 missing-page (error)\n\nA link leads to a page or file")
    assert "Mend it: " in result.stdout
    assert (
        "TRN010  warning  A line holds more than one sentence." in portal("--explain", "all").stdout
    )


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_machine_formats_are_one_document(portal: Run, tmp_path: Path, form: str) -> None:
    spoil(tmp_path)
    result = portal("--format", form)
    assert result.returncode == 1
    data = json.loads(result.stdout)
    if form == "sarif":
        (rule,) = data["runs"][0]["tool"]["driver"]["rules"]
        assert (rule["id"], rule["name"]) == ("LNK001", "MissingPage")
    else:
        assert [record["rule"] for record in data] == ["LNK001"]


def test_fixing_mends_and_says_how_much(portal: Run, tmp_path: Path) -> None:
    spoil(tmp_path, " a yard.\n", " a yard. One is grey. Two are red.\n")
    result = portal("--fix")
    assert (result.returncode, result.stderr) == (0, "2 edits made.\n")
    text = (tmp_path / MODULE_PATH).read_text("utf-8")
    assert " a yard.\nOne is grey.\nTwo are red.\n" in text
    assert [path.name for path in (tmp_path / "docs/en/waste").glob(".*")] == []


def test_a_baseline_hides_the_old_and_shows_the_new(portal: Run, tmp_path: Path) -> None:
    spoil(tmp_path)
    assert portal("--write-baseline", "old.json").returncode == 0
    assert portal("--baseline", "old.json").returncode == 0
    spoil(tmp_path, "(index.md)", "(none.md), [two](two.md)")
    result = portal("--baseline", "old.json")
    assert result.returncode == 1
    spoil(tmp_path, "(none)", "(none)")
    assert "1 findings of the baseline are gone" in portal("--baseline", "old.json").stderr


def test_checking_one_page_loads_nothing_heavy_and_no_other_page(
    portal: Run, tmp_path: Path
) -> None:
    (tmp_path / "docs/es/index.md").write_bytes(b"\xff")
    code = (
        "import sys, portal.cli;"
        "status = portal.cli.main(['check', '--ignore', 'REF', sys.argv[1]]);"
        "heavy = {'pydantic', 'mkdocs', 'babel', 'markdown', 'wcwidth', 'jinja2', 'material'};"
        "print(sorted(heavy & set(sys.modules)), status)"
    )
    command = [sys.executable, "-c", code, MODULE_PATH]
    result = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert result.stdout.splitlines() == ["1 page checked: nothing found.", "[] 0"], result.stderr
