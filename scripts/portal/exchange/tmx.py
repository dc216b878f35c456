"""TMX 1.4b: sentence pairs of all translations, for the memory of a CAT tool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from portal.exchange.alignment import Passage

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_tmx(found: Iterable[tuple[str, str, Sequence[Passage]]], *, version: str) -> bytes:
    """Return the memory of (language, page key, passages); `version` is the program's own."""
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root, "header", {
            "creationtool": "portal", "creationtoolversion": version, "segtype": "sentence",
            "o-tmf": "Markdown", "adminlang": "en", "srclang": "en", "datatype": "plaintext",
        },
    )  # fmt: skip
    body = etree.SubElement(root, "body")
    for language, key, passages in found:
        for number, passage in enumerate(passages, 1):
            unit = etree.SubElement(body, "tu", tuid=f"{language}/{key}/{number}")
            if passage.flag:
                unit.set("segtype", "paragraph")
                etree.SubElement(unit, "note").text = passage.flag
            _property(unit, "x-page", key)
            _property(unit, "x-section", passage.section)
            if passage.flag:
                _property(unit, "x-flag", "counts-differ")
            for code, text in (("en", passage.source), (language, passage.target)):
                variant = etree.SubElement(unit, "tuv", {_LANG: code})
                etree.SubElement(variant, "seg").text = text
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _property(unit: etree._Element, name: str, value: str) -> None:
    etree.SubElement(unit, "prop", type=name).text = value
