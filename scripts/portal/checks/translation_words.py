"""Rules about the words of a translation: strength of verbs, length, English left, letters."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.checks.translation_states import source_of
from portal.findings import Edit, Place, Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site
from portal.translations.left_over import english_left, stray_letters, without_code
from portal.translations.shown_lines import ShownLine, shown_lines
from portal.translations.verb_strength import changed_strength

LENGTHS = {
    "fr": (0.85, 1.6),
    "es": (0.82, 1.6),
    "ru": (0.75, 1.55),
    "ar": (0.6, 1.35),
    "zh": (0.22, 0.62),
}
"""Characters of a section for one of English: least and most.

Measured on the translations of this portal: French 1.11 to 1.28, Spanish 1.07 to 1.26, Russian 0.98
to 1.25, Arabic 0.78 to 1.03, Chinese 0.30 to 0.46; widened by about a quarter.
"""
FEWEST_CHARACTERS = 200
"""Of an English section: shorter ones say nothing by their length."""


@page_rule("TRN040", "verb-strength", Severity.WARNING)
def verbs_keep_their_strength(page: Page, site: Site) -> Iterator[Hit]:
    """A legal sentence is stronger or weaker than its English one.

    Shall is a duty, endeavour an effort, encouraged an advice, may a choice. Sentences are compared
    line by line, where a section has as many lines as its English one.

    Wrong: `Chaque Partie peut prendre` for "Each Party shall take".

    Mend it: take the verb of the Convention's text in your language.
    """
    source = source_of(page, site)
    ours = shown_lines(page) if source else {}
    for section, english in (shown_lines(source) if source else {}).items():
        own = ours.get(section, ())
        if len(own) != len(english):
            continue
        for mine, other in zip(own, english, strict=True):
            changed = changed_strength(other.text, mine.text, page.language)
            if changed and source:
                message = f"English says {changed[0]}; the translation says {changed[1]}."
                related = ((_place(source, other), "the English sentence"),)
                yield Hit(_place(page, mine), message, "Keep the strength of the verb.",
                          related=related)  # fmt: skip


@page_rule("TRN041", "suspicious-length", Severity.WARNING)
def sections_have_a_plausible_length(page: Page, site: Site) -> Iterator[Hit]:
    """A section is much shorter or longer than its English text makes likely.

    Something may be left out, added or said twice.

    Mend it: compare the two, sentence by sentence.
    """
    source, limits = source_of(page, site), LENGTHS.get(page.language)
    if source is None or limits is None:
        return
    ours = shown_lines(page)
    starts = {s.id: s.lines.start for s in (*source.sections, *page.sections)}
    there = {s.id: s.lines.start for s in source.sections}
    for section, english in shown_lines(source).items():
        length = _length(english)
        if section not in ours or length < FEWEST_CHARACTERS:
            continue
        ratio = _length(ours[section]) / length
        if not limits[0] <= ratio <= limits[1]:
            message = (
                f"The section has {ratio:.0%} of the English length; {limits[0]:.0%} to "
                f"{limits[1]:.0%} is usual."
            )
            related = ((source.place(there[section]), "the English section"),)
            yield Hit(page.place(starts[section]), message, "Compare the two.", related=related)


def _length(lines: tuple[ShownLine, ...]) -> int:
    """Return the characters of the words; addresses and citations are blanked, not left out."""
    return sum(len(" ".join(line.text.split())) for line in lines)


@page_rule("TRN042", "english-left", Severity.WARNING)
def nothing_is_left_in_english(page: Page, site: Site) -> Iterator[Hit]:
    """A sentence of a translation is still in English.

    Titles and names of institutions may stay.

    Mend it: translate it.
    """
    source = source_of(page, site)
    for mine, other in english_left(page, source) if source else ():
        related = ((_place(source, other), "in English"),) if source else ()
        message = "This sentence is still in English."
        yield Hit(_place(page, mine), message, "Translate it.", related=related)


@page_rule("TRN043", "wrong-script", Severity.WARNING)
def letters_are_those_of_the_language(page: Page, _site: Site) -> Iterator[Hit]:
    """A word is in letters that the language is not written in, or mixes two scripts.

    A Latin `a` in a Russian word looks right, and no search finds the word. A Persian `ی` in
    Arabic reads well and sorts wrong.

    Mend it: write the word in the letters of the language; `--fix` does it for look-alikes.
    What stands in backticks is quoted from elsewhere and left alone.
    """
    if page.language == SOURCE_LANGUAGE or page.text.isascii():
        return
    for lines in shown_lines(page).values():
        for line in lines:
            for stray in stray_letters(without_code(line.text), page.language):
                place = line.place or page.place(
                    line.number, stray.start + 1, end_column=stray.start + len(stray.text) + 1
                )
                message = f"{stray.text!r} is in the wrong letters ({stray.script})."
                fix = None
                if stray.proposal and line.place is None:
                    start = page.source.offset(line.number, stray.start + 1)
                    fix = Edit(start, start + len(stray.text), stray.proposal)
                remedy = f"Write {stray.proposal}." if stray.proposal else "Write it in your own."
                yield Hit(place, message, remedy, fix=fix)


def _place(page: Page, line: ShownLine) -> Place:
    return line.place or page.place(line.number)
