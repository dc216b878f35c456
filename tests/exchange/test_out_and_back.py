"""XLIFF and DOCX: what went out comes back byte for byte, and a change lands in its place."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.errors import DataError
from portal.exchange.applying import Returned, Sheet, open_sheet, revised_text
from portal.exchange.revision_document import read_document, write_document
from portal.exchange.xliff import NAMESPACE, read_xliff, write_xliff
from portal.languages import load_languages
from portal.pages import Site, open_site


def xliff(site: Site, sheet: Sheet) -> bytes:
    return write_xliff(sheet)


def document(site: Site, sheet: Sheet) -> bytes:
    language = site.languages.get(sheet.version.language)
    return write_document(sheet, language=language, heads=("English", language.name))


def read(raw: bytes) -> Returned:
    return (read_document if raw[:2] == b"PK" else read_xliff)(raw, shown="back")


def edited(raw: bytes, old: str, new: str) -> bytes:
    """Change a text in a file as a translator's program would."""
    if raw[:2] != b"PK":
        assert raw.count(old.encode()) == 1
        return raw.replace(old.encode(), new.encode())
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old_zip, zipfile.ZipFile(buffer, "w") as new_zip:
        for name in old_zip.namelist():
            data = old_zip.read(name)
            new_zip.writestr(name, data.replace(old.encode(), new.encode()))
    return buffer.getvalue()


FORMATS = pytest.mark.parametrize("write", [xliff, document])
Writer = Callable[[Site, Sheet], bytes]


SAVED = {
    "as it is": lambda text: text,
    "windows": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no last line end": lambda text: text.rstrip("\n"),
}


@FORMATS
@pytest.mark.parametrize("change", SAVED.values(), ids=SAVED)
def test_nothing_changed_gives_the_same_bytes(
    small: Path, write: Writer, change: Callable[[str], str]
) -> None:
    file = small / "docs/fr/lamps.md"
    file.write_bytes(change(file.read_bytes().decode()).encode())
    site = open_site(small)
    sheet = open_sheet(site, "fr", "lamps")
    text, count = revised_text(sheet, read(write(site, sheet)))
    assert (text.encode(), count) == (file.read_bytes(), 0)


def test_a_file_for_revision_bears_no_time_of_its_writing(small_site: Site) -> None:
    raw = document(small_site, open_sheet(small_site, "fr", "lamps"))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("code", ["ar", "zh", "fr", "ru", "es"])
def test_every_translation_goes_out_and_in_through_xliff(root: Path, code: str) -> None:
    site = open_site(root)
    keys = [key for key in site.keys(code) if ("en", key) in site.pages]
    assert len(keys) > 5
    for key in keys:
        sheet = open_sheet(site, code, key)
        assert revised_text(sheet, read(write_xliff(sheet))) == (sheet.page.text, 0)


@pytest.mark.parametrize("code", ["ar", "zh"])
def test_a_module_goes_out_and_in_through_docx(root: Path, code: str) -> None:
    site = open_site(root)
    sheet = open_sheet(site, code, "waste/what-is-mercury-waste")
    assert revised_text(sheet, read(document(site, sheet))) == (sheet.page.text, 0)


CHANGES = [
    ("Ils cassent.", "Ils cassent vite."),
    ("Les **tubes** contiennent du mercure.", "Les **tubes** renferment du mercure."),
    ("Deux phrases suivent.", "Deux phrases viennent."),
    ("Laquelle ?", "Quelle lampe ?"),
    ("Lesquelles", "Quelles lampes"),
    ("Le tube.", "Le tube long."),
    ("Nommer une lampe.", "Nommer une lampe : le tube."),
    ("Comment : récupérer les lampes.", "Récupérer les lampes."),
]


@FORMATS
@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_changed_segment_lands_exactly(
    small_site: Site, write: Writer, old: str, new: str
) -> None:
    sheet = open_sheet(small_site, "fr", "lamps")
    text, count = revised_text(sheet, read(edited(write(small_site, sheet), old, new)))
    expected = sheet.page.text.replace(old, new)
    if old.startswith("Nommer"):  # a colon asks YAML for quotes
        expected = sheet.page.text.replace(old, f'"{new}"')
    assert (text, count) == (expected, 1)


