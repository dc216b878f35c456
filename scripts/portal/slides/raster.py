"""Draws an SVG figure as a PNG picture, with the fonts of this machine."""

from __future__ import annotations

import copy
import functools
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from portal.errors import BuildError

FONTS = {
    # Noto Sans Arabic has no brackets.
    "ar": ("Noto Naskh Arabic", "Geeza Pro", "Arial", "Tahoma", "DejaVu Sans"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
}
_USUAL = ("Noto Sans", "Liberation Sans", "Arial", "Helvetica Neue", "Segoe UI", "DejaVu Sans")
_LATIN = re.compile(r"([A-Za-zµμ₀-₉⁺⁻/%]+)")
_ISOLATES = re.compile("[\u2066\u2069]")
_LEFT_MARK = "\u200e"
_RIGHT_TO_LEFT, _END = "\u202b", "\u202c"
_DOTS = 192.0
"""Per inch: two for each pixel of a slide, sharp on a projector of 2560."""


def png_of(svg: etree.Element, *, width: float, language: str, ink: str) -> bytes:
    """Return a picture of `width` pixels of a slide, two dots each; `ink` is a colour like #1c2a30.

    Raises BuildError where the drawing cannot be made.
    """
    drawn = copy.deepcopy(svg)
    drawn.set("color", ink)
    drawn.set("font-family", _families((*FONTS.get(language, ()), *_USUAL)))
    for text in [element for element in drawn.iter() if element.tag == "text"]:
        own, direction = text.get("lang", language), text.get("direction", svg.get("direction"))
        _arrange(text, other_script=own in FONTS, rtl=direction == "rtl")
    return _compile(etree.tostring(drawn, encoding="unicode"), f"{width * 0.75:.2f}pt")


def _families(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _arrange(text: etree.Element, *, other_script: bool, rtl: bool) -> None:
    """Help the drawing program, which knows no direction, and one font for a stretch of text."""
    words = _ISOLATES.sub(_LEFT_MARK, text.text or "")
    if rtl:
        words = f"{_RIGHT_TO_LEFT}{words}{_END}"
    text.text = words
    if not other_script:
        return
    pieces = _LATIN.split(words)
    text.text = pieces[0]
    for latin, after in zip(pieces[1::2], pieces[2::2], strict=True):
        span = etree.SubElement(text, "tspan", {"font-family": _families(_USUAL)})
        span.text, span.tail = latin, after


@functools.lru_cache(maxsize=64)
def _compile(svg: str, width: str) -> bytes:
    import typst

    source = (
        f"#set page(width: {width}, height: auto, margin: 0pt, fill: none)\n"
        f'#image(bytes(sys.inputs.svg), format: "svg", width: {width})\n'
    )
    try:
        made = typst.compile(source.encode(), format="png", ppi=_DOTS, sys_inputs={"svg": svg})
    except typst.TypstError as error:
        message = f"The figure cannot be drawn: {error}. Check its template."
        raise BuildError(" ".join(message.split())) from None
    if not isinstance(made, bytes):
        raise BuildError("The figure is more than a page. Check its template.")
    return made
