"""The empty file: master and four layouts in the portal's look, from left or from right."""

from __future__ import annotations

from typing import Any

from portal.languages import Language
from portal.slides.layout import (
    BODY,
    BODY_BOTTOM,
    FOOT,
    FOOT_TOP,
    GAP,
    HEIGHT,
    INDENT,
    LABEL,
    LABEL_HEIGHT,
    LABEL_TOP,
    MARGIN,
    TITLE,
    TITLE_TOP,
    WIDTH,
)
from portal.slides.powerpoint.colours import themed
from portal.slides.powerpoint.drawing_xml import (
    EMU,
    Place,
    direction,
    locale,
    parse,
    points,
    rectangle,
    transform,
)

LAYOUTS = ("title", "obj", "secHead", "titleOnly")
"""Title, content, section, title only: in this order in the file."""
_KEPT = (0, 1, 2, 5)
"""Where python-pptx's template has them."""
COVER_LETTERS = 54
STRIP = 12
"""Width of the strip in the track's colour."""
LABEL_PLACE = Place(MARGIN, LABEL_TOP, WIDTH - 2 * MARGIN, LABEL_HEIGHT)
TITLE_PLACE = Place(MARGIN, TITLE_TOP, WIDTH - 2 * MARGIN, 58)
BODY_PLACE = Place(MARGIN, TITLE_TOP + 58 + GAP, WIDTH - 2 * MARGIN, BODY_BOTTOM - 154)
COVER_LABEL, COVER_TITLE = Place(MARGIN, 120, 1136, 36), Place(MARGIN, 160, 1136, 170)
COVER_BODY = Place(MARGIN, 346, 992, 290)
SECTION_LABEL, SECTION_TITLE = Place(MARGIN, 216, 1136, 40), Place(MARGIN, 262, 1136, 150)
SECTION_BODY = Place(MARGIN, 424, 992, 200)
_FOOTER = Place(MARGIN, FOOT_TOP, 900, 28)
_NUMBER = Place(WIDTH - MARGIN - 120, FOOT_TOP, 120, 28)
_FIT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def empty_presentation(language: Language, track: str) -> Any:
    """Return a presentation without slides, 16 to 9, for a language and a track."""
    from pptx import Presentation

    made: Any = Presentation()
    made.slide_width, made.slide_height = WIDTH * EMU, HEIGHT * EMU
    _drop_ballast(made)
    _keep_layouts(made)
    theme = next(
        rel for rel in made.slide_master.part.rels.values() if rel.reltype.endswith("/theme")
    )
    theme.target_part._blob = themed(theme.target_part.blob, track)
    maker = _Maker(language)
    _replace_tree(made.slide_master, maker.master())
    _replace(made.slide_master._element, maker.styles())
    for layout, kind in zip(made.slide_layouts, LAYOUTS, strict=True):
        _replace_tree(layout, maker.layout(kind))
    if language.direction == "rtl":
        made.part._element.set("rtl", "1")
    return made


def _drop_ballast(made: Any) -> None:
    """Leave out what the template brings and no slide needs: a thumbnail, printer settings."""
    for holder in (made.part, made.part.package):
        rels = holder.rels if holder is made.part else holder._rels
        for name, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in {"thumbnail", "printerSettings"}:
                rels.pop(name)
    size = made.part._element.find(".//{*}sldSz")
    size.attrib.pop("type", None)


def _keep_layouts(made: Any) -> None:
    layouts = made.slide_layouts
    kept = [layouts[place] for place in _KEPT]
    for layout in list(layouts):
        if layout not in kept:
            layouts.remove(layout)


def _replace_tree(part: Any, shapes: tuple[str, str]) -> None:
    """Put a background and shapes into a master or a layout."""
    background, inside = shapes
    slide = part._element.find("{*}cSld")
    tree = slide.find("{*}spTree")
    for old in [*slide.findall("{*}bg"), *list(tree)[2:], *slide.findall("{*}extLst")]:
        old.getparent().remove(old)
    if background:
        slide.insert(0, parse(f"<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"{background}\"/>"
                              "</a:solidFill><a:effectLst/></p:bgPr></p:bg>"))  # fmt: skip
    for shape in parse(f"<p:spTree>{inside}</p:spTree>"):
        tree.append(shape)


def _replace(master: Any, styles: str) -> None:
    old, new = master.find("{*}txStyles"), parse(styles)
    old.getparent().replace(old, new)


