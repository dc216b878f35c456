"""Slips in questions of kind order and match, and in translated questions, on their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import GOOD_MODULE, GOOD_TRANSLATION, MODULE_PATH, TRANSLATION_PATH, Check, shown

ORDER = """/// question | Put the steps in order.
    objective: handle
    kind: order

1. Open the window.
    - First of all.
2. Put gloves on.
    - Before you touch it.
3. Close the jar.
    - At last.
///

"""
MATCH = """/// question | Which law?
    objective: sort
    kind: match

- A flask in use → Article 10
    - Storage.
- A broken lamp → Article 11
    - Waste.
///

"""
PLACE = "/// question | Which number?"
MODULE = GOOD_MODULE.replace(PLACE, ORDER + MATCH + PLACE)

FAULTS = [
    # code, text in the module, what stands there now, beginning of the line found
    ("MOD010", ORDER[ORDER.index("1.") : -5], "- [x] A step.\n    - Yes.\n", "/// question | Put"),
    ("MOD011", "    - Before you touch it.\n", "", "2. Put gloves on."),
    ("MOD011", "    - Storage.\n", "", "- A flask in use"),
    ("MOD012", "    - Before you touch it.", "   - Before you touch it.", "   - Before"),
    ("MOD015", "3. Close the jar.\n    - At last.\n", "", "/// question | Put"),
    ("MOD015", "3. Close the jar.", "3. Open the window.", "/// question | Put"),
    ("MOD015", "→ Article 11", "→ Article 10", "/// question | Which law?"),
    ("MOD015", "- A broken lamp → Article 11\n    - Waste.\n", "", "/// question | Which law?"),
    ("MOD016", "A flask in use → Article 10", "A flask in use", "- A flask in use"),
    ("MOD016", "A flask in use → Article 10", "A flask in use: Article 10", "- A flask in use"),
    ("MOD022", "    kind: match", "    kind: pair", "    kind: pair"),
]
COMPANIONS = {"MOD012": {"MOD011"}, "MOD022": {"MOD010"}, "MOD010": {"MOD011"}}


def test_questions_of_both_kinds_have_no_finding(check: Check) -> None:
    assert shown(check({MODULE_PATH: MODULE}).findings) == []


@pytest.mark.parametrize(("code", "old", "new", "line"), FAULTS)
def test_each_slip_is_found_on_its_line(
    check: Check, tmp_path: Path, code: str, old: str, new: str, line: str
) -> None:
    assert MODULE.count(old) >= 1
    report = check({MODULE_PATH: MODULE.replace(old, new, 1)})
    lines = (tmp_path / MODULE_PATH).read_text("utf-8").split("\n")
    found = [f for f in report.findings if f.rule == code]
    assert found, shown(report.findings)
    assert all(lines[f.place.line - 1].startswith(line) for f in found), shown(report.findings)
    others = {f.rule for f in report.findings} - {code}
    assert others <= COMPANIONS.get(code, set()), shown(report.findings)


QUESTION = """/// question | Quel nombre ?
    objective: sort

- [x] 15 mg/kg.
    - Oui.
- [ ] 50 mg/kg.
    - Non.
///

"""
TRANSLATED = [
    # what differs in the translation, what is said of it; None: no finding
    ({}, None),
    ({"- [x] 15": "- [ ] 15", "- [ ] 50": "- [x] 50"}, "In English the right answers are others."),
    ({"///\n\n": "- [ ] 5 mg/kg.\n    - Non.\n///\n\n"}, "In English the question has 2 options."),
    ({"- [ ] 50": "- [x] 50"}, "In English this question is of kind single."),
    ({"objective: sort": "objective: handle"}, "In English there is no question handle-1."),
]


@pytest.mark.parametrize(("changes", "message"), TRANSLATED)
def test_a_translated_question_keeps_options_and_solution(
    check: Check, changes: dict[str, str], message: str | None
) -> None:
    question = QUESTION
    for old, new in changes.items():
        question = question.replace(old, new)
    translation = GOOD_TRANSLATION.replace("## Points clés", question + "## Points clés")
    start, end = GOOD_MODULE.index("/// question | Which is waste?"), GOOD_MODULE.index(PLACE)
    source = GOOD_MODULE[:start] + GOOD_MODULE[end:]
    report = check({MODULE_PATH: source, TRANSLATION_PATH: translation}, select="MOD017")
    assert [f.message for f in report.findings] == ([message] if message else [])
    line = translation.split("\n").index("/// question | Quel nombre ?") + 1
    assert all(f.place.line == line for f in report.findings)


def test_matches_are_compared_by_their_place_and_not_by_their_words(check: Check) -> None:
    source = GOOD_MODULE.replace("## Key points", MATCH + "## Key points")
    french = MATCH.replace("→ Article 10", "→ article 10").replace("→ Article 11", "→ article 11")
    base = GOOD_TRANSLATION.replace("## Points clés", french + "## Points clés")
    start, end = (
        source.index("/// question | Which is waste?"),
        source.index("/// facilitator\nAsk"),
    )
    source = source[:start] + source[end:]
    assert check({MODULE_PATH: source, TRANSLATION_PATH: base}, select="MOD017").findings == ()
