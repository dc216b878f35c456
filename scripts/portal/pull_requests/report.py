"""What a pull request does to pages: the form in which one job tells another."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from portal.errors import DataError

LARGEST = 500_000
"""Bytes that a report may have."""
MOST = 300
"""Entries that a list in it may have."""
STATES = ("none", "missing", "stale", "fresh", "orphan", "source", "unreadable")
REVIEWS = ("none", "draft", "reviewed")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
_KEY = re.compile(r"(?!.*\.\.)[a-z0-9][a-z0-9/._-]{0,150}")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_STAMP_LINE = re.compile(
    r" {0,8}(?:[\w-]{1,100}: ?[\"']?[0-9a-f]{6,64}/[0-9a-f]{6,64}[\"']?|(?:source|translation):)"
    r"|[a-z]{1,30}:|---"
)
"""A line of a front matter that may be suggested: fingerprints, and what stands around them."""
LONGEST_DIFF = 4_000


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page before and after."""

    language: str
    key: str
    before: str
    """One of `STATES`."""
    after: str
    review_before: str
    """One of `REVIEWS`."""
    review_after: str


@dataclass(frozen=True, slots=True)
class EnglishChange:
    """What changes in an English page."""

    key: str
    diff: str
    """Lines that begin with `+`, `-` or a space; cut off where there are many."""
    stale: tuple[str, ...]
    """Languages whose translation this makes older than the English."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Renewed fingerprints for a translation's front matter."""

    language: str
    key: str
    start: int
    """First line replaced."""
    end: int
    lines: tuple[str, ...]
    shown: bool
    """Whether the lines are within the difference, where GitHub takes suggestions."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that the comment on a pull request is made from."""

    number: int
    commit: str
    """Head of the pull request."""
    pages: tuple[PageChange, ...]
    english: tuple[EnglishChange, ...]
    suggestions: tuple[Suggestion, ...]
    errors: int
    warnings: int


def write_report(report: Report) -> bytes:
    """Return the report as JSON."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1).encode("utf-8")


def read_report(raw: bytes, *, shown: str, languages: frozenset[str]) -> Report:
    """Return a report that anybody may have written; raise DataError for the first odd thing.

    Only what fits narrow forms is taken; the difference of English pages is free text, and the
    comment shows it as such.
    """
    if len(raw) > LARGEST:
        raise DataError(f"The report is larger than {LARGEST} bytes. It is not used.", path=shown)
    try:
        data = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DataError("The report is no JSON in UTF-8. It is not used.", path=shown) from None
    return _Reader(shown, languages).report(data)


@dataclass(frozen=True, slots=True)
class _Reader:
    shown: str
    languages: frozenset[str]

    def report(self, data: Any) -> Report:
        fields = self.fields(data, Report)
        return Report(
            number=self.number(fields["number"], most=10**9, least=1),
            commit=self.text(fields["commit"], _COMMIT),
            pages=tuple(map(self.page, self.items(fields["pages"]))),
            english=tuple(map(self.english, self.items(fields["english"]))),
            suggestions=tuple(map(self.suggestion, self.items(fields["suggestions"]))),
            errors=self.number(fields["errors"]),
            warnings=self.number(fields["warnings"]),
        )

    def page(self, data: Any) -> PageChange:
        fields = self.fields(data, PageChange)
        return PageChange(
            language=self.language(fields["language"]),
            key=self.text(fields["key"], _KEY),
            before=self.one_of(fields["before"], STATES),
            after=self.one_of(fields["after"], STATES),
            review_before=self.one_of(fields["review_before"], REVIEWS),
            review_after=self.one_of(fields["review_after"], REVIEWS),
        )

    def english(self, data: Any) -> EnglishChange:
        fields = self.fields(data, EnglishChange)
        diff = fields["diff"]
        if not isinstance(diff, str) or len(diff) > LONGEST_DIFF:
            self.refuse("diff")
        stale = tuple(map(self.language, self.items(fields["stale"])))
        return EnglishChange(self.text(fields["key"], _KEY), diff, stale)

    def suggestion(self, data: Any) -> Suggestion:
        fields = self.fields(data, Suggestion)
        start = self.number(fields["start"], least=1)
        lines = tuple(self.text(line, _STAMP_LINE) for line in self.items(fields["lines"]))
        if not isinstance(fields["shown"], bool):
            self.refuse("shown")
        return Suggestion(
            language=self.language(fields["language"]),
            key=self.text(fields["key"], _KEY),
            start=start,
            end=self.number(fields["end"], least=start),
            lines=lines,
            shown=fields["shown"],
        )

    def fields(self, data: Any, form: type) -> Mapping[str, Any]:
        names = set(form.__dataclass_fields__)  # type: ignore[attr-defined]
        if not isinstance(data, dict) or set(data) != names:
            self.refuse(form.__name__)
        return data  # type: ignore[no-any-return]

    def items(self, data: Any) -> list[Any]:
        if not isinstance(data, list) or len(data) > MOST:
            self.refuse("a list")
        return data  # type: ignore[no-any-return]

    def number(self, data: Any, *, least: int = 0, most: int = 100_000) -> int:
        if isinstance(data, bool) or not isinstance(data, int) or not least <= data <= most:
            self.refuse("a number")
        return int(data)

    def text(self, data: Any, form: re.Pattern[str]) -> str:
        if not isinstance(data, str) or not form.fullmatch(data):
            self.refuse(str(data)[:30])
        return str(data)

    def one_of(self, data: Any, words: tuple[str, ...]) -> str:
        if data not in words:
            self.refuse(str(data)[:30])
        return str(data)

    def language(self, data: Any) -> str:
        code = self.text(data, _LANGUAGE)
        if code not in self.languages:
            self.refuse(code)
        return code

    def refuse(self, what: str) -> None:
        """Raise DataError; what is wrong comes from outside and is shown as Python writes it."""
        message = f"The report has not the form asked for ({what!a}). It is not used."
        raise DataError(message, path=self.shown)
