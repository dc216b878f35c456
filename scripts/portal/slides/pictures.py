"""A figure on slides: in parts that can be read from the last row, beside a map of the whole."""

from __future__ import annotations

import copy
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass

from portal.figures.figure import Figure
from portal.slides.deck import Picture
from portal.slides.layout import BODY_BOTTOM, MARGIN, WIDTH

READABLE = 1.5
"""Pixels for a unit of a drawing, whose letters are 12 to 14 units high."""
TOP = 124
"""Where a figure begins: below a title of one line."""
_ROOM = BODY_BOTTOM - TOP
_MAP_WIDTH = 330
_BETWEEN = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """Width and height of what is shown, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a part of a figure stands on a slide."""

    detail: Frame
    map: Frame | None
    """The whole in small beside it; None where the detail is the whole."""


def in_parts(figure: Figure, alt: str) -> tuple[Picture, ...]:
    """Return the parts of a figure, from top to bottom, cut where there is no box."""
    width, height = _size(figure.drawing.svg)
    most = _ROOM / READABLE
    if height <= most:
        return (Picture(figure.name, alt, 0, height, width, height),)
    gaps = _gaps(figure)
    pictures, top, left = list[Picture](), 0.0, -(-height // most)
    while height - top > most:
        wished = top + (height - top) / max(left, 1)
        fitting = [gap for gap in gaps if top < gap <= top + most]
        end = min(fitting, key=lambda gap: abs(gap - wished)) if fitting else top + most
        pictures.append(Picture(figure.name, alt, top, end - top, width, height))
        top, left = end, left - 1
    pictures.append(Picture(figure.name, alt, top, height - top, width, height))
    return tuple(pictures)


def _gaps(figure: Figure) -> list[float]:
    """Return the heights at which no box of words stands."""
    gaps, end = [], 0.0
    for top, bottom in sorted({(y, y + height) for _, y, _, height in figure.drawing.rooms}):
        if top > end and end:
            gaps.append((end + top) / 2)
        end = max(end, bottom)
    return gaps


def setting(picture: Picture) -> Setting:
    """Return the sizes of a part and of the map beside it."""
    if picture.height == picture.whole:
        return Setting(_scaled(picture.width, picture.height, WIDTH - 2 * MARGIN), None)
    scale = min(_MAP_WIDTH / picture.width, _ROOM / picture.whole)
    small = Frame(picture.width * scale, picture.whole * scale)
    room = WIDTH - 2 * MARGIN - small.width - _BETWEEN
    return Setting(_scaled(picture.width, picture.height, room), small)


def _scaled(width: float, height: float, room: float) -> Frame:
    scale = min(room / width, _ROOM / height)
    return Frame(width * scale, height * scale)


def detail_svg(figure: Figure, picture: Picture) -> etree.Element:
    """Return the drawing of a part."""
    svg = copy.deepcopy(figure.drawing.svg)
    svg.set("viewBox", f"0 {picture.top:g} {picture.width:g} {picture.height:g}")
    return svg


def map_svg(figure: Figure, picture: Picture, *, colour: str) -> etree.Element:
    """Return the whole drawing with a frame round the part."""
    svg = copy.deepcopy(figure.drawing.svg)
    etree.SubElement(svg, "rect", {
        "x": "2", "y": f"{picture.top + 2:g}",
        "width": f"{picture.width - 4:g}", "height": f"{picture.height - 4:g}",
        "fill": colour, "fill-opacity": "0.12", "stroke": colour, "stroke-width": "4", "rx": "6",
    })  # fmt: skip
    return svg


def _size(svg: etree.Element) -> tuple[float, float]:
    numbers: Sequence[str] = svg.get("viewBox", "0 0 1 1").split()
    return float(numbers[2]), float(numbers[3])