class _Maker:
    """Writes the shapes of master and layouts for one direction."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.rtl = language.direction == "rtl"

    def master(self) -> tuple[str, str]:
        shapes = (
            rectangle(2, "Strip", self._place(Place(0, 0, STRIP, HEIGHT)), "accent1")
            + self._holder(3, "Title", 'type="title"', TITLE_PLACE, "")
            + self._holder(4, "Text", 'type="body" idx="1"', BODY_PLACE, "")
            + self._footer(5, '3') + self._number(6, '4')
        )  # fmt: skip
        return "bg1", shapes

    def layout(self, kind: str) -> tuple[str, str]:
        """Return background and shapes of a layout."""
        feet = self._footer(8, "11") + self._number(9, "12")
        if kind == "title":
            return "accent1", (
                self._holder(2, "Label", 'type="body" sz="quarter" idx="13"', COVER_LABEL,
                             self._level(LABEL, "bg1", bold=True))
                + self._holder(3, "Title", 'type="ctrTitle"', COVER_TITLE,
                               self._level(COVER_LETTERS, "bg1", bold=True))
                + self._holder(4, "Subtitle", 'type="subTitle" idx="1"', COVER_BODY,
                               self._level(BODY, "bg1")) + self._light(feet)
            )  # fmt: skip
        if kind == "secHead":
            return "accent1", (
                self._holder(2, "Label", 'type="body" sz="quarter" idx="13"', SECTION_LABEL,
                             self._level(24, "bg1", bold=True))
                + self._holder(3, "Title", 'type="title"', SECTION_TITLE,
                               self._level(COVER_LETTERS, "bg1", bold=True))
                + self._holder(4, "Text", 'type="body" idx="1"', SECTION_BODY,
                               self._level(BODY, "bg1")) + self._light(feet)
            )  # fmt: skip
        body = "" if kind == "titleOnly" else self._holder(4, "Content", 'idx="1"', None, "")
        label = self._level(LABEL, "accent1", bold=True)
        return "", (
            self._holder(2, "Label", 'type="body" sz="quarter" idx="13"', LABEL_PLACE, label)
            + self._holder(3, "Title", 'type="title"', None, "") + body + feet
        )  # fmt: skip

    def styles(self) -> str:
        """Return the text styles of the master."""
        levels = "".join(
            f'<a:lvl{n}pPr marL="{INDENT * n * EMU}" indent="-{INDENT * EMU}" {self._way} '
            f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
            f'<a:spcBef><a:spcPts val="900"/></a:spcBef>'
            f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/>'
            f'<a:buChar char="•"/>{_letters(BODY, "tx1", "mn")}</a:lvl{n}pPr>'
            for n in range(1, 6)
        )
        return (
            f'<p:txStyles><p:titleStyle><a:lvl1pPr {self._way}><a:spcBef><a:spcPct val="0"/>'
            f"</a:spcBef><a:buNone/>{_letters(TITLE, 'tx1', 'mj', bold=True)}</a:lvl1pPr>"
            f"</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
            f"<p:otherStyle><a:lvl1pPr {self._way}>"
            f"{_letters(BODY, 'tx1', 'mn')}</a:lvl1pPr></p:otherStyle></p:txStyles>"
        )

    @property
    def _way(self) -> str:
        return direction(self.language)

    def _place(self, place: Place) -> Place:
        return place.mirrored(WIDTH) if self.rtl else place

    def _level(self, size: float, colour: str, *, bold: bool = False) -> str:
        font = "mj" if size > BODY else "mn"
        return (
            f'<a:lvl1pPr marL="0" indent="0" {self._way}><a:buNone/>'
            f"{_letters(size, colour, font, bold=bold)}</a:lvl1pPr>"
        )

    def _holder(self, number: int, name: str, kind: str, place: Place | None, level: str) -> str:
        own = transform(self._place(place)) if place else ""
        geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if place else ""
        style = f"<a:lstStyle>{level}</a:lstStyle>" if level else "<a:lstStyle/>"
        anchor = ' anchor="b"' if name == "Title" and place in {COVER_TITLE} else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{own}{geometry}</p:spPr>"
            f'<p:txBody><a:bodyPr vert="horz" {_FIT}{anchor}><a:noAutofit/></a:bodyPr>{style}'
            f'<a:p><a:r><a:rPr lang="{locale(self.language)}"/><a:t>{name}</a:t></a:r></a:p>'
            "</p:txBody></p:sp>"
        )

    def _footer(self, number: int, index: str) -> str:
        return self._foot(number, "Footer", f'type="ftr" sz="quarter" idx="{index}"', _FOOTER,
                          self._way, "<a:p><a:endParaRPr/></a:p>")  # fmt: skip

    def _number(self, number: int, index: str) -> str:
        far = 'algn="l" rtl="0"' if self.rtl else 'algn="r" rtl="0"'
        field = '<a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
        field += '<a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>'
        return self._foot(
            number, "Slide number", f'type="sldNum" sz="quarter" idx="{index}"', _NUMBER, far, field
        )

    def _foot(
        self, number: int, name: str, kind: str, place: Place, way: str, paragraph: str
    ) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{transform(self._place(place))}<a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom></p:spPr><p:txBody><a:bodyPr {_FIT}/><a:lstStyle><a:lvl1pPr {way}>"
            f"{_letters(FOOT, 'tx1', 'mn')}</a:lvl1pPr></a:lstStyle>{paragraph}</p:txBody></p:sp>"
        )

    def _light(self, feet: str) -> str:
        """Return the feet of a slide on a dark ground."""
        return feet.replace('schemeClr val="tx1"', 'schemeClr val="bg1"')


def _letters(size: float, colour: str, font: str, *, bold: bool = False) -> str:
    return (
        f'<a:defRPr sz="{points(size)}" b="{int(bold)}" kern="1200"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
    )
