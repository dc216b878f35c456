"""Training delivered comes from records alone; the committee's text only with its source."""

from __future__ import annotations

from pathlib import Path

from evidence_project import change, findings

from portal.assessment.workshop_records import FOLDER
from portal.evidence.committee_report import FILE
from portal.evidence.formats.markdown import file_text
from portal.evidence.reports import make_report
from portal.pages import open_site

RECORD = """version: 1
date: "2027-03-01"
country: "SN"
modules: ["waste/what-is-mercury-waste"]
participants:
  total: 24
  by_sex: {women: 12, men: 12}
tests:
  before: {people: 20, percent: 40}
  after: {people: 10, percent: 80}
"""
SECOND = """version: 1
date: "2027-04-01"
country: "PE"
modules: ["waste/what-is-mercury-waste"]
participants:
  total: 6
tests:
  before: {people: 5, percent: 60}
"""


def test_an_empty_register_says_so_plainly(project: Path) -> None:
    report = make_report(open_site(project), "training", "en")
    assert report.data["workshops"] == 0
    assert "No record has been sent yet." in file_text(report)


def test_made_up_records_go_in_by_file_and_come_out_counted(project: Path) -> None:
    folder = project / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / "2027-03-01-sn.yaml").write_text(RECORD, "utf-8")
    (folder / "2027-04-01-pe.yaml").write_text(SECOND, "utf-8")
    report = make_report(open_site(project), "training", "en")
    assert report.data == {
        "workshops": 2,
        "participants": 30,
        "countries": {"PE": 1, "SN": 1},
        "years": {"2027": 2},
        "modules": {"waste/what-is-mercury-waste": 2},
        "by_sex": {"men": 12, "merged": 6, "women": 12},
        "by_function": {"merged": 30},
        # (20 × 40 + 5 × 60) / 25
        "tests": {"before": {"people": 25, "percent": 44}, "after": {"people": 10, "percent": 80}},
    }
    text = file_text(report)
    assert "Peru (1), Senegal (1)" in text
    assert "| women | 12 |" in text


def test_the_committee_is_described_by_nothing_that_was_not_seen(root: Path) -> None:
    report = make_report(open_site(root), "committee", "en")
    assert [theme["article"] for theme in report.data["themes"]] == ["art_4", "art_7", "art_11"]
    assert all(theme["recommendations"] == [] for theme in report.data["themes"])
    assert file_text(report).count("The text was not seen.") == 3


def test_a_recommendation_can_be_added_as_data_with_its_source_only(project: Path) -> None:
    assert findings(project, "EVI040") == []
    place = "  - article: art_7\n"
    told = "    recommendations:\n      - says: {en: Made-up text.}\n"
    source = "        source: {title: T, publisher: P, year: 2024, seen: 2027-01-02}\n"
    change(project, FILE, place, told + place)
    assert [message for _, _, message in findings(project, "EVI040")] == [
        "`themes.0.recommendations.0.source` is missing."
    ]
    change(project, FILE, told, told + source)
    assert findings(project, "EVI040") == []
    text = file_text(make_report(open_site(project), "committee", "en"))
    assert "Made-up text. (T, P, 2024)" in text.replace(".(", ". (").replace("text. (", "text. (")
