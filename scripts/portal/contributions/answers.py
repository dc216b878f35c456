"""What somebody wrote into a form, read by the form itself; anybody may write anything there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.checks.untrusted_characters import hidden_characters
from portal.errors import ConfigError

FORMS = ("case", "arrangement", "activity")
"""Each is .github/ISSUE_TEMPLATE/<form>.yml."""
_LONGEST_BODY = 100_000
"""Characters of an issue; GitHub takes 65,536."""
LONGEST = {"input": 500, "textarea": 6000}
"""Characters of a field."""
_EMPTY = frozenset({"_No response_", "None"})
"""What GitHub writes where nothing was written or chosen."""
_HEADING = re.compile(r"^### (.+)$", re.MULTILINE)
_MARKUP = re.compile(
    r"[<>{}\[\]`*|\\~]|(?m:^\s*(?:[#:=/]|[-+]\s|---))|&(?:#|\w+;)|\w+://|javascript:"
)
"""What could mean more than itself in a page or a register."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form."""

    id: str
    label: str
    kind: str
    """`input`, `textarea` or `dropdown`."""
    options: tuple[str, ...]
    """Codes of a dropdown: what stands before ` – `."""
    several: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """A form that has been filled in."""

    form: str
    number: int
    """Of the issue."""
    date: datetime.date
    """When it was opened."""
    values: Mapping[str, str]
    """Field to what was written; empty where nothing was. A dropdown's codes are joined by `, `."""

    def lines(self, field: str) -> list[str]:
        """Return the lines of a field that hold something."""
        return [line.strip() for line in self.values[field].splitlines() if line.strip()]

    def codes(self, field: str) -> list[str]:
        """Return what stands in a field between commas, semicolons or blanks, each once."""
        return list(dict.fromkeys(re.findall(r"[^\s,;]+", self.values[field])))


class Refused(Exception):  # noqa: N818 - nothing has failed: the form is given back
    """The form cannot become a file; the reasons are for who filled it in."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("; ".join(self.reasons))


def read_form(root: Path, form: str) -> tuple[Field, ...]:
    """Return the fields of a form in order; raise ConfigError where its file is not a form."""
    import yaml

    path = f".github/ISSUE_TEMPLATE/{form}.yml"
    try:
        body = yaml.safe_load((root / path).read_text("utf-8"))["body"]
        return tuple(_field(part) for part in body)
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        raise ConfigError("This is no issue form. Restore it.", path=path) from None


def _field(part: Mapping[str, Any]) -> Field:
    facts = part["attributes"]
    return Field(
        id=part["id"],
        label=facts["label"],
        kind=part["type"],
        options=tuple(str(option).partition(" – ")[0] for option in facts.get("options", ())),
        several=bool(facts.get("multiple")),
        required=bool(part.get("validations", {}).get("required")),
    )


def read_answers(event: Any, root: Path, *, shown: str) -> Answers:
    """Return what an `issues` event tells; raise Refused, or ConfigError for another event.

    The form is known by its headings: an issue can lack the label that the form should have set.
    """
    from portal.pull_requests.events import issue

    found = issue(event, shown=shown)
    headings, texts = _parts(found.body)
    for form in FORMS:
        fields = read_form(root, form)
        if headings == [field.label for field in fields]:
            break
    else:
        message = "Its headings are those of no form. Fill in a form anew, without `###` in it."
        raise Refused([message])
    pairs = list(zip(fields, texts, strict=True))
    reasons = [reason for field, text in pairs for reason in _faults(field, text)]
    if reasons:
        raise Refused(reasons)
    values = {field.id: _codes(field, text) for field, text in pairs}
    return Answers(form, found.number, found.date, values)


def _parts(body: str) -> tuple[list[str], list[str]]:
    """Cut the text of an issue at the headings that a form puts there."""
    if len(body) > _LONGEST_BODY:
        raise Refused([f"The form has {len(body)} characters. Shorten it."])
    parts = [part.strip() for part in _HEADING.split(body.replace("\r\n", "\n"))]
    return parts[1::2], ["" if text in _EMPTY else text for text in parts[2::2]]


def _faults(field: Field, text: str) -> Iterator[str]:
    if not text:
        if field.required:
            yield f"{field.label}: it is empty. Fill it in."
    elif field.kind == "dropdown":
        codes = _codes(field, text).split(", ")
        if not set(codes) <= set(field.options):
            yield f"{field.label}: choose what the form offers."
    elif len(text) > LONGEST[field.kind]:
        most = LONGEST[field.kind]
        yield f"{field.label}: it has {len(text)} characters, and {most} fit. Shorten it."
    elif hidden := next((told for line in text.splitlines() for told in _hidden(line)), None):
        yield f"{field.label}: {hidden} Delete it."
    elif field.kind == "input" and "\n" in text:
        yield f"{field.label}: it has more than one line. Write one."


def _hidden(line: str) -> Iterator[str]:
    # Isolates are closed or not line by line; nobody needs one in a form.
    yield from (told for _, told in hidden_characters(line))
    if re.search("[\u2066-\u2069]", line):
        yield "It holds a mark of direction (U+2066 to U+2069)."


def _codes(field: Field, text: str) -> str:
    """Return the codes of a dropdown, any other text as it is."""
    if field.kind != "dropdown" or not text:
        return text
    chosen = text.split(", ") if field.several else [text]
    return ", ".join(one.partition(" – ")[0] for one in chosen)


def refuse_markup(answers: Answers, fields: Sequence[str], *, labels: Mapping[str, str]) -> None:
    """Raise Refused where words hold what could be markup, an address or a path."""
    reasons = []
    for field in fields:
        found = _MARKUP.search(answers.values[field])
        if found:
            mark = found[0].strip()
            reasons.append(f"{labels[field]}: plain words are asked for, without {mark!r}.")
    if reasons:
        raise Refused(reasons)
