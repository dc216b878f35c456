"""`portal workshop`: a folder that can be printed, in any direction, over nothing of others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

WASTE = "waste/what-is-mercury-waste"
PRODUCTS = "obligations/mercury-added-products"
GOLD = "asgm/choosing-a-mercury-free-method"
GENDER = "gender-trade/who-is-exposed-and-who-decides"
ALL = (WASTE, PRODUCTS, GOLD, GENDER)
WHEN = ("--date", "2027-03-01", "--days", "2", "--timezone", "Africa/Dakar")
PAPERS = {
    "index.html",
    "agenda.html",
    "agenda.md",
    "agenda.csv",
    "agenda.ics",
    "exercises.html",
    "solutions.html",
    "pre-test.html",
    "post-test.html",
    "key.html",
    "attendance.html",
    "evaluation.html",
    "certificate.html",
    "sheet-01-what-is-mercury-waste.html",
    "slides-01-what-is-mercury-waste.pptx",
    "workshop.json",
}


def soups(folder: Path) -> dict[str, BeautifulSoup]:
    return {
        path.name: BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(folder.glob("*.html"))
    }


@pytest.fixture
def folder(portal, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The folder of all modules in a language."""
    status, out, _ = portal(
        "workshop", *ALL, *WHEN, "--lang", request.param, "--out", str(tmp_path)
    )
    assert status == 0
    made = Path(out.strip())
    assert made == tmp_path / f"2027-03-01-{request.param}"
    return made


@pytest.mark.parametrize("folder", ["fr", "ar", "zh"], indirect=True)
def test_the_folder_holds_everything_and_needs_no_network(folder: Path):
    assert {path.name for path in folder.iterdir()} >= PAPERS
    code = folder.name.rpartition("-")[2]
    for name, soup in soups(folder).items():
        assert soup.html["lang"] == code
        assert soup.html["dir"] == ("rtl" if code == "ar" else "ltr")
        assert soup.title.get_text().strip() or name.startswith("sheet")
        assert not soup.find_all(["script", "img", "link", "iframe"])
        for link in soup.find_all("a"):
            assert (folder / link["href"]).is_file()
        assert "agenda." not in soup.get_text()
        assert "workshop." not in soup.get_text()
    assert Calendar.from_ical((folder / "agenda.ics").read_text("utf-8")).walk("VEVENT")


@pytest.mark.parametrize("folder", ["ar"], indirect=True)
def test_what_is_not_translated_runs_left_to_right_and_is_marked(folder: Path):
    sheet = soups(folder)["sheet-03-choosing-a-mercury-free-method.html"]
    assert (sheet.h1["lang"], sheet.h1["dir"]) == ("en", "ltr")
    assert "بالإنكليزية فقط" in sheet.get_text()
    own = soups(folder)["sheet-01-what-is-mercury-waste.html"]
    assert "lang" not in own.h1.attrs


@pytest.mark.parametrize("folder", ["fr", "ar"], indirect=True)
def test_sheets_print_on_two_pages_and_the_rest_on_few(folder: Path, browser):
    page = browser.new_page()
    try:
        for path in sorted(folder.glob("*.html")):
            page.goto(path.as_uri())
            pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
            single = ("certificate", "attendance", "evaluation", "index")
            exercises = ("exercises", "solutions")
            most = len(ALL) if path.name.startswith(exercises) else 2
            assert pages <= (1 if path.name.startswith(single) else most), path.name
    finally:
        page.close()


@pytest.mark.parametrize("folder", ["en"], indirect=True)
def test_the_key_fits_both_tests(folder: Path):
    papers = soups(folder)
    keys = papers["key.html"].find_all("table")
    for name, key in zip(("pre-test.html", "post-test.html"), keys, strict=True):
        items = papers[name].select("ol > li")
        rows = key.find_all("tr")
        assert len(items) == len(rows) == 12
        for item, row in zip(items, rows, strict=True):
            letters = row.find_all("td")[1].get_text().strip().split(", ")
            options = [p.get_text() for p in item.find_all("p")[1:]]
            right = [p.find(string=True).strip() for p in row.find_all("td")[2].find_all("p")]
            marked = [o for o in options if o[2:].split(".")[0].strip() in letters]
            assert len(marked) == len(right) == len(letters)
            for option, text in zip(marked, right, strict=True):
                assert text in option


