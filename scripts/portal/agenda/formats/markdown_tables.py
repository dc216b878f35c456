"""An agenda as Markdown: one table per day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.agenda.timetable import Entry
from portal.agenda.wording import Wording

_MEANING = re.compile(r"([\\`*_\[\]<>|])")


def write_markdown(words: Wording) -> str:
    """Write the agenda as Markdown."""
    return "\n".join(_lines(words)) + "\n"


def _lines(words: Wording) -> Iterator[str]:
    labels = words.labels
    heads = [labels(f"agenda.{name}") for name in ("starts", "ends", "what", "minutes")]
    yield f"# {labels('agenda.title')}"
    yield ""
    yield _plain(words.facts())
    for day in words.agenda.days:
        yield ""
        yield f"## {_plain(words.day_title(day))}"
        yield ""
        yield f"| {' | '.join(heads)} |"
        yield "|---|---|---|---|"
        for entry in day.entries:
            times = words.time(entry.start), words.time(entry.end)
            yield f"| {' | '.join(times)} | {_what(words, entry)} | {entry.minutes} |"


def _what(words: Wording, entry: Entry) -> str:
    title = _plain(words.title(entry))
    sections = _plain("; ".join(words.sections(entry)))
    if not sections:
        return title
    return words.labels("list.named", name=title, words=sections)


def _plain(text: str) -> str:
    """Take the meaning away from what Markdown would read as markup."""
    return _MEANING.sub(r"\\\1", text)
