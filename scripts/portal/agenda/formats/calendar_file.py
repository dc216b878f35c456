"""An agenda as iCalendar (RFC 5545), with the time zone's own rules in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from portal.agenda.planning import Day, moment
from portal.agenda.timetable import Entry
from portal.agenda.wishes import zone_of
from portal.agenda.wording import Wording

_UTC = frozenset({"UTC", "Etc/UTC"})


def write_calendar(words: Wording) -> str:
    """Write the agenda as a calendar; raise PortalError where it has no date.

    Without a time zone the times float: a calendar shows them as its owner's local time.
    """
    labels = words.labels
    calendar = Calendar()
    calendar.add("prodid", f"-//{labels('site.name')}//agenda//{labels.language.code.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for day in words.agenda.days:
        for entry in day.entries:
            calendar.add_component(_event(words, day, entry))
    if words.agenda.wishes.zone not in {None, *_UTC}:
        # Only the rules that hold round the workshop, not a century of them.
        here = words.agenda.wishes.date
        if here is not None:
            first, last = here - timedelta(days=366), here + timedelta(days=366)
            calendar.add_missing_timezones(first_date=first, last_date=last)
    return str(calendar.to_ical().decode("utf-8"))


def _event(words: Wording, day: Day, entry: Entry) -> Event:
    zone = zone_of(words.agenda.wishes)
    start, end = (moment(day, minute, zone) for minute in (entry.start, entry.end))
    event = Event()
    # The same entry keeps its id when it is exported again, here or by the page.
    slug = f"{entry.kind}-{entry.module or day.number}".replace("/", "-")
    event.add("uid", f"{start:%Y%m%dT%H%M}-{slug}@minamata-training")
    event.add("dtstamp", datetime.now(UTC).replace(microsecond=0))
    # The library would write a zone that keeps UTC all year, such as Africa/Dakar, as UTC; a
    # calendar should show the place's name.
    place = {"TZID": zone.key} if zone is not None and zone.key not in _UTC else {}
    for name, time in (("dtstart", start), ("dtend", end)):
        event.add(name, time.replace(tzinfo=None) if place else time, parameters=place)
    event.add("summary", words.title(entry))
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT" if entry.pause else "OPAQUE")
    sections = words.sections(entry)
    if sections:
        event.add("description", "\n".join(sections))
    return event
