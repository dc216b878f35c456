"""Field cards and one-sheets among the bundles: what is packed, on how many pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdf

from portal.bundles.packing import Order, pack, plan_jobs
from portal.bundles.scope import one_track, whole_language
from portal.bundles.tree import read_tree

SHEET = "minamata-ar-waste-what-is-mercury-waste.sheet.pdf"


def test_a_one_sheet_is_one_tagged_page_with_objectives_points_law_and_exercise(
    dist: Path,
) -> None:
    reader = pypdf.PdfReader(dist / SHEET)
    catalog = reader.trailer["/Root"]
    assert len(reader.pages) == 1
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "ar"
    text = re.sub("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", reader.pages[0].extract_text())
    for words in ("15 mg/kg", "42 mg/kg", "Y-01", "minamataconvention.org"):
        assert words in text


def test_every_module_of_the_track_has_its_sheet_on_one_page(dist: Path) -> None:
    sheets = sorted(dist.glob("*.sheet.pdf"))
    modules = {
        one.name.removesuffix(".pdf")
        for one in dist.glob("minamata-ar-waste-*.pdf")
        if not one.name.endswith(".sheet.pdf")
    }
    assert {one.name.removesuffix(".sheet.pdf") for one in sheets} == modules != set()
    assert {len(pypdf.PdfReader(one).pages) for one in sheets} == {1}


def test_a_language_has_each_card_as_one_file_and_as_pdf(
    root: Path, site: Path, tmp_path: Path
) -> None:
    jobs = plan_jobs(site, Order(["fr"], formats=["card", "card-pdf"]))
    assert len(jobs) == 12
    some = [job for job in jobs if "card-mine" in job.file]
    pack(root, tmp_path / "dist", some, lambda _: None)
    files = {one.name: one for one in (tmp_path / "dist").glob("minamata-fr-card-*")}
    assert set(files) == {"minamata-fr-card-mine.html", "minamata-fr-card-mine.pdf"}
    assert "Annexe C, paragraphe 1 b) i)" in files["minamata-fr-card-mine.html"].read_text("utf-8")
    entries = json.loads((tmp_path / "dist/bundles.json").read_text("utf-8"))["bundles"]
    assert {(one["title"], one["pages"]) for one in entries} == {
        ("Inspection\u00a0: le site minier", 1)
    }
    assert "Inspection\u00a0: le site minier" in (tmp_path / "dist/index.html").read_text("utf-8")


def test_a_track_brings_the_cards_along_that_its_modules_offer(site: Path) -> None:
    scope = one_track(read_tree(site, "fr"), "waste")
    assert len(scope.cards) == 6
    assert {card.file for card in scope.cards} <= scope.files
    assert len(whole_language(read_tree(site, "fr")).cards) == 6
