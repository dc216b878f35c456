"""The record of a workshop: what its form asks for, and that it tells nothing about few people."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from playwright.sync_api import expect
from trainer import PATH, fill, give, percent, result, saved, waste

from portal.assessment.workshop_records import read_records

GROUPS = [
    ({"women": 12, "men": 11}, {"women": 12, "men": 11}),
    ({"women": 12, "men": 3, "other": 2}, {"women": 12, "merged": 5}),
    ({"women": 12, "men": 7, "other": 1}, {"women": 12, "merged": 8}),
    ({"women": 12, "men": 4}, None),
    ({"women": 4, "men": 4}, None),
    ({"women": 5, "men": 0}, {"women": 5}),
    ({"a": 9, "b": 6, "c": 1, "d": 1}, {"a": 9, "merged": 8}),
]


def test_no_number_of_a_record_stands_for_fewer_than_five(open_file):
    page = open_file(f"en/{PATH}")
    for groups, told in GROUPS:
        assert page.evaluate("groups => portalRecord.merge(groups)", groups) == told


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_record_is_what_its_schema_and_the_reader_want(open_file, root, project, language):
    page = open_file(f"{language}/{PATH}")
    give(page, **{f"f{n}": result(page, f"P{n}", "first", "last") for n in range(6)})
    fill(page, women=18, men=6, customs=24)
    text = saved(page, "[data-made] button")
    assert page.locator("[data-made] pre").inner_text().strip() == text.strip()
    record, count = yaml.safe_load(text), len(waste(page)["questions"])
    assert record == {
        "version": 1,
        "date": "2027-03-01",
        "country": "NO",
        "modules": [page.locator("[data-module]").first.get_attribute("value")],
        "participants": {
            "total": 24,
            "by_sex": {"women": 18, "men": 6},
            "by_function": {"customs": 24},
        },
        "tests": {
            "before": {"people": 6, "percent": int(percent(1 / count)[:-1])},
            "after": {"people": 6, "percent": int(percent(1 - 1 / count)[:-1])},
        },
    }
    schema = json.loads((root / "docs/data/workshop-record.schema.json").read_text("utf-8"))
    jsonschema.validate(record, schema)
    folder = project / "docs/data/workshops"
    folder.mkdir(exist_ok=True)
    (folder / "2027-03-01-no.yaml").write_text(text, "utf-8")
    held = [one for one in read_records(project) if one.path.endswith("2027-03-01-no.yaml")]
    assert held[0].record.participants.total == 24


def test_four_people_leave_nothing_but_their_number(open_file):
    page = open_file(f"en/{PATH}")
    give(page, **{f"f{n}": result(page, f"P{n}", "first", "last") for n in range(4)})
    fill(page, women=2, men=2, customs=4)
    record = yaml.safe_load(page.locator("[data-made] pre").inner_text())
    assert record["participants"] == {"total": 4}
    assert "tests" not in record
    expect(page.locator("[data-few]")).to_be_visible()


COUNT = "Write how many people took part, in whole numbers up to 5000."
SUMS = "By sex there are 24 people, by function 7. Both must be the same people."
FAULTS = [
    ({"date": ""}, "date", "There is no such day in the calendar."),
    ({"country": "XX"}, "country", "Write the two letters of the country, such as SN."),
    ({"women": "-3"}, None, COUNT),
    ({"women": 0, "men": 0}, None, COUNT),
    ({"customs": 7}, None, SUMS),
]


def test_what_is_missing_in_a_record_is_said_at_its_field(open_file):
    page = open_file(f"en/{PATH}")
    for fields, name, words in FAULTS:
        fill(page, **fields)
        expect(page.locator("[data-wrong]")).to_have_text(words)
        expect(page.locator("[data-made]")).to_be_hidden()
        marked = page.locator("[aria-invalid]")
        assert marked.count() == 1
        assert page.evaluate("document.activeElement.hasAttribute('aria-invalid')")
        assert name is None or marked.get_attribute("name") == name
