"""The register: checked field by field, told with its doubts, read back from CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from evidence_project import change, findings

from portal.evidence.arrangement_model import schema_text
from portal.evidence.arrangements import FILE, SCHEMA, load_register, register_csv, register_json
from portal.evidence.formats.markdown import file_text
from portal.evidence.reports import make_report
from portal.pages import open_site

FAULTS = [
    # what stands there, what stands there now, beginning of the message
    ('country: "TT"', 'country: "TTO"', "`arrangements.0.country` is not valid"),
    ('country: "TT"', 'country: "XX"', "There is no country `XX`."),
    ('regions: ["029"]', 'regions: ["999"]', "There is no region `999`"),
    ("kind: basel-centre", "kind: center", "`arrangements.0.kind` is not valid"),
    ('url: "https://www.basel.int', 'url: "javascript:x', "`arrangements.0.url` is not valid"),
    ("seen: 2026-11-22", "seen: lately", "`arrangements.0.seen` is not valid"),
    ("{host: seen,", "{host: sure,", "`arrangements.0.certainty.host` is not valid"),
    ("{host: seen,", "{host: unknown,", "`host` and its certainty do not agree."),
    ("help: [training,", "help: [teaching,", "`arrangements.0.help.0` is not valid"),
    ("id: bccc-scrc-uruguay", "id: bcrc-scrc-caribbean", "The 'id bcrc-scrc-caribbean' is there"),
    ("- by: bcrc-scrc-caribbean", "- by: nobody", "There is no arrangement `nobody`."),
    ("provision: art_20", "provision: art_99", "There is no provision `art_99`."),
    ('places: ["JM", "KN",', 'places: ["UK", "KN",', "There is no place `UK`."),
    ('years: "2016–2018"', 'years: "lately"', "`activities.0.years` is not valid"),
    ("asked: []", "asked: [", ""),
]


def test_the_register_has_no_finding_and_each_fault_its_line(project: Path) -> None:
    assert findings(project, "EVI020") == []
    before = (project / FILE).read_text("utf-8")
    for old, new, message in FAULTS:
        line = change(project, FILE, old, new)
        found = findings(project, "EVI020")
        assert found, old
        assert found[0][2].startswith(message), (old, found)
        assert found[0][1] == line or not message, (old, found)
        (project / FILE).write_text(before, "utf-8")


def test_csv_reads_back_into_the_same_data(root: Path) -> None:
    register = load_register(root)
    assert register is not None
    rows = list(csv.DictReader(io.StringIO(register_csv(register), newline="")))
    assert len(rows) == len(register.arrangements)
    for row, entry in zip(rows, register.arrangements, strict=True):
        assert row["id"] == entry.id
        assert row["name"] == entry.name
        assert row["country"] == (entry.country or "")
        for name in ("regions", "languages", "help", "sectors"):
            assert [text for text in row[name].split("; ") if text] == getattr(entry, name)


def test_json_reads_back_into_the_same_register(root: Path) -> None:
    from portal.evidence.arrangement_model import Register

    register = load_register(root)
    assert register is not None
    assert Register.model_validate_json(register_json(register)) == register


def test_no_cell_is_a_formula(project: Path) -> None:
    change(project, FILE, 'host: "Government', 'host: "=HYPERLINK(1)Government')
    register = load_register(project)
    assert register is not None
    assert "\n=" not in register_csv(register)
    assert ",=" not in register_csv(register)
    assert "'=HYPERLINK(1)Government" in register_csv(register)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_recalled_is_told_as_to_be_confirmed(root: Path, language: str) -> None:
    site = open_site(root)
    report = make_report(site, "arrangements", language)
    from portal.languages import load_labels

    confirmed = load_labels(root, language)("evidence.tbc")
    register = load_register(root)
    assert register is not None
    recalled = sum(
        "recalled" in {entry.certainty.seat, entry.certainty.country}
        for entry in register.arrangements
    )
    assert recalled
    assert file_text(report).count(f"({confirmed})") >= recalled


def test_the_report_lists_activities_and_who_was_asked(project: Path) -> None:
    text = file_text(make_report(open_site(project), "arrangements", "en"))
    assert "Nobody has been asked yet." in text
    change(project, FILE, "asked: []", "asked:\n  - {who: Centre A, date: 2027-01-02}")
    made_up = (
        "activities:\n  - {by: sip, what: {en: Made-up round}, places: [SN], provision: art_13,"
        " years: '2027', sources: ['https://example.org/'], seen: 2027-01-03}"
    )
    change(project, FILE, "activities:", made_up)
    report = make_report(open_site(project), "arrangements", "en")
    text = file_text(report)
    assert "Centre A (2027-01-02): no answer" in text
    assert "Made-up round" in text
    assert report.data["counts"]["activities"] == len(report.data["activities"])


def test_the_schema_in_the_repository_is_the_models(root: Path) -> None:
    assert (root / SCHEMA).read_text("utf-8") == schema_text()
