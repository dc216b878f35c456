"""A supplied text: a small header, then the authentic words, one numbered unit per line or more."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from portal.anchor_pages import anchored
from portal.authentic.numbering import Mark, read_heading, read_mark
from portal.authentic.order import Position
from portal.convention import Treaty
from portal.errors import DataError, PageError
from portal.pages import SourceText, decode

FOLDER = "convention/authentic"
"""Below each language's folder."""
_FIELDS = ("publisher", "date", "source")
_FIELD = re.compile(r"(?P<key>[a-z]+)[ \t]*:[ \t]*(?P<value>.{0,300})")
_EXPLICIT = re.compile(r"\[(?P<id>(?:art|annex)_[a-z0-9_-]+)\]\s*")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters; those that turn the direction of writing could hide what a text says."""
_DEEPEST_MARKS = 3


@dataclass(frozen=True, slots=True)
class SuppliedUnit:
    """The words of one unit, without those of the units below it."""

    id: str
    """As in the data; it need not be there, if the text has a unit too many."""
    mark: str
    """Its number as the text writes it; empty for the article or annex itself."""
    paragraphs: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class SuppliedText:
    """The authentic text of one article or annex in one language, as a publisher supplied it."""

    path: str
    language: str
    provision: str
    publisher: str
    date: datetime.date
    source: str
    """An address, or words that say where the text was taken from."""
    units: tuple[SuppliedUnit, ...]
    """In the order of the text; the first is the article or annex itself, often without words."""

    @property
    def address(self) -> str | None:
        """The source as an address that a link may carry, None where it is none."""
        return self.source if re.fullmatch(r"https?://[^\s\"<>]+", self.source) else None


def supplied_path(language: str, key: str) -> str:
    """Return where the text beside a page stands.

    >>> supplied_path("fr", "convention/article-07")
    'docs/fr/convention/authentic/article-07.txt'
    """
    return f"docs/{language}/{FOLDER}/{key.rpartition('/')[2]}.txt"


def is_supplied(path: str) -> bool:
    """Tell whether a path lies in a folder for supplied texts."""
    parts = path.split("/")
    return len(parts) > 4 and parts[0] == "docs" and "/".join(parts[2:4]) == FOLDER


def supplied_key(path: str, treaty: Treaty) -> str | None:
    """Return the key of the page that a file's text stands beside, None if its name is wrong."""
    folder, _, name = path.rpartition("/")
    key = f"convention/{name.removesuffix('.txt')}"
    unit = anchored(treaty).get(key)
    fits = unit is not None and unit.kind in {"article", "annex"} and name.endswith(".txt")
    return key if fits and folder.count("/") == 3 else None


def read_supplied(root: Path, language: str, key: str, *, treaty: Treaty) -> SuppliedText | None:
    """Read the text beside a page; None where none was supplied; raise DataError for a fault.

    A symbolic link is not followed.
    """
    shown = supplied_path(language, key)
    unit = anchored(treaty).get(key)
    file = root / shown
    if unit is None or file.is_symlink() or file.parent.is_symlink() or not file.is_file():
        return None
    return parse_supplied(
        file.read_bytes(), path=shown, language=language, provision=unit.id, treaty=treaty
    )


def parse_supplied(
    raw: bytes, *, path: str, language: str, provision: str, treaty: Treaty
) -> SuppliedText:
    """Read a supplied text; raise DataError with the line of what does not fit."""
    try:
        text = decode(raw, path=path)
    except PageError as error:
        raise DataError(error.message, path=path, line=error.line) from None
    lines = SourceText(text).lines
    for number, line in enumerate(lines, 1):
        hidden = _FORBIDDEN.search(line)
        if hidden is not None:
            message = f"An invisible control character (U+{ord(hidden[0]):04X}). Take it out."
            raise DataError(message, path=path, line=number)
    header, body = _read_header(lines, path)
    reader = _Reader(path, language, provision, treaty)
    for number, line in enumerate(lines[body:], body + 1):
        reader.read(line.strip(), number)
    if not any(unit.paragraphs for unit in reader.units):
        message = "There is no text below the header. Put it there, after an empty line."
        raise DataError(message, path=path, line=len(lines) or 1)
    return SuppliedText(
        path=path,
        language=language,
        provision=provision,
        publisher=header["publisher"],
        date=datetime.date.fromisoformat(header["date"]),
        source=header["source"],
        units=tuple(reader.units),
    )


