"""Files from outside that are broken, strange or hostile: one clear line, nothing overwritten."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from portal.cli import main
from portal.exchange.applying import open_sheet
from portal.exchange.xliff import write_xliff
from portal.pages import open_site

LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<x/>'
XLIFF = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"{}>{}</xliff>'
LANGUAGES = ' srcLang="en" trgLang="fr"'
FILE = '<file id="f" original="{}"><notes><note id="portal">{}</note></notes>{}</file>'
GERMAN = ' srcLang="en" trgLang="de"'
UNIT = '<unit id="u1"><segment><source/>{}</segment></unit>'
CODE = '<target><ph id="1"/></target>'
WORD = b"<d xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
PRINTS = "source=0123456789abcdef target=0123456789abcdef"


def docx(body: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return buffer.getvalue()


def xliff(
    original: str, *, attributes: str = LANGUAGES, note: str = PRINTS, inside: str = ""
) -> bytes:
    return XLIFF.format(attributes, FILE.format(original, note, inside)).encode()


CASES = {
    "entities": (LAUGHS, "document type or entities"),
    "outside": (OUTSIDE, ":2: It has a document type"),
    "malformed": (b"<xliff>\n<a>", ":2: This is no well-formed XML"),
    "not-xml": (b"hello", "This is no well-formed XML"),
    "empty": (b"", "This is no well-formed XML"),
    "encoding": (b'<?xml version="1.0" encoding="x-none"?><a/>', "Save the file as UTF-8"),
    "version-1.2": (b'<xliff version="1.2"/>', "This is no XLIFF 2.0"),
    "memory": (b'<?xml version="1.0"?><tmx version="1.4"/>', "This is a translation memory"),
    "no-page": (XLIFF.format(LANGUAGES, "").encode(), "which page it belongs to"),
    "climbing": (xliff("docs/fr/../../etc/x.md"), "which page it belongs to"),
    "other-language": (xliff("docs/fr/lamps.md", attributes=GERMAN), "from en to de"),
    "unknown": (xliff("docs/de/lamps.md", attributes=GERMAN), "has no language 'de'"),
    "gone": (xliff("docs/fr/gone.md"), "There is no such English page"),
    "no-version": (xliff("docs/fr/lamps.md", note="x"), "from which version"),
    "old": (xliff("docs/fr/lamps.md"), "has changed since this file was made"),
    "twice": (xliff("docs/fr/lamps.md", inside=UNIT.format("<target/>") * 2), "is there twice"),
    "codes": (xliff("docs/fr/lamps.md", inside=UNIT.format(CODE)), "inline codes"),
    "no-target": (xliff("docs/fr/lamps.md", inside=UNIT.format("")), "has 0 translations"),
    "deep": (b"<a>" * 100 + b"</a>" * 100, "nested too deep"),
    "no-zip": (b"PK\x03\x04 broken", "This is no DOCX file"),
    "other-zip": (docx(b"")[:-30], "This is no DOCX file"),
    "docx-entities": (docx(LAUGHS), "document type or entities"),
    "docx-bomb": (docx(b" " * 20_000_001), "is larger than"),
    "docx-unmarked": (docx(WORD), "Its first line"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_is_one_clear_line(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    raw, words = CASES[name]
    monkeypatch.chdir(small)
    Path("back").write_bytes(raw)
    before = Path("docs/fr/lamps.md").read_bytes()
    assert main(["translations", "import", "back"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert Path("docs/fr/lamps.md").read_bytes() == before


def test_a_segment_that_is_missing_or_unknown_is_named(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    raw = write_xliff(open_sheet(open_site(small), "fr", "lamps"))
    for old, new, words in ((b'id="u3"', b'id="u99"', "no segment 'u99'"),):
        Path("back.xlf").write_bytes(raw.replace(old, new))
        assert main(["translations", "import", "back.xlf"]) == 2
        assert words in capsys.readouterr().err
    start = raw.index(b'<unit id="u2"')
    end = raw.index(b"</unit>", start) + 7
    Path("back.xlf").write_bytes(raw[:start] + raw[end:])
    assert main(["translations", "import", "back.xlf"]) == 2
    assert "The segment u2 is missing" in capsys.readouterr().err


def test_the_commands_write_a_page_that_was_revised(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    assert main(["translations", "export", "fr", "lamps", "--out", "out.xlf"]) == 0
    raw = Path("out.xlf").read_bytes()
    Path("out.xlf").write_bytes(
        raw.replace(
            b"Ils cassent.",
            b"Ils <mrk id='1' xmlns='urn:oasis:names:tc:xliff:document:2.0'>tombent</mrk>.",
        )
    )
    assert main(["translations", "import", "out.xlf"]) == 0
    assert capsys.readouterr().err == "docs/fr/lamps.md: 1 of 19 segments changed.\n"
    assert "  Ils tombent.\n" in Path("docs/fr/lamps.md").read_text("utf-8")
    for words, message in (
        (["export", "en", "lamps"], "English is the source"),
        (["export", "ar", "lamps"], "It is not translated yet"),
        (["export", "fr", "gone"], "There is no such English page"),
        (["export", "de", "lamps"], "Unknown language 'de'"),
        (["import", "gone.xlf"], "Cannot be read"),
    ):
        assert main(["translations", *words]) == 2
        assert message in capsys.readouterr().err
