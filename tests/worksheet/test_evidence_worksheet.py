"""The worksheet for national reporting: read from the module, written as a Word document."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from pypdf import PdfReader

from portal.errors import PageError
from portal.page_context import DOWNLOADS, WORKSHEET_FILE
from portal.pages import Site, open_site
from portal.worksheet.evidence import MODULE, SECTION, read_worksheet
from portal.worksheet.site_files import worksheet_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (
    "---\ntitle: Reports\n---\n\n# Reports\n\n## Gather {{ #{section} }}\n\n{body}\n"
    "\n## Else {{ #else }}\n\n| a | b | c | d |\n|:--|:--|:--|:--|\n| 1 | 2 | 3 | other |\n"
)
TABLE = (
    "| Provision | Shows | Evidence | Ask |\n|:--|:--|:--|:--|\n"
    "| Article 3 | that *all* is met | `a.pdf`, [list](x.md) | customs, mines |\n"
    "| Article 8 | a \\| b \x0b| **stacks** | mines |\n"
)
LETTER = "\n> To the Director\n>\n> Please send it.\n> Thank you.\n"


@pytest.fixture(scope="module")
def pages() -> Site:
    return open_site(ROOT)


def small(tmp_path: Path, body: str, *, section: str = SECTION) -> Site:
    languages = (ROOT / "docs/data/languages.yaml").read_text("utf-8")
    for path, text in {
        "docs/data/languages.yaml": languages,
        f"docs/en/{MODULE}.md": PAGE.format(body=body, section=section),
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return open_site(tmp_path)


def opened(raw: bytes | None) -> Document:
    assert raw is not None
    return docx.Document(io.BytesIO(raw))


def test_lines_holders_and_letter_come_from_the_section(tmp_path: Path) -> None:
    sheet = read_worksheet(small(tmp_path, TABLE + LETTER), "ar")
    assert sheet is not None
    assert [(line.provision, line.shows, line.evidence) for line in sheet.lines] == [
        ("Article 3", "that all is met", "a.pdf, list"),
        ("Article 8", "a | b", "stacks"),
    ]
    assert sheet.holders == ("customs", "mines")
    assert [line.number for line in sheet.of("mines")] == [1, 2]
    assert sheet.letter == ("Please send it.", "Thank you.")
    assert (sheet.language, sheet.reviewed) == ("en", False)


@pytest.mark.parametrize(
    ("body", "section"),
    [(TABLE, SECTION), (LETTER, SECTION), (TABLE + LETTER, "other"), ("| a |\n" + LETTER, SECTION)],
)
def test_a_page_without_table_or_letter_is_named(tmp_path: Path, body: str, section: str) -> None:
    with pytest.raises(PageError, match=f"docs/en/{MODULE}.md:.* no table of 4 columns"):
        read_worksheet(small(tmp_path, body, section=section), "en")


def test_without_the_module_there_is_no_worksheet(tmp_path: Path) -> None:
    site = small(tmp_path, TABLE)
    (tmp_path / f"docs/en/{MODULE}.md").unlink()
    assert worksheet_of(open_site(site.root), "en") is None


@pytest.mark.parametrize(
    ("language", "columns"),
    [
        ("en", ["Provision", "What to show, in our words", "Evidence", "Who holds it", "Asked on",
                "Received on", "Filed where"]),
        ("fr", ["Disposition", "Ce qu'il faut montrer, dans nos mots", "Preuves",
                "Qui les détient", "Demandé le", "Reçu le", "Classé où"]),
    ],
)  # fmt: skip
def test_the_list_and_a_letter_for_each_holder(
    pages: Site, language: str, columns: list[str]
) -> None:
    sheet, made = read_worksheet(pages, language), opened(worksheet_of(pages, language))
    assert sheet is not None
    assert len(sheet.lines) >= 12
    assert len(made.tables) == 1 + len(sheet.holders)
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert rows[0][1:] == columns
    assert [row[1] for row in rows[1:]] == [line.provision for line in sheet.lines]
    assert all(row[-3:] == ["", "", ""] for row in rows[1:])  # to be filled in
    for holder, table in zip(sheet.holders, made.tables[1:], strict=True):
        numbers = [row.cells[0].text for row in table.rows][1:]
        assert numbers == [str(line.number) for line in sheet.of(holder)]
    said = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert said.count(sheet.letter[-1]) == len(sheet.holders)


def test_a_page_in_english_only_has_the_reader_s_labels(pages: Site) -> None:
    sheet, made = read_worksheet(pages, "ar"), opened(worksheet_of(pages, "ar"))
    assert sheet is not None
    heading = made.paragraphs[0]
    assert re.search(r"[\u0600-\u06ff]", heading.text)
    assert heading._p.xpath("./w:pPr/w:bidi")
    cell = made.tables[0].rows[1].cells[1].paragraphs[0]
    assert cell.text == sheet.lines[0].provision
    is_english = sheet.language == "en"
    assert bool(cell._p.xpath(".//w:bidi")) is not is_english


def test_the_same_page_gives_the_same_bytes(pages: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    first = worksheet_of(pages, "fr")
    assert first == worksheet_of(pages, "fr")
    assert opened(first).core_properties.created.year == 2027
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert first != worksheet_of(pages, "fr")


def test_libreoffice_opens_it(pages: Site, soffice: str, tmp_path: Path) -> None:
    sheet, file = read_worksheet(pages, "fr"), tmp_path / "sheet.docx"
    file.write_bytes(worksheet_of(pages, "fr") or b"")
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, file],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    texts = [" ".join(p.extract_text().split()) for p in PdfReader(file.with_suffix(".pdf")).pages]
    assert sheet is not None
    letters = [text for text in texts if text.startswith("Lettre")]
    assert len(letters) == len(sheet.holders)  # each on a page of its own


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_links_to_the_file_beside_it(site: Path, language: str) -> None:
    page = site / language / MODULE / "index.html"
    assert f'href="{WORKSHEET_FILE}"' in page.read_text("utf-8")
    assert opened((page.parent / WORKSHEET_FILE).read_bytes()).tables
    assert list(DOWNLOADS) == [MODULE]
