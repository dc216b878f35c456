"""Rules that hold pages to the glossary's words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portal.checks.rule import Hit, page_rule
from portal.findings import Place, Severity
from portal.glossary_files import words_file
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Section, Site

# Imported where they are used: English warns of no word, and who checks one English page should
# not wait for the glossary.
if TYPE_CHECKING:
    from portal.glossary import Glossary
    from portal.glossary.matching import Finder, Match

_WARNS = re.compile(r"^(?![ \t]*#).*\bforbidden\b", re.MULTILINE)


@page_rule("TRN070", "forbidden-word", Severity.WARNING)
def pages_use_no_forbidden_word(page: Page, site: Site) -> Iterator[Hit]:
    """A page uses a word that the glossary warns of.

    Such a word is of another treaty or law, or says something else than the Convention.

    Wrong, in Spanish: `residuos de mercurio`. Right: `desechos de mercurio`.

    Mend it: use the glossary's word. In a quotation, write a comment that names this rule.
    """
    if not _may_warn(site.root / words_file(page.language)):
        return
    from portal.glossary import load_glossary

    glossary = load_glossary(site.root)
    words = glossary.words.get(page.language, {})
    text = _text(page, page.lines)
    for match in _forbidden(glossary, page.language).find(text):
        place, said = _place(page, text, match), text[match.start : match.end]
        right = words[match.concept]
        where = Place(words_file(page.language), right.line)
        message = f"The glossary warns of “{' '.join(said.split())}”."
        yield Hit(place, message, f"Write “{right.term}”.", related=((where, "the glossary"),))


@page_rule("TRN071", "term-missing", Severity.NOTE)
def translations_use_the_terms(page: Page, site: Site) -> Iterator[Hit]:
    """A section of a translation has not the glossary's word for a term of the English section.

    A pronoun may stand in its place: therefore a note only. Terms are looked for where
    `required: true` stands in docs/data/glossary/concepts.yaml.

    Mend it: use the glossary's word, or add the word that you use to `allowed`, if it is right.
    """
    source = site.source(page)
    if source is None or page.language == SOURCE_LANGUAGE:
        return
    from portal.glossary import load_glossary

    glossary = load_glossary(site.root)
    words = glossary.words.get(page.language, {})
    if not words:
        return
    theirs = {section.id: section for section in source.sections}
    for section in page.sections:
        if section.id not in theirs:
            continue
        wanted = _first_uses(glossary, source, theirs[section.id])
        used = _first_uses(glossary, page, section)
        for concept, there in wanted.items():
            if concept in used or concept not in words:
                continue
            english = glossary.words[SOURCE_LANGUAGE][concept].term
            related = ((there, "the English page"),)
            message = f"English says “{english}” here; “{words[concept].term}” is missing."
            yield Hit(
                page.place(section.lines.start),
                message,
                "Use the glossary's word, or nothing if a pronoun stands for it.",
                related=related,
            )


def _may_warn(file: Path) -> bool:
    """Tell whether a file of words warns of any, unless it is not there or not to be read."""
    try:
        return _WARNS.search(file.read_text(encoding="utf-8", errors="replace")) is not None
    except FileNotFoundError:
        return False
    except OSError:
        return True  # the glossary's reader says what is wrong


def _first_uses(glossary: Glossary, page: Page, section: Section) -> dict[str, Place]:
    lines = [line if n in section.lines else "" for n, line in enumerate(page.lines, 1)]
    text = _text(page, lines)
    found: dict[str, Place] = {}
    names, required = _all(glossary, page.language)
    for match in names.find(text):
        if match.concept in required:
            found.setdefault(match.concept, _place(page, text, match))
    return found


def _text(page: Page, lines: Iterable[str]) -> str:
    """Return the prose of some lines, blanks in the place of the others, line for line."""
    from portal.translations.shown_lines import without_addresses

    return "\n".join(
        without_addresses(prose) if line and number not in page.fence_lines else ""
        for number, (line, prose) in enumerate(zip(lines, page.prose.lines, strict=True), 1)
    )


def _place(page: Page, text: str, match: Match) -> Place:
    line = text.count("\n", 0, match.start) + 1
    start = match.start - (text.rfind("\n", 0, match.start) + 1)
    length = len(text[match.start : match.end].partition("\n")[0])
    return page.place(line, start + 1, end_column=start + 1 + length)


@functools.lru_cache(maxsize=16)
def _forbidden(glossary: Glossary, code: str) -> Finder:
    from portal.glossary.matching import Finder

    words = glossary.words.get(code, {})
    names = ((name, one.id) for one in words.values() for name in one.forbidden)
    return Finder(code, names)


@functools.lru_cache(maxsize=16)
def _all(glossary: Glossary, code: str) -> tuple[Finder, frozenset[str]]:
    from portal.glossary.matching import finder

    required = {name for name, concept in glossary.concepts.items() if concept.required}
    return finder(code, glossary.words.get(code, {})), frozenset(required)
