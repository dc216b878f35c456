"""Shows a supplied authentic text beside our words, paragraph by paragraph."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping, Sequence

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.authentic import SuppliedText, SuppliedUnit
from portal.convention import Treaty, heading
from portal.languages import Labels

SECTION = "authentic-text"
"""Id of the section that holds what no section of the page is about."""
_DEEPEST = 4


class SideBySide(Treeprocessor):
    """Pairs each part of the page that carries a unit's anchor with the text of that unit."""

    def __init__(self, md: Markdown, *, text: SuppliedText, treaty: Treaty, labels: Labels) -> None:
        super().__init__(md)
        self.text, self.treaty, self.labels = text, treaty, labels

    def run(self, root: etree.Element) -> None:
        """Say whose text it is, pair what can be paired, and add the rest at the end."""
        groups = group_units(self.text.units, self.text.provision)
        start = next((n + 1 for n, element in enumerate(root) if element.tag == "h1"), 0)
        root.insert(start, self._attribution())
        for name in [self.text.provision, *groups]:
            if name not in groups:
                continue
            place = _extent(root, name, start + 1, self.text.provision, groups)
            if place:
                self._pair(root, place, groups.pop(name))
        if groups:
            self._rest(root, groups)

    def _attribution(self) -> etree.Element:
        line = etree.Element("p", {"class": "beside-source"})
        words = self.labels("convention.supplied", publisher=self.text.publisher, date=self._date())
        if self.text.address is None:
            line.text = f"{words} ({self.text.source})."
        else:
            etree.SubElement(line, "a", {"href": self.text.address}).text = words
            line[-1].tail = "."
        return line

    def _date(self) -> str:
        from babel.dates import format_date

        locale = self.labels.language.babel
        return str(format_date(self.text.date, "long", locale=locale))

    def _pair(self, root: etree.Element, place: range, units: Sequence[SuppliedUnit]) -> None:
        pair = etree.Element("div", {"class": "beside"})
        ours = etree.SubElement(pair, "div", {"class": "beside__ours"})
        moved = [root[number] for number in place]
        for element in moved:
            root.remove(element)
        ours.extend(moved)
        pair.append(self._quotation(units))
        root.insert(place.start, pair)

    def _rest(self, root: etree.Element, groups: Mapping[str, Sequence[SuppliedUnit]]) -> None:
        at = next((n for n, e in enumerate(root) if e.get("class") == "footnote"), len(root))
        title = etree.Element("h2", {"id": SECTION})
        title.text = self.labels("convention.side-by-side")
        added = [title]
        for name, units in groups.items():
            pair = etree.Element("div", {"class": "beside"})
            ours = etree.SubElement(pair, "div", {"class": "beside__ours"})
            self._name(etree.SubElement(ours, "p"), name)
            pair.append(self._quotation(units))
            added.append(pair)
        for number, element in enumerate(added):
            root.insert(at + number, element)

    def _name(self, line: etree.Element, provision: str) -> None:
        """Name a unit: as a link to its anchor, if it has one."""
        text = heading(provision, self.labels.language.code)
        if self.treaty.exists(provision):
            etree.SubElement(line, "a", {"href": f"#{provision}"}).text = text
        else:
            line.text = text

    def _quotation(self, units: Sequence[SuppliedUnit]) -> etree.Element:
        language = self.labels.language
        attributes = {"class": "beside__text", "lang": language.code, "dir": language.direction}
        if self.text.address is not None:
            attributes["cite"] = self.text.address
        quotation = etree.Element("blockquote", attributes)
        top = min(unit.id.count("__") for unit in units)
        before = ""
        for number, unit in enumerate(units):
            mark = f"{before} {unit.mark}".strip()
            following = units[number + 1 : number + 2]
            if not unit.paragraphs and any(below.line == unit.line for below in following):
                before = mark  # "4. (a) …" stays one line
                continue
            depth = min(unit.id.count("__") - top + 1, _DEEPEST)
            before = ""
            for place, words in enumerate(unit.paragraphs or ("",)):
                paragraph = etree.SubElement(quotation, "p", {"class": f"beside__unit-{depth}"})
                paragraph.text = f"{mark} {words}".strip() if place == 0 else words
        return quotation


def group_units(units: Iterable[SuppliedUnit], provision: str) -> dict[str, list[SuppliedUnit]]:
    """Put units together that stand side by side with ours as one: a paragraph and what is below.

    Parts, and the articles of Annex E, stay apart from their paragraphs. A unit without words,
    its mark apart, joins only if it has one.
    """
    groups: dict[str, list[SuppliedUnit]] = {}
    for unit in units:
        if unit.paragraphs or unit.mark:
            groups.setdefault(_group(unit.id, provision), []).append(unit)
    return groups


def _group(unit: str, provision: str) -> str:
    name = provision
    for step in unit.removeprefix(provision).split("__")[1:]:
        name = f"{name}__{step}"
        if step.partition("_")[0] not in {"part", "art"}:
            break
    return name


def _extent(
    root: etree.Element,
    name: str,
    start: int,
    provision: str,
    groups: Mapping[str, Sequence[SuppliedUnit]],
) -> range | None:
    """Return which of the page's elements tell a unit: from its anchor to the next section."""
    ids = [element.get("id") for element in root]
    first = start if name == provision else ids.index(name) if name in ids else None
    if first is None:
        return None
    level = _level(root[first]) if name != provision else 2
    end = first if name == provision else first + 1
    while end < len(root):
        here = _level(root[end])
        if ids[end] in groups or (here and here <= (level or 6)) or _closes(root[end]):
            break
        end += 1
    return range(first, end) if end > first else None


def _level(element: etree.Element) -> int:
    """Return the level of a heading, 0 for anything else."""
    match = re.fullmatch("h([1-6])", str(element.tag))
    return int(match[1]) if match else 0


def _closes(element: etree.Element) -> bool:
    return element.get("class") in {"beside", "footnote"}
