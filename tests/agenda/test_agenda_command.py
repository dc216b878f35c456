"""`portal agenda`: what it prints in each format, and what it says of wrong words."""

from __future__ import annotations

import csv
import io
import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

WASTE = "waste/what-is-mercury-waste"
PRODUCTS = "obligations/mercury-added-products"
GOLD = "asgm/choosing-a-mercury-free-method"
DAKAR = ("--date", "2027-03-01", "--days", "2", "--start", "09:00", "--timezone", "Africa/Dakar")


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_every_format_in_every_language(portal, language):
    for form in ("text", "md", "csv", "ics"):
        status, out, _ = portal("agenda", WASTE, GOLD, *DAKAR, "--lang", language, "--format", form)
        assert status == 0
        assert out.strip()
        assert "{" not in out
        assert "agenda." not in out


def test_dates_and_titles_are_in_the_readers_language(portal):
    _, out, said = portal("agenda", WASTE, PRODUCTS, *DAKAR, "--lang", "fr")
    out = out.replace("\u00a0", " ").replace("\u202f", " ")
    assert "lundi 1 mars 2027" in out
    assert "Qu'est-ce qu'un déchet de mercure ?" in out
    assert said == ""


def test_an_untranslated_module_stands_with_its_english_title_and_a_warning(portal):
    status, out, said = portal("agenda", GOLD, "--lang", "ar")
    assert status == 0
    assert "Choosing a mercury-free method" in out
    assert "بالإنكليزية فقط" in out
    assert f"Warning: {GOLD} is not translated into ar" in said


def test_csv_adds_up(portal):
    _, out, _ = portal("agenda", WASTE, PRODUCTS, GOLD, *DAKAR, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    minutes = dict.fromkeys((WASTE, PRODUCTS, GOLD), 0)
    for row in rows:
        start, end = (datetime.strptime(row[name], "%H:%M") for name in ("start", "end"))  # noqa: DTZ007
        assert (end - start) == timedelta(minutes=int(row["minutes"]))
        if row["kind"] == "module":
            minutes[row["module"]] += int(row["minutes"])
    assert minutes == {WASTE: 40, PRODUCTS: 45, GOLD: 60}
    assert {row["date"] for row in rows} == {"2027-03-01", "2027-03-02"}


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("Africa/Dakar", 0), ("Europe/Paris", 1), ("Asia/Kathmandu", 5.75), ("America/Lima", -5)],
)
def test_the_calendar_loads_with_its_time_zone(portal, zone, hours):
    words = ("--date", "2027-03-01", "--timezone", zone, "--format", "ics", "--lang", "fr")
    _, out, _ = portal("agenda", WASTE, PRODUCTS, GOLD, *words)
    assert out.count("\r\n") == out.count("\n")
    calendar = Calendar.from_ical(out)
    events = sorted(calendar.walk("VEVENT"), key=lambda event: event.start)
    assert events[0].start.utcoffset() == timedelta(hours=hours)
    first = datetime(2027, 3, 1, 9, tzinfo=UTC) - timedelta(hours=hours)
    assert events[0].start.astimezone(UTC) == first
    assert all(one.end == other.start for one, other in itertools.pairwise(events))
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert events[0]["DTSTART"].params["TZID"] == zone
    assert [str(one["TZID"]) for one in calendar.walk("VTIMEZONE")] == [zone]


