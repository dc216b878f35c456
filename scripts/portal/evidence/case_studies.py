"""The case studies: facts of the English pages, words of the language asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.checks.kinds import is_case_key
from portal.evidence.places import regions_of
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site

TOPICS = ("a", "b", "c")
SECTORS = ("asgm", "gender", "trade", "products", "waste", "processes", "sites", "emissions")
NAMED_KINDS = (
    "national-report", "gef", "global-mercury-partnership", "basel-centre", "stockholm-centre",
    "icmgp", "indigenous-organization", "international-organization",
)  # fmt: skip
"""Kinds of source that decision MC-5/12, paragraph 1, names, in its order."""
OTHER_KINDS = ("journal", "ngo", "press", "company", "authority")


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """One case as a reader of a language sees it."""

    key: str
    title: str
    summary: str
    technology: str
    shows: str
    """What the case shows: the sentences of that section, joined."""
    language: str
    """The language of the words above: English where the case is not translated."""
    facts: Mapping[str, Any]
    """Front matter of the English page."""
    figure_words: Mapping[str, str]
    """Id of each figure to what it stands for."""

    @property
    def topic(self) -> str:
        """`a`, `b` or `c` of decision MC-5/12, paragraph 1."""
        return str(self.facts.get("topic", ""))

    @property
    def sector(self) -> str:
        """One of SECTORS."""
        return str(self.facts.get("sector", ""))

    @property
    def source_kind(self) -> str:
        """One of NAMED_KINDS or OTHER_KINDS."""
        return str(self.facts.get("source_kind", ""))

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of countries and regions."""
        return tuple(map(str, self.facts.get("places") or ()))

    @property
    def regions(self) -> tuple[str, ...]:
        """Subregions (UN M49) that the places lie in, each once; none for the whole world."""
        found = (region for place in self.places for region in regions_of(place))
        return tuple(dict.fromkeys(found))

    @property
    def figures(self) -> Mapping[str, Mapping[str, Any]]:
        """The figures by id."""
        figures = self.facts.get("figures")
        return figures if isinstance(figures, Mapping) else {}


def read_cases(site: Site, code: str) -> tuple[CaseStudy, ...]:
    """Return all cases by key; a page that cannot be read is left out (`check` names it)."""
    keys = [key for key in site.keys(SOURCE_LANGUAGE) if is_case_key(key)]
    return tuple(case for key in keys if (case := read_case(site, key, code)) is not None)


def read_case(site: Site, key: str, code: str) -> CaseStudy | None:
    """Return one case, None where there is none or it cannot be read."""
    source, shown = site.readable(SOURCE_LANGUAGE, key), site.shown(code, key)
    if source is None or shown is None:
        return None
    facts = source.front_matter
    words = {str(name): str(figure.get("what", "")) for name, figure in _figures(facts)}
    own = shown.front_matter.get("figures")
    if shown is not source and isinstance(own, Mapping):
        words |= {str(name): text for name, text in own.items() if isinstance(text, str)}
    return CaseStudy(
        key=key,
        title=shown.title,
        summary=str(shown.front_matter.get("summary", "")),
        technology=str(shown.front_matter.get("technology") or facts.get("technology", "")),
        shows=_section(shown, "what-it-shows"),
        language=shown.language,
        facts=facts,
        figure_words=words,
    )


def _figures(facts: Mapping[str, Any]) -> list[tuple[Any, Mapping[str, Any]]]:
    figures = facts.get("figures")
    if not isinstance(figures, Mapping):
        return []
    return [(name, figure) for name, figure in figures.items() if isinstance(figure, Mapping)]


def _section(page: Page, name: str) -> str:
    for section in page.sections:
        if section.id == name:
            lines = page.lines[section.lines.start : section.lines.stop - 1]
            return " ".join(line.strip() for line in lines if line.strip())
    return ""
