"""`portal due`: dated facts of pages, registers and the treaty, and the pages that hang on them."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from portal.cli import main
from portal.due import DatedFact, dated_facts
from portal.glossary import load_glossary
from portal.pages import open_site

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "  - {{title: {title}, publisher: UNEP, year: 2024, seen: 2026-11-22, review_by: {day}}}\n"
PAGE = "---\ntitle: A page\nsources:\n{sources}---\n\n# A page\n"
FILES = {
    "mkdocs.yml": "",
    "docs/en/waste/piles.md": PAGE.format(
        sources=SOURCE.format(title="Share of reports", day="2027-03-01")
        + SOURCE.format(title="Price of gold", day="2028-01-01")
    ),
    "docs/en/asgm/camps.md": PAGE.format(
        sources=SOURCE.format(title="Share of reports", day="2027-03-01")
    ),
    "docs/fr/waste/piles.md": "---\ntitle: Tas\n---\n\n# Tas\n",
    "docs/data/arrangements.yaml": (
        "arrangements:\n  - {id: ghana, title: {fr: Centre, en: Centre in Ghana},\n"
        "     pages: [asgm/camps], review_by: 2026-12-31}\n  - {id: peru, title: {en: Other}}\n"
    ),
    "docs/data/glossary/concepts.yaml": (
        "concepts:\n  limit: {topic: waste, pages: [asgm/camps], review_by: 2027-01-15}\n"
    ),
}
AMENDMENT = "Amendment COP-6"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, in which the command is called."""
    languages = (ROOT / "docs/data/languages.yaml").read_text("utf-8")
    for path, text in {**FILES, "docs/data/languages.yaml": languages}.items():
        write(tmp_path / path, text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def facts(project: Path, until: str | None = None) -> dict[str, DatedFact]:
    day = datetime.date.fromisoformat(until) if until else None
    found, faults = dated_facts(open_site(project), until=day)
    assert faults == ()
    return {fact.what: fact for fact in found}


@pytest.mark.parametrize(
    ("what", "day", "pages"),
    [
        ("Centre in Ghana", "2026-12-31", {"arrangements": (), "asgm/camps": ("en",)}),
        ("concepts.limit", "2027-01-15", {"asgm/camps": ("en",), "glossary": ()}),
        ("Share of reports", "2027-03-01", {"asgm/camps": ("en",), "waste/piles": ("en", "fr")}),
        ("Price of gold", "2028-01-01", {"waste/piles": ("en", "fr")}),
    ],
)
def test_a_fact_names_the_pages_that_hang_on_it_in_every_language(
    project: Path, what: str, day: str, pages: dict[str, tuple[str, ...]]
) -> None:
    fact = facts(project)[what]
    assert fact.review_by.isoformat() == day
    assert {page.key: page.languages for page in fact.pages} == pages


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-12-30", []),
        ("2026-12-31", ["Centre in Ghana"]),
        ("2027-03-01", ["Centre in Ghana", "concepts.limit", "Share of reports"]),
    ],
)
def test_the_last_day_counts_and_the_earliest_stands_first(
    project: Path, until: str, expected: list[str]
) -> None:
    assert list(facts(project, until)) == expected


def test_the_glossary_takes_the_field(project: Path) -> None:
    assert "limit" in load_glossary(project).concepts


def test_what_several_pages_name_is_one_fact_with_every_place(project: Path) -> None:
    places = facts(project)["Share of reports"].places
    assert [(place.path, place.line) for place in places] == [
        ("docs/en/asgm/camps.md", 4),
        ("docs/en/waste/piles.md", 4),
    ]


def test_an_amendment_of_which_something_is_open_is_a_fact() -> None:
    found = next(fact for what, fact in facts(ROOT).items() if what.startswith(AMENDMENT))
    keys = {page.key for page in found.pages}
    assert {"convention/annex-a", "obligations/mercury-added-products"} <= keys
    place = found.places[0]
    line = (ROOT / place.path).read_text("utf-8").splitlines()[place.line - 1]
    assert line.strip() == "- amendment: COP-6"


def test_every_review_by_of_the_project_is_found() -> None:
    """Counted by another program: whatever text of the content bears the word is a place."""
    texts = [*ROOT.glob("docs/*/**/*.md"), *ROOT.glob("docs/data/**/*.yaml")]
    lines = {
        (file.relative_to(ROOT).as_posix(), number)
        for file in texts
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "review_by: 2" in line
    }
    found, _ = dated_facts(open_site(ROOT))  # the same title may be reviewed by two days
    places = {(place.path, place.line) for fact in found for place in fact.places}
    assert lines
    assert {place for place in places if place[0].startswith("docs/")} == lines


def test_the_text_says_date_source_place_and_pages(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", "--until", "2027-03-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("2027-03-01  Share of reports (UNEP, 2024)")
    assert [line.strip() for line in lines[start + 1 : start + 5]] == [
        "in docs/en/asgm/camps.md:4",
        "in docs/en/waste/piles.md:4",
        "asgm/camps (en)",
        "waste/piles (en, fr)",
    ]
    assert lines[-1] == "3 facts, 4 pages in their languages."
    assert str(project) not in "".join(lines)


def test_nothing_due_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in FILES:
        (project / name).unlink() if name.endswith((".yaml", "piles.md", "camps.md")) else None
    assert main(["due", "--until", "2027-01-01"]) == 0
    assert capsys.readouterr().out == "Nothing falls due by 2027-01-01.\n"
    assert main(["due"]) == 0
    assert capsys.readouterr().out.startswith(("Nothing falls due by 2", "TO BE LOOKED AT"))


@pytest.mark.usefixtures("project")
def test_the_json_keys_are_stable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--until", "2026-12-31", "--format", "json"]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert data == {
        "until": "2026-12-31",
        "facts": [
            {
                "review_by": "2026-12-31", "what": "Centre in Ghana", "publisher": None,
                "year": None, "url": None,
                "places": [{"path": "docs/data/arrangements.yaml", "line": 3}],
                "pages": [
                    {"key": "arrangements", "languages": []},
                    {"key": "asgm/camps", "languages": ["en"]},
                ],
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize("day", ["tomorrow", "2027-02-30", "1027-01-01", ""])
def test_a_bad_date_is_one_line_and_status_2(project: Path, day: str) -> None:
    command = [sys.executable, "-m", "portal", "due", "--until", day]
    ended = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("--until: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("docs/data/arrangements.yaml", "a:\n  - {review_by: soon}\n",
         "docs/data/arrangements.yaml:2: `review_by` is 'soon', no date."),
        ("docs/data/arrangements.yaml", "review_by: [\n", "docs/data/arrangements.yaml:1: Broken"),
        ("docs/en/waste/piles.md", "---\nreview_by: 2027-01-01 10:00:00\n---\n",
         "docs/en/waste/piles.md:2: `review_by` is '2027-01-01 10:00:00', no date."),
        ("docs/en/waste/piles.md", "---\ntitle: [\n---\n", "docs/en/waste/piles.md:"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_the_rest_is_listed(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, text: str, message: str
) -> None:
    write(project / path, text)
    assert main(["due", "--until", "2027-06-01"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(message)
    assert said.err.count("\n") == 1
    assert "2027-01-15  concepts.limit" in said.out
