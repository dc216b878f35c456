"""What changed in the register, the newest first: from the history that each entry carries.

The history stands in the data and not in git, so that a copy without git tells it too, and so that
it says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portal.evidence.documents import Block, Heading, Paragraph, Run, Table, say

if TYPE_CHECKING:
    from portal.evidence.arrangement_model import Change, Register
    from portal.evidence.wording import Wording


def change_blocks(register: Register, words: Wording) -> Iterator[Block]:
    """Yield a table of changes; entries that share a change stand in one row."""
    label = words.labels
    found: dict[str, tuple[Change, list[Run]]] = {}
    for entry in register.arrangements:
        for change in entry.history:
            group = found.setdefault(change.model_dump_json(), (change, []))
            group[1].append(words.english(entry.abbreviation or entry.name))
    yield Heading(label("register.changes"), "changes")
    yield Paragraph(say(label("register.changes-text")))
    head = [label(f"register.{name}") for name in ("date", "change", "entries")]
    newest = sorted(found.values(), key=lambda group: group[0].date, reverse=True)
    rows = [
        [say(change.date.isoformat()), words.told(change.what), words.listed(names)]
        for change, names in newest
    ]
    yield Table(head, rows)
