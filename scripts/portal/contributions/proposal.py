"""From an issue to a file that every rule has looked at, or to reasons why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.contributions.answers import Answers, Refused, read_answers, read_form, refuse_markup
from portal.contributions.cases import WORDS as CASE_WORDS
from portal.contributions.cases import case_page, case_path
from portal.contributions.entries import WORDS, with_entry
from portal.evidence.arrangements import FILE
from portal.evidence.registers import read_register

_ADDRESS = re.compile(
    r"https?://(?:[\w-]+\.)+[a-z]{2,24}(?::[0-9]{1,5})?(?:[/?#][\w./?&=%#,:;~+()-]*)?"
)
_ADDRESSES = {"case": ("url",), "arrangement": ("url",), "activity": ("sources",)}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file as it shall be."""

    path: str
    """Below the project's folder."""
    text: str
    is_new: bool


def propose(event: Any, root: Path, *, shown: str) -> Proposal:
    """Return the file that an issue asks for; raise Refused, ConfigError or DataError."""
    answers = read_answers(event, root, shown=shown)
    labels = {field.id: field.label for field in read_form(root, answers.form)}
    words = CASE_WORDS if answers.form == "case" else WORDS[answers.form]
    refuse_markup(answers, words, labels=labels)
    reasons = list(_bad_addresses(answers, labels[_ADDRESSES[answers.form][0]]))
    if reasons:
        raise Refused(reasons)
    return _case(answers, root) if answers.form == "case" else _entry(answers, root)


def _bad_addresses(answers: Answers, label: str) -> Iterator[str]:
    for field in _ADDRESSES[answers.form]:
        for line in answers.lines(field):
            if not _ADDRESS.fullmatch(line):
                yield f"{label}: {line[:80]!r} is not a plain web address."


def _case(answers: Answers, root: Path) -> Proposal:
    path = case_path(answers)
    if (root / path).exists():
        raise Refused(
            [f"There is a case {path} already. Choose another title, or change that page."]
        )
    return Proposal(path, case_page(answers), is_new=True)


def _entry(answers: Answers, root: Path) -> Proposal:
    content = read_register(root, FILE)
    if content is None:
        raise Refused([f"There is no {FILE} to add to."])
    text = (root / FILE).read_text("utf-8")
    return Proposal(FILE, with_entry(text, content, answers), is_new=False)
