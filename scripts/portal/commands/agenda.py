"""Plan a workshop: modules in, days with clock times and breaks out, to standard output."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from portal.agenda.planning import Agenda
    from portal.agenda.ready_workshops import ReadyWorkshop
    from portal.agenda.wishes import Wishes
    from portal.agenda.wording import Wording


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    declare_wishes(parser)
    parser.add_argument(
        "--format", choices=("text", "md", "csv", "ics"), default="text", help="default: text"
    )


DEFAULTS = {
    "days": "1",
    "start": "09:00",
    "end": "17:00",
    "lunch": "12:30",
    "lunch_minutes": "60",
    "break_minutes": "15",
    "prayer_minutes": "15",
    "practice": "0",
    "prayer": "",
    "move": "",
}
"""What holds where neither the arguments nor a ready workshop say anything."""


def declare_wishes(parser: argparse.ArgumentParser, *, frame: int = 0) -> None:
    """Declare what `agenda` and `workshop` share; `frame`: minutes of opening and closing."""
    add = parser.add_argument
    add("modules", nargs="*", metavar="MODULE", help="track/name, in the order of teaching")
    text = "a ready workshop instead of modules, with its hours unless others are given"
    add("--ready", metavar="ID", help=text)
    add("--date", metavar="D", help="the first day, like 2027-03-01")
    add("--days", metavar="N", help="from 1 to 10 (default: 1)")
    add("--start", metavar="T", help="default: 09:00")
    add("--end", metavar="T", help="warn of a later end (default: 17:00)")
    add("--timezone", metavar="Z", help="a name like Africa/Dakar")
    add("--lang", metavar="L", default="en", help="the language of the agenda (default: en)")
    add("--lunch", metavar="T", help="wished time, or none (default: 12:30)")
    add("--lunch-minutes", metavar="N", help="default: 60")
    add("--break-minutes", metavar="N", help="default: 15")
    add("--prayer", metavar="T", action="append", help="a prayer break, not before T")
    add("--prayer-minutes", metavar="N", help="default: 15")
    text = f"minutes for the opening with the pre-test (default: {frame})"
    add("--opening", metavar="N", help=text)
    text = f"minutes for post-test, evaluation and closing (default: {frame})"
    add("--closing", metavar="N", help=text)
    text = "minutes of work on own papers after each module (default: 0)"
    add("--practice", metavar="N", help=text)
    text = "move the P-th pause of day D by N minutes, if it is a short break: 1.2:-15"
    add("--move", metavar="D.P:N", action="append", help=text)
    parser.set_defaults(frame=str(frame))


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

    labels, ready = load_labels(root, arguments.lang), read_ready(root, arguments)
    wishes, site = read_wishes(arguments, ready), open_site(root)
    modules = choose(site, ready.modules if ready else arguments.modules, arguments.lang)
    return Wording(plan(modules, wishes, titles=known_titles(site, arguments.lang)), labels)


def read_ready(root: Path, arguments: argparse.Namespace) -> ReadyWorkshop | None:
    """Return the ready workshop asked for, None where modules are; raise PortalError."""
    from portal.agenda.ready_workshops import find_ready, ready_workshops
    from portal.errors import PortalError

    if arguments.ready is None and not arguments.modules:
        listed = ", ".join(workshop.id for workshop in ready_workshops(root))
        raise PortalError(f"No module is named. Name some, or use --ready with one of: {listed}.")
    if arguments.ready is not None and arguments.modules:
        raise PortalError("A ready workshop has its modules. Leave out --ready or the modules.")
    return None if arguments.ready is None else find_ready(root, arguments.ready)


def read_wishes(arguments: argparse.Namespace, ready: ReadyWorkshop | None = None) -> Wishes:
    """Return the wishes that the arguments are, over those of a ready workshop; raise PortalError.

    The file of ready workshops comes by pull request: its words are read like a user's.
    """
    from portal.agenda import wishes

    frame = dict.fromkeys(("opening", "closing"), arguments.frame)
    prepared = ready.wishes if ready else {}
    prepared = {name.replace("-", "_"): text for name, text in prepared.items()}
    said = {name: value for name, value in vars(arguments).items() if value is not None}
    given = {"date": None, "timezone": None} | DEFAULTS | frame | prepared | said
    lunch = given["lunch"]
    return wishes.Wishes(
        days=wishes.read_days(given["days"]),
        date=wishes.read_date(given["date"]) if given["date"] else None,
        zone=wishes.read_zone(given["timezone"]) if given["timezone"] else None,
        start=wishes.read_time(given["start"], name="--start"),
        end=wishes.read_time(given["end"], name="--end"),
        lunch=None if lunch == "none" else wishes.read_time(lunch, name="--lunch"),
        lunch_minutes=wishes.read_minutes(given["lunch_minutes"], name="--lunch-minutes", least=15),
        prayers=tuple(wishes.read_time(text, name="--prayer") for text in _pieces(given["prayer"])),
        prayer_minutes=wishes.read_minutes(
            given["prayer_minutes"], name="--prayer-minutes", least=5
        ),
        break_minutes=wishes.read_minutes(given["break_minutes"], name="--break-minutes", least=5),
        opening=wishes.read_minutes(given["opening"], name="--opening"),
        closing=wishes.read_minutes(given["closing"], name="--closing"),
        practice=wishes.read_minutes(given["practice"], name="--practice"),
        moves=wishes.read_moves(_pieces(given["move"])),
    )


def _pieces(said: str | list[str]) -> list[str]:
    """Return what was said several times; a ready workshop puts commas between."""
    return said if isinstance(said, list) else [text for text in said.split(",") if text]


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
