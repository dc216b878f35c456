"""The downloads page beside the bundles: phones first, and no link without its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html as markup
from opened_alone import LANGUAGES, OpenAlone

from portal.bundles.downloads import ORDER, downloads_page, size_of
from portal.bundles.formats import FORMATS
from portal.languages import load_labels


def test_the_page_offers_every_bundle_with_size_and_checksum(
    dist: Path, open_alone: OpenAlone
) -> None:
    entries = json.loads((dist / "bundles.json").read_text("utf-8"))["bundles"]
    page = open_alone(dist / "index.html", within=dist)
    offered = page.eval_on_selector_all(
        "a[download]", "all => all.map(a => a.getAttribute('href'))"
    )
    assert sorted(offered) == sorted(one["file"] for one in entries)
    assert all((dist / name).is_file() for name in offered)
    assert offered[0].endswith(".html"), "older phones first"
    text = page.text_content("main") or ""
    assert all(one["sha256"] in text for one in entries)
    assert "كيلوبايت" in text


def test_each_language_has_its_part_in_its_own_words(root: Path, dist: Path) -> None:
    entries = json.loads((dist / "bundles.json").read_text("utf-8"))["bundles"]
    many = [{**entries[0], "languages": [code]} for code in LANGUAGES]
    parts = markup.fromstring(downloads_page(root, many)).xpath("//section")
    assert [part.get("id") for part in parts] == list(LANGUAGES)
    titles = {part.xpath("string(.//h1)") for part in parts}
    assert len(titles) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "size", "said"),
    [
        ("fr", 37_212, "38 ko"),
        ("fr", 999_001, "1 000 ko"),
        ("fr", 1_751_000, "1,8 Mo"),
        ("ru", 37_212, "38 кБ"),
        ("en", 505_409, "506 kB"),
    ],
)
def test_small_files_are_counted_in_kilobytes(root: Path, code: str, size: int, said: str) -> None:
    assert size_of(load_labels(root, code), size).replace("\u202f", " ") == said


def test_each_file_counts_the_pages_that_it_holds(dist: Path) -> None:
    entries = json.loads((dist / "bundles.json").read_text("utf-8"))["bundles"]
    assert {one["pages"] for one in entries if one["module"]} == {1}
    counted = {one["format"]: one["pages"] for one in entries if not one["module"]}
    held = (dist / "minamata-ar-waste.html").read_text("utf-8").count("<article")
    assert {counted[name] for name in ("single", "scorm", "pdf")} == {held}
    assert counted["html"] == counted["epub"] > held, "with the pages that the track leads to"


def test_every_format_has_its_place_on_the_page() -> None:
    assert sorted(ORDER) == sorted(FORMATS)
