"""Make scripts/portal/evidence/world_map.json from the npm package world-atlas (Natural Earth).

Run it with the package's folder: `npm pack world-atlas@2.0.2`, unpack, then
`.venv/bin/python scripts/derive_world_map.py package`. Only land and one point per country are
kept: the outline is small enough to stay in the repository, so that a build needs no npm.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Degrees east and north."""
Ring = list[Point]

TARGET = Path(__file__).parent / "portal/evidence/world_map.json"
SOURCE = "Natural Earth 4.1.0 (public domain), as in the npm package world-atlas 2.0.2 (ISC)"
_SOUTH = -60.0
"""Antarctica has no arrangement and would take a quarter of the drawing."""
_TOLERANCE = 0.15
"""Degrees: less than half a pixel where the drawing is 1000 pixels wide."""


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs of a quantized TopoJSON file in degrees."""
    (scale_x, scale_y), (left, bottom) = (topology["transform"][n] for n in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(arc)
    return arcs


def rings_of(shape: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    """Yield the outer rings of a shape; lakes are left out."""
    if shape["type"] == "GeometryCollection":
        for part in shape["geometries"]:
            yield from rings_of(part, arcs)
        return
    polygons = shape.get("arcs", [])
    for polygon in [polygons] if shape["type"] == "Polygon" else polygons:
        ring: Ring = []
        for number in polygon[0]:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        yield ring


def simplified(line: Ring, tolerance: float) -> Ring:
    """Return a line without the points that lie within `tolerance` of it (Douglas-Peucker)."""
    if len(line) < 3:
        return line
    start, end = line[0], line[-1]
    away = [_distance(point, start, end) for point in line[1:-1]]
    most = max(away)
    if most <= tolerance:
        return [start, end]
    middle = away.index(most) + 1
    return simplified(line[: middle + 1], tolerance)[:-1] + simplified(line[middle:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def point_inside(ring: Ring) -> Point:
    """Return the middle of the widest stretch of land half way between south and north."""
    norths = [y for _, y in ring]
    latitude = (min(norths) + max(norths)) / 2
    crossings = sorted(
        x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > latitude) != (y2 > latitude)
    )
    if not crossings:
        return ring[0]
    stretches = zip(crossings[::2], crossings[1::2], strict=True)
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return (west + east) / 2, latitude


def unrolled(ring: Ring) -> Ring:
    """Return a ring that crosses the 180th meridian without its leaps to the other side."""
    found: Ring = []
    turn = 0.0
    for (x, y), (before, _) in zip(ring, [ring[0], *ring], strict=False):
        turn += 360 * ((x - before < -180) - (x - before > 180))
        found.append((x + turn, y))
    return found


def cut(ring: Ring) -> Iterator[Ring]:
    """Yield the parts of an unrolled ring between the meridians 180 west and 180 east."""
    for turn in (-360, 0, 360):
        part = [(x + turn, y) for x, y in ring]
        for side in (1, -1):
            part = _half(part, side)
        if part:
            yield [*part, part[0]]


def _half(ring: Ring, side: int) -> Ring:
    """Return what lies west (1) of 180 east, or east (-1) of 180 west (Sutherland-Hodgman)."""
    found: Ring = []
    for (x1, y1), (x2, y2) in pairwise([*ring, *ring[:1]]):
        if x1 * side <= 180:
            found.append((x1, y1))
        if (x1 * side <= 180) != (x2 * side <= 180):
            edge = 180.0 * side
            found.append((edge, y1 + (edge - x1) * (y2 - y1) / (x2 - x1)))
    return found


def _area(ring: Ring) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def land(topology: dict[str, Any]) -> list[list[float]]:
    """Return the outlines of the land as `x, y, x, y, …` in degrees with one digit."""
    rings = rings_of(topology["objects"]["land"], arcs_of(topology))
    shown = [ring for ring in rings if max(y for _, y in ring) > _SOUTH]
    parts = [part for ring in shown for part in cut(unrolled(ring))]
    outlines = [_outline(part) for part in parts]
    areas = [outline for outline in outlines if len(outline) > 2]
    return [[round(value, 1) for point in area for value in point] for area in areas]


def _outline(ring: Ring) -> Ring:
    """Simplify a ring in halves: the whole of it ends where it begins, and has no direction."""
    half = len(ring) // 2
    halves = (ring[: half + 1], ring[half:])
    return [point for part in halves for point in simplified(part, _TOLERANCE)[:-1]]


def points(topology: dict[str, Any]) -> dict[str, Point]:
    """Return a point in the largest part of each country by its letters in ISO 3166-1."""
    from babel.core import get_global

    letters = get_global("territory_aliases")
    arcs, found = arcs_of(topology), {}
    for shape in topology["objects"]["countries"]["geometries"]:
        names = letters.get(str(shape.get("id")))
        if names:
            largest = max(map(unrolled, rings_of(shape, arcs)), key=_area)
            east, north = point_inside(largest)
            found[names[0]] = (round((east + 180) % 360 - 180, 1), round(north, 1))
    return dict(sorted(found.items()))


def main(folder: Path) -> None:
    """Write the file anew."""
    outline = json.loads((folder / "land-110m.json").read_text("utf-8"))
    areas = json.loads((folder / "countries-10m.json").read_text("utf-8"))
    rings = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in land(outline))
    places = ",\n".join(f'"{code}":{list(point)}' for code, point in points(areas).items())
    text = (
        f'{{"source": {json.dumps(SOURCE)},\n"land": [\n{rings}\n],\n"points": {{\n{places}\n}}}}\n'
    )
    TARGET.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=f"Make {TARGET.name} from world-atlas anew.")
    parser.add_argument("folder", type=Path, help="the package world-atlas, unpacked")
    given: Path = parser.parse_args().folder
    if not (given / "land-110m.json").is_file():
        parser.error(f"{given} holds no land-110m.json. Name the folder of world-atlas 2.0.2.")
    main(given)
