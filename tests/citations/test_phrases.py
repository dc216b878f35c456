"""Score `portal refs` on the phrases of six languages in `phrases/`, through the command line.

Three figures per language: ids and status (any number of foreign lines counts as foreign), the
same with the number of foreign lines, and the written text as well. The first one is asserted.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from portal.cli import main

TABLES = Path(__file__).parent / "phrases"
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
STATUSES = {"valid", "unknown", "ambiguous", "foreign", "relative"}
FLOOR = 0.97
ARABIC_PREFIX = re.compile(r"^[وف]?(?:[بك](?=ال)|ل(?=ل))?(?:ال|ل)")
"""Joined conjunction and preposition with the article after them: a finder may cut or keep them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a table and the line of the table where it stands."""

    language: str
    line: int
    text: str
    context: str | None
    expect: tuple[tuple[str, str | None, str], ...]
    foreign_allowed: bool
    doubt: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command said: its lines and its exit status."""

    lines: tuple[dict[str, Any], ...]
    status: int


def _read(language: str) -> list[Phrase]:
    source = (TABLES / f"{language}.yaml").read_text(encoding="utf-8")
    nodes = yaml.compose(source, Loader=yaml.SafeLoader).value
    return [
        Phrase(
            language=language,
            line=node.start_mark.line + 1,
            text=entry["text"],
            context=entry.get("context"),
            expect=tuple((text, id_, status) for text, id_, status in entry["expect"]),
            foreign_allowed=entry.get("foreign") == "allowed",
            doubt=entry.get("doubt"),
        )
        for node, entry in zip(nodes, yaml.safe_load(source), strict=True)
    ]


PHRASES = [phrase for language in LANGUAGES for phrase in _read(language)]
CERTAIN = [phrase for phrase in PHRASES if phrase.doubt is None]


@cache
def _ask(phrase: Phrase) -> Answer:
    context = [] if phrase.context is None else ["--context", phrase.context]
    standard = sys.stdin, sys.stdout
    answer = io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(phrase.text.encode()), encoding="utf-8", newline="")
    sys.stdout = io.TextIOWrapper(answer, encoding="utf-8", newline="", write_through=True)
    try:
        status = main(["refs", "--lang", phrase.language, "--format", "jsonl", *context, "-"])
        sys.stdout.flush()
        printed = answer.getvalue().decode()
    finally:
        sys.stdin, sys.stdout = standard
    return Answer(lines=tuple(json.loads(line) for line in printed.splitlines()), status=status)


def _named(phrase: Phrase) -> list[tuple[str | None, str]]:
    return [(line["id"], line["status"]) for line in _ask(phrase).lines]


def _ids_and_status_are_right(phrase: Phrase) -> bool:
    wanted = [(id_, status) for _, id_, status in phrase.expect]
    found = _named(phrase)
    foreign = any(status == "foreign" for _, status in found)
    foreign_wanted = any(status == "foreign" for _, status in wanted)
    ours_wanted = Counter(pair for pair in wanted if pair[1] != "foreign")
    ours_found = Counter(pair for pair in found if pair[1] != "foreign")
    foreign_is_right = foreign == foreign_wanted or (foreign and phrase.foreign_allowed)
    return ours_wanted == ours_found and foreign_is_right


def _counts_are_right(phrase: Phrase) -> bool:
    wanted = sum(status == "foreign" for _, _, status in phrase.expect)
    found = sum(status == "foreign" for _, status in _named(phrase))
    return _ids_and_status_are_right(phrase) and (found == wanted or phrase.foreign_allowed)


def _written(text: str, language: str) -> str:
    return ARABIC_PREFIX.sub("", text) if language == "ar" else text


def _spans_are_right(phrase: Phrase) -> bool:
    wanted = {(_written(text, phrase.language), id_, status) for text, id_, status in phrase.expect}
    found = {
        (_written(line["text"], phrase.language), line["id"], line["status"])
        for line in _ask(phrase).lines
        if line["status"] != "foreign" or not phrase.foreign_allowed
    }
    return _ids_and_status_are_right(phrase) and wanted == found


def _difference(phrase: Phrase) -> str:
    wanted = "\n".join(f"    {row}" for row in phrase.expect) or "    nothing"
    found = "\n".join(
        f"    {(line['text'], line['id'], line['status'])}" for line in _ask(phrase).lines
    )
    place = f"phrases/{phrase.language}.yaml:{phrase.line}"
    context = f"\n  context {phrase.context}" if phrase.context else ""
    return (
        f"{place}\n  {phrase.text!r}{context}\n"
        f"  expected\n{wanted}\n  found\n{found or '    nothing'}"
    )


def _name(phrase: Phrase) -> str:
    return f"{phrase.language}:{phrase.line}"


@pytest.mark.parametrize("phrase", CERTAIN, ids=_name)
def test_a_phrase_names_these_provisions(phrase: Phrase) -> None:
    assert _ids_and_status_are_right(phrase), _difference(phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exit_status_is_1_where_something_is_unknown_else_0(language: str) -> None:
    for phrase in (phrase for phrase in PHRASES if phrase.language == language):
        unknown = any(status == "unknown" for _, status in _named(phrase))
        assert _ask(phrase).status == int(unknown), _difference(phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_and_columns_cut_out_the_written_text(language: str) -> None:
    for phrase in (phrase for phrase in PHRASES if phrase.language == language):
        starts = [0, *(match.end() for match in re.finditer("\n", phrase.text))]
        for line in _ask(phrase).lines:
            start = starts[line["line"] - 1] + line["column"] - 1
            end = starts[line["end_line"] - 1] + line["end_column"] - 1
            assert phrase.text[start:end] == line["text"], _difference(phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_sixty_phrases_and_quotes_its_own_text(language: str) -> None:
    phrases = [phrase for phrase in CERTAIN if phrase.language == language]
    assert len(phrases) >= 60
    assert len({(phrase.text, phrase.context) for phrase in phrases}) == len(phrases)
    for phrase in phrases:
        for text, id_, status in phrase.expect:
            assert text in phrase.text, f"phrases/{language}.yaml:{phrase.line}: {text!r}"
            assert status in STATUSES, f"phrases/{language}.yaml:{phrase.line}: {status!r}"
            assert (id_ is not None) == (status in {"valid", "unknown"})


def test_ids_and_status_reach_the_floor_in_every_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = ["", "language  phrases  ids and status  with foreign counted  with written text"]
    shares = {}
    for language in LANGUAGES:
        phrases = [phrase for phrase in CERTAIN if phrase.language == language]
        scores = [
            sum(map(right, phrases)) / len(phrases)
            for right in (_ids_and_status_are_right, _counts_are_right, _spans_are_right)
        ]
        shares[language] = scores[0]
        ids, counted, spans = (f"{score:.1%}" for score in scores)
        rows.append(f"{language:<8}  {len(phrases):>7}  {ids:>14}  {counted:>20}  {spans:>17}")
    answered = [phrase for phrase in PHRASES if phrase.doubt and _ids_and_status_are_right(phrase)]
    doubtful = len(PHRASES) - len(CERTAIN)
    rows.append(f"doubtful phrases answered as the table does: {len(answered)} of {doubtful}")
    with capsys.disabled():
        sys.stdout.write("\n".join(rows) + "\n")
    assert not {language: share for language, share in shares.items() if share < FLOOR}
