"""The desk study: its counts are the data's, every fact leads to a case, the document opens."""

from __future__ import annotations

import io
import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from evidence_project import CASE, with_cases

from portal.cli import main
from portal.evidence.case_studies import read_cases
from portal.evidence.documents import Chart, Heading, Items, Paragraph, Table
from portal.evidence.formats.markdown import file_text
from portal.evidence.formats.word import word_document
from portal.evidence.reports import make_report
from portal.pages import open_site

DATE = datetime(2027, 1, 2, tzinfo=UTC)


def test_the_counts_are_those_of_the_data_and_removing_a_case_changes_them(project: Path) -> None:
    with_cases(project)
    files = list((project / "docs/en/cases").glob("*.md"))
    before = make_report(open_site(project), "desk-study", "en").data["counts"]
    assert before["cases"] == len(files) == sum(before["topics"].values())
    assert before["cases"] == sum(before["sectors"].values())
    assert before["cases"] == sum(before["source_kinds"].values())
    (project / CASE).unlink()
    after = make_report(open_site(project), "desk-study", "en").data["counts"]
    assert after["cases"] == before["cases"] - 1
    for name, group in (("topics", "c"), ("sectors", "trade"), ("regions", "005"),
                        ("source_kinds", "press")):  # fmt: skip
        assert after[name][group] == before[name][group] - 1, name


def test_every_case_leads_to_its_page_and_its_source(root: Path) -> None:
    site = open_site(root)
    report = make_report(site, "desk-study", "fr")
    lists = [block for block in report.blocks if isinstance(block, Items)]
    pages = [run.page for block in lists for item in block.items for run in item if run.page]
    assert sorted(pages) == [case.key for case in read_cases(site, "fr")]
    text = file_text(report)
    for case in read_cases(site, "fr"):
        assert f"`{case.key}`" in text
        assert case.facts["sources"][0]["title"][:40] in text
        assert case.shows.split(".")[0][:40] in text.replace("\\", "")


def test_it_says_what_is_missing(root: Path) -> None:
    report = make_report(open_site(root), "desk-study", "en")
    text = file_text(report)
    for kind in report.data["counts"]["missing_source_kinds"]:
        assert kind in {"national-report", "global-mercury-partnership", "stockholm-centre"}
    assert "national reports under Article 21" in text
    assert "What this study does not cover" in text
    assert "Melanesia" in text
    assert "(gap)" in text or all(
        not wanted or offered for wanted, offered in report.data["needs"]["regions"].values()
    )


@pytest.fixture(scope="module")
def document(root: Path) -> bytes:
    report = make_report(open_site(root), "desk-study", "fr")
    return word_document(report, date=DATE, rtl=False)


def test_the_document_has_headings_tables_and_pictures_with_words(
    root: Path, document: bytes
) -> None:
    report = make_report(open_site(root), "desk-study", "fr")
    opened = Document(io.BytesIO(document))
    charts = [block for block in report.blocks if isinstance(block, Chart)]
    pictures = [shape._inline.docPr for shape in opened.inline_shapes]
    assert [picture.get("descr") for picture in pictures] == [c.alternative for c in charts]
    tables = [block for block in report.blocks if isinstance(block, Table)]
    assert [len(table.rows) - 1 for table in opened.tables] == [len(t.rows) for t in tables]
    titles = [p.text for p in opened.paragraphs if p.style.name.startswith("Heading")]
    assert titles == [block.text for block in report.blocks if isinstance(block, Heading)]
    assert any(isinstance(block, Paragraph) for block in report.blocks)
    assert opened.core_properties.language == "fr"


def test_the_same_data_makes_the_same_bytes(root: Path, document: bytes) -> None:
    report = make_report(open_site(root), "desk-study", "fr")
    assert word_document(report, date=DATE, rtl=False) == document


def test_an_arabic_document_runs_from_the_right(root: Path) -> None:
    report = make_report(open_site(root), "mandate", "ar")
    opened = Document(io.BytesIO(word_document(report, date=DATE, rtl=True)))
    assert all("w:bidi" in p._p.xml for p in opened.paragraphs if p.text)
    assert 'w:lang w:val="en"' in opened.element.xml


def test_libreoffice_opens_it(document: bytes, soffice: str, tmp_path: Path) -> None:
    (tmp_path / "study.docx").write_bytes(document)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*words, str(tmp_path / "study.docx")], check=True, capture_output=True)
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "study.pdf").pages
    assert len(pages) > 5
    assert len({image.name for page in pages for image in page.images}) >= 5
    assert "technologies de remplacement" in " ".join(pages[0].extract_text().split())


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    target = tmp_path / "study.json"
    assert main(["report", "desk-study", "--format", "json", "--out", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["counts"]["cases"] >= 25