@FORMATS
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Deux phrases suivent.", "# Titre", "would change how the page is built"),
        ("Deux phrases suivent.", "- un point", "would change how the page is built"),
        ("Deux phrases suivent.", "/// question | x", "would change how the page is built"),
        ("Deux phrases suivent.", "```", "would change how the page is built"),
        ("Lampe<", "Lampe | tube<", "would change how the page is built"),
        ("Ils cassent.", " ", "is empty"),
        ("Ils cassent.", "Ils \u202ecassent.", "an invisible sign"),
        ("Ils cassent.", "x" * 6_000, "more than 5000 characters"),
    ],
)
def test_a_text_that_would_break_the_page_is_refused(
    small_site: Site, write: Writer, old: str, new: str, message: str
) -> None:
    sheet = open_sheet(small_site, "fr", "lamps")
    raw = edited(write(small_site, sheet), old, new)
    with pytest.raises(DataError, match=message) as error:
        revised_text(sheet, read(raw))
    assert str(error.value).startswith("back: ")
    assert "\n" not in str(error.value)


@FORMATS
@pytest.mark.parametrize(
    ("code", "words"), [("fr", "fr/lamps.md has changed"), ("en", "English page lamps has")]
)
def test_another_version_of_the_page_is_refused(
    small: Path, write: Writer, code: str, words: str
) -> None:
    site = open_site(small)
    raw = write(site, open_sheet(site, "fr", "lamps"))
    file = small / f"docs/{code}/lamps.md"
    file.write_bytes(file.read_bytes() + b"\nx\n")
    with pytest.raises(DataError, match=words):
        revised_text(open_sheet(open_site(small), "fr", "lamps"), read(raw))


def test_the_english_stands_beside_each_sentence(small_site: Site) -> None:
    pairs = open_sheet(small_site, "fr", "lamps").pairs.values()
    assert [(pair.source, pair.target.text) for pair in pairs][:8] == [
        ("Lamps", "Lampes"),
        ("How to: collect lamps.", "Comment : récupérer les lampes."),
        ("Name one lamp.", "Nommer une lampe."),
        ("Lamps", "Lampes"),
        ("Two sentences follow.", "Deux phrases suivent."),
        ("This is the second.", "Voici la seconde."),
        ("Which", "Lesquelles"),
        ("**Tubes** hold mercury.", "Les **tubes** contiennent du mercure."),
    ]
    assert all(pair.flag is None for pair in pairs)


def test_where_counts_differ_the_pair_is_flagged_and_not_guessed(small: Path) -> None:
    file = small / "docs/fr/lamps.md"
    file.write_text(file.read_text("utf-8").replace("Voici la seconde.\n", ""), "utf-8")
    sheet = open_sheet(open_site(small), "fr", "lamps")
    flagged = [pair for pair in sheet.pairs.values() if pair.flag]
    assert [(pair.source, pair.target.text) for pair in flagged] == [
        ("Two sentences follow. This is the second.", "Deux phrases suivent.")
    ]
    assert "2 in English, 1 here" in str(flagged[0].flag)


def test_tracked_changes_count_as_accepted(small_site: Site) -> None:
    sheet = open_sheet(small_site, "fr", "lamps")
    raw = edited(
        document(small_site, sheet),
        "Ils cassent.</w:t></w:r>",
        'Ils </w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>mal</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>tombent.</w:t></w:r></w:ins>',
    )
    text, count = revised_text(sheet, read(raw))
    assert count == 1
    assert "  Ils tombent.\n" in text


def test_the_xliff_has_the_structure_that_the_standard_asks_for(small_site: Site) -> None:
    """XLIFF 2.0, core: no registry package ships its schema, so its demands stand here."""
    from lxml import etree

    root = etree.fromstring(write_xliff(open_sheet(small_site, "fr", "lamps")))
    name = f"{{{NAMESPACE}}}"
    assert (root.tag, root.get("version")) == (f"{name}xliff", "2.0")
    assert (root.get("srcLang"), root.get("trgLang")) == ("en", "fr")
    (file,) = root
    assert file.get("id")
    units = file.findall(f"{name}unit")
    ids = [unit.get("id") for unit in units]
    assert len(ids) == len(set(ids)) > 10
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", one) for one in ids)
    for unit in units:
        tags = [child.tag.removeprefix(name) for child in unit]
        assert tags in (["segment"], ["notes", "segment"])
        (segment,) = unit.findall(f"{name}segment")
        assert [child.tag.removeprefix(name) for child in segment] == ["source", "target"]
        assert segment.get("state") in {"initial", "translated", "reviewed", "final"}


def test_right_to_left_columns_are_marked(root: Path) -> None:
    site = open_site(root)
    raw = document(site, open_sheet(site, "ar", "translate/index"))
    body = zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()
    assert "<w:bidiVisual" in body
    assert "<w:rtl/>" in body
    assert load_languages(root).get("ar").name in body
