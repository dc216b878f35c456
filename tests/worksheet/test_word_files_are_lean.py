"""Every Word file of ours holds what it names, and not the 30 kB of the package's template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import docx
import pytest

from portal.evidence.documents import Items, Report, Table, say
from portal.evidence.formats.word import word_document
from portal.exchange.applying import open_sheet
from portal.exchange.revision_document import write_document
from portal.pages import Site, open_site
from portal.worksheet.site_files import worksheet_of

ROOT = Path(__file__).resolve().parents[2]
DATE = datetime(2027, 1, 2, tzinfo=UTC)
MODULE = "waste/what-is-mercury-waste"


def worksheet(pages: Site) -> bytes:
    return worksheet_of(pages, "ar") or b""


def revision(pages: Site) -> bytes:
    sheet, language = open_sheet(pages, "ar", MODULE), pages.languages.get("ar")
    return write_document(sheet, language=language, heads=("English", language.name))


def report(pages: Site, *, items: bool) -> bytes:
    table = Table(["a", "b"], [[say("1"), say("2")]])
    blocks = (table, Items([say("one")])) if items else (table,)
    return word_document(Report("Title", "Said", "en", blocks, {}), date=DATE, rtl=False)


WRITERS = {
    "worksheet": (worksheet, 0),
    "revision": (revision, 0),
    "report": (partial(report, items=False), 0),
    "report with a list": (partial(report, items=True), 1),
}


@pytest.fixture(scope="module")
def pages() -> Site:
    return open_site(ROOT)


@pytest.mark.parametrize(("write", "lists"), WRITERS.values(), ids=WRITERS)
def test_it_holds_the_styles_and_lists_that_it_names_and_no_others(
    pages: Site, write: Callable[[Site], bytes], lists: int
) -> None:
    raw = write(pages)
    made = docx.Document(io.BytesIO(raw))
    known = {style.style_id for style in made.styles}
    for element in (made.element, made.styles.element):
        names = element.xpath(".//*[self::w:pStyle or self::w:tblStyle or self::w:basedOn]/@w:val")
        assert known.issuperset(names), "a style that is named but not there"
    assert "TableGrid" in known
    assert "LightGridAccent1" not in known
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sizes = {entry.filename: entry.compress_size for entry in archive.infolist()}
    assert not [name for name in sizes if "Effects" in name or "custom" in name or "thumb" in name]
    assert sum(sizes.values()) - sizes["word/document.xml"] < 8_000
    assert ("word/numbering.xml" in sizes) is bool(lists)
    if lists:
        numbering = made.part.numbering_part.element
        assert len(numbering.xpath("./w:num")) == len(numbering.xpath("./w:abstractNum")) == lists
        assert known.issuperset(numbering.xpath(".//w:pStyle/@w:val"))


def test_a_list_keeps_its_bullets(pages: Site) -> None:
    made = docx.Document(io.BytesIO(report(pages, items=True)))
    (number,) = made.styles["List Bullet"].element.xpath(".//w:numId/@w:val")
    numbering = made.part.numbering_part.element
    (shape,) = numbering.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    kept = numbering.xpath(f"./w:abstractNum[@w:abstractNumId='{shape}']//w:numFmt/@w:val")
    assert kept == ["bullet"]
