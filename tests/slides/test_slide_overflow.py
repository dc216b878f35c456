"""Every slide of every module in every language fits at 1280 × 720, in letters that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.agenda.teachable import module_keys
from portal.languages import load_languages
from portal.pages import Site
from portal.slides.composing import compose
from portal.slides.layout import LABEL, SMALL, TABLE
from portal.slides.web_page import slide_frames

CODES = load_languages(Path(__file__).resolve().parents[2]).codes
MEASURE = """() => {
  const faults = [];
  for (const slide of document.querySelectorAll(".slide")) {
    const say = what => faults.push(
      slide.dataset.module + " " + slide.parentElement.id + " " + what);
    const room = slide.getBoundingClientRect();
    const body = slide.querySelector(".slide-body").getBoundingClientRect();
    const foot = slide.querySelector(".slide-foot").getBoundingClientRect();
    if (Math.abs(room.width - 1280) > 1 || Math.abs(room.height - 720) > 1) say("is no slide");
    if (slide.scrollHeight > slide.clientHeight + 1) say("overflows downwards");
    if (slide.scrollWidth > slide.clientWidth + 1) say("overflows sideways");
    if (body.bottom > foot.top) say("runs into its foot by " + (body.bottom - foot.top));
    if (slide.querySelector(".slide-label").scrollWidth > 1136) say("has a long label");
    for (const part of slide.querySelectorAll(".line, th, td, .slide-picture")) {
      const box = part.getBoundingClientRect();
      if (box.left < room.left + 71 || box.right > room.right - 71) say("leaves its margin");
      if (part.scrollWidth > part.clientWidth + 1) say("overflows in " + part.textContent);
    }
    for (const [selector, least] of [[".line", SMALL], ["table", TABLE], [".slide-label", LABEL]])
      for (const part of slide.querySelectorAll(selector))
        if (parseFloat(getComputedStyle(part).fontSize) < least - 0.1) say("has small letters");
  }
  return [faults, document.querySelectorAll(".slide").length];
}"""


def styles(root: Path) -> str:
    """Return the links to the style sheets of a page of slides."""
    files = [root / f"overrides/assets/stylesheets/{name}.css" for name in ("palette", "slides")]
    return "".join(f'<link rel="stylesheet" href="{file.as_uri()}">' for file in files)


@pytest.fixture(scope="session")
def walked(pages: Site, root: Path, browser: Browser, tmp_path_factory) -> dict[str, list[str]]:
    """What was found in each language: one document holds all slides of all modules."""
    found = {}
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    script = MEASURE
    for name, value in (("SMALL", SMALL), ("TABLE", TABLE), ("LABEL", LABEL)):
        script = script.replace(f", {name}]", f", {value}]")
    for code in CODES:
        keys = module_keys(pages)
        decks = [compose(pages, key, code) for key in keys]
        frames = [
            slide_frames(deck, root).replace(
                '<div class="slide ', f'<div data-module="{deck.key}" class="slide '
            )
            for deck in decks
        ]
        direction = load_languages(root).get(code).direction
        path = tmp_path_factory.mktemp("slides") / f"{code}.html"
        path.write_text(
            f'<!DOCTYPE html><html lang="{code}" dir="{direction}"><meta charset="utf-8">'
            f'{styles(root)}<body class="track-waste">{"".join(frames)}',
            "utf-8",
        )
        page.goto(path.as_uri())
        faults, count = page.evaluate(script)
        assert count == sum(len(deck.slides) for deck in decks)
        assert count > 20 * len(keys)
        found[code] = faults
    page.close()
    return found


@pytest.mark.parametrize("code", CODES)
def test_no_slide_overflows_or_shrinks(walked: dict[str, list[str]], code: str):
    assert walked[code] == []


def test_a_slide_that_overflows_is_noticed(root: Path, browser: Browser, tmp_path: Path):
    words = "<p class='line'>too much</p>" * 20
    (tmp_path / "slide.html").write_text(
        f"<!DOCTYPE html><meta charset='utf-8'>{styles(root)}"
        "<section class='frame' id='slide-1'><div class='slide' data-module='m'><p class="
        f"'slide-label'></p><h2 class='slide-title'>T</h2><div class='slide-body'>{words}</div>"
        "<p class='slide-foot'>F</p></div></section>",
        "utf-8",
    )
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto((tmp_path / "slide.html").as_uri())
    script = MEASURE.replace("SMALL", "24").replace("TABLE", "24").replace("LABEL", "20")
    faults, _ = page.evaluate(script)
    page.close()
    assert any("overflows downwards" in fault for fault in faults)
    assert any("runs into its foot" in fault for fault in faults)
