"""An agenda's lines in the reader's words: titles, dates and times as the language writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from portal.agenda.planning import Agenda, Day, Warned
from portal.agenda.teachable import Teachable
from portal.agenda.timetable import Entry
from portal.languages import Labels

FIRST_STRONG, POP = "\u2068", "\u2069"
"""Isolate a text whose direction is its own from the line around it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes the parts of one agenda in one language."""

    agenda: Agenda
    labels: Labels

    def title(self, entry: Entry) -> str:
        """Return what an entry is called, with its part where the module was cut."""
        if entry.module is None:
            return self.labels(f"agenda.{entry.kind}")
        module = self.agenda.module(entry.module)
        if entry.kind == "practice":
            title = self.labels("agenda.practice", title=self.module_title(module))
        else:
            title = self.module_title(module)
        number, total = self.agenda.part(entry)
        if total == 1:
            return title
        part = self.labels(
            "agenda.part", number=self.labels.number(number), total=self.labels.number(total)
        )
        return f"{title} ({part})"

    def module_title(self, module: Teachable) -> str:
        """Return a module's title, marked where it is not in the reader's language."""
        if module.language == self.labels.language.code:
            return module.title
        title = module.title
        if self.labels.language.direction == "rtl":
            title = f"{FIRST_STRONG}{title}{POP}"
        return f"{title} ({self.labels('notice.english-only')})"

    def sections(self, entry: Entry) -> tuple[str, ...]:
        """Return the headings of the sections that an entry covers, where its module was cut."""
        if entry.kind != "module" or entry.module is None or self.agenda.part(entry)[1] == 1:
            return ()
        titles = {part.id: part.title for part in self.agenda.module(entry.module).parts}
        return tuple(titles[name] for name in entry.sections)

    def day_title(self, day: Day) -> str:
        """Return `Day 1`, with its date where it has one."""
        title = self.labels("agenda.day", number=self.labels.number(day.number))
        return f"{title} – {self.date(day.date)}" if day.date else title

    def date(self, day: date) -> str:
        """Write a date in full, with its weekday."""
        from babel.dates import format_date

        return str(format_date(day, "full", locale=self.labels.language.babel))

    def time(self, minute: int) -> str:
        """Write a minute of the day as the language does."""
        from babel.dates import format_time

        moment = time(minute // 60 % 24, minute % 60)
        return str(format_time(moment, "short", locale=self.labels.language.babel))

    def facts(self) -> str:
        """Return one line: days, minutes of the modules, time zone."""
        labels, wishes = self.labels, self.agenda.wishes
        words = [
            labels("agenda.days-count", len(self.agenda.days)),
            labels("agenda.of-modules", self.agenda.minutes),
        ]
        if wishes.zone:
            words.append(labels("agenda.in-zone", zone=wishes.zone))
        return " · ".join(words)

    def warnings(self) -> Iterator[str]:
        """Yield each warning as a sentence."""
        for warned in self.agenda.warnings:
            yield self.warning(warned)

    def warning(self, warned: Warned) -> str:
        """Say one warning."""
        return self.labels(f"agenda.warn-{warned.name}", None, **warned.values)
