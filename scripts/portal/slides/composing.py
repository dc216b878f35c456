"""A module page to a deck: sections and key blocks, one idea a slide, notes beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from portal.languages import SOURCE_LANGUAGE, Labels, load_labels
from portal.pages import Block as Fence
from portal.pages import Page, Section, Site
from portal.slides.block_slides import BlockSlides
from portal.slides.cutting import cut
from portal.slides.deck import Block, Deck, DeckSection, Line, Slide, plain, said
from portal.slides.layout import Measure
from portal.slides.markup import Markup


def compose(site: Site, key: str, language: str) -> Deck:
    """Return the slides of a module for readers of a language; raise PageError.

    A module that is not translated keeps its English words, with labels in the reader's language.
    """
    source = site.pages[SOURCE_LANGUAGE, key]
    page = site.get(language, key) or source
    labels, content = load_labels(site.root, language), site.languages.get(page.language)
    markup = Markup(page.language)
    sections = _sections(page, source, markup)
    composer = _Composer(
        site, page, source, labels, Measure(content), markup, {s.id: s for s in sections}
    )
    return Deck(
        key=key,
        labels=labels,
        content=content,
        title=plain(markup.words(page.title)),
        slides=tuple(composer.slides()),
        sections=sections,
        path=page.path,
        notices=_notices(page, labels),
    )


def _notices(page: Page, labels: Labels) -> tuple[str, ...]:
    """Say that nobody has read the page yet, and that it is in English only."""
    review, notices = page.front_matter.get("review"), []
    if isinstance(review, Mapping) and review.get("status") != "reviewed":
        kind = "page" if page.language == SOURCE_LANGUAGE else "translation"
        notices.append(labels(f"notice.draft-{kind}"))
    if page.language != labels.language.code:
        notices.append(labels("notice.fallback", language=labels.language.name))
    return tuple(notices)


def _sections(page: Page, source: Page, markup: Markup) -> tuple[DeckSection, ...]:
    minutes = source.front_matter.get("sections")
    counted = minutes if isinstance(minutes, Mapping) else {}
    found = []
    for section in page.sections[1:]:
        if section.heading is not None:
            name = section.id or f"line-{section.lines.start}"
            count = counted.get(name)
            title = plain(markup.words(section.heading.text))
            found.append(DeckSection(name, title, count if isinstance(count, int) else None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Composer:
    site: Site
    page: Page
    source: Page
    labels: Labels
    measure: Measure
    markup: Markup
    sections: Mapping[str, DeckSection]

    def slides(self) -> Iterator[Slide]:
        first, *rest = self.page.sections
        yield self._title()
        yield from self._of(first, plain(self.markup.words(self.page.title)), "")
        for number, section in enumerate(rest, 1):
            name = section.id or f"line-{section.lines.start}"
            known = self.sections.get(name)
            if known is not None:
                yield from self._section(section, known, number)
        yield from self._closing()

    def _title(self) -> Slide:
        front = self.page.front_matter
        minutes = self.source.front_matter.get("minutes")
        track = self.site.shown(
            self.labels.language.code, f"{self.page.key.partition('/')[0]}/index"
        )
        lines = [Line(self.markup.words(str(front.get("summary", ""))), opens=True)]
        return Slide(
            "title",
            plain(self.markup.words(self.page.title)),
            tuple(lines),
            label=track.title if track else "",
            minutes=minutes if isinstance(minutes, int) else None,
        )

    def _section(self, section: Section, known: DeckSection, number: int) -> Iterator[Slide]:
        slides = list(self._of(section, known.title, known.id))
        blocks = BlockSlides(self.site, self.page, self.labels, self.measure, self.markup)
        notes = tuple(
            line
            for part in _parts(self.page, section)
            if not isinstance(part, str) and part.name == "facilitator"
            for line in blocks.notes(part)
        )
        alone = len(slides) == 1 or (len(slides) == 2 and slides[0].title == known.title)
        if slides and alone:
            yield replace(slides[0], minutes=known.minutes, notes=slides[0].notes or notes)
            yield from slides[1:]
            return
        opening = _opening(slides)
        yield Slide(
            "section",
            known.title,
            opening.blocks if opening else (),
            label=self.labels(
                "slides.section",
                number=self.labels.number(number),
                total=self.labels.number(len(self.sections)),
            ),
            notes=notes,
            section=known.id,
            minutes=known.minutes,
        )
        yield from slides[1:] if opening else slides

    def _of(self, section: Section, title: str, name: str) -> Iterator[Slide]:
        """Yield the slides of a section: its prose and its blocks in their order."""
        made: list[Slide] = []
        blocks = BlockSlides(self.site, self.page, self.labels, self.measure, self.markup)
        for part in _parts(self.page, section):
            if isinstance(part, str):
                made += self._prose(part, title)
            elif part.name == "facilitator":
                notes = blocks.notes(part)
                if made:
                    made[-1] = made[-1].noted(notes)
                else:
                    made.append(Slide("text", title, notes=notes))
            else:
                made += blocks.slides(part, title)
        yield from (replace(slide, section=name) for slide in made)

    def _prose(self, text: str, title: str) -> Iterator[Slide]:
        """Yield the slides of prose: a heading inside the section begins a new idea."""
        group: list[Block] = []
        heading = title
        for piece in self.markup.pieces(text):
            if isinstance(piece, Line) and piece.style == "heading":
                if group:
                    yield from cut(Slide("text", heading), group, self.measure)
                group, heading = [], piece.text
            else:
                group.append(piece)
        if group:
            yield from cut(Slide("text", heading), group, self.measure)

    def _closing(self) -> Iterator[Slide]:
        lines = [Line(said(self.labels("footer.unofficial")), opens=True)]
        lines.append(Line(said(self.labels("footer.licence")), opens=True))
        lines += [Line(said(text), opens=True) for text in _notices(self.page, self.labels)]
        slide = Slide(
            "closing", self.labels("slides.about"), notes=tuple(self._sources()), labelled=True
        )
        yield from cut(slide, lines, replace(self.measure, language=self.labels.language))

    def _sources(self) -> Iterator[Line]:
        sources = self.source.front_matter.get("sources")
        entries = [entry for entry in sources if isinstance(entry, Mapping)] if isinstance(
            sources, list
        ) else []  # fmt: skip
        if entries:
            yield Line(said(self.labels("slides.sources")), style="heading", opens=True)
        for entry in entries:
            parts = [str(entry[name]) for name in ("title", "publisher", "year") if name in entry]
            yield Line(said(", ".join(parts)), style="item", marker="•")


def _opening(slides: Sequence[Slide]) -> Slide | None:
    """Return the first slide if it says so little that it can stand on the one that opens."""
    if not slides or slides[0].kind != "text" or slides[0].parts > 1:
        return None
    lines = [block for block in slides[0].blocks if isinstance(block, Line)]
    short = len(lines) == len(slides[0].blocks) <= 2
    return slides[0] if short and sum(len(line.text) for line in lines) <= _OPENING else None


_OPENING = 200
"""Characters that the slide of a section may say below its title."""


def _parts(page: Page, section: Section) -> Iterator[str | Fence]:
    """Yield the prose and the blocks of a section, in order."""
    start = section.lines.start + (1 if section.heading else 0)
    blocks = [b for b in page.blocks if b.depth == 0 and b.line in section.lines]
    for block in blocks:
        yield from _text(page, range(start, block.line))
        yield block
        start = (block.end or block.body.stop) + 1
    yield from _text(page, range(start, section.lines.stop))


def _text(page: Page, lines: Sequence[int]) -> Iterator[str]:
    titles = {heading.line for heading in page.headings if heading.level == 1}
    text = "\n".join(page.prose.lines[n - 1] for n in lines if n not in titles)
    if text.strip():
        yield text
