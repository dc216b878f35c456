"""The ready workshops: their programme is what the command beside it says, in each language."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from portal.pages import Site, open_site

ROOT = Path(__file__).resolve().parents[2]
WORKSHOPS = yaml.safe_load((ROOT / "docs/data/workshops.yaml").read_text("utf-8"))["workshops"]
PAGES = [(entry, language) for entry in WORKSHOPS for language in entry["title"]]


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
    command = re.search(r"^python3 scripts/run\.py (agenda .*)$", text, re.MULTILINE)
    assert command
    modules = [word for word in shlex.split(command[1]) if "/" in word]
    taught = {key: n for n, key in enumerate(modules)}
    for key, place in taught.items():
        for needed in pages.pages["en", key].front_matter.get("requires", []):
            at_home = f"](../{needed}.md)" in text and needed not in taught
            assert at_home or taught[needed] < place, f"{key} needs {needed}"


def test_there_are_four_in_english_and_french():
    assert len(WORKSHOPS) >= 4
    assert all({"en", "fr"} <= set(entry["title"]) for entry in WORKSHOPS)
