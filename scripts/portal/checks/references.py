"""Rules on references to the Convention: they exist, and it is clear which one is meant."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.cited import Cited, citations_of, cited, place_of
from portal.checks.rule import Hit, page_rule
from portal.convention import describe_children, heading, load_treaty
from portal.findings import Edit, Severity
from portal.pages import Page, Site

_MISSING_LEVELS = {
    "art": "REF001",
    "para": "REF002",
    "subpara": "REF003",
    "item": "REF003",
    "annex": "REF004",
    "part": "REF004",
    "row": "REF004",
    "rec": "REF004",
    "dec": "REF005",
}


def _missing(page: Page, code: str) -> Iterator[Hit]:
    """Yield the citations of which the first unit that is not there is of this code's level."""
    treaty = load_treaty()
    for found in cited(page):
        provision = found.target.id
        if found.target.status != "unknown" or provision is None:
            continue
        there = provision
        while not treaty.exists(there) and "__" in there:
            there = there.rpartition("__")[0]
        first_gone = provision.removeprefix(there).strip("_").partition("__")[0] or there
        level = first_gone.partition("_")[0]
        if there.startswith("dec_") or (provision.startswith("dec_")):
            level = "dec"
        if _MISSING_LEVELS.get(level) == code:
            yield _not_there(found, provision, there if treaty.exists(there) else None)


def _name(provision: str) -> str:
    try:
        return heading(provision)
    except ValueError:  # a number that no id can have
        return provision


def _not_there(found: Cited, provision: str, there: str | None) -> Hit:
    if there is None:
        said = "The Convention has Articles 1 to 35 and Annexes A to E"
    else:
        said = describe_children(there)
    message = f"{_name(provision)} does not exist: {said}."
    return Hit(found.place, message, "Correct the number, or name the other law that is meant.")


@page_rule("REF001", "article-not-there")
def articles_exist(page: Page, _site: Site) -> Iterator[Hit]:
    """An article is cited that the Convention does not have.

    Wrong: `Article 36`. Right: an article from 1 to 35.

    Mend it: correct the number. If another treaty or law is meant, name it in the same sentence.
    """
    yield from _missing(page, "REF001")


@page_rule("REF002", "paragraph-not-there")
def paragraphs_exist(page: Page, _site: Site) -> Iterator[Hit]:
    """A paragraph is cited that its article or annex does not have.

    Wrong: `Article 7, paragraph 9`. Right: `Article 7, paragraph 3`.

    Mend it: look the paragraph up; the message says which there are.
    """
    yield from _missing(page, "REF002")


@page_rule("REF003", "letter-not-there")
def letters_exist(page: Page, _site: Site) -> Iterator[Hit]:
    """A subparagraph or an item is cited that its paragraph does not have.

    Wrong: `Article 7, paragraph 3 (d)`. Right: `Article 7, paragraph 3 (c)`.

    Mend it: look the letter up; the message says which there are.
    """
    yield from _missing(page, "REF003")


@page_rule("REF004", "annex-not-there")
def annexes_exist(page: Page, _site: Site) -> Iterator[Hit]:
    """An annex, or a part of one, is cited that does not exist.

    Wrong: `Annex F`; `Annex C, Part II`. Right: Annexes A to E, of which A, B and E have parts.

    Mend it: correct the letter or the part.
    """
    yield from _missing(page, "REF004")


@page_rule("REF005", "decision-paragraph-not-there")
def decision_paragraphs_exist(page: Page, _site: Site) -> Iterator[Hit]:
    """A paragraph is cited that a decision, whose text is known, does not have.

    Wrong: `decision MC-5/12, paragraph 12`. Right: `decision MC-5/12, paragraph 3`.

    Mend it: correct the number.
    """
    yield from _missing(page, "REF005")


