"""The rule that a page can be read by a tired person on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.findings import Severity
from portal.pages import Page, Site


@page_rule("MOD050", "hard-to-read", Severity.NOTE)
def pages_are_plain(page: Page, _site: Site) -> Iterator[Hit]:
    """The sentences and words of a page are long: it is hard to read.

    The figure is LIX: mean words per sentence, plus the percentage of words of more than six
    letters. It is noted from 50 in English, 57 in French and 60 in Spanish, where the same text has
    a higher figure; the English text of the Convention has 62. `portal coverage` shows the figures.

    Mend it: cut the longest sentences in two, and take the shorter word where it says the same.
    """
    from portal.readability import HARD, is_hard, read

    if page.language not in HARD:
        return
    found = read(page)
    if is_hard(found, page.language):
        line, words = found.longest
        message = (
            f"Hard to read: LIX {found.lix:.0f} (hard from {HARD[page.language]:.0f}), "
            f"{found.words_per_sentence:.0f} words per sentence."
        )
        remedy = f"Cut long sentences in two; the longest, {words} words, is in line {line}."
        yield Hit(page.place(page.title_line), message, remedy)
