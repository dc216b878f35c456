"""The register: checked field by field, told with its doubts, read back from CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from evidence_project import change, findings

from portal.evidence.arrangement_model import Activity, Arrangement, Register, schema_text
from portal.evidence.arrangements import FILE, SCHEMA, load_register
from portal.evidence.formats.markdown import file_text
from portal.evidence.register_downloads import DOWNLOADS
from portal.evidence.reports import make_report
from portal.evidence.world_map import point_of
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


LISTS = {"regions", "languages", "help", "sectors", "places", "sources"}
"""Columns whose cells hold several codes or addresses."""


def read_csv(text: str) -> list[Any]:
    """Read what the columns' names say: `certainty.host`, `history.0.what.fr`."""
    rows = []
    for cells in csv.DictReader(io.StringIO(text, newline="")):
        row: dict[str, Any] = {}
        for path, cell in cells.items():
            *outer, last = path.split(".")
            value = cell.removeprefix("'")
            if path in LISTS:
                row[last] = value.split("; ") if value else []
            elif value:
                place = row
                for name in outer:
                    place = place.setdefault(name, {})
                place[last] = value
        row["history"] = list(row.get("history", {}).values())
        rows.append(row if row["history"] else {n: v for n, v in row.items() if n != "history"})
    return rows


def test_csv_json_and_geojson_read_back_into_the_same_register(root: Path) -> None:
    register = load_register(root)
    assert register is not None
    texts = {name: write(register) for name, write in DOWNLOADS.items()}
    features = json.loads(texts["arrangements.geojson"])["features"]
    for data, model, entries in (
        (read_csv(texts["arrangements.csv"]), Arrangement, register.arrangements),
        (read_csv(texts["activities.csv"]), Activity, register.activities),
        ([feature["properties"] for feature in features], Arrangement, register.arrangements),
    ):
        assert [model.model_validate_json(json.dumps(row)) for row in data] == entries
    assert Register.model_validate_json(texts["arrangements.json"]) == register


def test_geojson_puts_each_entry_at_its_country_and_none_elsewhere(root: Path) -> None:
    register = load_register(root)
    assert register is not None
    data = json.loads(DOWNLOADS["arrangements.geojson"](register))
    assert data["type"] == "FeatureCollection"
    for feature, entry in zip(data["features"], register.arrangements, strict=True):
        point = feature["geometry"] and tuple(feature["geometry"]["coordinates"])
        assert point == (point_of(entry.country) if entry.country else None), entry.id
        # A country that has no point would be lacking on the map.
        assert bool(point) == bool(entry.country), entry.id


def test_no_cell_is_a_formula_and_its_mark_comes_off_again(project: Path) -> None:
    names = ("=HYPERLINK(1)Government", "'quoted")
    change(project, FILE, 'host: "Government', f'host: "{names[0]}')
    change(project, FILE, 'host: "Department', f'host: "{names[1]}')
    register = load_register(project)
    assert register is not None
    text = DOWNLOADS["arrangements.csv"](register)
    assert ",=" not in text
    assert "\n=" not in text
    assert "'=HYPERLINK(1)Government" in text
    hosts = [row.get("host", "") for row in read_csv(text)]
    assert all(any(host.startswith(name) for host in hosts) for name in names)


def test_each_change_of_an_entry_is_told_with_its_date_the_newest_first(project: Path) -> None:
    later = "\n      - {date: 2027-03-04, what: {en: Address renewed., fr: Adresse renouvelée.}}"
    first = 'fr: "Saisi d\'après des pages publiques."}}'
    change(project, FILE, first, first + later)
    text = file_text(make_report(open_site(project), "arrangements", "fr"))
    changes = text.partition("## Changements du registre")[2].partition("## ")[0]
    assert "| 2027-03-04 | Adresse renouvelée. | BCRC-SCRC Caribbean |" in changes
    assert changes.index("2027-03-04") < changes.index("2026-11-22")
    line = change(project, FILE, "date: 2027-03-04", "date: 2025-03-04")
    ((_, found, message),) = findings(project, "EVI020")
    assert (found, message) == (line, "The change of 2025-03-04 stands below a later one.")


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
