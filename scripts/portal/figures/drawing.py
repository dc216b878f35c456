"""Fits the words of a language into the boxes of a template, and turns it round for Arabic."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from portal.figures.template import PLACEHOLDER, Template
from portal.figures.words import Word
from portal.figures.wrapping import text_width, wrap

SIZES = (14.0, 13.0, 12.0)
"""Heights of letters, tried in turn until the words fit; small words are a tenth smaller."""
SMALL = 0.9
PADDING = 7
"""Between the edge of a box and its words."""
_LEADING = {"ar": 1.6, "zh": 1.4}
_USUAL_LEADING = 1.28
_SHAPE = {"fill": "none", "stroke": "currentColor", "stroke-width": "1.5"}

Find = Callable[[str], Word | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A group of the template at its place, with its own words."""

    group: etree.Element
    find: Find
    down: float = 0
    """How far it is moved down."""
    height: float | None = None
    """Height of its rectangles, where the words decide it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with the words that stand in it."""

    left: float
    top: float
    width: float
    height: float
    classes: frozenset[str]
    texts: tuple[tuple[str, frozenset[str]], ...]
    """Key of each word, and the classes of its text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A word of a box, broken into lines."""

    word: Word
    lines: tuple[str, ...]
    size: float
    classes: frozenset[str]

    @property
    def leading(self) -> float:
        """Distance from line to line."""
        return self.size * _LEADING.get(self.word.language, _USUAL_LEADING)

    @property
    def height(self) -> float:
        """Height of all its lines."""
        return self.leading * len(self.lines)


@dataclass(slots=True)
class Drawing:
    """The finished picture."""

    svg: etree.Element
    too_long: list[str] = field(default_factory=list)
    """Keys of words that do not fit into their box even in small letters."""
    rooms: list[tuple[float, float, float, float]] = field(default_factory=list)
    """For each line, in order: x, y, width and height of the box that it must stay in."""


def draw(
    parts: Sequence[Part],
    *,
    width: float,
    height: float,
    language: str,
    directions: Callable[[str], str],
    isolate: Callable[[str], str] = str,
) -> Drawing:
    """Draw the parts in a language; `directions` tells `ltr` or `rtl` for any language.

    The shapes are mirrored where the language is `rtl`; words never are. `isolate` keeps ranges and
    quantities in order in right-to-left words.
    """
    direction = directions(language)
    size = f"0 0 {width:g} {height:g}"
    svg = etree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": size})
    shapes = etree.SubElement(svg, "g", _SHAPE)
    if direction == "rtl":
        shapes.set("transform", f"translate({width:g} 0) scale(-1 1)")
    words = etree.SubElement(svg, "g", {"fill": "currentColor"})
    drawing = Drawing(svg)
    for part in parts:
        shapes.append(_shapes(part))
        for box in boxes(part):
            settings, fits = _set(box, part.find)
            if not fits:
                drawing.too_long += [key for key, _ in box.texts]
            mirrored = width - box.left - box.width if direction == "rtl" else box.left
            for line in _lines(box, settings, left=mirrored, directions=directions):
                if line.get("direction") == "rtl":
                    line.text = isolate(line.text or "")
                for name, value in (("direction", direction), ("lang", language)):
                    if line.get(name) == value:
                        # The drawing says so for all its words.
                        del line.attrib[name]
                words.append(line)
                drawing.rooms.append((mirrored, box.top, box.width, box.height))
    svg.attrib |= {"lang": language, "direction": direction}
    return drawing


def boxes(part: Part) -> Iterator[Box]:
    """Yield the boxes of a part with their words, where the part puts them."""
    for group in part.group.iter():
        box: etree.Element | None = None
        texts: list[etree.Element] = []
        for child in (*group, None):
            if child is None or child.tag == "rect":
                if box is not None and texts:
                    yield _box(box, texts, part)
                box, texts = child, []
            elif child.tag == "text":
                texts.append(child)