def _read_header(lines: Sequence[str], path: str) -> tuple[Mapping[str, str], int]:
    """Return the fields and the number of lines of the header; raise DataError."""
    found: dict[str, str] = {}
    number = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            break
        match = _FIELD.fullmatch(line.strip())
        if match is None or match["key"] not in _FIELDS or match["key"] in found:
            known = ", ".join(f"`{name}:`" for name in _FIELDS)
            message = f"The header has one line for each of {known}, then an empty line. Mend it."
            raise DataError(message, path=path, line=number)
        if not match["value"]:
            message = f"`{match['key']}:` says nothing. Fill it in."
            raise DataError(message, path=path, line=number)
        if match["key"] == "date" and not _is_date(match["value"]):
            message = f"{match['value']!r} is no date. Write it as 2024-05-31."
            raise DataError(message, path=path, line=number)
        found[match["key"]] = match["value"]
    missing = [name for name in _FIELDS if name not in found]
    if missing:
        message = f"The header lacks `{missing[0]}:`. Add it at the top of the file."
        raise DataError(message, path=path, line=1)
    return found, number


def _is_date(value: str) -> bool:
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


class _Reader:
    """Puts each line into the unit that it belongs to."""

    def __init__(self, path: str, language: str, provision: str, treaty: Treaty) -> None:
        self.path, self.language, self.treaty = path, language, treaty
        self.root = provision
        self.position = Position(treaty, provision)
        self.units = [SuppliedUnit(provision, "", (), 1)]
        self._new_paragraph = True

    def read(self, line: str, number: int) -> None:
        if not line:
            self._new_paragraph = True
            return
        explicit = _EXPLICIT.match(line)
        if explicit is not None:
            self._begin(self._named(explicit["id"], number), "", number)
            line = line[explicit.end() :]
        elif (heading := read_heading(line, self.language)) is not None:
            words, step = heading
            found = self.position.find([step], heading=True)
            if found is not None:
                self._begin(found, words, number)
            else:
                self._new_paragraph = True
                self._add(words)
                self._new_paragraph = True
            return
        rest = self._read_marks(line, number)
        if rest:
            self._add(rest)

    def _read_marks(self, line: str, number: int) -> str:
        """Begin the units that the line's marks name, `2. (a)`; return the words behind them."""
        place = 0
        for mark in _marks(line, self.language):
            found = self.position.find(mark.steps)
            if found is None:
                break
            self._begin(found, mark.written, number)
            place = mark.end
        return line[place:].strip()

    def _named(self, provision: str, number: int) -> str:
        if not provision.startswith(f"{self.root}__") or not self.treaty.exists(provision):
            message = f"There is no unit {provision!r} in {self.root}. Correct the id."
            raise DataError(message, path=self.path, line=number)
        return provision

    def _begin(self, provision: str, mark: str, number: int) -> None:
        if not self.position.enter(provision):
            message = (
                f"{mark or provision} begins {provision} a second time. "
                "Number each unit once, and begin no line with a reference."
            )
            raise DataError(message, path=self.path, line=number)
        self.units.append(SuppliedUnit(provision, mark, (), number))
        self._new_paragraph = True

    def _add(self, words: str) -> None:
        last = self.units[-1]
        if self._new_paragraph or not last.paragraphs:
            paragraphs = (*last.paragraphs, words)
        else:
            joint = "" if self.language == "zh" else " "
            paragraphs = (*last.paragraphs[:-1], f"{last.paragraphs[-1]}{joint}{words}")
        self.units[-1] = replace(last, paragraphs=paragraphs)
        self._new_paragraph = False


def _marks(line: str, language: str) -> Iterator[Mark]:
    place = 0
    for _ in range(_DEEPEST_MARKS):
        mark = read_mark(line, place, language=language)
        if mark is None:
            return
        yield mark
        place = mark.end