@pytest.mark.parametrize("folder", ["en"], indirect=True)
def test_an_exercise_sheet_shows_no_answer_and_the_trainers_paper_does(folder: Path):
    papers = soups(folder)
    sheets = papers["exercises.html"].find_all("section")
    assert len(sheets) == len(ALL)
    waste = sheets[0].get_text()
    assert "TRAINING yard Y-01" in waste
    assert "invented for TRAINING" in waste
    assert "1 t of sludge at 60 mg/kg" in waste
    assert "12 mg/kg" not in waste
    assert "12 mg/kg" in papers["solutions.html"].get_text()
    for word in ("///", "Spend the time on piles", "data-"):
        assert word not in papers["exercises.html"].get_text()


def test_the_minute_plan_starts_with_the_module_and_ends_with_it(portal, tmp_path: Path):
    portal("workshop", WASTE, "--out", str(tmp_path), "--opening", "0")
    soup = soups(tmp_path / "undated-en")["sheet-01-what-is-mercury-waste.html"]
    rows = [[td.get_text() for td in tr.find_all("td")] for tr in soup.select("tbody tr")]
    assert rows[0][:2] == ["0", "09:00"]
    assert int(rows[-1][0]) + int(rows[-1][2]) == 40


def test_names_are_written_as_they_are(portal, tmp_path: Path):
    names = tmp_path / "names.txt"
    names.write_text("<img src=x onerror=alert(1)>\nفاطمة\n\n=1+1\n", "utf-8")
    status, out, _ = portal("workshop", WASTE, "--out", str(tmp_path), "--names", str(names))
    assert status == 0
    papers = soups(Path(out.strip()))
    assert len(papers["certificate.html"].select(".certificate")) == 3
    assert papers["certificate.html"].find("img") is None
    cells = papers["attendance.html"].select("tbody td[dir=auto]")
    assert [cell.get_text() for cell in cells] == ["<img src=x onerror=alert(1)>", "فاطمة", "=1+1"]


def test_a_hostile_page_injects_nothing(project: Path, monkeypatch, tmp_path: Path):
    from portal.cli import main
    from portal.languages import forget

    path = project / "docs/en" / f"{WASTE}.md"
    text = path.read_text("utf-8").replace("title: What is mercury waste?", "title: '<b>x</b>'")
    text = text.replace("Put a sealed box", "<script>alert(1)</script> [x](javascript:alert(1))")
    path.write_text(text, "utf-8")
    monkeypatch.chdir(project)
    forget()
    assert main(["workshop", WASTE, "--out", str(tmp_path / "out")]) == 0
    for soup in soups(tmp_path / "out/undated-en").values():
        assert not soup.find_all(["script", "b"])
        assert not soup.select("a[href^=javascript]")


def test_a_folder_of_others_or_with_changes_is_refused(portal, tmp_path: Path):
    words = ("workshop", WASTE, "--date", "2027-03-01", "--out", str(tmp_path))
    made = tmp_path / "2027-03-01-en"
    made.mkdir()
    assert portal(*words)[0] == 0
    assert portal(*words)[0] == 0
    (made / "agenda.html").write_text("my own notes", "utf-8")
    status, _, said = portal(*words)
    assert status == 2
    assert "'agenda.html' was changed" in said
    assert (made / "agenda.html").read_text("utf-8") == "my own notes"
    for path in made.iterdir():
        path.unlink()
    (made / "letter.txt").write_text("mine", "utf-8")
    assert "holds something else" in portal(*words)[2]
    assert [path.name for path in tmp_path.iterdir()] == [made.name]


def test_what_cannot_be_planned_writes_nothing(portal, tmp_path: Path):
    assert portal("workshop", "waste/x", "--out", str(tmp_path / "out"))[0] == 2
    assert not (tmp_path / "out").exists()
