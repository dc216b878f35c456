"""The ready workshops: their programme is what the command beside it says, in each language."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from portal.agenda.teachable import read_teachable
from portal.pages import Site, open_site
from portal.workshop.exercise_sheets import exercise_sheets

ROOT = Path(__file__).resolve().parents[2]
WORKSHOPS = yaml.safe_load((ROOT / "docs/data/workshops.yaml").read_text("utf-8"))["workshops"]
PAGES = [
    (entry, language)
    for entry in WORKSHOPS
    for language in entry["title"]
    if (ROOT / f"docs/{language}/{entry['page']}.md").exists()
]


def clocks(text: str) -> list[tuple[str, str, str]]:
    """Return start, end and minutes of each row of the tables."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    return [(row[1], row[2], row[-2]) for row in rows if len(row) > 4 and row[1][:1].isdigit()]


@pytest.fixture(scope="session")
def root() -> Path:
    """The whole project: these workshops take modules of all tracks."""
    return ROOT


@pytest.fixture(scope="module")
def pages() -> Site:
    """All pages of the project."""
    return open_site(ROOT)


@pytest.mark.parametrize(("entry", "language"), PAGES)
def test_the_programme_is_what_the_command_says_today(portal, entry, language):
    text = (ROOT / f"docs/{language}/{entry['page']}.md").read_text("utf-8")
    command = re.search(r"^python3 scripts/run\.py (agenda .*)$", text, re.MULTILINE)
    assert command
    status, out, _ = portal(*shlex.split(command[1]), "--format", "md")
    assert status == 0
    rows = clocks(out)
    assert len(rows) > 5
    section = text.partition("{ #programme }")[2].partition("```console")[0]
    assert clocks(section) == rows, "put the command's tables into the page"


@pytest.mark.parametrize(("entry", "language"), PAGES)
def test_the_register_names_the_page_and_no_module_lacks_what_it_needs(pages, entry, language):
    text = (ROOT / f"docs/{language}/{entry['page']}.md").read_text("utf-8")
    assert f'title: "{entry["title"][language]}"' in text
    taught = {key: n for n, key in enumerate(entry["modules"])}
    for key in taught:
        assert f"](../{key}.md) | " in text, "the table of the page lacks a module"
    for key, place in taught.items():
        for needed in pages.pages["en", key].front_matter.get("requires", []):
            at_home = f"](../{needed}.md)" in text and needed not in taught
            assert at_home or taught[needed] < place, f"{key} needs {needed}"


def test_each_has_a_title_in_six_languages_and_a_page_in_at_least_two():
    assert len(WORKSHOPS) >= 6
    for entry in WORKSHOPS:
        assert set(entry["title"]) == {"ar", "zh", "en", "fr", "ru", "es"}
        assert {language for one, language in PAGES if one is entry} >= {"en", "fr"}


@pytest.mark.parametrize("track", ["asgm", "gender-trade", "waste"])
def test_each_track_has_a_workshop_that_takes_most_of_its_time_from_it(track):
    shares = [
        sum(key.startswith(f"{track}/") for key in entry["modules"]) / len(entry["modules"])
        for entry in WORKSHOPS
        if len(entry["modules"]) > 2
    ]
    assert max(shares) > 0.5


@pytest.mark.parametrize(("entry", "language"), PAGES)
def test_a_workshop_has_a_page_only_where_all_its_modules_are_translated(entry, language):
    for key in entry["modules"]:
        assert (ROOT / f"docs/{language}/{key}.md").exists()


@pytest.mark.parametrize("entry", WORKSHOPS, ids=lambda entry: entry["id"])
def test_no_day_is_too_long_and_no_stretch_without_a_break(portal, entry):
    status, _, said = portal("agenda", "--ready", entry["id"])
    assert status == 0
    warned = [line for line in said.splitlines() if "is not in the agenda" not in line]
    assert warned == []


def test_what_the_page_tells_to_copy_is_on_the_exercise_sheets(pages):
    """The sheets that the waste workshop names are there, each without its answer."""
    entry = next(one for one in WORKSHOPS if one["id"] == "two-days-waste")
    modules = [read_teachable(pages, key, "en") for key in entry["modules"]]
    sheets = [sheet for module in modules for sheet in exercise_sheets(pages, module)]
    page = (ROOT / f"docs/en/{entry['page']}.md").read_text("utf-8")
    named = re.findall(r"\b[A-Z]-\d\d\b", page.partition("{ #materials }")[2])
    assert len(set(named)) == len(sheets) == 8
    for name in named:
        assert any(name in sheet.title for sheet in sheets)
    inventory = next(sheet for sheet in sheets if "N-05" in sheet.title)
    assert "77.3 to 101.0 kg" in inventory.solution
    assert "77.3 to 101.0 kg" not in inventory.text
    assert "invented for TRAINING" in inventory.text
