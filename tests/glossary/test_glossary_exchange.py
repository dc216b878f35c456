"""TBX and CSV: the glossary goes out, comes back, and refuses what does not fit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from portal.cli import main
from portal.glossary import load_glossary, words_file
from portal.glossary.term_base import NAMESPACE, read_tbx, write_tbx
from portal.glossary.term_table import COLUMNS, read_csv, write_csv
from portal.glossary.writing import new_file

CODES = ("ar", "zh", "en", "fr", "ru", "es")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def copy(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that holds the glossary and no more."""
    shutil.copytree(root / "docs/data/glossary", tmp_path / "docs/data/glossary")
    shutil.copy2(root / "docs/data/languages.yaml", tmp_path / "docs/data/languages.yaml")
    shutil.copy2(root / "mkdocs.yml", tmp_path / "mkdocs.yml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", CODES)
def test_a_file_is_written_as_it_stands(root: Path, code: str) -> None:
    words = load_glossary(root).words[code]
    assert new_file(root, code, words) == (root / words_file(code)).read_text("utf-8")


@pytest.mark.parametrize("form", ["tbx", "csv"])
def test_what_goes_out_comes_back_without_a_change(
    copy: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*.yaml")}
    assert main(["translations", "glossary", "--format", form, "--out", "out"]) == 0
    assert main(["translations", "glossary", "--import", "out"]) == 0
    assert "nothing changed" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in copy.rglob("*.yaml")} == before


@pytest.mark.parametrize(("form", "old", "new"), [
    ("tbx", "<term>cornue</term>", "<term>cornue à mercure</term>"),
    ("csv", ",cornue,", ",cornue à mercure,"),
])  # fmt: skip
def test_a_changed_term_lands_in_its_file_only(copy: Path, form: str, old: str, new: str) -> None:
    before = {path: path.read_text("utf-8") for path in copy.rglob("*.yaml")}
    assert main(["translations", "glossary", "--format", form, "--out", "out"]) == 0
    text = Path("out").read_text("utf-8")
    assert text.count(old) == 1
    Path("out").write_bytes(text.replace(old, new).encode())
    assert main(["translations", "glossary", "--import", "out"]) == 0
    changed = copy / words_file("fr")
    for path, was in before.items():
        expected = (
            was.replace("term: cornue\n", "term: cornue à mercure\n") if path == changed else was
        )
        assert path.read_text("utf-8") == expected


def test_the_term_base_has_the_structure_that_tbx_basic_asks_for(root: Path) -> None:
    """ISO 30042:2019, TBX-Basic in DCA style: no registry package ships the schema."""
    document = etree.fromstring(write_tbx(load_glossary(root), languages=CODES))
    name = f"{{{NAMESPACE}}}"
    assert (document.tag, document.get("type"), document.get("style")) == (
        f"{name}tbx",
        "TBX-Basic",
        "dca",
    )
    assert document.get(LANG)
    assert [child.tag for child in document] == [f"{name}tbxHeader", f"{name}text"]
    assert document.find(f"{name}tbxHeader/{name}fileDesc/{name}sourceDesc/{name}p") is not None
    entries = document.findall(f"{name}text/{name}body/{name}conceptEntry")
    assert len({entry.get("id") for entry in entries}) == len(entries) >= 120
    for section in document.iter(f"{name}langSec"):
        assert section.get(LANG) in CODES
        tags = [child.tag.removeprefix(name) for child in section]
        assert tags == sorted(tags, key=lambda tag: tag == "termSec")
        assert "termSec" in tags
    for term in document.iter(f"{name}termSec"):
        assert next(iter(term)).tag == f"{name}term"
    allowed = {"administrativeStatus", "termType"}
    assert {note.get("type") for note in document.iter(f"{name}termNote")} <= allowed


def test_a_cell_is_no_formula(root: Path) -> None:
    text = write_csv(load_glossary(root), languages=CODES).decode("utf-8-sig")
    assert not [line for line in text.splitlines() if line.startswith(("=", "+", "-", "@"))]
    (entry,) = read_csv(b"id,language,term\r\nretort,en,'=1+1\r\n", shown="x")
    assert entry.fields["term"] == "=1+1"


def test_semicolons_of_a_spreadsheet_are_read() -> None:
    (entry,) = read_csv(b"id;language;term;allowed\nretort;en;a, b;c | d\n", shown="x")
    assert entry.fields == {"term": "a, b", "allowed": ["c", "d"]}


ENTRY = (
    '<conceptEntry id="{}"><langSec xml:lang="{}"><termSec>{}</termSec></langSec></conceptEntry>'
)
TERM = "<term>y</term>"
TBX = f'<tbx xmlns="{NAMESPACE}" type="TBX-Basic" style="dca" xml:lang="en">{{}}</tbx>'
BAD = {
    "laughs": ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "document type or entities"),
    "old-edition": ("<martif/>", "This is no TBX"),
    "malformed": ("<tbx>\n<a", ":2: This is no well-formed XML"),
    "concept": (TBX.format(ENTRY.format("x", "fr", TERM)), "has no concept 'x'"),
    "language": (TBX.format(ENTRY.format("retort", "de", TERM)), "has no language 'de'"),
    "no-term": (TBX.format(ENTRY.format("retort", "fr", "")), "without `term`"),
    "markup": (TBX.format(ENTRY.format("retort", "fr", "<term>a<b/></term>")), "holds markup"),
    "twice": (TBX.format(ENTRY.format("retort", "fr", TERM) * 2), "is there twice in fr"),
    "binary": ("PK\x03\x04", "Save it as CSV"),
    "no-columns": ("a,b\n1,2\n", ":1: The first row must name columns"),
    "few-cells": (f"{','.join(COLUMNS)}\nretort,fr\n", ":2: The row has 2 cells and not 10"),
    "csv-unknown": ("id,language,term\nx,fr,y\n", ":2: The glossary has no concept 'x'"),
    "csv-empty-term": ("id,language,term\nretort,fr,\n", ":2: `retort` (fr): `term` is missing"),
    "csv-invisible": ("id,language,term\nretort,fr,a\u202eb\n", ":2: `retort` (fr): term, seen"),
    "csv-quote": ('id,language,term\nretort,fr,"a\n', "This is no CSV"),
    "csv-empty": ("", "The file is empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_does_not_fit_changes_nothing(
    copy: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    text, words = BAD[name]
    before = {path: path.read_bytes() for path in copy.rglob("*.yaml")}
    Path("in").write_bytes(text.encode())
    assert main(["translations", "glossary", "--import", "in"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert {path: path.read_bytes() for path in copy.rglob("*.yaml")} == before


def test_a_comment_that_would_be_lost_stops_the_import(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = copy / words_file("fr")
    file.write_text(file.read_text("utf-8") + "  # mine\n", "utf-8")
    Path("in").write_text("id,language,term\nretort,fr,cornue neuve\n", "utf-8")
    assert main(["translations", "glossary", "--import", "in"]) == 2
    assert "This comment would be lost" in capsys.readouterr().err


def test_a_term_base_says_what_is_preferred_allowed_and_forbidden(root: Path) -> None:
    raw = write_tbx(load_glossary(root), languages=["es"])
    fields = {entry.concept: entry.fields for entry in read_tbx(raw, shown="x")}
    assert fields["mercury-waste"]["forbidden"] == ["residuos de mercurio", "residuo de mercurio"]
    assert fields["nap"]["abbreviations"] == ["PAN"]
