"""Show which pages teach, cite and tell each provision, what is translated, and what is missing."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.coverage import Coverage, Gaps
    from portal.goals import Goal
    from portal.languages import Languages
    from portal.tallies import Tally

_WIDTH = 80


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Write the table and return 0; raise PortalError where the project cannot be read."""
    from portal.convention import load_treaty
    from portal.coverage import cover, find_gaps
    from portal.goals import goals
    from portal.pages import open_site
    from portal.project import find_root
    from portal.readability import figures
    from portal.tallies import tally

    site = open_site(find_root())
    rows = cover(site, load_treaty())
    gaps, tallies = find_gaps(rows), tally(site)
    aims, readings = goals(site, rows, tallies), figures(site)
    if arguments.format == "json":
        answer = as_data(rows, gaps, tallies, aims, readings)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        lines = text_lines(rows, gaps, tallies, aims, readings, site.languages)
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def as_data(
    rows: Sequence[Coverage],
    gaps: Gaps,
    tallies: Mapping[str, Tally],
    aims: Sequence[Goal],
    readings: Mapping[str, Mapping[str, Mapping[str, float]]],
) -> dict[str, object]:
    """Return what the JSON answer holds; its keys stay, others may join them."""
    languages = {code: asdict(found) for code, found in tallies.items()}
    counts = {name: n for name, n in languages["en"].items() if name != "not_translated"}
    return {
        "counts": counts,
        "languages": languages,
        "provisions": [asdict(row) for row in rows],
        "gaps": asdict(gaps),
        "readability": readings,
        "goals": [{**asdict(goal), "met": goal.met} for goal in aims],
    }


def text_lines(
    rows: Sequence[Coverage],
    gaps: Gaps,
    tallies: Mapping[str, Tally],
    aims: Sequence[Goal],
    readings: Mapping[str, Mapping[str, Mapping[str, float]]],
    languages: Languages,
) -> Iterator[str]:
    """Yield the table for people, in lines of at most 80 columns."""
    yield "WHAT THE PAGES COVER"
    yield "Modules that teach a provision or something below it stand under it."
    yield "Page: written by hand, or only made from the treaty's data."
    yield ""
    yield from _provisions([row for row in rows if row.kind != "decision_paragraph"])
    yield ""
    yield from _paragraphs([row for row in rows if row.kind == "decision_paragraph"])
    yield ""
    yield from _languages(tallies, languages)
    yield ""
    yield from _readings(readings, languages)
    yield ""
    yield from _gaps(gaps, tallies, languages)
    yield ""
    yield from _goals(aims)


def _provisions(rows: Sequence[Coverage]) -> Iterator[str]:
    yield f"{'PROVISION':<54}  {'MODULES':>7}  {'CITED':>5}  PAGE"
    for row in rows:
        name = f"{row.heading:<11} {textwrap.shorten(row.title, 42, placeholder=' …')}"
        page = "written" if row.written else "made" if row.page else "none"
        yield f"{name:<54}  {_number(row.modules):>7}  {_number(row.cited_on):>5}  {page}"
        yield from _names(row.modules)


def _paragraphs(rows: Sequence[Coverage]) -> Iterator[str]:
    yield f"{'DECISIONS THAT ASK FOR TRAINING':<54}  {'PAGES':>7}  {'CITED':>5}"
    for row in rows:
        count, cited = _number(row.served_by), _number(row.cited_on)
        yield f"{row.heading:<54}  {count:>7}  {cited:>5}"
        yield from _names(row.served_by)


def _number(pages: Sequence[str]) -> str:
    return str(len(pages)) if pages else "-"