def test_without_a_time_zone_the_times_float(portal):
    _, out, _ = portal("agenda", WASTE, "--date", "2027-03-01", "--format", "ics")
    event = Calendar.from_ical(out).walk("VEVENT")[0]
    assert event.start == datetime(2027, 3, 1, 9)  # noqa: DTZ001 - floating is the point


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["waste/what-is-mercury-wast"], "Did you mean waste/what-is-mercury-waste?"),
        (["what-is-mercury-waste"], "Did you mean waste/what-is-mercury-waste?"),
        (["../../etc/passwd"], "Use one of: obligations/mercury-added-products"),
        (["waste/index"], "There is no module 'waste/index'"),
        ([WASTE, "--date", "2027-02-30"], "there is no day '2027-02-30'"),
        ([WASTE, "--date", "1.3.2027"], "Write it like 2027-03-01"),
        ([WASTE, "--date", "9999-12-31"], "not in the years"),
        ([WASTE, "--days", "0"], "from 1 to 10"),
        ([WASTE, "--days", "x"], "from 1 to 10"),
        ([WASTE, "--start", "25:00"], "Write it like 09:00"),
        ([WASTE, "--timezone", "Africa/Dakkar"], "Did you mean Africa/Dakar"),
        ([WASTE, "--timezone", "../../etc/passwd"], "There is no time zone"),
        ([WASTE, "--lang", "xx"], "Unknown language 'xx'"),
        ([WASTE, "--practice=-5"], "from 0 to 240"),
        ([WASTE, "--move", "x"], "like 1.2:-15"),
        ([WASTE, "--format", "ics"], "needs a date"),
        ([], "use --ready with one of: half-day-waste"),
        (["--ready", "half-day"], "Use one of: half-day-waste"),
        ([WASTE, "--ready", "half-day-waste"], "Leave out --ready or the modules"),
        ([WASTE, "--start", "23:45"], "after midnight"),
    ],
)
def test_wrong_words_have_a_plain_message(portal, words, message):
    status, out, said = portal("agenda", *words)
    assert (status, out) == (2, "")
    assert message in said
    assert "Traceback" not in said


def test_a_prerequisite_that_is_missing_is_warned_of(project: Path, monkeypatch, capsys):
    from portal.cli import main
    from portal.languages import forget

    path = project / "docs/en" / f"{WASTE}.md"
    path.write_text(
        path.read_text("utf-8").replace("requires: []", f"requires: [{PRODUCTS}]"), "utf-8"
    )
    monkeypatch.chdir(project)
    forget()
    for modules, words in (((WASTE,), "not in the agenda"), ((WASTE, PRODUCTS), "comes later")):
        assert main(["agenda", *modules]) == 0
        assert words in capsys.readouterr().err
    assert main(["agenda", PRODUCTS, WASTE]) == 0
    assert capsys.readouterr().err == ""


READY = ("agenda", "--ready", "x")
REGISTERED = {"id": "x", "title": {"en": "X"}, "modules": [WASTE]}


def register(monkeypatch: pytest.MonkeyPatch, **changed: object) -> None:
    """Let the register hold one workshop: the one above with these changes."""
    entries = [REGISTERED | changed]
    monkeypatch.setattr("portal.agenda.ready_workshops.read_workshops", lambda _root: entries)


def test_a_ready_workshop_has_its_hours_and_the_arguments_win(portal, monkeypatch):
    register(monkeypatch, wishes={"start": "08:15", "opening": 20, "move": "1.1:-5,1.2:5"})
    _, out, said = portal(*READY)
    assert "08:15  08:35  Opening" in out
    assert said == ""
    _, out, _ = portal(*READY, "--start", "10:00", "--opening", "0")
    assert "10:00  10:40" in out
    assert "Opening" not in out


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"modules": []}, "docs/data/workshops.yaml: The workshop 'x' is not complete. Give it"),
        ({"title": {"fr": "X"}}, "is not complete"),
        ({"wishes": ["start"]}, "is not complete"),
        ({"modules": ["../../x"]}, "There is no module '../../x'"),
        ({"wishes": {"start": "noon"}}, "Write it like 09:00"),
        ({"id": "y"}, "There is no ready workshop 'x'. Use one of: y."),
    ],
)
def test_a_damaged_register_has_a_plain_message(portal, monkeypatch, changed, message):
    register(monkeypatch, **changed)
    status, out, said = portal(*READY)
    assert (status, out) == (2, "")
    assert message in said
