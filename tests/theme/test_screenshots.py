"""Pictures for a person to look at, saved where PORTAL_SCREENSHOTS names a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PAGES = {
    "home": "index.html",
    "track": "waste/index.html",
    "module": "waste/what-is-mercury-waste/index.html",
}


@pytest.mark.skipif(
    "PORTAL_SCREENSHOTS" not in os.environ, reason="PORTAL_SCREENSHOTS names no folder"
)
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_picture(open_page, name, language, width):
    folder = Path(os.environ["PORTAL_SCREENSHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    page = open_page(f"{language}/{PAGES[name]}", width=width)
    picture = folder / f"{name}-{language}-{width}.png"
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 10_000