@page_rule("REF006", "decision-not-recorded", Severity.NOTE)
def decisions_are_recorded(page: Page, _site: Site) -> Iterator[Hit]:
    """A decision is cited whose number the data do not hold; it may well exist.

    Mend it: check the number, and add the decision to scripts/portal/convention/treaty.yaml.
    """
    treaty = load_treaty()
    for found in cited(page):
        provision = found.target.id
        if provision is not None and treaty.status(provision) == "unknown-decision":
            message = f"{found.text}: no such decision is recorded."
            yield Hit(found.place, message, "Check the number, then add it to the treaty's data.")


@page_rule("REF010", "range-reversed")
def ranges_ascend(page: Page, _site: Site) -> Iterator[Hit]:
    """A range of provisions ends before it begins.

    Wrong: `paragraphs 5 to 3 of Article 8`. Right: `paragraphs 3 to 5 of Article 8`.

    Mend it: look up what was meant; it is not always the same two numbers.
    """
    for start, end, _ in _problems(page, "range-reversed"):
        yield Hit(place_of(page, start, end), "The range ends before it begins.", "Correct it.")


@page_rule("REF011", "relative-without-context", Severity.NOTE)
def relative_references_have_a_context(page: Page, _site: Site) -> Iterator[Hit]:
    """A reference such as "paragraph 3" stands where no article is in sight, so it is not checked.

    Mend it: name the article, or put a heading that names it above the text.
    """
    for citation, place, text in citations_of(page):
        if any(target.status == "relative" for target in citation.targets):
            message = f"“{text}”: it is not said of which article."
            yield Hit(place, message, "Name the article in the same sentence.")


@page_rule("REF021", "ambiguous-letter", Severity.WARNING)
def letters_are_clear(page: Page, _site: Site) -> Iterator[Hit]:
    """A letter can be read in two ways, as Cyrillic В, which is Annex B or Annex C.

    Mend it: write the letter as the United Nations' text in that language does.
    """
    for citation, place, text in citations_of(page):
        for target in citation.targets:
            if target.status == "ambiguous":
                names = " or ".join(heading(name) for name in target.candidates)
                message = f"“{text}” may be {names or 'one of several provisions'}."
                yield Hit(place, message, "Write the letter so that only one is possible.")


@page_rule("REF040", "unusual-form", Severity.WARNING)
def forms_are_usual(page: Page, _site: Site) -> Iterator[Hit]:
    """A citation is written in a form that is not usual in its language; only typography is meant.

    Wrong, in French: `paragraphe 3 (a)`. Right: `paragraphe 3 a)`.

    Mend it: `portal check --fix` does; it never changes a number.
    """
    for start, end, replacement in _problems(page, "typography"):
        fix = Edit(start, end, replacement) if replacement is not None else None
        message = "The form of this citation is not usual in the language."
        help_text = f"Write “{replacement}”." if replacement else "See the forms of the language."
        yield Hit(place_of(page, start, end), message, help_text, fix=fix)


@page_rule("REF041", "look-alike-letter", Severity.WARNING)
def letters_are_of_one_script(page: Page, _site: Site) -> Iterator[Hit]:
    """A letter of another script stands where it looks like the right one.

    Wrong: a Cyrillic “а” in `Article 3, paragraph 6 (а)`. Nobody sees it, and no search finds it.

    Mend it: `portal check --fix` puts the letter of the text's script there.
    """
    for start, end, replacement in _problems(page, "look-alike"):
        fix = Edit(start, end, replacement) if replacement is not None else None
        message = f"“{page.text[start:end]}” (U+{ord(page.text[start]):04X}) only looks right."
        yield Hit(place_of(page, start, end), message, f"Write “{replacement}”.", fix=fix)


def _problems(page: Page, kind: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield the problems of a kind in the body, as offsets and the safe replacement."""
    for citation, place, _ in citations_of(page):
        if place.line >= page.body_line:
            for problem in citation.problems:
                if problem.kind == kind:
                    yield problem.start, problem.end, problem.replacement
