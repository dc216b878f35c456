"""XLIFF 2.0 (ISO 21720): a translation goes out with its English beside it, and comes back.

2.0 and not 1.2: it is the ISO standard, and its segments carry no tool's own habits.
Markdown signs stay in the text, where CAT tools show them; there is nothing to lose in between.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from lxml import etree

from portal.errors import DataError
from portal.exchange.applying import Returned, Sheet, Version
from portal.exchange.safe_xml import read_xml

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOTE = "portal"
_VERSION = re.compile(r"source=([0-9a-f]{16}) target=([0-9a-f]{16})")
_ORIGINAL = re.compile(r"docs/([A-Za-z-]{2,8})/([\w./-]{1,200})\.md")


def write_xliff(sheet: Sheet) -> bytes:
    """Return the file of a translation: one unit per sentence, flags as notes."""
    version = sheet.version
    root = etree.Element(_name("xliff"), nsmap={None: NAMESPACE})
    root.set("version", "2.0")
    root.set("srcLang", "en")
    root.set("trgLang", version.language)
    file = etree.SubElement(root, _name("file"), id="f1", original=sheet.page.path)
    file.set("canResegment", "no")
    notes = etree.SubElement(file, _name("notes"))
    note = etree.SubElement(notes, _name("note"), id=_NOTE, category=_NOTE)
    note.text = f"source={version.source} target={version.target}"
    for name, pair in sheet.pairs.items():
        unit = etree.SubElement(file, _name("unit"), id=name, name=pair.target.section)
        if pair.flag:
            flags = etree.SubElement(unit, _name("notes"))
            etree.SubElement(flags, _name("note"), category="flag").text = pair.flag
        segment = etree.SubElement(unit, _name("segment"), id="s1", state="translated")
        for tag, text in (("source", pair.source), ("target", pair.target.text)):
            element = etree.SubElement(segment, _name(tag))
            element.set(_SPACE, "preserve")
            element.text = text
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def read_xliff(raw: bytes, *, shown: str) -> Returned:
    """Return what a file that came back says; raise DataError with path and what is wrong."""
    root = read_xml(raw, shown=shown)
    if root.tag != _name("xliff"):
        message = "This is no XLIFF 2.0. Export the page again with `--format xliff`."
        raise DataError(message, path=shown)
    file = root.find(_name("file"))
    original = _ORIGINAL.fullmatch(file.get("original", "")) if file is not None else None
    if file is None or original is None or ".." in original[2]:
        message = "It does not say which page it belongs to. Export the page again."
        raise DataError(message, path=shown)
    language, key = original.groups()
    if root.get("srcLang") != "en" or root.get("trgLang") != language:
        message = (
            f"It goes from {root.get('srcLang')} to {root.get('trgLang')}, but the page is in"
            f" {language}. Export the page again."
        )
        raise DataError(message, path=shown)
    return Returned(Version(language, key, *_prints(file, shown)), _texts(file, shown), shown)


def _prints(file: Element, shown: str) -> tuple[str, str]:
    note = file.find(f"{_name('notes')}/{_name('note')}[@id='{_NOTE}']")
    found = _VERSION.fullmatch((note.text or "").strip()) if note is not None else None
    if found is None:
        message = "It does not say from which version of the page it was made. Export it again."
        raise DataError(message, path=shown)
    return found[1], found[2]


def _texts(file: Element, shown: str) -> dict[str, tuple[str, int | None]]:
    texts: dict[str, tuple[str, int | None]] = {}
    for unit in file.iter(_name("unit")):
        name = unit.get("id", "")
        if name in texts:
            raise DataError(f"The segment {name!r} is there twice. Keep one.", path=shown)
        targets = [target for segment in unit.iter(_name("segment"))
                   for target in segment.findall(_name("target"))]  # fmt: skip
        if len(targets) != 1:
            message = f"The segment {name!r} has {len(targets)} translations. Give one."
            raise DataError(message, path=shown)
        texts[name] = (_text(targets[0], name, shown), None)
    return texts


def _text(target: Element, name: str, shown: str) -> str:
    """Return the text of a translation; marks that tools add (`mrk`) are seen through."""
    if any(child.tag != _name("mrk") for child in target.iter() if child is not target):
        message = f"The segment {name!r} holds inline codes. Write its Markdown as text."
        raise DataError(message, path=shown)
    return "".join(target.itertext())


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
