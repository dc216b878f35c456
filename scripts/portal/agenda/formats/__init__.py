"""The formats an agenda is written in: text, Markdown, CSV and iCalendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.agenda.wording import Wording


def _text(words: Wording) -> str:
    from portal.agenda.formats.plain_text import write_text

    return write_text(words)


def _markdown(words: Wording) -> str:
    from portal.agenda.formats.markdown_tables import write_markdown

    return write_markdown(words)


def _csv(words: Wording) -> str:
    from portal.agenda.formats.comma_separated import write_csv

    return write_csv(words)


def _calendar(words: Wording) -> str:
    from portal.agenda.formats.calendar_file import write_calendar

    return write_calendar(words)


FORMATS: Mapping[str, Callable[[Wording], str]] = {
    "text": _text,
    "md": _markdown,
    "csv": _csv,
    "ics": _calendar,
}
"""By name, what writes the format; each is imported when it is asked for."""
