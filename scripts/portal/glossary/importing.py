"""Takes words into the glossary that came from elsewhere: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from portal.errors import DataError
from portal.glossary.concept import Glossary, Words
from portal.glossary.reading import words_fault
from portal.glossary.writing import new_file
from portal.glossary_files import words_file


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one concept in one language, as a file says them."""

    concept: str
    language: str
    fields: Mapping[str, Any]
    """As in the language's file: `term`, `seen`, `abbreviations` …"""
    line: int | None


def merged(
    glossary: Glossary, entries: Iterable[Entry], *, shown: str
) -> dict[str, dict[str, Words]]:
    """Return the words by language with the entries in place; raise DataError with the line.

    What the file does not name stays as it is; inflected forms stay, where the file knows none.
    """
    words = {code: dict(found) for code, found in glossary.words.items()}
    told: set[tuple[str, str]] = set()
    for entry in entries:
        fault = _fault(glossary, entry, told)
        if fault:
            raise DataError(fault, path=shown, line=entry.line)
        told.add((entry.concept, entry.language))
        before = glossary.term(entry.concept, entry.language)
        new = _words(entry, before)
        if new != before:
            words[entry.language][entry.concept] = new
    return words


def _fault(glossary: Glossary, entry: Entry, told: set[tuple[str, str]]) -> str | None:
    if entry.concept not in glossary.concepts:
        return f"The glossary has no concept {entry.concept!r}. Correct the id."
    if entry.language not in glossary.words:
        known = ", ".join(glossary.words)
        return f"The glossary has no language {entry.language!r}. It has: {known}."
    if (entry.concept, entry.language) in told:
        return f"{entry.concept!r} is there twice in {entry.language}. Keep one."
    fault = words_fault(entry.fields)
    return f"`{entry.concept}` ({entry.language}): {fault}" if fault else None


def _words(entry: Entry, before: Words | None) -> Words:
    fields = dict(entry.fields)
    for name in ("abbreviations", "allowed", "forbidden", "forms"):
        fields[name] = tuple(fields.get(name, ()))
    if not fields["forms"] and before is not None:
        fields["forms"] = before.forms
    known = Words(entry.concept, entry.language, str(fields.pop("term")), fields.pop("seen", None))
    return replace(known, line=before.line if before else 1, **fields)


def new_files(
    root: Path, glossary: Glossary, words: Mapping[str, Mapping[str, Words]]
) -> dict[str, str]:
    """Return path and new text of each file that changes; raise DataError."""
    order = {name: number for number, name in enumerate(glossary.concepts)}
    found = {}
    for code, entries in words.items():
        if entries != glossary.words[code]:
            ordered = dict(sorted(entries.items(), key=lambda item: order[item[0]]))
            found[words_file(code)] = new_file(root, code, ordered)
    return found
