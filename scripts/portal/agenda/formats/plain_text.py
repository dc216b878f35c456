"""An agenda as lines for a terminal or a message."""

from __future__ import annotations

from collections.abc import Iterator

from portal.agenda.wording import Wording


def write_text(words: Wording) -> str:
    """Write the agenda as plain text."""
    return "\n".join(_lines(words)) + "\n"


def _lines(words: Wording) -> Iterator[str]:
    yield words.labels("agenda.title")
    yield words.facts()
    width = max(
        len(words.time(minute))
        for day in words.agenda.days
        for entry in day.entries
        for minute in (entry.start, entry.end)
    )
    comma = words.labels("list.separator")
    for day in words.agenda.days:
        yield ""
        yield words.day_title(day)
        for entry in day.entries:
            start, end = (words.time(minute).rjust(width) for minute in (entry.start, entry.end))
            minutes = words.labels("minutes", entry.minutes)
            yield f"  {start}  {end}  {words.title(entry)}{comma}{minutes}"
            for section in words.sections(entry):
                yield f"  {' ' * (2 * width + 2)}  - {section}"
