"""Rules that hold the citations of a translation to those of its English page.

The order in which provisions are compared: section by section (by heading id), and within a
section list item by list item, row by row, paragraph by paragraph, where both have as many.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from portal.checks.cited import Cited, cited
from portal.checks.rule import Hit, page_rule
from portal.checks.translation_states import section_at, weight
from portal.citations import has_grammar
from portal.convention import heading
from portal.findings import Place, Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Section, Site

Kind = Literal["missing", "extra", "number", "level", "order"]
_UNIT_START = re.compile(r"\s*(?:[-*+]\s|\d{1,3}[.)]\s|\||/{3})")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a translation and its source."""

    kind: Kind
    ours: str | None
    """Id in the translation."""
    theirs: str | None
    """Id in the English page."""
    here: Place
    there: Place


@functools.lru_cache(maxsize=512)
def differences(page: Page, source: Page) -> tuple[Difference, ...]:
    """Compare the citations of a translation with its source, section by section."""
    if not has_grammar(page.language):
        return ()
    ours, theirs = {s.id: s for s in page.sections}, {s.id: s for s in source.sections}
    found = [
        difference
        for name in theirs
        if name in ours
        for difference in _compare_sections(page, ours[name], source, theirs[name])
    ]
    return tuple(found)


def _compare_sections(
    page: Page, ours: Section, source: Page, theirs: Section
) -> Iterator[Difference]:
    own, other = _units(page, ours), _units(source, theirs)
    if len(own) != len(other):
        own, other = [_whole(page, ours)], [_whole(source, theirs)]
    for (here, here_cited), (there, there_cited) in zip(own, other, strict=True):
        yield from compare(here_cited, there_cited, here=here, there=there)


def _whole(page: Page, section: Section) -> tuple[Place, list[Cited]]:
    start = section.lines.start if section.id != "page" else 1
    found = [item for item in cited(page) if start <= item.line < section.lines.stop]
    return page.place(section.lines.start), found


def _units(page: Page, section: Section) -> list[tuple[Place, list[Cited]]]:
    """Return list items, rows and paragraphs of a section, each with what it cites."""
    starts: list[int] = [1] if section.id == "page" else []
    before_is_blank = True
    for number in section.lines:
        line = page.prose.lines[number - 1]
        if line.strip() and (before_is_blank or _UNIT_START.match(line)):
            starts.append(number)
        before_is_blank = not line.strip()
    named = list(cited(page))
    ends = [*starts[1:], section.lines.stop]
    return [
        (page.place(start), [item for item in named if start <= item.line < end])
        for start, end in zip(starts, ends, strict=True)
    ]


def compare(
    ours: Sequence[Cited], theirs: Sequence[Cited], *, here: Place, there: Place
) -> Iterator[Difference]:
    """Tell two lists of citations apart: each difference once, a changed number as one."""
    own, other = _ids(ours), _ids(theirs)
    if own == other:
        return
    extra = list((Counter(own) - Counter(other)).elements())
    missing = list((Counter(other) - Counter(own)).elements())
    if not extra and not missing:
        yield Difference("order", own[0], other[0], _place(ours, own[0]), _place(theirs, other[0]))
    for kind in ("level", "number"):
        for mine in list(extra):
            match = next((name for name in missing if _differs_in(kind, mine, name)), None)
            if match is not None:
                extra.remove(mine)
                missing.remove(match)
                yield Difference(kind, mine, match, _place(ours, mine), _place(theirs, match))
    for name in missing:
        yield Difference("missing", None, name, here, _place(theirs, name))
    for name in extra:
        yield Difference("extra", name, None, _place(ours, name), there)


def _differs_in(kind: str, ours: str, theirs: str) -> bool:
    """Tell whether two ids are one inside the other (level), or alike but for numbers (number)."""
    if kind == "level":
        return ours.startswith(f"{theirs}__") or theirs.startswith(f"{ours}__")
    return _shape(ours) == _shape(theirs)


def _shape(provision: str) -> list[str]:
    return [step.partition("_")[0] for step in provision.split("__")]


def _ids(found: Sequence[Cited]) -> list[str]:
    return [item.target.id for item in found if item.target.id is not None]


def _place(found: Sequence[Cited], provision: str) -> Place:
    return next(item.place for item in found if item.target.id == provision)


def _hits(page: Page, site: Site, kind: Kind) -> Iterator[Hit]:
    source = site.source(page)
    if source is None or page.language == SOURCE_LANGUAGE:
        return
    for found in differences(page, source):
        if found.kind == kind:
            message, help_text = _words(found)
            related = ((found.there, "the English page"),)
            section = section_at(page, found.here.line)
            # A warning, unless the rule is lighter still, while English has moved on.
            severity = weight(page, site, section) if kind != "order" else None
            yield Hit(found.here, message, help_text, related=related, severity=severity)


def _words(found: Difference) -> tuple[str, str]:
    ours = heading(found.ours) if found.ours else ""
    theirs = heading(found.theirs) if found.theirs else ""
    if found.kind == "missing":
        return f"English cites {theirs} here; the translation does not.", "Cite it here, too."
    if found.kind == "extra":
        return f"The translation cites {ours} here; English does not.", "Take it out."
    if found.kind == "order":
        return (
            "The same provisions are cited in another order.",
            "Nothing, if the language asks it.",
        )
    return f"The translation cites {ours}; English cites {theirs}.", f"Cite {theirs}."


@page_rule("REF030", "citation-missing")
def translations_cite_all(page: Page, site: Site) -> Iterator[Hit]:
    """A translation leaves out a provision that its English page cites in the same place.

    Mend it: cite the provision in the same section, list item or table row.
    """
    yield from _hits(page, site, "missing")


@page_rule("REF031", "citation-extra")
def translations_cite_nothing_more(page: Page, site: Site) -> Iterator[Hit]:
    """A translation cites a provision that its English page does not cite in the same place.

    Mend it: take it out, or add it to the English page first.
    """
    yield from _hits(page, site, "extra")


@page_rule("REF032", "citation-other-number")
def translations_cite_the_same_numbers(page: Page, site: Site) -> Iterator[Hit]:
    """A translation cites a provision with another number or letter than its English page.

    Wrong: `paragraphe 4 de l'article 7` for `Article 7, paragraph 3`.

    Mend it: correct the number; the message names both places.
    """
    yield from _hits(page, site, "number")


@page_rule("REF033", "citation-other-level")
def translations_cite_the_same_level(page: Page, site: Site) -> Iterator[Hit]:
    """A translation cites a whole provision for a part of it, or a part for the whole.

    Wrong: `article 7` for `Article 7, paragraph 3`.

    Mend it: cite what English cites.
    """
    yield from _hits(page, site, "level")


@page_rule("REF034", "citation-other-order", Severity.NOTE)
def translations_keep_the_order(page: Page, site: Site) -> Iterator[Hit]:
    """A translation cites the same provisions in another order; often its grammar wants it so."""
    yield from _hits(page, site, "order")
