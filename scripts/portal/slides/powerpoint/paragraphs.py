"""Lines as paragraphs: bullets and numbers of the program's own, language and direction on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from portal.languages import Language
from portal.rendering.isolates import isolate_text
from portal.slides.deck import Line, Run, Words
from portal.slides.layout import INDENT, line_size, space_above
from portal.slides.powerpoint.drawing_xml import EMU, direction, escaped, locale, parse, points

_NUMBER = re.compile(r"(\d+)\.")
_LEFT_TO_RIGHT_MARK = "\u200e"


def shown(text: str, language: Language) -> str:
    """Return text as Office draws it in order.

    Old versions know no isolates (U+2066); marks on both sides keep a range or a quantity together
    in every one.
    """
    if language.direction != "rtl":
        return text
    return re.sub("[\u2066\u2069]", _LEFT_TO_RIGHT_MARK, isolate_text(text))


def fill(
    body: Any, lines: Sequence[Line], language: Language, *, large: bool = False, colour: str = ""
) -> None:
    """Put lines into a text body in the place of what it holds; `colour` is one of the theme."""
    empty(body)
    add(body, lines, language, large=large, colour=colour)
    if not lines:
        body.append(parse(f'<a:p><a:endParaRPr lang="{locale(language)}"/></a:p>'))


def empty(body: Any) -> None:
    """Take all paragraphs out of a text body."""
    for old in body.findall("{*}p"):
        body.remove(old)


def add(
    body: Any, lines: Sequence[Line], language: Language, *, large: bool = False, colour: str = ""
) -> None:
    """Add lines to a text body."""
    first = body.find("{*}p") is None
    starts = _starts(lines)
    for place, line in enumerate(lines):
        own = line_size(line, large=large)
        before = 0 if first and place == 0 else space_above(line)
        body.append(
            _paragraph(line, language, size=own, before=before, start=starts[place], colour=colour)
        )


def fill_plain(body: Any, text: str, language: Language, *, size: int | None = None) -> None:
    """Put one paragraph into a text body, in its own style."""
    empty(body)
    runs = _runs((Run(text),), language, size=size)
    body.append(parse(f"<a:p><a:pPr {direction(language)}/>{runs}</a:p>"))


def cell_paragraph(words: Words, language: Language, *, size: int, bold: bool, colour: str) -> Any:
    """Return the paragraph of a table's cell."""
    runs = _runs(words, language, size=size, bold=bold, colour=colour)
    return parse(f"<a:p><a:pPr {direction(language)}/>{runs}</a:p>")


def _starts(lines: Sequence[Line]) -> list[int]:
    """Return, for each numbered line, the number at which its list begins."""
    starts: list[int] = []
    for line in lines:
        match = _NUMBER.fullmatch(line.marker)
        number = int(match[1]) if match else 0
        goes_on = starts and starts[-1] and number > starts[-1]
        starts.append(starts[-1] if goes_on else number)
    return starts


def _paragraph(
    line: Line, language: Language, *, size: int, before: int, start: int, colour: str
) -> Any:
    indent = INDENT * EMU
    margin = f'marL="{indent * (line.level + 1)}" indent="-{indent}"'
    if not line.marker.strip():
        margin = f'marL="{indent * (line.level + 1) if line.marker else 0}" indent="0"'
    bold = line.style in {"heading", "right"}
    runs = _runs(line.words, language, size=size, bold=bold, colour=colour)
    if line.style == "right":
        runs += _runs((Run(" ✓"),), language, size=size, bold=True, colour="accent5")
    return parse(
        f"<a:p><a:pPr {margin} {direction(language)}>"
        f'<a:spcBef><a:spcPts val="{points(before)}"/></a:spcBef>{_bullet(line, start)}</a:pPr>'
        f"{runs}</a:p>"
    )


def _bullet(line: Line, start: int) -> str:
    if not line.marker.strip():
        return "<a:buNone/>"
    colour = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
    if start:
        first = f' startAt="{start}"' if start > 1 else ""
        return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{first}/>'
    return f'{colour}<a:buFont typeface="Arial"/><a:buChar char="{escaped(line.marker[0])}"/>'


def _runs(
    words: Words, language: Language, *, size: int | None, bold: bool = False, colour: str = ""
) -> str:
    made = []
    for run in words:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                made.append("<a:br/>")
            if text:
                made.append(_run(text, run, language, size=size, bold=bold, colour=colour))
    return "".join(made)


def _run(
    text: str, run: Run, language: Language, *, size: int | None, bold: bool, colour: str
) -> str:
    attributes = [f'lang="{locale(language)}"']
    if size is not None:
        attributes.append(f'sz="{points(size)}"')
    if bold or run.bold:
        attributes.append('b="1"')
    if run.italic:
        attributes.append('i="1"')
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else ""
    words = escaped(shown(text, language))
    return f'<a:r><a:rPr {" ".join(attributes)} dirty="0">{fill}</a:rPr><a:t>{words}</a:t></a:r>'
