"""`portal provisions`: what it answers, and what it says of an id that is not there."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from portal.commands import provisions
from portal.convention import load_treaty
from portal.errors import PortalError


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    parser = argparse.ArgumentParser()
    provisions.configure(parser)
    assert provisions.run(parser.parse_args(words)) == 0
    output = capsys.readouterr()
    assert output.err == ""
    return output.out


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> None:
    teachers = {
        "art_4": ["obligations/products", "obligations/overview"],
        "art_4__para_1": ["gender-trade/customs"],
        "art_40": ["no/module"],
    }
    monkeypatch.setattr(provisions, "read_teachers", lambda: teachers)


@pytest.mark.usefixtures("taught")
def test_one_provision_in_text(capsys: pytest.CaptureFixture[str]) -> None:
    lines = answer(capsys, "art_4").splitlines()
    assert lines[:3] == ["Article 4", "id: art_4", "title (en): Mercury-added products"]
    assert "title (ar): المنتجات المضاف إليها الزئبق (to be confirmed)" in lines
    assert "holds since: 2017-08-16" in lines
    assert "contents: Article 4 has paragraphs 1 to 9" in lines
    assert "  art_4__para_9" in lines
    assert lines[-3:] == [
        "taught in: gender-trade/customs (through art_4__para_1)",
        "taught in: obligations/overview",
        "taught in: obligations/products",
    ]


@pytest.mark.usefixtures("taught")
def test_a_paragraph_is_taught_by_who_teaches_its_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "taught in: obligations/overview (through art_4)" in answer(capsys, "art_4__para_2")
    assert "taught in: no module" in answer(capsys, "art_5")


@pytest.mark.usefixtures("taught")
def test_one_provision_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(answer(capsys, "annex_a__part_1__row_tyre-balancers", "--format", "json"))
    assert data["kind"] == "row"
    assert data["heading"]["fr"].startswith("Annexe A, première partie")
    assert data["titles"]["zh"] == {"text": "轮胎平衡器和车轮配重", "confirmed": False}
    assert data["certainty"] == "recalled"
    assert data["phase_out"] == 2025
    assert data["since"]["date"] == "2023-09-28"
    assert [each["amendment"] for each in data["amendments"]] == ["MC-4/3"]
    assert data["amendments"][0]["in_force"] == {
        "date": "2023-09-28",
        "certainty": "seen",
        "source": "https://minamataconvention.org/en/amendments",
    }
    assert data["taught_in"] == []


def test_an_unconfirmed_row_and_an_unknown_date_are_said_to_be_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    row = answer(capsys, "annex_a__part_1__row_tyre-balancers")
    assert row.startswith("Annex A, Part I: Tyre balancers and wheel weights (to be confirmed)\n")
    amalgam = answer(capsys, "annex_a__part_2__row_dental-amalgam")
    assert "amendment: COP-6, in force not known (amended)" in amalgam
    assert "amendment: MC-5/4, in force 2025-04-25 (to be confirmed) (amended)" in amalgam


def test_the_tree_has_one_line_per_provision(capsys: pytest.CaptureFixture[str]) -> None:
    lines = answer(capsys).splitlines()
    assert [line.split()[0] for line in lines] == [provision.id for provision in load_treaty()]
    assert "art_7  Article 7: Artisanal and small-scale gold mining" in lines
    assert "  art_7__para_3  Article 7, paragraph 3" in lines


def test_the_tree_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[dict[str, Any]] = json.loads(answer(capsys, "--format", "json"))
    assert len(rows) == len(list(load_treaty()))
    assert {
        "id": "art_1",
        "kind": "article",
        "parent": None,
        "heading": "Article 1",
        "title": "Objective",
    } in rows


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("art_7__para_9", "Article 7 has paragraphs 1 to 4."),
        ("art_2__para_1", "Article 2 has subparagraphs (a) to (k) and no numbered paragraphs."),
        ("art_36", "The Convention has Articles 1 to 35 and Annexes A to E."),
        ("art7", "Did you mean art_7 or "),
        ("annex_a__part_1__row_battery", "Did you mean annex_a__part_1__row_batteries or "),
        ("dec_mc-9-9", "Decision MC-9/9 is not recorded here."),
        ("dec_mc-5-12__para_10", "Decision MC-5/12 has paragraphs 1 to 9."),
        ("?!", "Ids look like art_7__para_3__subpara_a."),
        ("", "Ids look like art_7__para_3__subpara_a."),
    ],
)
def test_an_id_that_is_not_there_gets_one_line_that_says_what_is_near(
    wanted: str, hint: str
) -> None:
    with pytest.raises(PortalError) as caught:
        provisions.find(load_treaty(), wanted)
    assert str(caught.value).startswith(f"There is no provision {wanted!r}. ")
    assert hint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_capital_letters_do_not_matter() -> None:
    assert provisions.find(load_treaty(), " ART_7 ").id == "art_7"


def test_outside_of_a_project_the_treaty_can_still_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "taught in: not known here" in answer(capsys, "art_7")
    assert json.loads(answer(capsys, "art_7", "--format", "json"))["taught_in"] is None


def test_the_command_keeps_its_streams_and_exit_status(tmp_path: Path) -> None:
    code = "import sys; from portal.cli import main; sys.exit(main())"

    def portal(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code, "provisions", *words],
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONUTF8": "1"},
            cwd=tmp_path,
            check=False,
        )

    good, bad = portal("art_7"), portal("art_77")
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.startswith("Article 7\n")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.count("\n") == 1


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from portal.convention import load_treaty, heading, describe_children; "
        "import portal.commands.provisions; load_treaty(); heading('art_7'); "
        "print(*sorted({'mkdocs', 'pydantic', 'babel', 'markdown', 'jinja2', 'hypothesis'} "
        "& set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "\n"
