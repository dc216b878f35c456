"""The page that lists the cases by the three topics of decision MC-5/12, paragraph 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portal.evidence.case_counts import count_cases
from portal.evidence.case_studies import TOPICS, CaseStudy, read_cases
from portal.evidence.case_wording import places_text
from portal.evidence.charts import Bars
from portal.evidence.documents import (
    Block,
    Chart,
    Heading,
    Paragraph,
    Report,
    Run,
    Table,
    Words,
    say,
)
from portal.evidence.wording import Wording

PAGE = "cases/index"
"""Key of the page."""


def cases_index(words: Wording) -> Report:
    """Return the list in the language of `words`."""
    cases, label = read_cases(words.site, words.code), words.labels
    return Report(
        title=label("cases.title"),
        summary=label("cases.summary"),
        language=words.code,
        blocks=tuple(_blocks(cases, words)),
        data={"cases": [case.key for case in cases]},
    )


def _blocks(cases: tuple[CaseStudy, ...], words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Paragraph(say(label("cases.text")))
    yield Paragraph(say(label("desk.cases", len(cases)), ". ", words.link("desk-study")))
    counts = count_cases(cases).sectors
    yield counted_chart(
        "desk.by-sector",
        [(label(f"case.sector.{name}"), count) for name, count in counts.items()],
        words,
    )
    for topic in TOPICS:
        found = [case for case in cases if case.topic == topic]
        if found:
            yield Heading(label(f"case.topic.{topic}"), f"topic-{topic}")
            head = ("case", "sector", "place", "certainty")
            yield Table(
                [label(f"case.{name}") for name in head], [_row(case, words) for case in found]
            )


def _row(case: CaseStudy, words: Wording) -> list[Words]:
    label = words.labels
    return [
        (title_link(case, words),),
        say(label(f"case.sector.{case.sector}")),
        say(places_text(case, label)),
        say(label(f"case.certainty.{case.facts.get('certainty')}")),
    ]


def counted_chart(caption: str, counts: Sequence[tuple[str, int]], words: Wording) -> Chart:
    """Return bars with a caption; their alternative text says every value."""
    label = words.labels
    spoken = (label("desk.values", name=name, count=count) for name, count in counts)
    bars = Bars(tuple(counts), label.language.code, label.language.direction)
    return Chart(bars, label(caption), label("list.separator").join(spoken))


def title_link(case: CaseStudy, words: Wording) -> Run:
    """Return the title as a link, marked where it is in another language."""
    language = None if case.language == words.code else case.language
    return Run(case.title, language=language, page=case.key)
