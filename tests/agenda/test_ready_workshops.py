"""The ready workshops: their programme is what the command beside it says, in each language."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKSHOPS = yaml.safe_load((ROOT / "docs/data/workshops.yaml").read_text("utf-8"))["workshops"]
PAGES = [(entry, language) for entry in WORKSHOPS for language in entry["title"]]


@pytest.mark.parametrize(("entry", "language"), PAGES)
def test_the_programme_is_what_the_command_says_today(portal, entry, language):
    text = (ROOT / f"docs/{language}/{entry['page']}.md").read_text("utf-8")
    command = re.search(r"^python3 scripts/run\.py (agenda .*)$", text, re.MULTILINE)
    assert command
    status, out, _ = portal(*shlex.split(command[1]), "--format", "md")
    assert status == 0
    rows = [line for line in out.splitlines() if line.startswith("|")]
    assert rows
    missing = [row for row in rows if row not in text]
    assert missing == [], "put the command's tables into the page"


@pytest.mark.parametrize(("entry", "language"), PAGES)
def test_the_register_names_the_page_and_no_module_lacks_what_it_needs(portal, entry, language):
    text = (ROOT / f"docs/{language}/{entry['page']}.md").read_text("utf-8")
    assert f'title: "{entry["title"][language]}"' in text
    command = re.search(r"^python3 scripts/run\.py (agenda .*)$", text, re.MULTILINE)
    assert command
    said = portal(*shlex.split(command[1]))[2]
    assert "builds on" not in said


def test_there_are_four_in_english_and_french():
    assert len(WORKSHOPS) >= 4
    assert all({"en", "fr"} <= set(entry["title"]) for entry in WORKSHOPS)
