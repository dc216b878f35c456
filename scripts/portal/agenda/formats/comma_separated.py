"""An agenda as CSV: one line per entry, times and dates as programs read them."""

from __future__ import annotations

import csv
import io

from portal.agenda.planning import clock
from portal.agenda.wording import Wording

COLUMNS = ("day", "date", "start", "end", "minutes", "kind", "module", "title")


def write_csv(words: Wording) -> str:
    """Write the agenda as CSV with a header line."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for day in words.agenda.days:
        for entry in day.entries:
            writer.writerow(
                (
                    day.number,
                    day.date.isoformat() if day.date else "",
                    clock(entry.start),
                    clock(entry.end),
                    entry.minutes,
                    entry.kind,
                    entry.module or "",
                    no_formula(words.title(entry)),
                )
            )
    return stream.getvalue()


def no_formula(text: str) -> str:
    """Keep a spreadsheet from calculating a text: one that begins like a formula gets a quote."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
