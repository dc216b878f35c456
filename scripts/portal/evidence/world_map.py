"""Where arrangements have their seat: land without borders, and a dot per country."""

from __future__ import annotations

import functools
import json
import math
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("world_map.json")
"""Made by scripts/derive_world_map.py, which names its source and how it was simplified."""
_WIDTH = 1000.0
_NORTH, _SOUTH = 84.0, -62.0
_DOT = 6.0
"""Radius of a dot that stands for one arrangement, in units of the drawing; areas add up."""
_LAND, _INK, _PAPER = "#c3d0d6", "#0B5C78", "#ffffff"
_EUROPE = (-10.0, 36.0, 30.0, 58.0)
"""West, south, east, north of what is drawn again, larger: its dots would lie on each other."""
_LARGER = 1.8
_POLYNOMIAL = (1.340264, -0.081106, 0.000893, 0.003796)
"""Coefficients of the Equal Earth projection (Šavrič, Patterson, Jenny, 2018)."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A country and how many arrangements have their seat there."""

    country: str
    """ISO 3166-1, two letters; one that `point_of` knows."""
    label: str
    """Its name in the language of the map."""
    count: int
    said: str
    """Both, as the language joins a name and a number."""


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The map of dots; west is at the left in every language."""

    dots: tuple[Dot, ...]

    @property
    def name(self) -> str:
        """The class of its figure on a page."""
        return "world-map"

    @property
    def width(self) -> float:
        """Pixels; it has no letters."""
        return 640.0

    def svg(self) -> etree.Element:
        """Return the drawing; dots carry the code of their country as `data-country`.

        `data-dot` is the radius for one arrangement: the page's script draws filtered dots by it.
        """
        height = _place(0, _SOUTH)[1]
        box = {"viewBox": f"0 0 {_WIDTH:.0f} {height:.0f}", "data-dot": f"{_DOT:.0f}"}
        svg = etree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **box})
        _add_land(svg)
        _add_dots(svg, self.dots)
        _add_europe(svg, self.dots, height)
        # A page may have no line of more than 10,000 characters.
        etree.indent(svg, "")
        return svg


@functools.cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return data


def point_of(country: str) -> tuple[float, float] | None:
    """Return degrees east and north of a point in a country, None for one without a point."""
    point = _data()["points"].get(country)
    return (float(point[0]), float(point[1])) if point else None


def _equal_earth(east: float, north: float) -> tuple[float, float]:
    """Return where a point lies on a globe of radius 1, from the map's middle to right and up."""
    a1, a2, a3, a4 = _POLYNOMIAL
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(north)))
    square = angle * angle
    sixth = square**3
    stretch = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = 2 * math.radians(east) * math.cos(angle) / (math.sqrt(3) * stretch)
    return x, angle * (a1 + a2 * square + sixth * (a3 + a4 * square))


def _place(east: float, north: float) -> tuple[float, float]:
    """Return where a point lies in the drawing, from its upper left corner."""
    half = _equal_earth(180, 0)[0]
    x, y = _equal_earth(east, north)
    scale = _WIDTH / 2 / half
    return (x + half) * scale, (_equal_earth(0, _NORTH)[1] - y) * scale


@functools.cache
def _land() -> tuple[str, ...]:
    rings = []
    for ring in _data()["land"]:
        points = (_place(*point) for point in zip(ring[::2], ring[1::2], strict=True))
        rings.append("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z")
    return tuple(rings)


def _add_land(parent: etree.Element, *, larger: float = 1.0) -> None:
    group = etree.SubElement(parent, "g", {"class": "land", "fill": _LAND})
    if larger != 1.0:
        group.set("transform", f"scale({larger})")
    for ring in _land():
        etree.SubElement(group, "path", {"d": ring})


def _add_dots(parent: etree.Element, dots: Iterable[Dot], *, larger: float = 1.0) -> None:
    """Draw the dots, the large ones first: a small one may lie on a large one."""
    for dot in sorted(dots, key=lambda dot: (-dot.count, dot.country)):
        point = point_of(dot.country)
        if point is not None:
            x, y = _place(*point)
            radius = _DOT * math.sqrt(dot.count)
            facts = {
                "data-country": dot.country,
                "cx": f"{x * larger:.1f}",
                "cy": f"{y * larger:.1f}",
                "r": f"{radius:.1f}",
                "fill": _INK,
                "fill-opacity": "0.85",
                "stroke": _PAPER,
                "stroke-width": "1.5",
            }
            drawn = etree.SubElement(parent, "circle", facts)
            etree.SubElement(drawn, "title").text = dot.said


def _add_europe(svg: etree.Element, dots: Iterable[Dot], height: float) -> None:
    """Draw Europe again, larger, in the lower left, where there is only sea."""
    west, south, east, north = _EUROPE
    left, top = _place(west, north)
    right, bottom = _place(east, south)
    size = {"width": f"{(right - left):.0f}", "height": f"{(bottom - top):.0f}"}
    frame = {"class": "frame", "fill": "none", "stroke": _INK, "stroke-width": "1.5"}
    etree.SubElement(svg, "rect", {"x": f"{left:.0f}", "y": f"{top:.0f}", **size, **frame})
    wide, high = (right - left) * _LARGER, (bottom - top) * _LARGER
    view = f"{left * _LARGER:.0f} {top * _LARGER:.0f} {wide:.0f} {high:.0f}"
    place = {"x": "1", "y": f"{height - high - 1:.0f}", "width": f"{wide:.0f}"}
    place |= {"height": f"{high:.0f}", "viewBox": view}
    inset = etree.SubElement(svg, "svg", place)
    ground = {"x": f"{left * _LARGER:.0f}", "y": f"{top * _LARGER:.0f}", "width": "100%"}
    etree.SubElement(inset, "rect", {**ground, "height": "100%", "fill": _PAPER, "class": "sea"})
    _add_land(inset, larger=_LARGER)
    inside = [dot for dot in dots if _is_in_europe(dot.country)]
    _add_dots(inset, inside, larger=_LARGER)
    outer = {"x": place["x"], "y": place["y"], "width": place["width"], "height": place["height"]}
    etree.SubElement(svg, "rect", {**outer, **frame})


def _is_in_europe(country: str) -> bool:
    west, south, east, north = _EUROPE
    point = point_of(country)
    return point is not None and west < point[0] < east and south < point[1] < north
