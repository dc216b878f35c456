"""Reads the glossary's files; a fault is told with its line."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import DataError, PageError
from portal.glossary.concept import TOPICS, Concept, Glossary, Words
from portal.glossary_files import CONCEPTS_FILE, words_file
from portal.languages import load_languages
from portal.pages import YamlData, YamlDataError, decode, read_yaml

_CONCEPT_FIELDS = {"topic", "defined", "used", "pages", "tooltip", "required", "review_by"}
_LISTS = ("abbreviations", "allowed", "forbidden", "forms")
_TEXTS = ("term", "seen", "note", "definition")
_UNSEEN = "\u00a0\u202f\u200c"
"""Signs that are not printed and that a text needs: fixed spaces, the joiner's opposite."""
LONGEST = 600
"""Characters that a text of the glossary may have."""


def load_glossary(root: Path) -> Glossary:
    """Return the glossary, empty where the project has none; raise DataError with path and line.

    A language is read when it is asked for, and again when one of the files has changed.
    """
    codes = load_languages(root).codes
    files = (CONCEPTS_FILE, *map(words_file, codes))
    return _load(root, codes, tuple(_state(root / name) for name in files))


def _state(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@functools.lru_cache(maxsize=8)
def _load(root: Path, codes: tuple[str, ...], states: tuple[object, ...]) -> Glossary:
    if states[0] is None:
        return Glossary({}, {})
    concepts = _concepts(read_data(root, CONCEPTS_FILE))
    written = [code for code, state in zip(codes, states[1:], strict=True) if state is not None]
    return Glossary(concepts, _LazyWords(root, concepts, dict.fromkeys(written)))


@dataclass(slots=True)
class _LazyWords(Mapping[str, Mapping[str, Words]]):
    """Words by language; a file is read when it is first asked for: most ask for one or two."""

    root: Path
    concepts: Mapping[str, Concept]
    read: dict[str, Mapping[str, Words] | None]

    def __getitem__(self, code: str) -> Mapping[str, Words]:
        """Return the words of a language; raise KeyError, or DataError where the file is broken."""
        found = self.read[code]
        if found is None:
            found = parse_words(read_data(self.root, words_file(code)), code, self.concepts)
            self.read[code] = found
        return found

    def __contains__(self, code: object) -> bool:
        """Tell whether there is a file of a language."""
        return code in self.read

    def __iter__(self) -> Iterator[str]:
        """Iterate over the languages."""
        return iter(self.read)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self.read)


def read_data(root: Path, shown: str) -> YamlData:
    """Read one file of the glossary; raise DataError with path and line."""
    try:
        lines = decode((root / shown).read_bytes(), path=shown).splitlines()
        return read_yaml(lines, first_line=1)
    except PageError as fault:
        raise DataError(fault.message, path=shown, line=fault.line) from None
    except OSError:
        raise DataError("The file cannot be read. Check it.", path=shown) from None
    except YamlDataError as fault:
        raise DataError(str(fault), path=shown, line=fault.line) from None


def _entries(content: YamlData, key: str, path: str) -> Mapping[str, Any]:
    entries = content.data.get(key)
    if set(content.data) != {key} or not isinstance(entries, Mapping):
        message = f"One key is needed: `{key}`, a mapping from a concept's id to it. Write it."
        raise DataError(message, path=path)
    for name, entry in entries.items():
        if not isinstance(entry, Mapping):
            line = content.keys[key, name].line
            message = f"`{name}` is no mapping. Write `key: value` lines below it."
            raise DataError(message, path=path, line=line)
    return entries


def _concepts(content: YamlData) -> dict[str, Concept]:
    found = {}
    for name, entry in _entries(content, "concepts", CONCEPTS_FILE).items():
        line = content.keys["concepts", name].line
        fault = _concept_fault(entry)
        if fault:
            raise DataError(f"`{name}`: {fault}", path=CONCEPTS_FILE, line=line)
        found[name] = Concept(
            id=name,
            topic=entry["topic"],
            defined=tuple(entry.get("defined", ())),
            used=tuple(entry.get("used", ())),
            pages=tuple(entry.get("pages", ())),
            tooltip=entry.get("tooltip", False),
            required=entry.get("required", False),
            line=line,
        )
    return found


def _concept_fault(entry: Mapping[str, Any]) -> str | None:
    unknown = set(entry) - _CONCEPT_FIELDS
    if unknown:
        known = ", ".join(sorted(_CONCEPT_FIELDS))
        return f"`{min(unknown)}` is no field here. Use: {known}."
    if entry.get("topic") not in TOPICS:
        return f"the topic {entry.get('topic')!r} is not known. Use one of: {', '.join(TOPICS)}."
    if not all(_is_names(entry.get(name, [])) for name in ("defined", "used", "pages")):
        return "`defined`, `used` and `pages` are lists of ids. Write [a, b]."
    if not all(isinstance(entry.get(name, False), bool) for name in ("tooltip", "required")):
        return "`tooltip` and `required` are true or false. Write one of them."
    return None


def parse_words(content: YamlData, code: str, concepts: Mapping[str, Concept]) -> dict[str, Words]:
    """Return the words that a file of one language holds; raise DataError with path and line."""
    path, found = words_file(code), {}
    for name, entry in _entries(content, "terms", path).items():
        line = content.keys["terms", name].line
        fault = words_fault(entry)
        if name not in concepts:
            fault = f"there is no such concept in {CONCEPTS_FILE}. Correct the id."
        if fault:
            raise DataError(f"`{name}`: {fault}", path=path, line=line)
        abbreviations, allowed, forbidden, forms = (tuple(entry.get(n, ())) for n in _LISTS)
        found[name] = Words(
            id=name,
            language=code,
            term=entry["term"],
            seen=entry.get("seen"),
            abbreviations=abbreviations,
            allowed=allowed,
            forbidden=forbidden,
            forms=forms,
            note=entry.get("note"),
            definition=entry.get("definition"),
            line=line,
        )
    return found


def words_fault(entry: Mapping[str, Any]) -> str | None:
    """Say what is wrong with the words of a concept, None where nothing is."""
    unknown = set(entry) - {*_LISTS, *_TEXTS}
    if unknown:
        return f"`{min(unknown)}` is no field here. Use: {', '.join((*_TEXTS, *_LISTS))}."
    if "term" not in entry:
        return "`term` is missing. Write it."
    if not all(_is_text(entry.get(name, "x")) for name in _TEXTS):
        return f"{', '.join(_TEXTS)} are texts of one line and at most {LONGEST} characters."
    if not all(_is_names(entry.get(name, [])) for name in _LISTS):
        return f"{', '.join(_LISTS)} are lists of texts. Write [a, b]."
    both = set(entry.get("forbidden", ())) & {entry["term"], *entry.get("allowed", ())}
    if both:
        return f"{min(both)!r} is allowed and forbidden. Take one out."
    return None


def _is_text(value: object) -> bool:
    return (
        isinstance(value, str)
        and bool(value.strip())
        and len(value) <= LONGEST
        and (value.isprintable() or all(c.isprintable() or c in _UNSEEN for c in value))
    )


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))
