"""Bar charts as SVG: for the page as it is, for a document as a picture made of it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import dataclass

_WIDTH, _ROW, _BAR = 480, 44, 14
"""In units; letters are 14 high, and 70 of them, the longest name, fit into the width."""
_LONGEST = _WIDTH - 60
_INK = "#0B5C78"


@dataclass(frozen=True, slots=True)
class Bars:
    """Names and how many each has, in the order shown."""

    counts: tuple[tuple[str, int], ...]
    language: str
    direction: str
    """`ltr` or `rtl`: where the bars begin."""

    @property
    def name(self) -> str:
        """The class of its figure on a page."""
        return "bars"

    @property
    def width(self) -> float:
        """Pixels at which its letters have the size of a text."""
        return float(_WIDTH)

    def svg(self) -> etree.Element:
        """Return the chart."""
        return bar_chart(self)


def bar_chart(bars: Bars) -> etree.Element:
    """Return the drawing: names above the bars, so that a phone shows both; numbers at the ends."""
    height = _ROW * len(bars.counts) + 8
    svg = etree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_WIDTH} {height}",
            "direction": bars.direction,
            "font-size": "14",
        },
    )
    most = max((count for _, count in bars.counts), default=0) or 1
    for number, (name, count) in enumerate(bars.counts):
        _draw(svg, bars, name, count, top=number * _ROW + 4, most=most)
    return svg


def _draw(svg: etree.Element, bars: Bars, name: str, count: int, *, top: int, most: int) -> None:
    rtl = bars.direction == "rtl"
    length = round(_LONGEST * count / most)
    begin, bar = _WIDTH if rtl else 0, top + 20
    _write(svg, name, x=begin, y=top + 14, at_end=rtl)
    start = _WIDTH - length if rtl else 0
    box = {"x": start, "y": bar, "width": length, "height": _BAR, "fill": _INK}
    etree.SubElement(svg, "rect", {key: str(value) for key, value in box.items()})
    _write(svg, str(count), x=start - 8 if rtl else length + 8, y=bar + 12, at_end=rtl)


def _write(svg: etree.Element, text: str, *, x: int, y: int, at_end: bool) -> None:
    """Write a text that begins at x, or ends there."""
    place = {"x": str(x), "y": str(y), "fill": "currentColor"}
    written = etree.SubElement(svg, "text", {**place, "text-anchor": "end" if at_end else "start"})
    # "end" of a right-to-left text would be its left side.
    written.set("direction", "ltr")
    written.text = text
