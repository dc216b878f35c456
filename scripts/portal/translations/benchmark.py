"""How well old sections are told from fresh ones, measured on labelled edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.errors import DataError
from portal.pages import Page, parse_page
from portal.translations.fingerprints import Recorded, fingerprints
from portal.translations.renaming import renamed_sections
from portal.translations.state import SectionState, compare_prints

EDITS = "tests/translations/edits.yaml"


@dataclass(frozen=True, slots=True)
class Edit:
    """A labelled edit of a text."""

    kind: str
    language: str
    before: str
    after: str
    changed: frozenset[str]
    """Sections that say something else, as a person judged."""
    ids: frozenset[str]
    """Section ids gone or new."""
    renamed: Mapping[str, str]
    """Old section id to the new one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the detector made of an edit."""

    edit: Edit
    found: frozenset[str]
    """Sections that it takes for changed."""
    ids: frozenset[str]
    renamed: Mapping[str, str]

    @property
    def missed(self) -> bool:
        """Whether something that changed was not noticed."""
        known = self.renamed == self.edit.renamed and self.ids >= self.edit.ids
        return not (self.found >= self.edit.changed and known)

    @property
    def false_alarm(self) -> bool:
        """Whether something was taken for changed that says the same."""
        return bool(self.found - self.edit.changed) or bool(self.ids - self.edit.ids)


def read_edits(path: Path) -> tuple[Edit, ...]:
    """Read labelled edits; raise DataError where the list is broken or missing."""
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))["edits"]
        return tuple(_edit(entry) for entry in entries)
    except OSError:
        raise DataError("The labelled edits are missing. Restore them.", path=str(path)) from None
    except (yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        message = f"This is no list of edits: {error}. Give each kind, text, before and after."
        raise DataError(message, path=str(path)) from None


def _edit(entry: Mapping[str, Any]) -> Edit:
    return Edit(
        kind=entry["kind"],
        language=entry["text"],
        before=entry["before"],
        after=entry["after"],
        changed=frozenset(entry.get("changed", ())),
        ids=frozenset(entry.get("ids", ())),
        renamed=dict(entry.get("renamed", {})),
    )


def judge(edits: Sequence[Edit]) -> tuple[Verdict, ...]:
    """Let the detector look at each edit."""
    return tuple(map(_judge, edits))


def _judge(edit: Edit) -> Verdict:
    old, new = fingerprints(_page(edit, edit.before)), fingerprints(_page(edit, edit.after))
    if edit.language != "en":
        # The English stands still; a translation's own text was edited.
        english = dict.fromkeys((*old, *new), "000000")
        known = {name: Recorded("000000", both) for name, both in old.items()}
        states = compare_prints(new, english, known)
        return Verdict(edit, frozenset(s.id for s in states if s.changed_here), frozenset(), {})
    known = {name: Recorded(both, "000000") for name, both in old.items()}
    states = compare_prints(dict.fromkeys(old, "000000"), new, known)
    gone = (SectionState.MISSING, SectionState.EXTRA)
    return Verdict(
        edit,
        frozenset(s.id for s in states if s.state is SectionState.STALE),
        frozenset(s.id for s in states if s.state in gone),
        renamed_sections(_page(edit, edit.before), known, new),
    )


def _page(edit: Edit, text: str) -> Page:
    body = text if "## " in text and text.startswith("## ") else f"## A {{ #a }}\n\n{text}"
    whole = f"---\ntitle: T\nsummary: S\n---\n\n# T\n\n{body}\n"
    path = f"docs/{edit.language}/edit.md"
    return parse_page(whole.encode(), path=path, language=edit.language, key="edit")
