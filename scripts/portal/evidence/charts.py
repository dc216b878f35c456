"""Bar charts as SVG: for the page as it is, for a document as a picture made of it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import dataclass

_WIDTH, _ROW, _BAR = 640, 30, 18
_NAMES = 250
"""Room for the names, in units; letters are 14 high."""
_LONGEST = _WIDTH - _NAMES - 60
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

    def svg(self) -> etree.Element:
        """Return the chart."""
        return bar_chart(self)


def bar_chart(bars: Bars) -> etree.Element:
    """Return the drawing; numbers stand at the ends of the bars, so that no axis is needed."""
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
    start = _WIDTH - _NAMES - length if rtl else _NAMES
    box = {"x": start, "y": top + 4, "width": length, "height": _BAR, "fill": _INK}
    etree.SubElement(svg, "rect", {key: str(value) for key, value in box.items()})
    base = str(top + 18)
    # Both are drawn to the bar's begin and end; "end" of a right-to-left text is its left side.
    label = {
        "x": str(_WIDTH - _NAMES + 8 if rtl else _NAMES - 8),
        "y": base,
        "fill": "currentColor",
    }
    text = etree.SubElement(svg, "text", {**label, "text-anchor": "start" if rtl else "end"})
    if rtl:
        text.set("direction", "ltr")
    text.text = name
    value = {"x": str(start - 8 if rtl else start + length + 8), "y": base, "fill": "currentColor"}
    shown = etree.SubElement(svg, "text", {**value, "text-anchor": "end" if rtl else "start"})
    shown.set("direction", "ltr")
    shown.text = str(count)
