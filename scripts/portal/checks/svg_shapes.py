"""What an SVG image may hold: a list of shapes and values; all else could run, load or lead on."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_XML = "{http://www.w3.org/XML/1998/namespace}"
ELEMENTS = frozenset((
    *("svg", "g", "defs", "symbol", "use", "title", "desc", "text", "tspan"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"),
))  # fmt: skip
_ATTRIBUTE = re.compile(r"(?!on|style$|src$)[a-zA-Z][a-zA-Z0-9-]*", re.IGNORECASE)
_FUNCTION = r"(?:translate|scale|rotate|matrix|skewX|skewY|rgba?|hsla?)\([-\d\s.,%+e]*\)"
# No colon, so no scheme; no back-slash, so no CSS escape; no bracket but those of the list.
_VALUE = re.compile(rf"(?:[\w\s.,;#%+='&!?/-]|{_FUNCTION}|url\(#[\w-]+\))*")

Fault = tuple[int, str, str]
"""Line, what is wrong, what to do."""


def drawing_faults(raw: bytes) -> Iterator[Fault]:
    """Yield what an image's bytes hold that is not on the list, in order."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield getattr(error, "lineno", None) or 1, "Broken XML.", "Save the drawing anew."
        return
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        yield 1, "A document type stands here.", "Remove it."
    for instruction in tree.xpath("//processing-instruction()"):
        message = f"A processing instruction `{instruction.target[:20]}` stands here."
        yield instruction.sourceline, message, "Remove it."
    for element in root.iter(etree.Element):
        name = str(element.tag).removeprefix(_NAMESPACE)
        if name not in ELEMENTS:
            shown = etree.QName(element).localname[:40]
            message = f"The element `{shown}` is not allowed in an image."
            yield element.sourceline, message, "Save it as plain SVG, with shapes and words only."
            continue
        for attribute, value in element.attrib.items():
            if not _is_plain(name, attribute, value):
                shown = etree.QName(attribute).localname[:40]
                message = f"`{name}` may not have this attribute `{shown}`."
                yield element.sourceline, message, "Remove it, or write it as numbers and colours."


def _is_plain(element: str, name: str, value: str) -> bool:
    if name in _HREF:
        return element in {"use", "linearGradient", "radialGradient"} and value.startswith("#")
    local = name.removeprefix(_XML) if name in {f"{_XML}space", f"{_XML}lang"} else name
    return bool(_ATTRIBUTE.fullmatch(local) and _VALUE.fullmatch(value))
