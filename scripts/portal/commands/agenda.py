"""Plan a workshop: modules in, days with clock times and breaks out, to standard output."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from portal.agenda.planning import Agenda
    from portal.agenda.wishes import Wishes
    from portal.agenda.wording import Wording


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    declare_wishes(parser)
    parser.add_argument(
        "--format", choices=("text", "md", "csv", "ics"), default="text", help="default: text"
    )


def declare_wishes(parser: argparse.ArgumentParser, *, frame: int = 0) -> None:
    """Declare what `agenda` and `workshop` share; `frame`: minutes of opening and closing."""
    add = parser.add_argument
    add("modules", nargs="+", metavar="MODULE", help="track/name, in the order of teaching")
    add("--date", metavar="D", help="the first day, like 2027-03-01")
    add("--days", metavar="N", default="1", help="from 1 to 10 (default: 1)")
    add("--start", metavar="T", default="09:00", help="default: 09:00")
    add("--end", metavar="T", default="17:00", help="warn of a later end (default: 17:00)")
    add("--timezone", metavar="Z", help="a name like Africa/Dakar")
    add("--lang", metavar="L", default="en", help="the language of the agenda (default: en)")
    add("--lunch", metavar="T", default="12:30", help="wished time, or none (default: 12:30)")
    add("--lunch-minutes", metavar="N", default="60", help="default: 60")
    add("--break-minutes", metavar="N", default="15", help="default: 15")
    add("--prayer", metavar="T", action="append", default=[], help="a prayer break, not before T")
    add("--prayer-minutes", metavar="N", default="15", help="default: 15")
    text = f"minutes for the opening with the pre-test (default: {frame})"
    add("--opening", metavar="N", default=str(frame), help=text)
    text = f"minutes for post-test, evaluation and closing (default: {frame})"
    add("--closing", metavar="N", default=str(frame), help=text)
    text = "minutes of work on own papers after each module (default: 0)"
    add("--practice", metavar="N", default="0", help=text)
    text = "move the P-th pause of day D by N minutes, if it is a short break: 1.2:-15"
    add("--move", metavar="D.P:N", action="append", default=[], help=text)


def run(arguments: argparse.Namespace) -> int:
    """Write the agenda and return 0; raise PortalError for what cannot be planned."""
    from portal.agenda.formats import FORMATS
    from portal.project import find_root

    root = find_root()
    words = plan_as_wished(root, arguments)
    text = FORMATS[arguments.format](words)
    warn(root, words.agenda, arguments.lang)
    # The line ends of CSV and iCalendar are theirs, not the system's.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)
    return 0


def plan_as_wished(root: Path, arguments: argparse.Namespace) -> Wording:
    """Plan what the arguments ask for; raise PortalError."""
    from portal.agenda.planning import plan
    from portal.agenda.teachable import choose, known_titles
    from portal.agenda.wording import Wording
    from portal.languages import load_labels
    from portal.pages import open_site

    labels = load_labels(root, arguments.lang)
    wishes, site = read_wishes(arguments), open_site(root)
    modules = choose(site, arguments.modules, arguments.lang)
    return Wording(plan(modules, wishes, titles=known_titles(site, arguments.lang)), labels)


def read_wishes(arguments: argparse.Namespace) -> Wishes:
    """Return the wishes that the arguments are; raise PortalError for a wrong word."""
    from portal.agenda import wishes

    given = vars(arguments)
    lunch = given["lunch"]
    return wishes.Wishes(
        days=wishes.read_days(given["days"]),
        date=wishes.read_date(given["date"]) if given["date"] else None,
        zone=wishes.read_zone(given["timezone"]) if given["timezone"] else None,
        start=wishes.read_time(given["start"], name="--start"),
        end=wishes.read_time(given["end"], name="--end"),
        lunch=None if lunch == "none" else wishes.read_time(lunch, name="--lunch"),
        lunch_minutes=wishes.read_minutes(given["lunch_minutes"], name="--lunch-minutes", least=15),
        prayers=tuple(wishes.read_time(text, name="--prayer") for text in given["prayer"]),
        prayer_minutes=wishes.read_minutes(
            given["prayer_minutes"], name="--prayer-minutes", least=5
        ),
        break_minutes=wishes.read_minutes(given["break_minutes"], name="--break-minutes", least=5),
        opening=wishes.read_minutes(given["opening"], name="--opening"),
        closing=wishes.read_minutes(given["closing"], name="--closing"),
        practice=wishes.read_minutes(given["practice"], name="--practice"),
        moves=wishes.read_moves(given["move"]),
    )


def warn(root: Path, agenda: Agenda, language: str) -> None:
    """Write to standard error what the trainer should know."""
    from portal.agenda.wording import Wording
    from portal.languages import SOURCE_LANGUAGE, load_labels

    labels = load_labels(root, SOURCE_LANGUAGE)
    lines = list(Wording(agenda, labels).warnings())
    lines += [
        labels("agenda.warn-untranslated", module=module.key, language=language)
        for module in agenda.modules
        if module.language != language
    ]
    sys.stderr.writelines(f"{labels('agenda.warning')} {line}\n" for line in lines)