def _names(names: Sequence[str]) -> Iterator[str]:
    indent = " " * 12
    if names:
        # A name may be long; it is never cut, so that it can be copied.
        yield from textwrap.wrap(
            ", ".join(names), _WIDTH, initial_indent=indent, subsequent_indent=indent,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip


def _languages(tallies: Mapping[str, Tally], languages: Languages) -> Iterator[str]:
    columns = ("MODULES", "MINUTES", "TERMS", "WORKSHOPS", "PATHS", "PAGES")
    yield f"{'LANGUAGE':<12}" + "".join(f"{name:>11}" for name in columns)
    for code, found in tallies.items():
        values = (
            f"{found.modules} of {found.modules + len(found.not_translated)}",
            *(found.minutes, found.terms, found.workshops, found.paths, found.pages),
        )
        name = languages.get(code).english
        yield f"{name:<12}" + "".join(f"{value!s:>11}" for value in values)


def _gaps(gaps: Gaps, tallies: Mapping[str, Tally], languages: Languages) -> Iterator[str]:
    from portal.convention import heading

    yield "WHAT IS MISSING"
    said = (
        ("Operative articles (3-22) that no module teaches", gaps.operative_not_taught),
        ("Annexes that no module teaches", gaps.annexes_not_taught),
        ("Paragraphs of the decisions that no page serves", gaps.not_served),
        ("Provisions that no English page cites", gaps.not_cited),
        ("Pages that nobody has written yet", gaps.not_written),
    )
    for words, names in said:
        yield from _item(words, [heading(name) for name in names])
    for code, found in tallies.items():
        if found.not_translated:
            yield from _item(f"Modules not in {languages.get(code).english}", found.not_translated)


def _readings(
    readings: Mapping[str, Mapping[str, Mapping[str, float]]], languages: Languages
) -> Iterator[str]:
    from portal.readability import HARD

    yield f"{'LIX':<12}  {'MEDIAN':>6}  {'HARD':>4}  {'MOST':>4}  PAGE"
    for code, pages in readings.items():
        name = languages.get(code).english
        hardest = max(pages, key=lambda key: pages[key]["lix"])
        values = [found["lix"] for found in pages.values()]
        numbers = f"{median(values):>6.0f}  {HARD[code]:>4.0f}  {max(values):>4.0f}"
        yield f"{name:<12}  {numbers}  {hardest}"


def _goals(aims: Sequence[Goal]) -> Iterator[str]:
    from portal.convention import heading

    yield f"{'WHAT THERE SHALL BE':<54}  {'WANTED':>7}  {'FOUND':>5}"
    for goal in aims:
        missed = "" if goal.met else "  NO"
        yield f"{goal.says:<54}  {goal.wanted:>7}  {goal.found:>5}{missed}"
    yield ""
    open_ones = [goal for goal in aims if not goal.met]
    for goal in open_ones:
        names = "; ".join(_joined([heading(name) for name in goal.missing]))
        what = names or f"{goal.wanted - goal.found} more"
        yield from _wrapped(f"- Missing: {goal.says.replace('... of them', 'Pages')}: {what}.")
    if not open_ones:
        yield "All of this is there."


def _item(words: str, names: Sequence[str]) -> Iterator[str]:
    what = f"{len(names)} ({'; '.join(_joined(names))})" if names else "none"
    yield from _wrapped(f"- {words}: {what}.")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _joined(names: Sequence[str]) -> Iterator[str]:
    """Say a common beginning once, and numbers that follow each other as a range.

    >>> list(_joined(["Article 5", "Article 6", "Article 7", "Article 9", "Annex A"]))
    ['Article 5 to 7, 9', 'Annex A']
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        start, space, last = name.rpartition(" ")
        groups.setdefault(start + space, []).append(last)
    for start, lasts in groups.items():
        yield start + ", ".join(_ranges(lasts))


def _ranges(numbers: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(numbers):
        end = place
        while (
            end + 1 < len(numbers)
            and numbers[end].isdecimal()
            and numbers[end + 1] == str(int(numbers[end]) + 1)
        ):
            end += 1
        if end - place < 2:
            end = place
        yield numbers[place] if end == place else f"{numbers[place]} to {numbers[end]}"
        place = end + 1
