"""TBX 3 (ISO 30042:2019), dialect TBX-Basic in DCA style: the glossary for term tools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from lxml import etree

from portal.errors import DataError
from portal.exchange.safe_xml import XML_LANG, plain_text, read_xml
from portal.glossary.concept import Glossary, Words
from portal.glossary.importing import Entry

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_STATUS = "administrativeStatus"
_KINDS = {
    "term": "preferredTerm-admn-sts",
    "allowed": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
_FIELDS = {status: field for field, status in _KINDS.items()}


def write_tbx(glossary: Glossary, *, languages: Sequence[str]) -> bytes:
    """Return the glossary in some languages."""
    root = etree.Element(_name("tbx"), nsmap={None: NAMESPACE})
    root.set("type", "TBX-Basic")
    root.set("style", "dca")
    root.set(XML_LANG, "en")
    header = _below(_below(root, "tbxHeader"), "fileDesc")
    _below(_below(header, "titleStmt"), "title", "Glossary of the Minamata training portal")
    source = "Terms as marked with each; definitions are the portal's own words, CC BY 4.0."
    _below(_below(header, "sourceDesc"), "p", source)
    body = _below(_below(root, "text"), "body")
    for concept in glossary.concepts.values():
        entry = _below(body, "conceptEntry")
        entry.set("id", concept.id)
        _typed(entry, "descrip", "subjectField", concept.topic)
        for code in languages:
            words = glossary.term(concept.id, code)
            if words is not None:
                _language(entry, words)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _language(entry: etree._Element, words: Words) -> None:
    section = _below(entry, "langSec")
    section.set(XML_LANG, words.language)
    if words.definition:
        _typed(section, "descrip", "definition", words.definition)
    if words.note:
        _below(section, "note", words.note)
    term = _term(section, words.term, _KINDS["term"])
    if words.seen:
        _typed(term, "admin", "source", words.seen)
    for text in words.abbreviations:
        short = _term(section, text, _KINDS["allowed"])
        _typed(short, "termNote", "termType", "abbreviation")
    for text in words.allowed:
        _term(section, text, _KINDS["allowed"])
    for text in words.forbidden:
        _term(section, text, _KINDS["forbidden"])


def _term(section: etree._Element, text: str, status: str) -> etree._Element:
    found = _below(section, "termSec")
    _below(found, "term", text)
    _typed(found, "termNote", _STATUS, status)
    return found


def _below(parent: etree._Element, tag: str, text: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, _name(tag))
    element.text = text
    return element


def _typed(parent: etree._Element, tag: str, kind: str, text: str) -> None:
    _below(parent, tag, text).set("type", kind)


def read_tbx(raw: bytes, *, shown: str) -> list[Entry]:
    """Return the words of a file; raise DataError with path and what is wrong."""
    root = read_xml(raw, shown=shown)
    if root.tag != _name("tbx"):
        message = "This is no TBX of the edition of 2019. Export the glossary with `--format tbx`."
        raise DataError(message, path=shown)
    return [
        Entry(entry.get("id", ""), section.get(XML_LANG, ""), _fields(entry, section, shown), None)
        for entry in root.iter(_name("conceptEntry"))
        for section in entry.findall(_name("langSec"))
    ]


def _fields(entry: Element, section: Element, shown: str) -> dict[str, Any]:
    where = f"`{entry.get('id', '')}` ({section.get(XML_LANG, '')})"
    fields: dict[str, Any] = {}
    for kind, text in _texts(section, where, shown):
        if kind in {"abbreviations", "allowed", "forbidden"}:
            fields.setdefault(kind, []).append(text)
        elif kind in fields:
            raise DataError(f"{where} has two of `{kind}`. Keep one.", path=shown)
        else:
            fields[kind] = text
    return fields


def _texts(section: Element, where: str, shown: str) -> Iterator[tuple[str, str]]:
    for element in section.iter(_name("descrip")):
        if element.get("type") == "definition":
            yield "definition", _plain(element, where, shown)
    for element in section.findall(_name("note")):
        yield "note", _plain(element, where, shown)
    for term in section.findall(_name("termSec")):
        written = term.find(_name("term"))
        if written is None:
            raise DataError(f"{where} has a `termSec` without `term`. Mend it.", path=shown)
        notes = {note.get("type"): note.text for note in term.findall(_name("termNote"))}
        field = _FIELDS.get(str(notes.get(_STATUS, _KINDS["term"])), "allowed")
        short = notes.get("termType") == "abbreviation" and field == "allowed"
        yield ("abbreviations" if short else field), _plain(written, where, shown)
        for source in term.findall(_name("admin")):
            if source.get("type") == "source" and field == "term":
                yield "seen", _plain(source, where, shown)


def _plain(element: Element, where: str, shown: str) -> str:
    text = plain_text(element)
    if text is None:
        raise DataError(f"{where} holds markup. Write plain text.", path=shown)
    # Fixed spaces stay: they belong to the language.
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
