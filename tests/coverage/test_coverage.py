"""`portal coverage`: what is counted as taught, cited, served and written, and what is missing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from portal.commands import coverage as command
from portal.convention import load_treaty
from portal.coverage import Coverage, cover, find_gaps
from portal.errors import DataError
from portal.goals import goals
from portal.pages import open_site
from portal.tallies import tally

ROOT = Path(__file__).resolve().parents[2]
PAGE = "---\ntitle: {title}\n{facts}---\n\n# {title}\n\n{text}\n"
FILES = {
    "docs/en/waste/piles.md": PAGE.format(
        title="Piles",
        facts="minutes: 20\nteaches: [art_11__para_2__subpara_a, annex_c]\n"
        "mandate: [dec_mc-5-12__para_3]\n",
        text="Article 11, paragraph 2 (a), and Article 7. Article 12 of the Basel Convention.",
    ),
    "docs/en/asgm/camps.md": PAGE.format(
        title="Camps",
        facts="minutes: 30\nteaches: [art_7, art_11]\nmandate: [dec_mc-1-21]\n",
        text="Article 7, paragraph 3.",
    ),
    "docs/en/waste/index.md": PAGE.format(
        title="Waste", facts="teaches: [art_12]\n", text="Article 36."
    ),
    "docs/en/convention/article-12.md": PAGE.format(
        title="Article 12", facts="", text="Article 12 asks Parties to endeavour."
    ),
    "docs/fr/waste/piles.md": PAGE.format(title="Tas", facts="", text="L'article 8."),
    "docs/en/waste/broken.md": "---\ntitle: [\n---\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project."""
    languages = (ROOT / "docs/data/languages.yaml").read_text("utf-8")
    for path, text in {**FILES, "docs/data/languages.yaml": languages, "mkdocs.yml": ""}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def rows(project: Path) -> dict[str, Coverage]:
    return {row.id: row for row in cover(open_site(project), load_treaty())}


def test_articles_annexes_and_the_paragraphs_of_two_decisions_are_rows(
    rows: dict[str, Coverage],
) -> None:
    kinds = [row.kind for row in rows.values()]
    assert (kinds.count("article"), kinds.count("annex"), kinds.count("decision_paragraph")) == (
        35,
        5,
        10,
    )
    assert [row.id for row in rows.values() if row.operative] == [f"art_{n}" for n in range(3, 23)]


@pytest.mark.parametrize(
    ("provision", "field", "expected"),
    [
        ("art_11", "modules", ("asgm/camps", "waste/piles")),
        ("art_7", "modules", ("asgm/camps",)),
        ("annex_c", "modules", ("waste/piles",)),
        ("art_12", "modules", ()),
        ("art_12", "other_teachers", ("waste/index",)),
        ("art_7", "cited_on", ("asgm/camps", "waste/piles")),
        ("art_11", "cited_on", ("waste/piles",)),
        ("art_12", "cited_on", ()),  # another convention's, and the page about it itself
        ("art_8", "cited_on", ()),  # in French only
        ("dec_mc-5-12__para_3", "served_by", ("waste/piles",)),
        ("dec_mc-1-21__para_1", "served_by", ("asgm/camps",)),
        ("dec_mc-5-12__para_4", "served_by", ()),
        ("art_12", "page", "convention/article-12"),
        ("art_12", "written", True),
        ("annex_c", "page", "convention/annex-c"),
        ("annex_c", "written", False),
        ("dec_mc-5-12__para_4", "page", "decisions/mc-5-12"),
    ],
)
def test_one_provision(
    rows: dict[str, Coverage], provision: str, field: str, expected: object
) -> None:
    assert getattr(rows[provision], field) == expected


def test_the_gaps(rows: dict[str, Coverage]) -> None:
    gaps = find_gaps(rows.values())
    taught = {"art_7", "art_11"}
    operative = tuple(name for n in range(3, 23) if (name := f"art_{n}") not in taught)
    assert gaps.operative_not_taught == operative
    assert gaps.annexes_not_taught == ("annex_a", "annex_b", "annex_d", "annex_e")
    assert gaps.not_served == tuple(f"dec_mc-5-12__para_{n}" for n in (1, 2, 4, 5, 6, 7, 8, 9))
    assert "art_12" not in gaps.not_written
    assert gaps.not_written[-2:] == ("dec_mc-1-21", "dec_mc-5-12")
    assert "art_7" not in gaps.not_cited


