"""Which sections are old: what the command says after an edit of the English page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lamp_site import CODES, KEY, SECTIONS, change, page_path, write

from portal.history import last_changes

FRESH = {"state": "fresh", "review": "draft", "missing": [], "stale": [], "extra": []}


@pytest.fixture
def states(run: Any) -> Callable[[Path], dict[str, Any]]:
    """Return a function that gives the state of the module in each language."""

    def read(root: Path) -> dict[str, Any]:
        answer = run(root, "status", "--format", "json")
        assert (answer.status, answer.err) == (0, "")
        return {code: pages[KEY] for code, pages in json.loads(answer.out).items()}

    return read


def test_an_edited_section_is_stale_in_each_language_and_no_other_is(
    lamps: Path, states: Any
) -> None:
    assert states(lamps) == dict.fromkeys(CODES, FRESH)
    change(page_path(lamps, "en"), "Open the window", "Open all windows")
    assert states(lamps) == dict.fromkeys(CODES, FRESH | {"state": "stale", "stale": ["handling"]})


def test_white_space_and_typography_and_addresses_make_nothing_stale(
    lamps: Path, states: Any
) -> None:
    page = page_path(lamps, "en")
    change(page, "A Party shall act above", "A Party  shall act  above")
    change(page, "miner's", "miner’s")
    change(page, "(index.md)", "(../waste/index.md)")
    assert states(lamps) == dict.fromkeys(CODES, FRESH)


def test_a_changed_number_is_stale_and_named_by_the_check_in_each_language(
    lamps: Path, states: Any, run: Any
) -> None:
    change(page_path(lamps, "en"), "above 15 mg/kg", "above 50 mg/kg")
    assert {s["state"] for s in states(lamps).values()} == {"stale"}
    assert {tuple(s["stale"]) for s in states(lamps).values()} == {("which-number",)}
    answer = run(lamps, "--select", "TRN030", "--format", "json", command="check")
    found = json.loads(answer.out)
    findings = found["findings"] if isinstance(found, dict) else found
    named = {f["path"].split("/")[1]: f["message"] for f in findings}
    assert sorted(named) == sorted(CODES)
    assert all("15" in message and "50" in message for message in named.values())
    assert answer.status == 0, "five languages must not stop who improves the English page"


@pytest.mark.parametrize(
    ("old", "new", "section"),
    [
        ("title: Lamps", "title: Old lamps", "page"),
        ("summary: What to do", "summary: What not to do", "page"),
        ("Handle a broken lamp", "Describe a broken lamp", "page"),
        ("- [x] The window", "- [ ] The window", "handling"),
        ("## Handling {", "## Careful handling {", "handling"),
        ("paragraph 2)", "paragraph 3)", "which-number"),
        ("Never use", "Use", "handling"),
        ("| old | 15 mg |", "| old | 15 mg |\n| new | 3 mg |", "which-number"),
    ],
)
def test_what_belongs_to_a_section(
    lamps: Path, states: Any, old: str, new: str, section: str
) -> None:
    change(page_path(lamps, "en"), old, new)
    assert states(lamps)["fr"]["stale"] == [section]


def test_sections_come_and_go(lamps: Path, states: Any) -> None:
    page = page_path(lamps, "en")
    text = page.read_text("utf-8")
    start = text.index("## Which number")
    write(page, text[:start] + "## Afterwards { #afterwards }\n\nWash your hands.\n")
    assert states(lamps)["ru"] == FRESH | {
        "state": "stale", "missing": ["afterwards"], "extra": ["which-number"]
    }  # fmt: skip


def test_words_of_a_figure_belong_to_the_section_that_shows_it(
    lamps: Path, states: Any, run: Any
) -> None:
    for code in ("en", *CODES):
        page = page_path(lamps, code)
        write(page, page.read_text("utf-8") + "\n/// figure\n    name: mercury-waste\n///\n")
    assert run(lamps, "done", KEY, "--still-fits", "which-number").status == 0
    assert states(lamps) == dict.fromkeys(CODES, FRESH)
    change(
        lamps / "docs/data/figures/en.yaml",
        "Four questions, one after",
        "Five questions, one after",
    )
    assert {tuple(s["stale"]) for s in states(lamps).values()} == {("which-number",)}


def test_a_page_that_is_not_there_is_missing_with_all_its_sections(
    lamps: Path, states: Any
) -> None:
    page_path(lamps, "es").unlink()
    assert states(lamps)["es"] == {
        "state": "missing", "review": None, "missing": list(SECTIONS), "stale": [], "extra": []
    }  # fmt: skip


def test_without_fingerprints_nothing_is_said_to_be_fresh(new_site: Path, states: Any) -> None:
    assert states(new_site)["zh"] == FRESH | {"state": "stale", "stale": list(SECTIONS)}


def test_an_orphan_is_told_where_its_english_page_went(lamps: Path, run: Any) -> None:
    page_path(lamps, "en").rename(page_path(lamps, "en", "waste/bulbs"))
    data = json.loads(run(lamps, "status", "--format", "json").out)
    assert data["fr"][KEY]["state"] == "orphan"
    assert data["fr"]["waste/bulbs"]["state"] == "missing"
    text = run(lamps, "status", "--lang", "fr").out
    assert "the English page is now waste/bulbs" in text


def test_a_broken_page_is_one_line_and_hides_no_other(lamps: Path, run: Any) -> None:
    change(page_path(lamps, "ru"), "title: Лампы", "title: [Лампы")
    answer = run(lamps, "status", "--format", "json")
    assert answer.status == 2
    assert len(answer.err.splitlines()) == 1
    assert answer.err.startswith("docs/ru/waste/lamps.md:")
    data = json.loads(answer.out)
    assert KEY not in data["ru"]
    assert data["fr"][KEY] == FRESH


def test_the_worthiest_page_comes_first_and_safety_before_all(lamps: Path, run: Any) -> None:
    write(page_path(lamps, "en", "waste/other"), "---\ntitle: Other\n---\n\n# Other\n\nText.\n")
    change(page_path(lamps, "en"), "A Party shall act", "A Party shall act fast")
    lines = run(lamps, "status", "--lang", "fr").out.splitlines()
    keys = [line.split()[1] for line in lines if line.startswith("  ")]
    assert keys == [KEY, "waste/index", "waste/other"]
    change(page_path(lamps, "en"), "Open the window", "Close the window")
    assert "SAFETY: handling" in run(lamps, "status", "--lang", "fr").out


def test_a_language_that_there_is_not_is_refused(lamps: Path, run: Any) -> None:
    answer = run(lamps, "status", "--lang", "xx")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert run(lamps, "status", "--lang", "en").status == 2


def test_the_states_need_no_git(lamps: Path, states: Any) -> None:
    last_changes.cache_clear()
    assert not (lamps / ".git").exists()
    change(page_path(lamps, "en"), "Open the window", "Open all windows")
    assert states(lamps)["fr"]["stale"] == ["handling"]
