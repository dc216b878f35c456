"""The data file: its schema, and what is said about a damaged one."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
import yaml
from json_schema import faults

from portal.convention import DATA_FILE, read_treaty
from portal.convention import data_file as reader
from portal.errors import DataError

SCHEMA = json.loads(DATA_FILE.with_name("treaty.schema.json").read_text(encoding="utf-8"))
TEXT = DATA_FILE.read_text(encoding="utf-8")


def as_json(value: object) -> Any:
    """Turn what YAML made into what JSON has: dates as text, keys as text."""
    if isinstance(value, dict):
        return {str(key): as_json(below) for key, below in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.fixture
def data() -> Any:
    return as_json(yaml.safe_load(TEXT))


def test_the_data_file_fits_its_schema(data: Any) -> None:
    assert faults(SCHEMA, data) == []


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("articles", 0, "title", "en"), "", "$.articles[0].title.en: '' breaks minLength 1"),
        (("articles", 0, "titel"), {}, "$.articles[0].titel: is not allowed"),
        (("articles", 2, "subparagraphs"), {"x": "a-b"}, "fits none of the alternatives"),
        (("annexes", 0, "annex"), "F", "'F' breaks enum"),
        (("annexes", 0, "parts", 0, "rows", 0, "row"), "Batteries", "breaks pattern"),
        (("annexes", 0, "parts", 0, "rows", 0, "phase_out"), "2020", "breaks type integer"),
        (("amendments", 0, "in_force", "sure"), "maybe", "'maybe' breaks enum"),
        (("decisions", 0, "decision"), "MC-1", "fits none of the alternatives"),
        (("decisions", 0, "printable"), "no", "breaks type boolean"),
    ],
)
def test_the_schema_finds(data: Any, path: tuple[Any, ...], value: object, fault: str) -> None:
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert any(fault in found for found in faults(SCHEMA, data)), faults(SCHEMA, data)


@pytest.mark.parametrize(
    ("good", "bad", "message", "below"),
    [
        (
            "  - article: 2\n",
            "  - article: two\n",
            "`article` must be a whole number, not 'two'",
            0,
        ),
        ("  - article: 2\n", "  - article: 1\n", "`art_1` is there twice", 0),
        ("    paragraphs: 13\n", "    paragraf: 13\n", "Unknown key `paragraf`", 0),
        ("subparagraphs: a-k\n", "subparagraphs: k-?\n", "Expected a range such as a-k", 0),
        ("items: {(b): i-iii}", "items: {(z): i-iii}", "No subparagraph (z) to put items into", 0),
        ("items: {(b): i-iii}", "items: {b: i-iii}", "Items stand under a subparagraph", 0),
        ("{1: a-b, 2: a-c, 5: a-b, 6: a-b}", "{14: a-b, 6: a-b}", "No paragraph 14", 0),
        ("en: Objective", "de: Ziel", "Unknown key `de`", 0),
        (
            "seen: {en: text-2013}",
            "seen: {en: somewhere}",
            "`somewhere` is not one of the `sources",
            0,
        ),
        ("added: MC-5/4", "added: MC-5/5", "`MC-5/5` is not one of the `amendments`", 0),
        ("- row: batteries", "- row: Batteries!", "A row's slug has small letters", 0),
        (
            "date: 2022-03-25",
            "date: 2022-03-35",
            "`date` must be a date such as 2023-09-28, not '2022-03-35'",
            0,
        ),
        (
            "sure: derived",
            "sure: hoped",
            "`sure` must be one of seen, derived, recalled, unknown",
            0,
        ),
        (
            "about: rules-of-procedure",
            "about: rules",
            "`rules` is neither an article nor one of",
            0,
        ),
        ("- decision: MC-1/2\n", "- decision: MC-1/1\n", "Decision MC-1/1 is there twice", 0),
        ("- decision: MC-1/2\n", "- decision: MC1/2\n", "is not a decision's number", 0),
        ("    decision: MC-4/3\n", "    decision: MC-4/33\n", "is not one of the `decisions`", 0),
        ("  in_force: 2017-08-16", "  in_force: [", "Not readable as YAML", 3),
        ("  in_force: 2017-08-16", "  [a]: b", "A key must be a plain word", 0),
        ("  recitals: 13\n", "  recitals: 13\n  recitals: 14\n", "`recitals` is given twice", 1),
        ("\narticles:\n", "\narticles: none\nother:\n", "Unknown key `other`", 2),
    ],
)
def test_a_damaged_data_file_is_named_with_its_line(
    good: str, bad: str, message: str, below: int
) -> None:
    """`below`: how many lines under the start of the damage the message points."""
    text = TEXT.replace(good, bad, 1)
    assert text != TEXT
    with pytest.raises(DataError) as caught:
        read_treaty(text, path="treaty.yaml")
    assert message in str(caught.value)
    path, line, rest = str(caught.value).split(":", 2)
    assert path == "treaty.yaml"
    assert int(line) == TEXT[: TEXT.index(good)].count("\n") + 1 + below
    assert rest.endswith(" Correct the line, or restore the file.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "treaty.yaml:1: The file is empty. Restore it."),
        ("# only a comment\n", "treaty.yaml:1: The file is empty. Restore it."),
        ("- a\n", "treaty.yaml:1: Expected `key: value` pairs here."),
        ("a: 1\nb: \x00\n", "treaty.yaml:1: Not readable as YAML"),
        ("a: *b\n", "treaty.yaml:1: Not readable as YAML"),
        ("a: 1\n---\nb: 2\n", "Not readable as YAML"),
        ("convention:\n  adopted: 2013-10-10\n", "treaty.yaml:1: `sources` is missing"),
    ],
)
def test_no_treaty_at_all(text: str, message: str) -> None:
    with pytest.raises(DataError, match="treaty") as caught:
        read_treaty(text, path="treaty.yaml")
    assert message in str(caught.value)


def test_without_the_c_library_the_same_treaty_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pure(yaml.BaseLoader):
        """What the reader falls back to."""

    usual = read_treaty(TEXT)
    monkeypatch.setattr(reader, "_Loader", Pure)
    slow = read_treaty(TEXT)
    assert dict(slow.provisions) == dict(usual.provisions)
    assert slow.decisions == usual.decisions
