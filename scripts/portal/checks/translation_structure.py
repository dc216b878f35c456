"""Rules that hold blocks, links, images, footnotes and tables of a translation to English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.checks.rule import Hit, page_rule
from portal.checks.translation_states import confirmed_weight, section_at, source_of
from portal.findings import Edit, Place
from portal.pages import Block, Link, Page, Section, Site

_SHARED_OPTIONS = ("objective", "kind", "minutes", "name")
"""Options that are facts, the same in every language."""
_FOOTNOTE = re.compile(r"\[\^([^\]\n]+)\](:?)")
_RULE_ROW = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LANGUAGE_PART = re.compile(r"(?<=[/.=])(?:en|fr|es|ru|ar|zh|english|french|spanish)(?=[/.&-]|$)")


def _pairs(page: Page, source: Page) -> Iterator[tuple[Section, Section]]:
    ours = {section.id: section for section in page.sections if section.id}
    for section in source.sections:
        if section.id in ours:
            yield ours[section.id], section


@page_rule("TRN020", "blocks-differ")
def blocks_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """The blocks of a section are not those of the English page, or their facts differ.

    Order, kind and the options `objective`, `kind`, `minutes` and `name` are the same in every
    language: answers are kept by them, agendas are made of them.

    Wrong: `minutes: 10` where English has `minutes: 5`; a question left out.

    Mend it: take the blocks of the English page; `--fix` copies the options.
    """
    source = source_of(page, site)
    for ours, theirs in _pairs(page, source) if source else ():
        own, english = _blocks(page, ours), _blocks(source, theirs) if source else []
        for mine, other in zip(own, english, strict=False):
            if (mine.name, mine.depth) != (other.name, other.depth):
                message = f"In English a block `{other.name}` stands here, not `{mine.name}`."
                yield _hit(page, site, source, ours.id, mine.line, other.line, message,
                           "Keep the blocks and their order.")  # fmt: skip
                break
            yield from _options(page, site, source, ours.id, mine, other)
        else:
            yield from _count(page, site, source, ours, theirs, own, english)


def _blocks(page: Page, section: Section) -> list[Block]:
    return [block for block in page.blocks if block.line in section.lines]


def _count(
    page: Page,
    site: Site,
    source: Page | None,
    ours: Section,
    theirs: Section,
    own: Sequence[Block],
    english: Sequence[Block],
) -> Iterator[Hit]:
    if len(own) < len(english):
        block = english[len(own)]
        message = f"The English block `{block.name}` is missing in this section."
        yield _hit(page, site, source, ours.id, ours.lines.start, block.line, message, "Add it.")
    elif len(own) > len(english):
        block = own[len(english)]
        message = f"English has no block `{block.name}` here."
        yield _hit(page, site, source, ours.id, block.line, theirs.lines.start, message,
                   "Remove it, or add it to the English page first.")  # fmt: skip


def _options(
    page: Page, site: Site, source: Page | None, section: str | None, mine: Block, other: Block
) -> Iterator[Hit]:
    for name in _SHARED_OPTIONS:
        ours, theirs = mine.options.data.get(name), other.options.data.get(name)
        if ours == theirs or mine.fault or other.fault:
            continue
        span = mine.options.values.get((name,))
        line = span.line if span else mine.line
        message = f"`{name}` of this block is {_said(ours)}; in English it is {_said(theirs)}."
        yield _hit(page, site, source, section, line, other.line, message,
                   f"Write what English has: {_said(theirs)}.",
                   fix=_option_edit(page, mine, name, theirs))  # fmt: skip


def _said(value: object) -> str:
    return "not given" if value is None else f"`{value}`"


def _option_edit(page: Page, block: Block, name: str, value: object) -> Edit | None:
    """Return the change of a plain value on its own line; nothing else is certain."""
    span = block.options.values.get((name,))
    if span is None or not isinstance(value, str | int) or isinstance(value, bool):
        return None
    start = page.source.offset(span.line, span.column)
    end = page.source.offset(span.line, span.end_column)
    plain = isinstance(block.options.data[name], str | int) and re.fullmatch(r"[\w-]+", str(value))
    return Edit(start, end, str(value)) if plain else None


@page_rule("TRN021", "links-differ")
def links_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A section links to something else than its English one.

    The part of an outside address that names a language may differ (`/en/` and `/fr/`).

    Mend it: keep the links of the English section; `--fix` puts a single wrong target right.
    """
    yield from _targets(page, site, "link", "links to")


