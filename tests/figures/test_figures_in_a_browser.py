"""No text leaves its box, measured by a browser with the fonts of this machine."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from pathlib import Path

import pytest

from portal.figures.files import template_names
from portal.rendering.figures import figure_for

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
MEASURE = """() => [...document.querySelectorAll('svg')].map(svg =>
    [...svg.querySelectorAll('text')].map(text => {
        const box = text.getBBox()
        return [box.x, box.y + box.height / 2, box.width, text.textContent]
    }))"""


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_leaves_its_box(root: Path, browser, code):
    styles = root / "overrides/assets/stylesheets"
    css = "".join((styles / f"{name}.css").read_text("utf-8") for name in ("palette", "learning"))
    figures = [figure_for(root, name, code) for name in template_names(root)]
    for made in figures:
        made.drawing.svg.set("class", "figure-drawing")
    drawings = "".join(
        etree.tostring(made.drawing.svg, encoding="unicode", method="html") for made in figures
    )
    page = browser.new_page()
    page.set_content(f'<html lang="{code}"><style>{css}</style><body>{drawings}')
    measured = page.evaluate(MEASURE)
    page.close()
    outside = []
    for made, texts in zip(figures, measured, strict=True):
        assert len(texts) == len(made.drawing.rooms) > 0
        for (x, middle, width, text), room in zip(texts, made.drawing.rooms, strict=True):
            left, top, wide, high = room
            # A letter such as J may overhang its own place by a little.
            across = left - 2 <= x and x + width <= left + wide + 2
            if not (across and top <= middle - 5 and middle + 5 <= top + high):
                outside.append((made.name, text, (x, middle, width), room))
    assert outside == []


def test_a_text_that_is_too_long_is_seen_by_this_measure(root: Path, browser):
    made = figure_for(root, "life-cycle", "en")
    line = next(made.drawing.svg.iter("text"))
    line.text = "A text that is very much longer than its box can hold"
    page = browser.new_page()
    page.set_content(etree.tostring(made.drawing.svg, encoding="unicode", method="html"))
    (texts,) = page.evaluate(MEASURE)
    page.close()
    assert texts[0][2] > made.drawing.rooms[0][2]
