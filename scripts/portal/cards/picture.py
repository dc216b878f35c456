"""The drawings of the field cards: lines from docs/assets/cards, and the sign that judges them."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from pathlib import Path

from portal.cards.card import PICTURES
from portal.errors import ConfigError
from portal.figures.template import read_template

INK = "#1c2a30"
COLOURS: Mapping[str, str] = {
    "look": "#0b5c78", "do": "#2a6a35", "never": "#a03323", "danger": "#855600", "ask": "#5b3f8c",
}  # fmt: skip
"""The site's own; each is dark enough for white letters on it."""
_LINES = {"fill": "none", "stroke-width": "3", "stroke-linecap": "round",
          "stroke-linejoin": "round"}  # fmt: skip
_BADGES: Mapping[str, tuple[tuple[str, Mapping[str, str]], ...]] = {
    "look": (
        ("path", {"d": "M2 12Q12 1 22 12Q12 23 2 12Z"}),
        ("circle", {"cx": "12", "cy": "12", "r": "3"}),
    ),
    "do": (("path", {"d": "M4 13L10 19L20 6"}),),
    "never": (("circle", {"cx": "12", "cy": "12", "r": "9"}), ("path", {"d": "M6 6L18 18"})),
    "danger": (("path", {"d": "M12 3L22 21H2Z"}), ("path", {"d": "M12 10V15M12 18V18.200"})),
    "ask": (("path", {"d": "M8 9C8 3 16 3 16 9C16 12 12 12 12 16M12 20V20.200"}),),
}  # fmt: skip
"""Signs in a square of 24: a person who reads no language knows most of them."""


def picture_svg(root: Path, name: str, *, sign: str, direction: str, ink: str = INK) -> str:
    """Return a drawing as SVG, mirrored where the language runs from the right.

    What must never be done carries the circle with the bar. Raises ConfigError.
    """
    template = read_template(root, name, PICTURES)
    if template is None:
        message = "The picture is missing. Restore it, or name another."
        raise ConfigError(message, path=f"{PICTURES}/{name}.svg")
    size = f"0 0 {template.width} {template.height}"
    svg = etree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": size})
    lines = etree.SubElement(svg, "g", {**_LINES, "stroke": ink, "color": ink})
    if direction == "rtl":
        lines.set("transform", f"translate({template.width} 0) scale(-1 1)")
    lines.extend(template.root)
    if sign == "never":
        bar = etree.SubElement(
            svg, "g", {**_LINES, "stroke": COLOURS[sign], "stroke-width": "5", "opacity": "0.85"}
        )
        x, y = template.width / 2, template.height / 2
        r = y - 4
        slope = r * 0.7071
        etree.SubElement(bar, "circle", {"cx": f"{x:g}", "cy": f"{y:g}", "r": f"{r:g}"})
        way = f"M{x - slope:.1f} {y - slope:.1f}L{x + slope:.1f} {y + slope:.1f}"
        etree.SubElement(bar, "path", {"d": way})
    return etree.tostring(svg, encoding="unicode", method="html")


def badge_svg(sign: str, *, colour: str, direction: str) -> str:
    """Return a sign as SVG; the question mark turns round for Arabic, as its own letter does."""
    svg = etree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 24 24"})
    group = etree.SubElement(svg, "g", {**_LINES, "stroke": colour})
    if sign == "ask" and direction == "rtl":
        group.set("transform", "translate(24 0) scale(-1 1)")
    for tag, attributes in _BADGES[sign]:
        etree.SubElement(group, tag, dict(attributes))
    return etree.tostring(svg, encoding="unicode", method="html")