@page_rule("TRN022", "images-differ")
def images_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A section shows other images than its English one.

    Mend it: show the same images in the same order, with an alternative text of your own.
    """
    yield from _targets(page, site, "image", "shows")


def _targets(page: Page, site: Site, kind: str, verb: str) -> Iterator[Hit]:
    source = source_of(page, site)
    for ours, theirs in _pairs(page, source) if source else ():
        own, english = _links(page, ours, kind), _links(source, theirs, kind) if source else []
        extra = _without([_same(link) for link in own], [_same(link) for link in english])
        missing = _without([_same(link) for link in english], [_same(link) for link in own])
        strange = [link for link in own if _same(link) in extra]
        lacking = [link for link in english if _same(link) in missing]
        if len(lacking) > 1 and not strange:
            # One new list in English is one finding, not ten.
            targets = ", ".join(link.target for link in lacking)
            message = f"English {verb} {targets} here; the translation does not."
            yield _hit(page, site, source, ours.id, ours.lines.start, lacking[0].line, message,
                       f"Keep the {kind}s of the English section.")  # fmt: skip
            continue
        fixable = len(strange) == len(lacking) == 1 and len(own) == len(english)
        for number in range(max(len(strange), len(lacking))):
            mine = strange[number] if number < len(strange) else None
            other = lacking[number] if number < len(lacking) else None
            wanted = f"English {verb} {other.target} here" if other else "English does not"
            got = f"The translation {verb} {mine.target}" if mine else "the translation does not"
            message = f"{got}; {_lower(wanted)}." if mine else f"{wanted}; {got}."
            yield _hit(page, site, source, ours.id, mine.line if mine else ours.lines.start,
                       other.line if other else theirs.lines.start, message,
                       f"Keep the {kind}s of the English section.",
                       fix=_target_edit(page, mine, other) if fixable else None)  # fmt: skip


def _lower(text: str) -> str:
    return text if text.startswith("English") else text[:1].lower() + text[1:]


def _links(page: Page, section: Section, kind: str) -> list[Link]:
    return [link for link in page.links if link.kind == kind and link.line in section.lines]


def _same(link: Link) -> str:
    """Return the target in a form that is the same for the pages of an outside site."""
    return _LANGUAGE_PART.sub("*", link.target.lower()) if "://" in link.target else link.target


def _without(items: Sequence[str], others: Sequence[str]) -> set[str]:
    return set(Counter(items) - Counter(others))


def _target_edit(page: Page, mine: Link | None, other: Link | None) -> Edit | None:
    if mine is None or other is None:
        return None
    start = page.source.offset(mine.line, mine.column)
    end = page.source.offset(mine.end_line, mine.end_column)
    written = page.text[start:end]
    if written.count(f"({mine.target}") != 1 or re.search(r"[\s()<>]", other.target):
        return None
    place = start + written.index(f"({mine.target}") + 1
    return Edit(place, place + len(mine.target), other.target)


@page_rule("TRN023", "footnotes-differ")
def footnotes_are_those_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A section has not the footnotes of its English one.

    Mend it: set the same marks (`[^1]`) in the section, and translate the notes.
    """
    source = source_of(page, site)
    for ours, theirs in _pairs(page, source) if source else ():
        own, english = _footnotes(page, ours), _footnotes(source, theirs) if source else Counter()
        for mark in sorted((own - english) + (english - own)):
            missing = own[mark] < english[mark]
            message = (
                f"English has the footnote {mark} here; the translation has not."
                if missing
                else f"The translation has the footnote {mark} here; English has not."
            )
            yield _hit(page, site, source, ours.id, ours.lines.start, theirs.lines.start, message,
                       "Keep the footnotes of the English section.")  # fmt: skip


def _footnotes(page: Page, section: Section) -> Counter[str]:
    lines = (page.prose.lines[number - 1] for number in section.lines)
    return Counter(f"[^{m[1]}]{m[2]}" for line in lines for m in _FOOTNOTE.finditer(line))


@dataclass(frozen=True, slots=True)
class _Table:
    line: int
    columns: int
    rows: int


@page_rule("TRN024", "tables-differ")
def tables_have_the_shape_of_the_source(page: Page, site: Site) -> Iterator[Hit]:
    """A table has another number of rows or columns than in English, or is not there.

    Mend it: keep rows and columns; an empty cell stays as a cell.
    """
    source = source_of(page, site)
    for ours, theirs in _pairs(page, source) if source else ():
        own, english = _tables(page, ours), _tables(source, theirs) if source else []
        if len(own) != len(english):
            message = f"The section has {len(own)} tables; in English it has {len(english)}."
            yield _hit(page, site, source, ours.id, ours.lines.start, theirs.lines.start, message,
                       "Keep the tables of the English section.")  # fmt: skip
            continue
        for mine, other in zip(own, english, strict=True):
            if (mine.columns, mine.rows) != (other.columns, other.rows):
                message = (
                    f"The table has {mine.rows} rows and {mine.columns} columns; in English it "
                    f"has {other.rows} and {other.columns}."
                )
                yield _hit(page, site, source, ours.id, mine.line, other.line, message,
                           "Keep rows and columns.")  # fmt: skip


def _tables(page: Page, section: Section) -> list[_Table]:
    lines = page.prose.lines
    found = []
    for number in section.lines:
        text = lines[number - 1]
        if "|" not in text or not _RULE_ROW.match(text) or number in page.fence_lines:
            continue
        last = number
        while last < len(lines) and "|" in lines[last] and last + 1 in section.lines:
            last += 1
        columns = len([part for part in text.strip().strip("|").split("|") if part.strip()])
        found.append(_Table(number, columns, last - number))
    return found


def _hit(
    page: Page,
    site: Site,
    source: Page | None,
    section: str | None,
    line: int,
    there: int,
    message: str,
    remedy: str,
    *,
    fix: Edit | None = None,
) -> Hit:
    related: tuple[tuple[Place, str], ...] = ()
    if source is not None:
        related = ((source.place(there), "in English"),)
    heavy = confirmed_weight(page, site, section or section_at(page, line))
    return Hit(page.place(line), message, remedy, related=related, fix=fix, severity=heavy)
