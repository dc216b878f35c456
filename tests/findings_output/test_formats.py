"""The formats of findings: golden files, and what a hostile file cannot do to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portal.findings import Edit, Finding, Place, Severity
from portal.findings_output import FORMATS, Rendering, RuleWords, render, sort_findings
from portal.findings_output.safe_text import _takes_one_column, visible, width

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"text": "txt", "json": "json", "jsonl": "jsonl", "sarif": "sarif.json", "github": "txt"}

LINES = {
    "docs/en/a.md": ["# Title", "", "See [the page](none.md), please."],
    "docs/zh/a.md": ["参见[该页](none.md)。"],
    "docs/ar/a.md": ["انظر [الصفحة](none.md)."],
    "docs/fr/a.md": ["x" * 150 + " [ici](non.md) " + "y" * 150, "\x1b[31m\u202eévil\t::error::x"],
}
HOSTILE = "Bad\n::error::\x1b[2J \u202e100%, really: yes."
FINDINGS = (
    Finding(Place("docs/zh/a.md", 1, 3, 1, 16), Severity.ERROR, "LNK001", "None.", "Mend it."),
    Finding(
        Place("docs/en/a.md", 3, 5, 3, 24),
        Severity.ERROR,
        "LNK001",
        "There is no docs/en/none.md.",
        "Correct the path.",
        related=((Place("docs/fr/a.md", 1), "the source"),),
        fix=Edit(4, 9, "x"),
    ),
    Finding(Place("docs/ar/a.md", 1, 6, 1, 24), Severity.WARNING, "LNK002", "None.", "Mend it."),
    Finding(Place("docs/fr/a.md", 1, 152, 1, 165), Severity.NOTE, "LNK003", "None.", "Mend it."),
    Finding(Place("docs/fr/a.md", 2, 1, 3, 4), Severity.ERROR, "SEC007", HOSTILE, "Mend it."),
    Finding(Place("docs/ru/gone: x,y.md", 7), Severity.ERROR, "CFG001", "None.", "Mend it."),
)
WORDS = {
    code: RuleWords(f"rule-{code[-1]}", "A summary.", "An *explanation*.") for code in ("LNK001",)
}


def _rendering(findings: tuple[Finding, ...] = FINDINGS, *, colour: bool = False) -> Rendering:
    return Rendering(
        findings=sort_findings(findings),
        lines=lambda path: LINES.get(path, []),
        rules=WORDS,
        files=4,
        colour=colour,
    )


@pytest.mark.parametrize("form", FORMATS)
def test_the_output_is_the_golden_file(form: str) -> None:
    golden = GOLDEN / f"{form}.{SUFFIXES[form]}"
    assert render(_rendering(), form=form) == golden.read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_a_hostile_file_steers_a_terminal(form: str) -> None:
    text = render(_rendering(), form=form)
    for character in ("\x1b", "\x07", "\u202e", "\u009b", "\r"):
        assert character not in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_findings_does_not_matter_and_each_is_said_once(form: str) -> None:
    shuffled = (*reversed(FINDINGS), FINDINGS[0])
    assert render(_rendering(shuffled), form=form) == render(_rendering(), form=form)


def test_carets_stand_below_the_place_by_display_width() -> None:
    text = render(_rendering(FINDINGS[:1]), form="text").split("\n")
    before, marked = "参见", "[该页](none.md)"
    excerpt = next(line for line in text if marked in line)
    carets = text[text.index(excerpt) + 1].removeprefix("   | ")
    assert carets == " " * width(before) + "^" * width(marked)
    assert (width(before), width(marked), width("e\u0301"), width("م\u0651")) == (4, 15, 1, 1)


def test_a_right_to_left_excerpt_is_isolated() -> None:
    text = render(_rendering(FINDINGS[2:3]), form="text")
    assert "\u2068انظر [الصفحة](none.md).\u2069" in text
    assert "\u2068" not in render(_rendering(FINDINGS[1:2]), form="text")


def test_colour_appears_only_where_it_is_asked_for() -> None:
    assert "\x1b[" in render(_rendering(colour=True), form="text")
    assert "\x1b[" not in render(_rendering(), form="text")


def test_a_message_cannot_begin_a_workflow_command_of_its_own() -> None:
    lines = render(_rendering(), form="github").splitlines()
    assert len(lines) == len(FINDINGS)
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines
    )
    assert any("gone%3A x%2Cy.md" in line for line in lines)


def test_nothing_found_is_said_in_every_format() -> None:
    assert render(_rendering(()), form="text") == "4 pages checked: nothing found.\n"
    assert json.loads(render(_rendering(()), form="json")) == []
    assert render(_rendering(()), form="jsonl") == render(_rendering(()), form="github") == ""
    assert json.loads(render(_rendering(()), form="sarif"))["runs"][0]["results"] == []


def test_sarif_has_what_the_standard_requires() -> None:
    log = json.loads(render(_rendering(), form="sarif"))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules: list[dict[str, Any]] = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        region = place["region"]
        assert 1 <= region["startLine"] <= region.get("endLine", region["startLine"])


VISIBLE = [
    ("plain – text", "plain – text"),
    ("a\nb\tc", "a b c"),
    ("\x1b[31m", "<U+001B>[31m"),
    ("a\u202eb", "a<U+202E>b"),
    ("\u200f", "<U+200F>"),
    ("\ud800", "<U+D800>"),
    ("\U000e0041", "<U+E0041>"),
    ("e\u0301م\u0651", "e\u0301م\u0651"),
]


@pytest.mark.parametrize(("text", "result"), VISIBLE)
def test_steering_characters_are_written_out(text: str, result: str) -> None:
    assert visible(text) == result


def test_the_short_way_to_a_width_agrees_with_wcwidth() -> None:
    from wcwidth import wcwidth

    for code in range(0x20, 0x11000):
        character = chr(code)
        if _takes_one_column(character):
            assert wcwidth(character) == 1, f"U+{code:04X}"
