"""What stands below the text of an anchor page: structure, amendments, modules that teach it."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.anchor_pages import INDEX, anchored, full_title
from portal.convention import Amendment, KnownDate, Provision, Treaty, heading
from portal.languages import Labels
from portal.rendering.told_units import facts, mark_told, told


@dataclass(frozen=True, slots=True)
class Teacher:
    """A page that teaches the provision, as the list of teachers shows it."""

    key: str
    title: str
    language: str


class Apparatus(Treeprocessor):
    """Adds the sections after the text; gives the units anchors where the text has none."""

    def __init__(
        self,
        md: Markdown,
        *,
        treaty: Treaty,
        unit: Provision,
        key: str,
        labels: Labels,
        teachers: Sequence[Teacher],
        authentic: str,
    ) -> None:
        super().__init__(md)
        self.treaty, self.unit, self.key, self.labels = treaty, unit, key, labels
        self.teachers, self.authentic = teachers, authentic
        self.ids: set[str] = set()

    def run(self, root: etree.Element) -> None:
        """Add everything to the page."""
        self.ids = {element.get("id", "") for element in root.iter()}
        title = root.find("h1")
        if title is not None and self.unit.id not in self.ids:
            title.set("id", self.unit.id)
            self.ids.add(self.unit.id)
        if told(self.treaty, self.unit, self.ids):
            mark_told(root, self.treaty, self.unit, self.labels)
        else:
            self._structure(root)
        title_here = self.unit.title(self.labels.language.code)
        if title_here is not None and not title_here.confirmed:
            etree.SubElement(root, "p").text = self.labels("convention.title-unconfirmed")
        if self.unit.kind != "decision":
            self._amendments(root)
        self._taught(root)
        note = etree.SubElement(root, "p", {"class": "provision-authentic"})
        note.text = self.labels("convention.not-authentic") + " "
        etree.SubElement(note, "a", {"href": self.authentic}).text = self.labels(
            "convention.authentic"
        )
        self._neighbours(root)

    def _structure(self, root: etree.Element) -> None:
        if self.unit.summary:
            self._english(etree.SubElement(root, "p"), self.unit.summary)
        units = self.treaty.children(self.unit.id)
        if units:
            _heading(root, "structure", self.labels("convention.structure"))
            self._units(root, units)

    def _units(self, parent: etree.Element, units: Sequence[Provision]) -> None:
        items = etree.SubElement(parent, "ul", {"class": "provision-units"})
        for unit in units:
            item = etree.SubElement(items, "li")
            self._name(item, unit)
            if unit.summary:
                self._english(etree.SubElement(item, "p"), unit.summary)
            self._facts(item, unit)
            below = self.treaty.children(unit.id)
            if below:
                self._units(item, below)

    def _name(self, item: etree.Element, unit: Provision) -> None:
        """Write a unit's name: with its anchor, or as a link to the anchor in the text."""
        code = self.labels.language.code
        title = unit.title(code) or unit.title("en")
        text = title.text if unit.kind == "row" and title else heading(unit.id, code)
        if title and unit.kind != "row":
            text = f"{text} - {title.text}"
        if unit.id in self.ids:
            etree.SubElement(item, "a", {"href": f"#{unit.id}"}).text = text
        else:
            item.set("id", unit.id)
            etree.SubElement(item, "span", {"class": "provision-name"}).text = text
        if title and unit.title(code) is None:
            item[-1].set("lang", "en")

    def _facts(self, item: etree.Element, unit: Provision) -> None:
        words = facts(unit, self.labels)
        if words:
            etree.SubElement(item, "span", {"class": "provision-facts"}).text = f" ({words})"

    def _english(self, paragraph: etree.Element, text: str) -> None:
        """Write a text that exists in English only, marked as such."""
        if self.labels.language.code == "en":
            paragraph.text = text
            return
        paragraph.text = self.labels("convention.in-english") + " "
        etree.SubElement(paragraph, "span", {"lang": "en", "dir": "ltr"}).text = text

    def _amendments(self, root: etree.Element) -> None:
        _heading(root, "amendments", self.labels("convention.amendments"))
        if not self.unit.amendments:
            etree.SubElement(root, "p").text = self.labels("convention.no-amendments")
            return
        items = etree.SubElement(root, "ul")
        for amendment in self.unit.amendments:
            self._amendment(etree.SubElement(items, "li"), amendment)
        etree.SubElement(root, "p").text = self.labels("convention.dates-hold")
        questions = etree.SubElement(root, "ol", {"class": "provision-questions"})
        for name in ("in-force", "alternative", "exemption", "exclusion"):
            etree.SubElement(questions, "li").text = self.labels(f"convention.ask-{name}")

    def _amendment(self, item: etree.Element, amendment: Amendment) -> None:
        etree.SubElement(item, "strong").text = amendment.name
        dates: Mapping[str, KnownDate] = {
            "adopted": amendment.adopted,
            "notified": amendment.notified,
            "in-force": amendment.in_force,
        }
        said = [self.labels(f"convention.{k}", date=self._date(d)) for k, d in dates.items()]
        item[-1].tail = f" - {'; '.join(said)}."
        self._english(etree.SubElement(item, "p"), amendment.summary)

    def _date(self, date: KnownDate) -> str:
        if date.day is None:
            return self.labels("convention.unknown-date")
        from babel.dates import format_date

        written = str(format_date(date.day, "long", locale=self.labels.language.babel))
        if date.certainty == "derived":
            return self.labels("convention.derived-date", date=written)
        unsure = self.labels("convention.unconfirmed")
        return written if date.confirmed else f"{written} ({unsure})"

    def _taught(self, root: etree.Element) -> None:
        _heading(root, "taught", self.labels("convention.taught"))
        if not self.teachers:
            etree.SubElement(root, "p").text = self.labels("convention.not-taught")
            return
        items = etree.SubElement(root, "ul")
        for teacher in self.teachers:
            attributes = {"href": f"../{teacher.key}.md"}
            if teacher.language != self.labels.language.code:
                attributes["lang"] = teacher.language
            etree.SubElement(etree.SubElement(items, "li"), "a", attributes).text = teacher.title

    def _neighbours(self, root: etree.Element) -> None:
        keys = [INDEX, *anchored(self.treaty)]
        here = keys.index(self.key)
        line = etree.SubElement(root, "nav", {"class": "provision-neighbours"})
        line.set("aria-label", self.labels("nav.convention"))
        for key in [INDEX, *keys[max(here - 1, 1) : here], *keys[here + 1 : here + 2]]:
            href = posixpath.relpath(key, posixpath.dirname(self.key)) + ".md"
            text = self.labels("convention.index.title")
            if key != INDEX:
                text, _ = full_title(anchored(self.treaty)[key], self.labels)
            etree.SubElement(line, "a", {"href": href}).text = text


def _heading(root: etree.Element, name: str, text: str) -> None:
    etree.SubElement(root, "h2", {"id": name}).text = text
