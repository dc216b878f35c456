"""List the dated facts to be looked at again by a day, and the pages that hang on them.

A fact carries `review_by`: a source in the front matter of a page, an entry of a register in
docs/data/, an amendment of the treaty. The earliest stands first.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.due import DatedFact


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = parser.add_argument
    add("--until", metavar="DATE", help="the last day, as in 2028-01-01 (default: today)")
    add("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Write the facts and return 0, or 2 where one cannot be read; raise PortalError."""
    from portal.agenda.wishes import read_date
    from portal.due import dated_facts
    from portal.findings_output.safe_text import visible
    from portal.pages import open_site
    from portal.project import find_root

    given = arguments.until
    # The day where the reader is, as their calendar has it.
    until = datetime.datetime.now().astimezone().date() if given is None else (
        read_date(given, name="--until")
    )  # fmt: skip
    facts, faults = dated_facts(open_site(find_root()), until=until)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(as_data(facts, until), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{visible(line)}\n" for line in text_lines(facts, until)))
    for line in dict.fromkeys(map(str, faults)):
        sys.stderr.write(visible(line) + "\n")
    return 2 if faults else 0


def as_data(facts: Sequence[DatedFact], until: datetime.date) -> dict[str, Any]:
    """Return the JSON answer; its keys stay, others may join them."""
    return {
        "until": until.isoformat(),
        "facts": [{**asdict(fact), "review_by": fact.review_by.isoformat()} for fact in facts],
    }


def text_lines(facts: Sequence[DatedFact], until: datetime.date) -> Iterator[str]:
    """Yield the list for people."""
    if not facts:
        yield f"Nothing falls due by {until}."
        return
    pages = {page.key for fact in facts for page in fact.pages}
    yield f"TO BE LOOKED AT AGAIN BY {until}"
    for fact in facts:
        yield ""
        yield f"{fact.review_by}  {_named(fact)}"
        indent = " " * 12
        if fact.url:
            yield f"{indent}{fact.url}"
        yield from (f"{indent}in {place.path}:{place.line}" for place in fact.places)
        for page in fact.pages:
            yield f"{indent}{page.key} ({', '.join(page.languages) or 'made from data'})"
    yield ""
    yield f"{_count(len(facts), 'fact')}, {_count(len(pages), 'page')} in their languages."


def _named(fact: DatedFact) -> str:
    origin = ", ".join(str(word) for word in (fact.publisher, fact.year) if word is not None)
    return f"{fact.what} ({origin})" if origin else fact.what


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
