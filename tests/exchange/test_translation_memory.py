"""TMX: sentence pairs of all translations, with what is not sure flagged."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from portal.cli import main
from portal.exchange.alignment import passages, unaligned
from portal.exchange.tmx import write_tmx
from portal.pages import open_site

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def small_pairs(small: Path) -> tuple[object, bytes]:
    site = open_site(small)
    page, source = site.pages["fr", "lamps"], site.pages["en", "lamps"]
    found = passages(page, source)
    return found, write_tmx([("fr", "lamps", found)], version="1")


def test_the_memory_has_the_structure_that_tmx_1_4_asks_for(small: Path) -> None:
    """No registry package ships tmx14.dtd, so its demands stand here."""
    _, raw = small_pairs(small)
    root = etree.fromstring(raw)
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header, body = root
    asked = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
             "datatype"}  # fmt: skip
    assert asked <= set(header.attrib)
    assert header.get("segtype") in {"block", "paragraph", "sentence", "phrase"}
    ids = [unit.get("tuid") for unit in body]
    assert len(ids) == len(set(ids)) == 19
    for unit in body:
        assert [child.tag for child in unit][-2:] == ["tuv", "tuv"]
        assert {child.tag for child in unit[:-2]} <= {"note", "prop"}
        assert [one.get(LANG) for one in unit.findall("tuv")] == ["en", "fr"]
        assert all(len(one.findall("seg")) == 1 for one in unit.findall("tuv"))


def test_a_paragraph_with_another_count_comes_whole_and_flagged(small: Path) -> None:
    file = small / "docs/fr/lamps.md"
    file.write_text(file.read_text("utf-8").replace("  Ils cassent.\n", ""), "utf-8")
    _, raw = small_pairs(small)
    flagged = [unit for unit in etree.fromstring(raw).iter("tu") if unit.find("note") is not None]
    (unit,) = flagged
    assert unit.get("segtype") == "paragraph"
    assert [seg.text for seg in unit.iter("seg")] == [
        "**Tubes** hold mercury. They break.",
        "Les **tubes** contiennent du mercure.",
    ]


def test_a_section_of_another_build_is_left_out_and_named(small: Path) -> None:
    file = small / "docs/fr/lamps.md"
    text = file.read_text("utf-8").replace(
        "## Lesquelles { #which }\n", "## Lesquelles { #which }\n\nIntro.\n"
    )
    file.write_text(text, "utf-8")
    site = open_site(small)
    pair = site.pages["fr", "lamps"], site.pages["en", "lamps"]
    assert unaligned(*pair) == ("which",)
    named = {one.section for one in passages(*pair)}
    assert named == {"page", "key:title", "key:summary", "key:objectives.name-one"}


def test_the_command_writes_pairs_of_all_languages(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    out = tmp_path / "memory.tmx"
    assert main(["translations", "memory", "--out", str(out)]) == 0
    codes = {one.get(LANG) for one in etree.parse(out).iter("tuv")}
    assert codes == {"en", "ar", "zh", "fr", "ru", "es"}
    assert " pairs, " in capsys.readouterr().err