def _box(rect: etree.Element, texts: Sequence[etree.Element], part: Part) -> Box:
    keys = [PLACEHOLDER.fullmatch(text.text or "") for text in texts]
    return Box(
        left=_number(rect, "x"),
        top=_number(rect, "y") + part.down,
        width=_number(rect, "width"),
        height=part.height or _number(rect, "height"),
        classes=_classes(rect),
        texts=tuple((key[1], _classes(text)) for key, text in zip(keys, texts, strict=True) if key),
    )


def set_height(box: Box, find: Find) -> float:
    """Return how high the words of a box are at their full size."""
    return sum(setting.height for setting in _settings(box, find, SIZES[0]))


def _set(box: Box, find: Find) -> tuple[list[Setting], bool]:
    """Return the words in lines, in the largest letters that fit, and whether any do."""
    settings: list[Setting] = []
    for size in SIZES:
        settings = _settings(box, find, size)
        if _fits(box, settings):
            return settings, True
    return settings, False


def _settings(box: Box, find: Find, size: float) -> list[Setting]:
    settings = []
    for key, classes in box.texts:
        word = find(key)
        if word is not None:
            own = size * (SMALL if "small" in classes else 1)
            lines = wrap(word.text, _inner_width(box), own, bold="strong" in classes)
            settings.append(Setting(word, lines, own, classes))
    return settings


def _inner_width(box: Box) -> float:
    return box.width - (0 if "bare" in box.classes else 2 * PADDING)


def _fits(box: Box, settings: Sequence[Setting]) -> bool:
    if sum(setting.height for setting in settings) > box.height:
        return False
    return all(
        text_width(line, setting.size, bold="strong" in setting.classes) <= _inner_width(box)
        for setting in settings
        for line in setting.lines
    )


def _lines(
    box: Box, settings: Sequence[Setting], *, left: float, directions: Callable[[str], str]
) -> Iterator[etree.Element]:
    """Yield one text element per line, in the middle of the box from top to bottom."""
    top = box.top + (box.height - sum(setting.height for setting in settings)) / 2
    for setting in settings:
        own = directions(setting.word.language)
        for line in setting.lines:
            attributes = {
                "x": f"{_anchor(box, left, setting, own):g}",
                # Letters stand a little below the middle of their line.
                "y": f"{top + setting.leading / 2 + setting.size * 0.34:.1f}",
                "font-size": f"{setting.size:g}",
                "lang": setting.word.language,
                "direction": own,
            }
            if "start" not in setting.classes:
                attributes["text-anchor"] = "middle"
            if "strong" in setting.classes:
                attributes["font-weight"] = "600"
            element = etree.Element("text", attributes)
            element.text = line
            top += setting.leading
            yield element


def _anchor(box: Box, left: float, setting: Setting, direction: str) -> float:
    """Return where a line begins, in its own direction, or its middle."""
    if "start" not in setting.classes:
        return left + box.width / 2
    inside = (box.width - _inner_width(box)) / 2
    return left + box.width - inside if direction == "rtl" else left + inside


def _shapes(part: Part) -> etree.Element:
    """Copy a group without its words and without the boxes that only hold words."""
    copy = _copy(part.group)
    copy.tag = "g"
    copy.attrib = {k: v for k, v in copy.attrib.items() if k not in {"viewBox", "xmlns"}}
    if part.down:
        copy.set("transform", f"translate(0 {part.down:g})")
    if part.height is not None:
        for rect in copy.iter("rect"):
            rect.set("height", f"{part.height:g}")
    return copy


def _copy(element: etree.Element) -> etree.Element:
    copy = etree.Element(element.tag, dict(element.attrib))
    for child in element:
        if child.tag != "text" and "bare" not in _classes(child):
            drawn = _copy(child)
            if len(drawn) or drawn.tag != "g":
                copy.append(drawn)
    return copy


def _classes(element: etree.Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _number(element: etree.Element, name: str) -> float:
    return float(element.get(name, 0))


def whole(template: Template, find: Find) -> tuple[Part, ...]:
    """Return a template as one part, at its place."""
    return (Part(template.root, find),)
