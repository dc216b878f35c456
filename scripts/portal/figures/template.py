"""The shapes of a figure: a small part of SVG, and nothing that could run, load or link.

A template comes by pull request and stands in readers' pages. So the list says what may be there;
everything else is a fault. Words are placeholders, `{row.column}`, and stand in the rectangle that
precedes them in their group: the words of each language are fitted into it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from portal.errors import ConfigError
from portal.figures.files import FOLDER, template_names

LARGEST = 50_000
"""Characters of a template; the figures that we have are below 6,000."""

PLACEHOLDER = re.compile(r"\{([a-z0-9-]+\.[a-z0-9-]+)\}")

_NUMBER = r"-?\d{1,4}(?:\.\d{1,3})?"
_VALUES: Mapping[str, str] = {
    "xmlns": r"http://www\.w3\.org/2000/svg",
    "viewBox": r"0 0 \d{1,4} \d{1,4}",
    "class": r"[a-z]+(?: [a-z]+)*",
    "fill": "none|currentColor",
    "stroke": "none|currentColor",
    "stroke-dasharray": r"\d+(?: \d+)*",
    "stroke-linecap": "round|butt|square",
    "stroke-linejoin": "round|miter|bevel",
    "d": rf"(?:[MLHVCQZmlhvcqz]|{_NUMBER}|[ ,])+",
    "points": rf"(?:{_NUMBER}|[ ,])+",
}
"""Attribute to what its value may be; every other attribute is a number."""

_DRAWN = ("class", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap",
          "stroke-linejoin")  # fmt: skip
ELEMENTS: Mapping[str, frozenset[str]] = {
    "svg": frozenset(("xmlns", "viewBox")),
    "g": frozenset(_DRAWN),
    "rect": frozenset((*_DRAWN, "x", "y", "width", "height", "rx")),
    "circle": frozenset((*_DRAWN, "cx", "cy", "r")),
    "line": frozenset((*_DRAWN, "x1", "y1", "x2", "y2")),
    "path": frozenset((*_DRAWN, "d")),
    "polygon": frozenset((*_DRAWN, "points")),
    "text": frozenset(("class",)),
}
"""Element to the attributes that it may have."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a template must not hold."""

    line: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template that has no fault."""

    name: str
    width: int
    height: int
    root: etree.Element

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The keys of its words, in the order of the drawing."""
        texts = (element.text or "" for element in self.root.iter("text"))
        return tuple(key for text in texts for key in PLACEHOLDER.findall(text))


def read_template(root: Path, name: str, folder: str = FOLDER) -> Template | None:
    """Read a template; None where there is none; raise ConfigError at its first fault."""
    if name not in template_names(root, folder):
        return None
    shown = f"{folder}/{name}.svg"
    try:
        text = (root / shown).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise ConfigError("Cannot be read as UTF-8. Restore it.", path=shown) from None
    reader = _Reader()
    reader.read(text)
    if reader.faults or reader.top is None:
        fault = reader.faults[0]
        raise ConfigError(f"{fault.message} {fault.help}", path=shown, line=fault.line)
    _, _, width, height = reader.top.get("viewBox", "").split()
    return Template(name, int(width), int(height), reader.top)


def template_faults(text: str) -> tuple[Fault, ...]:
    """Return what is wrong with the text of a template, by line."""
    reader = _Reader()
    reader.read(text)
    return tuple(reader.faults)


@dataclass(slots=True)
class _Reader:
    """Builds the tree and collects faults; expat itself, for the line of each."""

    faults: list[Fault] = field(default_factory=list)
    top: etree.Element | None = None
    _open: list[etree.Element] = field(default_factory=list)
    _parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def read(self, text: str) -> None:
        if len(text) > LARGEST:
            self._fault(f"More than {LARGEST} characters.", "Draw it with fewer shapes.")
            return
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(text, True)  # noqa: FBT003 - expat takes no keyword
        except expat.ExpatError as error:
            remedy = "Mend it: each element is closed, each value quoted."
            self.faults.append(Fault(error.lineno, "Broken XML.", remedy))
        except _StopReading:
            pass
        if not self.faults:
            self._check_whole()

    def _fault(self, message: str, remedy: str) -> None:
        self.faults.append(Fault(self._parser.CurrentLineNumber, message, remedy))

    def _doctype(self, *_: object) -> None:
        self._fault("A document type stands here.", "Remove it.")
        # What it declares could make the text grow without end.
        raise _StopReading

    def _instruction(self, target: str, _data: str) -> None:
        self._fault(f"A processing instruction `{target[:20]}` stands here.", "Remove it.")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in ELEMENTS:
            remedy = f"Use only: {', '.join(ELEMENTS)}."
            self._fault(f"The element `{tag[:40]}` is not allowed in a figure.", remedy)
        else:
            self.faults += [*self._attribute_faults(tag, attributes)]
        if (tag == "svg") == bool(self._open):
            self._fault("The outermost element, and only it, is `svg`.", "Put the shapes into it.")
        element = etree.Element(tag, attributes)
        if self._open:
            self._open[-1].append(element)
        else:
            self.top = element
        self._open.append(element)

    def _attribute_faults(self, tag: str, attributes: Mapping[str, str]) -> Iterator[Fault]:
        line = self._parser.CurrentLineNumber
        for name, value in attributes.items():
            if name not in ELEMENTS[tag]:
                listed = ", ".join(sorted(ELEMENTS[tag]))
                message = f"A `{tag}` may not have the attribute `{name[:40]}`."
                yield Fault(line, message, f"Use only: {listed}.")
            elif not re.fullmatch(_VALUES.get(name, _NUMBER), value):
                message = f"The value of `{name}` is not one that a figure may have."
                yield Fault(line, message, "Use numbers, `none`, `currentColor`, plain words.")

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if not text.strip():
            return
        inside = self._open[-1]
        if inside.tag != "text" or not PLACEHOLDER.fullmatch(text.strip()):
            message = "Words stand in the template itself."
            self._fault(message, f"Put a placeholder into a `text`, and the words into {_WORDS}.")
        inside.text = text.strip()

    def _check_whole(self) -> None:
        top = self.top
        if top is None or "viewBox" not in top.attrib:
            remedy = 'Write `viewBox="0 0 WIDTH HEIGHT"`.'
            self.faults.append(Fault(1, "The figure has no size.", remedy))
            return
        for group in (top, *top.iter("g")):
            first = next((child.tag for child in group if child.tag in {"rect", "text"}), "")
            if first == "text":
                remedy = "Put its `rect` before it in its group."
                self.faults.append(Fault(1, "A text has no rectangle.", remedy))


class _StopReading(Exception):  # noqa: N818 - no error: reading ends here
    """Reading on would be of no use."""


_WORDS = "docs/data/figures"
