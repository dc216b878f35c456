"""Pieces of DrawingML: shapes and paragraphs, in pixels of a slide of 1280 × 720."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from portal.languages import Language

_NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())
EMU = 9525
"""English metric units in a pixel."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOCALES = {
    "ar": "ar-SA",
    "zh": "zh-CN",
    "en": "en-GB",
    "fr": "fr-FR",
    "ru": "ru-RU",
    "es": "es-ES",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a shape stands, in pixels from the left upper corner."""

    left: float
    top: float
    width: float
    height: float

    def mirrored(self, across: float) -> Place:
        """Return the place on a slide that runs from right to left."""
        return Place(across - self.left - self.width, self.top, self.width, self.height)


def parse(xml: str) -> Any:
    """Return an element; the usual prefixes are declared."""
    from pptx.oxml import parse_xml

    start = xml.index(">") - (1 if xml[xml.index(">") - 1] == "/" else 0)
    return parse_xml(f"{xml[:start]} {_DECLARED}{xml[start:]}")


def transform(place: Place) -> str:
    """Return the element that puts a shape at its place."""
    x, y, width, height = (
        round(number * EMU) for number in (place.left, place.top, place.width, place.height)
    )
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def points(pixels: float) -> int:
    """Return hundredths of a point, as DrawingML counts the height of letters."""
    return round(pixels * 75)


def locale(language: Language) -> str:
    """Return the language tag that Office's spelling programs know."""
    return _LOCALES.get(language.code, language.code)


def direction(language: Language) -> str:
    """Return the attributes of a paragraph in a language."""
    return 'algn="r" rtl="1"' if language.direction == "rtl" else 'algn="l" rtl="0"'


def rectangle(number: int, name: str, place: Place, colour: str) -> str:
    """Return a coloured area that means nothing; `colour` is a colour of the theme."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        '</a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{transform(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p>'
        "</p:txBody></p:sp>"
    )


def escaped(text: str) -> str:
    """Return text that may stand in an element or an attribute, without what XML cannot hold."""
    text = _CONTROLS.sub(" ", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")