def test_each_language_is_counted(project: Path) -> None:
    folder = project / "docs/data/glossary"
    folder.mkdir()
    (folder / "concepts.yaml").write_text(
        "concepts:\n  a: {topic: gold}\n  b: {topic: gold}\n", "utf-8"
    )
    (folder / "en.yaml").write_text("terms:\n  a: {term: amalgam}\n  b: {term: flask}\n", "utf-8")
    (folder / "fr.yaml").write_text("terms:\n  a: {term: amalgame}\n", "utf-8")
    paths = "paths:\n  customs: {audience: [customs], modules: [asgm/camps]}\n"
    (project / "docs/data/paths.yaml").write_text(paths, "utf-8")
    labels = {
        "en": "path.customs.title: Customs\npath.customs.reason: Because.\n",
        "fr": "path.customs.title: Douanes\npath.customs.reason: Parce que.\n",
        "es": "path.customs.title: Aduanas\n",
    }
    (project / "docs/data/labels").mkdir()
    for code in ("ar", "en", "es", "fr", "ru", "zh"):
        file = project / f"docs/data/labels/{code}.yaml"
        file.write_text(labels.get(code, "site.name: X\n"), "utf-8")
    (project / "docs/data/workshops.yaml").write_text(
        "workshops:\n  - {id: a, page: waste/piles, title: {en: A day, fr: Un jour}}\n"
        "  - {id: b, page: asgm/camps, title: {en: Two days, fr: Deux jours}}\n",
        "utf-8",
    )
    found = tally(open_site(project))
    assert list(found) == ["en", "ar", "zh", "fr", "ru", "es"]
    english, french = found["en"], found["fr"]
    assert (english.modules, english.minutes, english.terms, english.paths) == (3, 50, 2, 1)
    assert (french.modules, french.minutes, french.terms, french.paths) == (1, 20, 1, 1)
    assert (found["es"].paths, found["zh"].paths) == (0, 0)  # a title alone is no path
    assert (english.workshops, french.workshops) == (2, 1)  # the other page is English only
    assert french.not_translated == ("asgm/camps", "waste/broken")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("workshops: {", "docs/data/workshops.yaml:1: Broken YAML"),
        ("words: []", "docs/data/workshops.yaml: There is no list `workshops:`"),
        (b"\xff", "docs/data/workshops.yaml: The file is not UTF-8"),
    ],
)
def test_a_broken_register_is_one_clear_line(
    project: Path, text: str | bytes, message: str
) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    (project / "docs/data/workshops.yaml").write_bytes(raw)
    with pytest.raises(DataError) as error:
        tally(open_site(project))
    assert str(error.value).startswith(message)


def answer(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str
) -> str:
    monkeypatch.chdir(project)
    parser = argparse.ArgumentParser()
    command.configure(parser)
    assert command.run(parser.parse_args(words)) == 0
    return capsys.readouterr().out


def test_the_text_fits_80_columns_and_names_what_is_missing(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = answer(project, capsys, monkeypatch)
    assert max(map(len, text.splitlines())) <= 80
    lines = text.splitlines()
    row = lines.index(next(line for line in lines if line.startswith("Article 11 ")))
    assert lines[row].split() == ["Article", "11", "Mercury", "wastes", "2", "1", "made"]
    assert lines[row + 1].strip() == "asgm/camps, waste/piles"
    assert "- Annexes that no module teaches: 4 (Annex A, B, D, E)." in lines
    assert (
        "Operative articles (3-22) that a module teaches" + "20".rjust(16) + "2  NO".rjust(11)
        in lines
    )
    assert "- Missing: Modules that teach Article 7: 2 more." in lines
    assert any("Article 3 to 6, 8 to 10, 12 to 22" in line for line in joined(text))


def joined(text: str) -> list[str]:
    return text.replace("\n  ", " ").splitlines()


def test_the_json_keys_are_stable(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data: dict[str, Any] = json.loads(answer(project, capsys, monkeypatch, "--format", "json"))
    assert set(data) == {"counts", "languages", "provisions", "gaps", "goals", "readability"}
    counts = {"modules": 3, "minutes": 50, "terms": 0, "workshops": 0, "paths": 0, "pages": 5}
    assert data["counts"] == counts
    assert set(data["languages"]["fr"]) == {*counts, "not_translated"}
    assert set(data["provisions"][0]) == {
        "id", "kind", "heading", "title", "operative", "modules", "other_teachers", "cited_on",
        "served_by", "page", "written",
    }  # fmt: skip
    assert set(data["gaps"]) == {
        "operative_not_taught", "annexes_not_taught", "not_cited", "not_written", "not_served",
    }  # fmt: skip
    assert set(data["goals"][0]) == {"id", "says", "wanted", "found", "missing", "met"}


def test_the_goals_are_met_only_by_what_is_there(project: Path) -> None:
    site = open_site(project)
    rows = cover(site, load_treaty())
    found = {goal.id: goal for goal in goals(site, rows, tally(site))}
    assert (found["page"].wanted, found["page"].found, found["page"].met) == (40, 40, True)
    assert (found["written-en"].found, found["written-fr"].found) == (1, 0)
    assert "art_12" not in found["written-en"].missing
    assert (found["taught"].found, found["foreground-art_11"].found) == (2, 2)
    assert found["taught"].missing[:2] == ("art_3", "art_4")
    assert not found["foreground-art_11"].met
    assert (found["modules-en"].wanted, found["modules-en"].found) == (30, 3)


def test_the_project_has_what_it_set_out_to_have() -> None:
    site = open_site(ROOT)
    found = goals(site, cover(site, load_treaty()), tally(site))
    assert [goal.says for goal in found if not goal.met] == []
