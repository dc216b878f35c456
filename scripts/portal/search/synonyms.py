"""Terms that mean the same: abbreviations from `docs/data/search-synonyms.yaml`, and a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.errors import DataError
from portal.languages import SOURCE_LANGUAGE

SYNONYMS_FILE = "docs/data/search-synonyms.yaml"
GLOSSARY_FILE = "docs/data/glossary.yaml"
"""Read where it exists: `terms:`, each with names per language, as text, list, or a mapping with
`preferred`, `abbreviations` and `synonyms`."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAME_FIELDS = ("preferred", "term", "abbreviation", "abbreviations", "synonyms", "allowed")


@dataclass(frozen=True, slots=True)
class Term:
    """What one thing is called in one language."""

    names: tuple[str, ...]
    """The full name first."""
    pages: tuple[str, ...]
    """Keys of the pages that deal with it, best first."""


def read_terms(root: Path, language: str) -> tuple[Term, ...]:
    """Return the terms with several names or pages in a language; English abbreviations serve all.

    Raises DataError where a file is broken.
    """
    entries = [*_entries(root, SYNONYMS_FILE), *_entries(root, GLOSSARY_FILE)]
    terms = (_term(entry, language) for entry in entries)
    return tuple(term for term in terms if len(term.names) > 1 or (term.names and term.pages))


def _entries(root: Path, shown: str) -> list[Mapping[str, object]]:
    path = root / shown
    if not path.is_file():
        return []
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError):
        raise DataError("This is no YAML in UTF-8. Mend it.", path=shown) from None
    terms = data.get("terms") if isinstance(data, dict) else None
    if isinstance(terms, dict):
        terms = list(terms.values())
    if not isinstance(terms, list) or not all(isinstance(entry, dict) for entry in terms):
        raise DataError("There is no list `terms:` of mappings. Write one.", path=shown)
    return terms


def _term(entry: Mapping[str, object], language: str) -> Term:
    own = _flat(entry.get(language))
    english = (name for name in _flat(entry.get(SOURCE_LANGUAGE)) if name.isupper())
    return Term(tuple(dict.fromkeys([*own, *english])), tuple(_flat(entry.get("pages"))))


def _flat(value: object) -> Iterator[str]:
    """Yield the texts of a name, a list of names, or a glossary's entry."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        for name in _NAME_FIELDS:
            yield from _flat(value.get(name))
