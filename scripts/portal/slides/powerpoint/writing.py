"""A deck to the bytes of a PowerPoint file: the same bytes for the same deck and date."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from portal.figures.wrapping import line_count
from portal.languages import Language
from portal.rendering.figures import figure_for
from portal.slides.deck import Block, Deck, Line, Picture, Slide, Table, said
from portal.slides.layout import GAP, MARGIN, PANEL, PANELS, TITLE, WIDTH, Measure, numbered
from portal.slides.pictures import TOP, detail_svg, map_svg, setting
from portal.slides.powerpoint.colours import INK, LINK, TRACKS
from portal.slides.powerpoint.drawing_xml import EMU, Place, direction, escaped, parse, rectangle
from portal.slides.powerpoint.master import COVER_LETTERS, LAYOUTS, empty_presentation
from portal.slides.powerpoint.package import dated
from portal.slides.powerpoint.paragraphs import add, fill, fill_plain, shown
from portal.slides.powerpoint.shapes import add_picture, add_table
from portal.slides.raster import png_of

_LAYOUT = {"title": "title", "section": "secHead", "figure": "titleOnly"}
COVER_BOTTOM = 330
"""Where the title of a slide on a dark ground ends."""


def write_powerpoint(deck: Deck, root: Path, *, date: datetime) -> bytes:
    """Return the file; `date` stands in it as that of its making, in UTC. Raises PortalError."""
    made = empty_presentation(deck.language, deck.track)
    writer = _Writer(deck, root, made)
    for slide in deck.slides:
        writer.add(slide)
    properties = made.core_properties
    properties.title, properties.subject = deck.title, deck.labels("slides.title")
    properties.author = properties.last_modified_by = deck.labels("site.name")
    properties.language, properties.revision = deck.content.code, 1
    properties.comments = deck.labels("footer.licence")
    properties.created = properties.modified = date.replace(tzinfo=None)
    stream = io.BytesIO()
    made.save(stream)
    return dated(stream.getvalue(), date)


class _Writer:
    """Adds slides to a presentation."""

    def __init__(self, deck: Deck, root: Path, made: Any) -> None:
        self.deck, self.root, self.made = deck, root, made
        self.layouts = dict(zip(LAYOUTS, made.slide_layouts, strict=True))
        self.rtl = deck.language.direction == "rtl"

    def add(self, slide: Slide) -> None:
        """Add one slide."""
        language = self.deck.spoken(slide)
        kind = _LAYOUT.get(slide.kind, "obj")
        if kind == "obj" and not any(isinstance(block, Line) for block in slide.blocks):
            kind = "titleOnly"
        made = self.made.slides.add_slide(self.layouts[kind])
        self._title(made, slide, language)
        self._label(made, slide)
        if kind in {"title", "secHead"}:
            self._cover(made, slide, language)
        elif slide.kind == "figure":
            self._figure(made, slide)
        else:
            self._body(made, slide, language)
        self._feet(made)
        if slide.notes:
            notes = made.notes_slide.notes_text_frame._txBody
            fill(notes, _for_notes(slide.notes), self.deck.content)
            for run in notes.iter("{*}rPr"):
                run.attrib.pop("sz", None)

    def _title(self, made: Any, slide: Slide, language: Language) -> None:
        measure = Measure(language)
        cover = slide.kind in {"title", "section"}
        size = None if cover or measure.title_size(slide) == TITLE else measure.title_size(slide)
        text = shown(numbered(slide), language)
        fill_plain(made.shapes.title._element.txBody, text, language, size=size)
        if not cover:
            height = max(measure.title_height(slide), 58)
            self._put(made.shapes.title, Place(MARGIN, 74, WIDTH - 2 * MARGIN, height))
            return
        lines = line_count(text, WIDTH - 2 * MARGIN, COVER_LETTERS, bold=True)
        height = lines * COVER_LETTERS * measure.leading
        top = COVER_BOTTOM - height
        self._put(made.shapes.title, Place(MARGIN, top, WIDTH - 2 * MARGIN, height))
        for holder in made.placeholders:
            if holder.placeholder_format.idx == 13:
                self._put(holder, Place(MARGIN, top - 44, WIDTH - 2 * MARGIN, 36))
            elif holder.placeholder_format.idx == 1:
                self._put(holder, Place(MARGIN, COVER_BOTTOM + 16, WIDTH - 2 * MARGIN, 280))

    def _label(self, made: Any, slide: Slide) -> None:
        holder = next(s for s in made.placeholders if s.placeholder_format.idx == 13)
        parts = [slide.label] if slide.label else []
        if slide.minutes and slide.kind != "title":
            parts.append(self.deck.labels("minutes", slide.minutes))
        if not parts:
            holder._element.getparent().remove(holder._element)
            return
        fill_plain(holder._element.txBody, " · ".join(parts), self.deck.language)
        tree = holder._element.getparent()
        tree.remove(holder._element)
        tree.insert(2, holder._element)

    def _cover(self, made: Any, slide: Slide, language: Language) -> None:
        holder = next(s for s in made.placeholders if s.placeholder_format.idx == 1)
        lines = [block for block in slide.blocks if isinstance(block, Line)]
        body = holder._element.txBody
        if not lines and slide.kind == "section":
            holder._element.getparent().remove(holder._element)
            return
        fill(body, lines, language, colour="bg1")
        if slide.kind == "title":
            facts = [self.deck.labels("minutes", slide.minutes)] if slide.minutes else []
            own = [Line(said(text), style="heading", opens=True) for text in facts]
            own += [Line(said(text), style="small", opens=True) for text in self.deck.notices]
            add(body, own, self.deck.language, colour="bg1")

    def _body(self, made: Any, slide: Slide, language: Language) -> None:
        """Put lines into the placeholder and tables where they follow, from top to bottom."""
        measure = Measure(language)
        width, top = measure.width(slide), measure.body_top(slide)
        inset = PANEL if slide.kind in PANELS else 0
        blocks = _runs_of(slide.blocks)
        holders = [s for s in made.placeholders if s.placeholder_format.idx == 1]
        last = len(blocks) - 1
        for number, block in enumerate(blocks):
            if isinstance(block, Table):
                high = sum(measure.rows(block, width + 2 * inset))
                place = Place(MARGIN, top, width + 2 * inset, high)
                add_table(made, block, place, language, title=numbered(slide))
                top += high + GAP
                continue
            high = sum(measure.height(line, width, large=slide.large) for line in block) + 2 * inset
            place = Place(MARGIN, top, width + 2 * inset, high if inset or number < last else
                          640 - top)  # fmt: skip
            holder = holders.pop(0) if holders else made.shapes.add_textbox(0, 0, 0, 0)
            self._put(holder, place)
            body = holder._element.txBody
            fill(body, block, language, large=slide.large)
            if inset:
                self._panel(made, slide, holder, place)
            top += high + GAP

    def _panel(self, made: Any, slide: Slide, holder: Any, place: Place) -> None:
        """Give a provision, a case or an answer its ground and its bar."""
        properties = holder._element.spPr
        properties.append(parse('<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>'))
        body = holder._element.txBody.find("{*}bodyPr")
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, str(PANEL * EMU))
        bar = Place(place.left, place.top, 6, place.height)
        if self.deck.content.direction == "rtl":
            bar = bar.mirrored(WIDTH)
        colour = "accent5" if slide.kind == "answer" else "accent1"
        number = 900 + len(made.shapes)
        holder._element.addnext(parse(rectangle(number, "Bar", bar, colour)))

    def _figure(self, made: Any, slide: Slide) -> None:
        picture = next(block for block in slide.blocks if isinstance(block, Picture))
        figure = figure_for(self.root, picture.name, self.deck.content.code)
        if figure is None:
            return
        sizes, left = setting(picture), float(MARGIN)
        colour = f"#{TRACKS.get(self.deck.track, LINK)}"
        if sizes.map is None:
            left = (WIDTH - sizes.detail.width) / 2
        drawings = [(detail_svg(figure, picture), sizes.detail, picture.alt)]
        if sizes.map is not None:
            drawings.insert(0, (map_svg(figure, picture, colour=colour), sizes.map, ""))
        for svg, frame, alt in drawings:
            place = self._side(Place(left, TOP, frame.width, frame.height))
            png = png_of(svg, width=frame.width, language=self.deck.content.code, ink=f"#{INK}")
            add_picture(made, png, place, alt=alt)
            left += frame.width + 40

    def _feet(self, made: Any) -> None:
        """Put the module's title and the number of the slide under it."""
        name = shown(self.deck.title, self.deck.content)
        way = direction(self.deck.language).split(" ")[0]
        rtl = direction(self.deck.content).split(" ")[1]
        foot = (("Footer", "ftr", 11, f"<a:r><a:rPr lang=\"{self.deck.content.code}\"/>"
                 f"<a:t>{escaped(name)}</a:t></a:r>", f"<a:pPr {way} {rtl}/>"),
                ("Slide number", "sldNum", 12, '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}"'
                 ' type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>', ""))  # fmt: skip
        tree = made.shapes._spTree
        for number, (title, kind, index, inside, style) in enumerate(foot):
            tree.append(parse(
                f'<p:sp><p:nvSpPr><p:cNvPr id="{990 + number}" name="{title}"/><p:cNvSpPr>'
                f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
                f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
                f"<a:p>{style}{inside}</a:p></p:txBody></p:sp>"
            ))  # fmt: skip

    def _side(self, place: Place) -> Place:
        return place.mirrored(WIDTH) if self.rtl else place

    def _put(self, shape: Any, place: Place) -> None:
        shape.left, shape.top = round(place.left * EMU), round(place.top * EMU)
        shape.width, shape.height = round(place.width * EMU), round(place.height * EMU)


def _runs_of(blocks: tuple[Block, ...]) -> list[list[Line] | Table]:
    """Return lines that stand together as lists, and the tables between them."""
    found: list[list[Line] | Table] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, Line):
            if not found or isinstance(found[-1], Table):
                found.append([])
            lines = found[-1]
            assert isinstance(lines, list)  # noqa: S101 - made above
            lines.append(block)
    return found


def _for_notes(lines: tuple[Line, ...]) -> list[Line]:
    """Return notes with their markers written out: a notes page has room for plain text only."""
    return [
        Line((*said(f"{line.marker} " if line.marker.strip() else ""), *line.words),
             style=line.style if line.style == "heading" else "plain", opens=line.opens)
        for line in lines
    ]  # fmt: skip
