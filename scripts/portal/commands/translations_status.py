"""Show what is missing, stale and fresh, page by page and section by section.

A page counts as stale while one of its sections does not render the English text as it stands.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.errors import PageError
    from portal.pages import Site
    from portal.translations.state import PageStatus
    from portal.translations.worth import Task


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = parser.add_argument
    add("--lang", metavar="L", action="append", default=[], help="a language (default: all)")
    add("--all", action="store_true", help="show the fresh pages, too")
    add("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Write the states and return 0, or 2 where a page cannot be read; raise PortalError."""
    from portal.errors import PageError
    from portal.pages import open_site
    from portal.project import find_root
    from portal.translations.choosing import read_languages
    from portal.translations.state import statuses

    site = open_site(find_root())
    found = list(statuses(site, read_languages(site, arguments.lang)))
    errors = [item for item in found if isinstance(item, PageError)]
    pages = [item for item in found if not isinstance(item, PageError)]
    if arguments.format == "json":
        text = json.dumps(as_data(site, pages, arguments.lang), ensure_ascii=False, indent=2) + "\n"
    else:
        text = "".join(f"{line}\n" for line in _table(site, pages, everything=arguments.all))
    sys.stdout.write(text)
    _say(errors)
    return 2 if errors else 0


def as_data(site: Site, pages: Sequence[PageStatus], codes: Sequence[str]) -> dict[str, Any]:
    """Return the JSON answer: language to page key to its state."""
    from portal.translations.choosing import read_languages

    data: dict[str, Any] = {code: {} for code in read_languages(site, codes)}
    for page in pages:
        data[page.language][page.key] = page.as_data()
    return data


def _say(errors: Sequence[PageError]) -> None:
    from portal.findings_output.safe_text import visible

    for line in dict.fromkeys(str(error) for error in errors):
        sys.stderr.write(visible(line) + "\n")


def _table(site: Site, pages: Sequence[PageStatus], *, everything: bool) -> Iterator[str]:
    """Yield one line per language, then the pages of each in the order of their worth."""
    from portal.findings_output.safe_text import visible
    from portal.translations.worth import tasks

    codes = dict.fromkeys(page.language for page in pages)
    yield f"{'LANGUAGE':<10}{'FRESH':>7}{'STALE':>7}{'MISSING':>9}{'ORPHAN':>8}{'REVIEWED':>10}"
    for code in codes:
        own = [page for page in pages if page.language == code]
        counts = [sum(page.state == state for page in own) for state in
                  ("fresh", "stale", "missing", "orphan")]  # fmt: skip
        reviewed = sum(page.review == "reviewed" for page in own)
        fresh, stale, missing, orphan = counts
        yield f"{code:<10}{fresh:>7}{stale:>7}{missing:>9}{orphan:>8}{reviewed:>10}"
    for code in codes:
        own = [page for page in pages if page.language == code]
        listed = tasks(site, own, everything=everything)
        if listed:
            yield ""
            yield f"{code}: what to do next, first what most learners meet"
        for task in listed:
            yield visible(f"  {task.status.state:<8} {task.status.key:<45} {_details(task)}")


def _details(task: Task) -> str:
    status = task.status
    parts = [f"paths: {task.paths}"]
    if status.at_risk:
        parts.append(f"SAFETY: {', '.join(status.at_risk)}")
    groups = {
        "stale": status.outdated,
        "not confirmed": status.unconfirmed,
        "missing": () if status.state == "missing" else _missing(status),
        "extra": _extra(status),
    }
    parts += [f"{name}: {', '.join(ids)}" for name, ids in groups.items() if ids]
    if task.renamed_to:
        parts.append(f"the English page is now {task.renamed_to}: rename this one, too")
    elif status.state == "orphan":
        parts.append("no English page of this path")
    return "; ".join([*parts, *([status.review] if status.review else [])])


def _missing(status: PageStatus) -> tuple[str, ...]:
    from portal.translations.state import SectionState

    return status.ids(SectionState.MISSING)


def _extra(status: PageStatus) -> tuple[str, ...]:
    from portal.translations.state import SectionState

    return status.ids(SectionState.EXTRA)
