"""The decisions of the Conference of the Parties, as far as they are known."""

from __future__ import annotations

import re

from portal.convention.data_file import Entry
from portal.convention.ids import decision_id
from portal.convention.provision import Decision, Title
from portal.convention.structure import LANGUAGES, Draft, Structure, certainty, spread

_NUMBER = re.compile(r"MC-([1-9][0-9]?)/[1-9][0-9]{0,2}")


def read_decisions(root: Entry, structure: Structure) -> tuple[Decision, ...]:
    """Read the decisions and add those that have a number to the provisions, with paragraphs."""
    subjects = {}
    entries = root.entry("subjects")
    for word in entries:
        words = entries.entry(word)
        words.allow(*LANGUAGES)
        subjects[word] = {
            language: Title(words.text(language), confirmed=False) for language in words
        }
    decisions = []
    for entry in root.entries("decisions"):
        decision = _read(entry, subjects, structure)
        decisions.append(decision)
        if decision.id is not None:
            _add_provisions(decision, entry, structure)
    return tuple(decisions)


def _read(entry: Entry, subjects: dict[str, dict[str, Title]], structure: Structure) -> Decision:
    entry.allow(
        "decision", "cop", "year", "about", "title", "says", "sure", "source", "printable",
        "paragraph_count", "subparagraphs", "paragraphs",
    )  # fmt: skip
    number = entry.optional("decision")
    match = _NUMBER.fullmatch(number) if number is not None else None
    if number is not None and match is None:
        entry.fail(f"{number!r} is not a decision's number, such as MC-5/12", "decision")
    about = entry.text("about")
    titles = _titles(entry, about, subjects, structure)
    return Decision(
        id=decision_id(number) if number is not None else None,
        number=number,
        cop=int(match[1]) if match is not None else entry.number("cop"),
        year=entry.number("year"),
        about=about,
        titles=titles,
        summary=entry.optional("says"),
        certainty=certainty(entry),
        printable=number is not None and entry.optional("printable") != "false",
        source=entry.optional("source"),
        paragraph_count=entry.optional_number("paragraph_count"),
    )


def _titles(
    entry: Entry, about: str, subjects: dict[str, dict[str, Title]], structure: Structure
) -> dict[str, Title]:
    """Describe the subject in each language; the official title, where it was seen, comes first."""
    if about in subjects:
        titles = dict(subjects[about])
    elif about in structure.drafts:
        own = structure.drafts[about].titles
        titles = {language: Title(title.text, confirmed=False) for language, title in own.items()}
    else:
        entry.fail(f"`{about}` is neither an article nor one of the `subjects`", "about")
    official = entry.optional("title")
    if official is not None:
        titles["en"] = Title(official, confirmed=True)
    return titles


def _add_provisions(decision: Decision, entry: Entry, structure: Structure) -> None:
    identifier = str(decision.id)
    if identifier in structure.drafts:
        entry.fail(f"Decision {decision.number} is there twice", "decision")
    structure.drafts[identifier] = Draft(
        identifier, "decision", decision.titles, decision.summary, certainty=decision.certainty
    )
    letters = entry.entry("subparagraphs") if "subparagraphs" in entry else None
    says = entry.entry("paragraphs") if "paragraphs" in entry else None
    known = range(1, decision.paragraph_count + 1) if decision.paragraph_count else (says or ())
    for number in map(str, known):
        summary = says.optional(number) if says is not None else None
        paragraph = f"{identifier}__para_{number}"
        structure.drafts[paragraph] = Draft(paragraph, "decision_paragraph", summary=summary)
        for letter in spread(letters, number) if letters is not None and number in letters else ():
            below = f"{paragraph}__subpara_{letter}"
            structure.drafts[below] = Draft(below, "subparagraph")
