"""Arrangements and activities from a form: a further entry of docs/data/arrangements.yaml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from portal.contributions.answers import Answers
from portal.contributions.yaml_text import Plain, flow
from portal.pages import YamlData

_FIELDS = ("host", "seat", "country", "languages", "mandate", "help", "url")
"""The fields that carry a certainty."""
_NEXT = {"arrangement": "activities", "activity": "asked"}
"""Form to the part of the register that follows the one it adds to."""
WORDS = {
    "arrangement": ("name", "abbreviation", "host", "seat", "mandate", "mandate_fr"),
    "activity": ("what", "what_fr", "funder", "result", "result_fr"),
}
"""Form to its fields of free words."""
_PORTS = frozenset(f"{kind}{number}" for kind in ("com", "lpt") for number in range(1, 10))
_TAKEN = _PORTS | {"", "index", "con", "nul", "aux", "prn"}
"""Names that a folder's list or Windows has taken."""


def slug(text: str, *, number: int) -> str:
    """Return an id made of a name, at most 60 characters; of the issue's number where none is.

    >>> slug("../Étude: l'or", number=7), slug("汞", number=7)
    ('etude-l-or', 'issue-7')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)
    name = ""
    for word in words:
        if len(name) + len(word) > 60:
            break
        name = f"{name}-{word}" if name else word
    return f"issue-{number}" if name in _TAKEN else name


def with_entry(text: str, content: YamlData, answers: Answers) -> str:
    """Return the register's text with the entry at the end of its part; `content` is its data."""
    entry = _arrangement(answers) if answers.form == "arrangement" else _activity(answers)
    made = [f"    {name}: {flow(value)}" for name, value in entry.items()]
    made[0] = f"  - {made[0].strip()}"
    lines = text.splitlines()
    end = content.keys[(_NEXT[answers.form],)].line - 1
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1  # what stands above the next part belongs to it
    return "\n".join([*lines[:end], *made, *lines[end:]]) + "\n"


def _arrangement(answers: Answers) -> Mapping[str, Any]:
    value = answers.values
    sure = {name: value["certainty"] if value[name] else "unknown" for name in _FIELDS}
    change = {
        "en": f"Proposed in issue {answers.number}.",
        "fr": f"Proposé dans le ticket {answers.number}.",
    }
    return dict(
        _given(
            id=slug(value["abbreviation"] or value["name"], number=answers.number),
            name=value["name"],
            abbreviation=value["abbreviation"],
            kind=Plain(value["kind"]),
            host=value["host"],
            seat=value["seat"],
            country=value["country"].upper(),
        ),
        regions=answers.codes("regions"),
        languages=answers.codes("languages"),
        mandate=_in_words(value["mandate"], value["mandate_fr"]),
        help=answers.codes("help"),
        sectors=answers.codes("sectors"),
        url=value["url"],
        seen=Plain(value["seen"]),
        certainty={name: Plain(text) for name, text in sure.items()},
        history=[{"date": Plain(answers.date.isoformat()), "what": change}],
    )


def _activity(answers: Answers) -> Mapping[str, Any]:
    value = answers.values
    years = re.sub(r"\s*[-–—]\s*", "–", value["years"])
    result = _in_words(value["result"], value["result_fr"]) if value["result"] else None
    return dict(
        _given(
            by=value["by"],
            what=_in_words(value["what"], value["what_fr"]),
            places=answers.codes("places"),
            provision=value["provision"],
            years=years,
            funder=value["funder"],
            result=result,
        ),
        sources=answers.lines("sources"),
        seen=Plain(value["seen"]),
    )


def _in_words(english: str, french: str) -> dict[str, str]:
    return {"en": _joined(english)} | ({"fr": _joined(french)} if french else {})


def _joined(text: str) -> str:
    return " ".join(text.split())


def _given(**values: Any) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in values.items() if value)
