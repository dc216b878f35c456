"""Ace by DAISY, the checker that publishers and libraries use, reads an EPUB in two directions."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from fetched_packages import package as fetched

from portal.bundles.archive import write_zip
from portal.bundles.book import read_book
from portal.bundles.epub import epub_files
from portal.bundles.scope import one_track
from portal.bundles.tree import read_tree

RUN = Path(__file__).with_name("run_ace.js")
SERIOUS = {"critical", "serious"}


def test_ace_finds_nothing_serious_in_english_and_arabic(
    small_project: Path, small_site: Path, chromium: str, node: str, tmp_path: Path
) -> None:
    folder = fetched("@daisy/ace-core").parents[2].absolute()
    books = []
    for code in ("en", "ar"):
        scope = one_track(read_tree(small_site, code), "waste")
        # Without the Convention's forty pages, which would take minutes: one of each kind is there.
        book = read_book(small_project, scope, None, references=False)
        books.append(tmp_path / f"{code}.epub")
        write_zip(books[-1], epub_files(book), first={"mimetype": b"application/epub+zip"})
    out = tmp_path / "reports.json"
    done = subprocess.run(
        [node, str(RUN), str(out), *map(str, books)],
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium, "PORTAL_NPM": str(folder)},
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for report in json.loads(out.read_text("utf-8")):
        chapters = report["assertions"]
        assert len(chapters) >= len(("cover", "contents", "track", "module", "test"))
        found = [
            (page["earl:testSubject"]["url"], one["earl:test"]["dct:title"])
            for page in chapters
            for one in page["assertions"]
            if one["earl:test"]["earl:impact"] in SERIOUS
        ]
        assert found == []
