"""Renew one issue per language that says what its translators can do next."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--event", type=Path, required=True, help="the event file of the run")


def run(arguments: argparse.Namespace) -> int:
    """Renew the issues and return 0; raise PortalError."""
    from portal.commands.github_comment import service
    from portal.errors import PageError
    from portal.pages import open_site
    from portal.project import find_root
    from portal.pull_requests.events import read_event, repository
    from portal.pull_requests.status_issues import issue_text, renew_issue
    from portal.translations.state import PageStatus, statuses, translation_languages
    from portal.translations.worth import tasks

    place = repository(read_event(arguments.event), shown=str(arguments.event))
    address = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{place}"
    site, door = open_site(find_root()), service(place)
    for code in translation_languages(site):
        found = list(statuses(site, (code,)))
        for error in found:
            if isinstance(error, PageError):
                sys.stderr.write(f"{error}\n")
        pages = [one for one in found if isinstance(one, PageStatus)]
        fresh = sum(one.state == "fresh" for one in pages)
        language = site.languages.get(code)
        text = issue_text(language, tasks(site, pages), address=address, fresh=fresh)
        sys.stderr.write(f"{renew_issue(door, language, text)}\n")
    return 0
