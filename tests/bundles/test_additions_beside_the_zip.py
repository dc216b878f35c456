"""An unpacked bundle shows what a country laid beside it, as text, and does nothing without."""

from __future__ import annotations

import json
from pathlib import Path

from opened_alone import OpenAlone

from portal.local.laid_beside import FILE

PAGE = "fr/waste/what-is-mercury-waste/index.html"
HOSTILE = "<img src=x onerror=window.hit=1><script>window.hit=1</script>"


def test_additions_are_shown_as_text_in_a_frame_and_gone_without_them(
    unpacked: Path, open_alone: OpenAlone
) -> None:
    page = open_alone(unpacked / PAGE, within=unpacked)
    assert page.locator(".block-national").count() == 0
    parts = [
        {"section": None, "title": "", "lines": ["haut"]},
        {"section": "three-kinds", "title": HOSTILE, "lines": [HOSTILE, "loi"]},
        {"section": "gone", "title": "", "lines": ["reste"]},
    ]
    data = {"labels": {"fr": "Ajout national : Sénégal"}, "directions": {"fr": "ltr"},
            "pages": {PAGE: parts}}  # fmt: skip
    empty = (unpacked / FILE).read_bytes()
    try:
        (unpacked / FILE).write_text(f"window.portalLocal = {json.dumps(data)};", "utf-8")
        page = open_alone(unpacked / PAGE, within=unpacked)
        frames = page.locator(".block-national")
        assert frames.count() == 3
        assert frames.locator(".block-title").all_inner_texts() == ["Ajout national : Sénégal"] * 3
        assert HOSTILE in frames.nth(1).inner_text()
        assert frames.locator("img, script").count() == 0
        assert page.evaluate("window.hit") is None
        after = "e => e.nextElementSibling && e.nextElementSibling.id"
        assert frames.nth(1).evaluate(after) == "which-number-applies"
        other = open_alone(unpacked / "fr/index.html", within=unpacked)
        assert other.locator(".block-national").count() == 0
    finally:
        (unpacked / FILE).write_bytes(empty)
