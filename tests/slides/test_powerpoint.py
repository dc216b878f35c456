"""`portal slides`: an editable file that opens, in any direction, and is the same each time."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader
from untranslated_page import untranslated_module

from portal.cli import main
from portal.pages import Site
from portal.slides.composing import compose
from portal.slides.made_files import powerpoint_of

WASTE = "waste/what-is-mercury-waste"
UNTRANSLATED = untranslated_module()
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(pages: Site, key: str, language: str):
    """Return a module's file, as PowerPoint's own reader in Python sees it."""
    return Presentation(io.BytesIO(powerpoint_of(pages, key, language)[1]))


def paragraphs(made):
    for slide in made.slides:
        yield from slide._element.iter(f"{A}p")


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_every_slide_has_a_title_and_the_same_notes_as_the_page(pages: Site, language):
    deck, made = compose(pages, WASTE, language), opened(pages, WASTE, language)
    assert len(made.slides) == len(deck.slides)
    for slide, own in zip(made.slides, deck.slides, strict=True):
        assert slide.shapes.title is not None
        text = slide.shapes.title.text_frame.text.replace("\u200e", "")
        assert text.startswith(own.title)
        assert slide.has_notes_slide == bool(own.notes)
        if own.notes:
            notes = slide.notes_slide.notes_text_frame.text.replace("\u200e", "")
            for line in own.notes:
                assert line.text.split("\n")[0] in notes


def test_tables_are_native_and_pictures_have_an_alternative_text(pages: Site):
    made = opened(pages, WASTE, "en")
    tables = [shape for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert [c.text for c in tables[0].table.rows[0].cells] == [
        "Waste",
        "Test",
        "Where it comes from",
    ]
    assert tables[0].table.first_row
    pictures = [s for slide in made.slides for s in slide.shapes if s.shape_type == 13]
    texts = [picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures]
    assert len(pictures) == 4
    assert len([text for text in texts if len(text) > 40]) == 2
    for picture, text in zip(pictures, texts, strict=True):
        decorative = "decorative" in picture._element.xml
        assert decorative == (text == "")


def test_arabic_runs_from_right_to_left(pages: Site):
    made = opened(pages, WASTE, "ar")
    assert made.part._element.get("rtl") == "1"
    own = [
        p for p in paragraphs(made) if p.find(f".//{A}t") is not None and p.find(f"{A}fld") is None
    ]
    assert len(own) > 200
    for paragraph in own:
        properties = paragraph.find(f"{A}pPr")
        assert properties.get("rtl") == "1"
        assert properties.get("algn") == "r" or "ftr" in str(properties)
        for run in paragraph.iter(f"{A}rPr"):
            assert run.get("lang") in {"ar-SA", "ar"}
    first = next(s for slide in made.slides for s in slide.shapes if s.has_table).table
    assert first.cell(0, len(first.columns) - 1).text == "النفايات"
    text = "".join(t.text for p in own for t in p.iter(f"{A}t"))
    assert "\u200e15 mg/kg\u200e" in text
    assert "\u2066" not in text


def test_what_is_read_first_stands_first(pages: Site):
    for slide in opened(pages, WASTE, "en").slides:
        names = [shape.name for shape in slide.shapes]
        title = names.index(slide.shapes.title.name)
        assert title <= 1
        assert names[-2:] == ["Footer", "Slide number"]


def test_letters_are_never_smaller_than_18_points(pages: Site):
    for slide in opened(pages, WASTE, "ru").slides:
        for run in slide._element.iter(f"{A}rPr"):
            size = run.get("sz")
            assert size is None or int(size) >= Pt(18).pt * 100


def test_licence_disclaimer_and_draft_stand_on_the_last_slide(pages: Site):
    made = opened(pages, WASTE, "fr")
    text = "\n".join(s.text_frame.text for s in made.slides[-1].shapes if s.has_text_frame)
    assert "CC BY 4.0" in text
    assert "publication officielle" in text.lower()
    assert "Sources" in made.slides[-1].notes_slide.notes_text_frame.text
    first = "\n".join(s.text_frame.text for s in made.slides[0].shapes if s.has_text_frame)
    draft = compose(pages, WASTE, "fr").notices[0]
    assert draft in text
    assert draft in first


def test_an_untranslated_module_stays_english_with_arabic_labels(pages: Site):
    made = opened(pages, UNTRANSLATED, "ar")
    assert made.part._element.get("rtl") == "1"
    second = made.slides[1]
    title = second.shapes.title._element
    assert title.find(f".//{A}pPr").get("rtl") == "0"
    assert {run.get("lang") for run in title.iter(f"{A}rPr")} == {"en-GB"}
    labels = [s for slide in made.slides for s in slide.placeholders
              if s.placeholder_format.idx == 13]  # fmt: skip
    assert labels
    assert all(label._element.find(f".//{A}pPr").get("rtl") == "1" for label in labels)


def test_the_same_bytes_each_time_with_the_date_asked_for(pages: Site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    name, raw = powerpoint_of(pages, WASTE, "ar")
    assert powerpoint_of(pages, WASTE, "ar") == (name, raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as entries:
        assert {entry.date_time for entry in entries.infolist()} == {(2027, 1, 1, 0, 0, 0)}
        names = entries.namelist()
    assert len(set(names)) == len(names)
    assert not [entry for entry in names if "printerSettings" in entry or "thumbnail" in entry]
    properties = Presentation(io.BytesIO(raw)).core_properties
    assert properties.created.year == 2027
    assert properties.language == "ar"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((f"{WASTE}x", "--lang", "en"), "There is no module"),
        ((WASTE, "--lang", "xx"), "Unknown language 'xx'"),
        (("what-is-mercury-waste", "--lang", "en"), f"Did you mean {WASTE}?"),
    ],
)
def test_bad_input_gets_one_line(root, monkeypatch, capsys, tmp_path, words, said):
    monkeypatch.chdir(root)
    assert main(["slides", *words, "--format", "pptx", "--out", str(tmp_path / "out")]) == 2
    heard = capsys.readouterr()
    assert said in heard.err
    assert heard.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_refused(root, monkeypatch, tmp_path):
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as stopped:
        main(["slides", WASTE, "--format", "key", "--out", str(tmp_path)])
    assert stopped.value.code == 2


def test_a_folder_that_cannot_be_written_gets_one_line(root, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(root)
    (tmp_path / "file").write_text("mine", "utf-8")
    assert main(["slides", WASTE, "--out", str(tmp_path / "file")]) == 2
    assert re.fullmatch(r".*: Cannot be written: .*\. Choose another --out\.\n",
                        capsys.readouterr().err)  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_date_that_is_none_gets_one_line(root, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(["slides", WASTE, "--out", str(tmp_path)]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_the_command_names_the_file_and_warns_of_english(root, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(root)
    words = ["slides", UNTRANSLATED, "--lang", "ar", "--format", "pptx", "--out", str(tmp_path)]
    assert main(words) == 0
    heard = capsys.readouterr()
    path = Path(heard.out.strip())
    assert path == tmp_path / f"{UNTRANSLATED.replace('/', '-')}-ar.pptx"
    assert path.stat().st_size > 30_000
    assert heard.err.count("\n") == 1
    assert "not translated into ar" in heard.err


def test_libreoffice_opens_it_with_every_slide_and_word(pages: Site, soffice: str, tmp_path: Path):
    files = []
    for language in ("ar", "en"):
        name, raw = powerpoint_of(pages, WASTE, language)
        files.append(tmp_path / name)
        files[-1].write_bytes(raw)
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for path, language in zip(files, ("ar", "en"), strict=True):
        deck = compose(pages, WASTE, language)
        sheets = PdfReader(path.with_suffix(".pdf")).pages
        assert len(sheets) == len(deck.slides)
        assert all(sheet.extract_text().strip() for sheet in sheets)
    text = " ".join(PdfReader(files[1].with_suffix(".pdf")).pages[4].extract_text().split())
    assert "Article 11, paragraph 2" in text
    assert "They consist of mercury or mercury compounds." in text
