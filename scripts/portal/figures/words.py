"""The words of the figures, one file per language; English words stand in for missing ones."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import ConfigError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import YamlData, YamlDataError, decode, read_yaml
from portal.pages.front_matter import EMPTY

WORDS_FOLDER = "docs/data/figures"

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A text of a figure."""

    text: str
    language: str
    """Code of the language that it is really in: `en` where a translation is missing."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All words of one figure, in the order of the English file."""

    title: Word
    alt: Word
    """What the figure shows, in a sentence, for who cannot see it."""
    head: Mapping[str, Word]
    """Heads of the columns that say the same as the figure."""
    rows: Mapping[str, Mapping[str, Word]]
    """Name of a row to its cells, by column."""
    notes: Mapping[str, Word]

    def find(self, key: str) -> Word | None:
        """Return the word for a placeholder: `row.column`, `head.column` or `note.name`."""
        first, _, second = key.partition(".")
        group = {"head": self.head, "note": self.notes}.get(first, self.rows.get(first, {}))
        return group.get(second)


def words_file(code: str, folder: str = WORDS_FOLDER) -> str:
    """Return the path of a language's words, relative to the project."""
    return f"{folder}/{code}.yaml"


def read_words(root: Path, code: str, folder: str = WORDS_FOLDER) -> YamlData:
    """Read one file as it stands; raise ConfigError with the line of a fault.

    A language without a file has no words of its own: English stands in.
    """
    path = words_file(code, folder)
    try:
        state = (root / path).stat()
    except OSError:
        if code != SOURCE_LANGUAGE:
            return EMPTY
        raise ConfigError("The file is missing. Restore it.", path=path) from None
    return _read(root, path, (state.st_mtime_ns, state.st_size))


@functools.lru_cache(maxsize=32)
def _read(root: Path, path: str, _state: tuple[int, int]) -> YamlData:
    """Read a file once for each state of it: every figure of a page asks for its words."""
    try:
        return read_yaml(decode((root / path).read_bytes(), path=path).splitlines(), first_line=1)
    except YamlDataError as fault:
        raise ConfigError(str(fault), path=path, line=fault.line) from None


def word_paths(data: YamlData) -> Mapping[tuple[str, ...], str]:
    """Return every text of a file by the keys that lead to it."""
    found: dict[tuple[str, ...], str] = {}

    def walk(value: Any, path: tuple[str, ...]) -> None:
        if isinstance(value, Mapping):
            for key, below in value.items():
                walk(below, (*path, str(key)))
        else:
            found[path] = _text(value)

    walk(data.data, ())
    return found


def in_words(root: Path, code: str) -> Word:
    """Return what stands over the table that says the same as a figure."""
    for language in (code, SOURCE_LANGUAGE):
        text = _text(read_words(root, language).data.get("in-words"))
        if text:
            return Word(text, language)
    raise ConfigError("`in-words` is missing. Add it.", path=words_file(SOURCE_LANGUAGE))


def words_of(root: Path, name: str, code: str) -> FigureWords | None:
    """Return the words of a figure in a language, None where English has none for it.

    Raises ConfigError where a file is broken.
    """
    source = _figures(read_words(root, SOURCE_LANGUAGE).data).get(name)
    if not isinstance(source, dict):
        return None
    choose = _Chooser(code)
    translated = choose.mapping(_figures(read_words(root, code).data).get(name))
    rows = choose.mapping(source.get("rows"))
    their_rows = choose.mapping(translated.get("rows"))
    return FigureWords(
        title=choose.word(source.get("title"), translated.get("title")),
        alt=choose.word(source.get("alt"), translated.get("alt")),
        head=choose.words(source.get("head"), translated.get("head")),
        rows={row: choose.words(cells, their_rows.get(row)) for row, cells in rows.items()},
        notes=choose.words(source.get("notes"), translated.get("notes")),
    )


def _figures(data: Mapping[str, Any]) -> Mapping[str, Any]:
    figures = data.get("figures")
    return figures if isinstance(figures, dict) else {}


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Takes a language's word, or the English one."""

    code: str

    def word(self, english: object, translated: object) -> Word:
        text = _text(translated)
        return Word(text, self.code) if text else Word(_text(english), SOURCE_LANGUAGE)

    def words(self, english: object, translated: object) -> Mapping[str, Word]:
        theirs = self.mapping(translated)
        return {k: self.word(word, theirs.get(k)) for k, word in self.mapping(english).items()}

    def mapping(self, value: object) -> Mapping[str, Any]:
        return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return _CONTROL.sub(" ", str(value)).strip() if isinstance(value, str | int | float) else ""
