"""A page on an article, annex or decision that tells every unit itself: its dates and its jumps.

Such a page needs no list of its units below the text. Dates and amendments still stand in the
treaty's data alone and are added where the unit is told.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Set

from portal.anchor_pages import anchors
from portal.convention import Provision, Treaty, heading
from portal.languages import Labels

_NUMBERED = {"paragraph", "subparagraph"}
_LISTS = {"ul", "ol"}
_FEWEST = 3
"""A page with fewer units needs no jumps."""


def told(treaty: Treaty, unit: Provision, ids: Set[str]) -> bool:
    """Tell whether a text with these ids has an anchor for every unit of an article or annex."""
    below = anchors(treaty, unit.id)[1:]
    return bool(below) and all(name in ids for name in below)


def facts(unit: Provision, labels: Labels) -> str:
    """Return what the data add to a unit: last year, amendments, doubt; empty where nothing."""
    words = [
        labels(f"convention.{change.how}-by", name=change.amendment.name)
        for change in unit.changes
        if change.how != "within"
    ]
    if unit.phase_out:
        words.insert(0, labels("convention.phase-out", year=unit.phase_out))
    if not unit.confirmed:
        words.append(labels("convention.unconfirmed"))
    return "; ".join(words)


def mark_told(root: etree.Element, treaty: Treaty, unit: Provision, labels: Labels) -> None:
    """Add what the data know where a unit is told, jumps after the title, a key to the verbs."""
    places = {element.get("id", ""): element for element in root.iter()}
    for name in anchors(treaty, unit.id)[1:]:
        below = treaty.get(name)
        words = facts(below, labels) if below is not None else ""
        if words:
            _add_note(places[name], f" ({words})")
    _add_jumps(root, treaty, unit, labels)
    etree.SubElement(root, "p", {"class": "provision-verbs"}).text = labels("convention.verbs")


def _add_note(place: etree.Element, words: str) -> None:
    """Put a note behind a unit's own words: before the list of what is below it."""
    note = etree.Element("span", {"class": "provision-facts"})
    note.text = words
    lists = [number for number, child in enumerate(place) if child.tag in _LISTS]
    place.insert(lists[0] if lists else len(place), note)


def _add_jumps(root: etree.Element, treaty: Treaty, unit: Provision, labels: Labels) -> None:
    code = labels.language.code
    units = [below for below in treaty.children(unit.id) if below.kind != "row"]
    title = next((n for n, element in enumerate(root) if element.tag == "h1"), None)
    if title is None or len(units) < _FEWEST:
        return
    line = etree.Element("nav", {"class": "provision-jumps"})
    line.set("aria-label", labels("convention.structure"))
    for below in units:
        link = etree.SubElement(line, "a", {"href": f"#{below.id}"})
        link.text = heading(below.id, code)
        if below.kind in _NUMBERED:
            link.set("aria-label", link.text)
            link.text = below.id.rpartition("_")[2]
    root.insert(title + 1, line)
