"""The structure against the treaty's own words, where the text of 2013 is at hand.

The text is not part of the project: PORTAL_FACTS names the folder that holds it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.convention import Provision, Treaty, load_treaty

FOLDER = Path(__file__).parents[2].parent / "shared" / "facts"
FILE = Path(os.environ.get("PORTAL_FACTS") or FOLDER) / "convention-en-2013.txt"
if not FILE.is_file():
    pytest.skip(f"{FILE.name} is not here; PORTAL_FACTS names its folder", allow_module_level=True)

RECITAL = re.compile(
    r"(?:, |,  )(?=(?:Recognizing|Recalling|Aware|Noting|Stressing|Emphasizing|Understanding)\b)"
)
NUMBERED = re.compile(
    r"^[ ]*(?:(?P<para>[0-9]+)\.[ ]|(?P<letter>[a-z])\)|\((?P<item>[ivx]+)\)[ ])", re.MULTILINE
)


@pytest.fixture(scope="module")
def text() -> str:
    return FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def treaty() -> Treaty:
    return load_treaty()


def sections(text: str, heading: str) -> Iterator[tuple[str, str]]:
    """Yield the number of each `### Article  7` or `### Annex  A` and what stands below it."""
    parts = re.split(rf"^### {heading} +(\w+) *$", text, flags=re.MULTILINE)
    yield from zip(parts[1::2], parts[2::2], strict=True)


def units_in(text: str, base: str) -> list[str]:
    """List the ids of the numbered paragraphs, letters and items of one article or annex."""
    found = [base]
    paragraph = letter = base
    for match in NUMBERED.finditer(text):
        if match["para"]:
            paragraph = letter = f"{base}__para_{match['para']}"
            found.append(paragraph)
        elif match["letter"]:
            letter = f"{paragraph}__subpara_{match['letter']}"
            found.append(letter)
        else:
            found.append(f"{letter}__item_{match['item']}")
    return found


def body(text: str) -> str:
    return text[: text.index("### Annex  A")]


def annex(text: str, letter: str) -> str:
    return dict(sections(text, "Annex"))[letter]


def rows_of_2013(treaty: Treaty, part: str) -> list[Provision]:
    return [
        each
        for each in treaty.children(part)
        if each.kind == "row" and all(change.how != "added" for change in each.changes)
    ]


def test_the_body_is_that_of_the_text_unit_by_unit(text: str, treaty: Treaty) -> None:
    read = [
        unit
        for number, article in sections(body(text), "Article")
        for unit in units_in(article, f"art_{number}")
    ]
    assert len(read) == 350
    assert read == [unit for unit in treaty.units() if unit.startswith("art_")]


def test_the_english_titles_are_those_of_the_text(text: str, treaty: Treaty) -> None:
    titled = [(f"art_{number}", part) for number, part in sections(body(text), "Article")]
    titled += [(f"annex_{name.lower()}", part) for name, part in sections(text, "Annex")]
    assert len(titled) == 40
    for unit, part in titled:
        written = re.search(r"^####(.*)$", part, re.MULTILINE)
        provision = treaty.get(unit)
        assert written is not None
        assert provision is not None
        title = provision.title("en")
        assert title is not None
        # Annex C adds its subtitle, "National action plans", on the same line.
        assert written[1].strip().removesuffix(" National action plans") == title.text


def test_the_preamble_has_as_many_recitals_as_the_text(text: str, treaty: Treaty) -> None:
    start = text.index("The Parties to this Convention, ")
    preamble = text[start : text.index("Have agreed as follows")]
    assert len(RECITAL.findall(preamble)) == len(treaty.children("preamble")) == 13


def test_annex_a_excludes_what_the_text_excludes(text: str, treaty: Treaty) -> None:
    chapeau = annex(text, "A").partition("* Part I:")[0]
    read = units_in(chapeau, "annex_a")[1:]
    assert read == [each.id for each in treaty.children("annex_a") if each.kind == "subparagraph"]


@pytest.mark.parametrize(("letter", "part"), [("A", "annex_a__part_1"), ("B", "annex_b__part_1")])
def test_the_rows_of_2013_and_their_dates_are_those_of_the_tables(
    text: str, treaty: Treaty, letter: str, part: str
) -> None:
    tables = annex(text, letter).partition("Part II:")[0]
    read = re.findall(r"^\| (.*?) +\| ([0-9]{4})  \|", tables, re.MULTILINE)
    rows = rows_of_2013(treaty, part)
    assert [int(year) for _, year in read] == [row.phase_out for row in rows]
    for (words, _), row in zip(read, rows, strict=True):
        letters = re.findall(r"(?<= )([a-e])\) ", words)
        assert letters == [each.number for each in treaty.children(row.id)], row.id
        title = row.title("en")
        assert title is not None
        first = title.text.split()[0].partition("-")[0].lower()
        assert first in words.lower(), row.id


def test_the_measures_of_part_ii_are_those_of_the_tables(text: str, treaty: Treaty) -> None:
    amalgam = annex(text, "A").partition("Part II:")[2]
    items = [each.number for each in treaty.children("annex_a__part_2") if each.kind == "item"]
    assert re.findall(r"\| \(([ivx]+)\) ", amalgam) == items
    tables = annex(text, "B").partition("Part II:")[2]
    read = re.findall(r"(?<=[|:;] )[ ]?\(([ivx]+)\) ", tables)
    rows = rows_of_2013(treaty, "annex_b__part_2")
    assert read == [item.number for row in rows for item in treaty.children(row.id)]


def test_annex_c_is_that_of_the_text(text: str, treaty: Treaty) -> None:
    read = units_in(annex(text, "C"), "annex_c")
    assert read == [unit for unit in treaty.units() if unit.startswith("annex_c")]


def test_annex_d_has_the_categories_of_the_text(text: str, treaty: Treaty) -> None:
    listed = annex(text, "D").partition("Point source category:")[2]
    listed = re.sub(r"<sup>.*?</sup>", "", listed)
    categories = [each.strip(" .\n") for each in re.split(r";|\.\s", listed.strip())]
    rows = treaty.children("annex_d")
    assert len([each for each in categories if each]) == len(rows) == 5
    for row in rows:
        assert row.number.replace("-", " ").split()[0] in listed.lower()


def test_annex_e_has_its_own_articles(text: str, treaty: Treaty) -> None:
    whole = annex(text, "E")
    read = ["annex_e"]
    for roman, part in sections(whole, "PART"):
        base = f"annex_e__part_{len(roman)}"
        read.append(base)
        for number, article in sections(part, "Article"):
            read += units_in(article, f"{base}__art_{number}")
    assert read == [unit for unit in treaty.units() if unit.startswith("annex_e")]


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("d) Not be eligible", "No later than five years"),
        ("c)", "excludes overburden, waste rock and tailings"),
    ],
)
def test_unnumbered_text_after_a_list_makes_no_unit(text: str, after: str, words: str) -> None:
    line = next(line for line in text.splitlines() if words in line)
    assert line.startswith(after)
    assert len(units_in(line, "x")) == 2
