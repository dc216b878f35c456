"""A record of a workshop that comes by pull request: taken, or refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.assessment.workshop_record_model import schema_text
from portal.assessment.workshop_records import FOLDER
from portal.checks.registry import Selection
from portal.checks.running import Scope, run_rules
from portal.pages import open_site

GOOD = """version: 1
date: "2027-03-01"
country: "SN"
modules:
  - "waste/what-is-mercury-waste"
participants:
  total: 24
  by_sex: {women: 12, men: 12}
  by_function: {customs: 14, merged: 10}
tests:
  before: {people: 20, percent: 48}
"""
FAULTS = [
    # what stands there, what stands there now, line, beginning of the message
    ("version: 1", "version: 2", 1, "`version` is not valid"),
    ("2027-03-01", "2027-02-30", 2, "`date` is not valid: day is out of range for month"),
    ('"2027-03-01"', "2027-03-01", 2, "`date` is not valid"),
    ('"SN"', '"Senegal"', 3, "`country` is not valid"),
    ('"SN"', '"XX"', 1, "There is no country `XX`."),
    ("what-is-mercury-waste", "nothing", 5, "The record names the module `waste/nothing`"),
    ("women: 12, men: 12", "women: 20, men: 4", 8, "`participants.by_sex.men` is not valid"),
    ("men: 12", "men: 11", 6, "`participants` is not valid: the numbers of by_sex do not add up"),
    ("customs: 14", "captains: 14", 9, "`participants.by_function.captains"),
    ("people: 20", "people: 3", 11, "`tests.before.people` is not valid"),
    ("percent: 48", "percent: 480", 11, "`tests.before.percent` is not valid"),
    ("  total: 24", "  total: 24\n  name: Awa", 8, "`participants.name` is not valid"),
    ("tests:", "tests: [", 11, ""),
]


def findings(project: Path) -> list[tuple[str, int, str]]:
    report = run_rules(open_site(project), selection=Selection(("EVI050",)), scope=Scope())
    assert not report.errors
    return [(f.place.path, f.place.line, f.message) for f in report.findings]


@pytest.fixture
def record(project: Path) -> Path:
    folder = project / FOLDER
    folder.mkdir(exist_ok=True)
    return folder / "2027-03-01-sn.yaml"


def test_a_good_record_has_no_finding_and_each_fault_its_line(project: Path, record: Path) -> None:
    record.write_text(GOOD, "utf-8")
    assert findings(project) == []
    for old, new, line, message in FAULTS:
        assert old in GOOD
        record.write_text(GOOD.replace(old, new, 1), "utf-8")
        found = findings(project)
        assert [(path, at) for path, at, _ in found] == [(f"{FOLDER}/{record.name}", line)], new
        assert found[0][2].startswith(message), found


def test_what_is_no_record_is_refused_unread(project: Path, record: Path) -> None:
    record.write_text(GOOD + "#" * 30_000, "utf-8")
    (record.parent / "names.csv").write_text("Awa", "utf-8")
    (record.parent / "link.yaml").symlink_to("/etc/passwd")
    assert [message for _, _, message in findings(project)] == [
        "Too large for the record of a workshop.",
        "A record of a workshop is a file whose name ends in .yaml.",
        "A record of a workshop is a file whose name ends in .yaml.",
    ]


def test_the_schema_in_the_repository_is_the_models(root: Path) -> None:
    text = (root / "docs/data/workshop-record.schema.json").read_text("utf-8")
    assert text == schema_text()
