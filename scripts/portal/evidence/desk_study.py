"""The desk study of decision MC-5/12, paragraph 1, compiled from the cases and the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from portal.evidence.case_counts import CaseCounts, Needs, count_cases, weigh_needs
from portal.evidence.case_studies import TOPICS, CaseStudy, read_cases
from portal.evidence.case_wording import figure_text, places_text
from portal.evidence.cases_index import counted_chart, title_link
from portal.evidence.documents import (
    Block,
    Heading,
    Items,
    Paragraph,
    Report,
    Run,
    Table,
    Words,
    say,
)
from portal.evidence.places import place_name
from portal.evidence.wording import Wording

PAGE = "desk-study"
"""Key of the page."""


def desk_study(words: Wording) -> Report:
    """Return the study in the language of `words`; raise DataError for a broken register."""
    cases = read_cases(words.site, words.code)
    counts, needs = count_cases(cases), weigh_needs(cases, words.site.root)
    return Report(
        title=words.labels("desk.title"),
        summary=words.labels("desk.summary"),
        language=words.code,
        blocks=tuple(_blocks(cases, counts, needs, words)),
        data=_data(cases, counts, needs),
    )


def _blocks(
    cases: Sequence[CaseStudy], counts: CaseCounts, needs: Needs, words: Wording
) -> Iterator[Block]:
    label = words.labels
    yield Paragraph(say(label("desk.not-official")))
    yield Heading(label("desk.how"), "how")
    yield Paragraph(say(label("desk.cases", counts.total), ". ", label("desk.how-text")))
    yield from _charts(counts, words)
    for topic in TOPICS:
        yield Heading(label(f"case.topic.{topic}"), f"topic-{topic}")
        for case in cases:
            if case.topic == topic:
                yield from _case(case, words)
    yield from _needs(needs, words)
    yield from _limits(counts, words)


def _charts(counts: CaseCounts, words: Wording) -> Iterator[Block]:
    label, babel = words.labels, words.labels.language.babel
    yield from _chart("desk.by-topic", _named(counts.topics, "case.topic", words), words)
    yield from _chart("desk.by-sector", _named(counts.sectors, "case.sector", words), words)
    regions = [(place_name(code, babel), count) for code, count in counts.regions.items() if count]
    yield from _chart("desk.by-region", regions, words)
    yield Paragraph(say(label("desk.by-region-text")))
    yield from _chart("desk.by-kind", _named(counts.named_kinds, "case.kind", words), words)
    if counts.missing_kinds:
        kinds = label("list.separator").join(
            label(f"case.kind.{kind}") for kind in counts.missing_kinds
        )
        yield Paragraph(say(label("desk.missing", kinds=kinds)))
    yield from _chart("desk.by-other", _named(counts.other_kinds, "case.kind", words), words)
    yield Paragraph(say(label("desk.private", total=counts.total, count=counts.private)))


def _chart(caption: str, counts: Sequence[tuple[str, int]], words: Wording) -> Iterator[Block]:
    """Yield bars, and a table that says the same."""
    label = words.labels
    yield counted_chart(caption, counts, words)
    rows = [[say(name), say(label.number(count))] for name, count in counts]
    yield Table([label(caption), label("evidence.number")], rows)


def _named(counts: dict[str, int], prefix: str, words: Wording) -> list[tuple[str, int]]:
    return [(words.labels(f"{prefix}.{name}"), count) for name, count in counts.items()]


def _case(case: CaseStudy, words: Wording) -> Iterator[Block]:
    label = words.labels
    own = None if case.language == words.code else case.language
    yield Heading(case.title, case.key.replace("/", "-"), level=3)
    facts = f"{label(f'case.sector.{case.sector}')} · {places_text(case, label)} · "
    certainty = label(f"case.certainty.{case.facts.get('certainty')}")
    yield Paragraph(say(f"{facts}{label('case.certainty')}: {certainty}"))
    yield Paragraph((Run(f"{case.summary} {case.shows}", language=own),))
    figures = [_figure(case, name, words) for name in case.figures]
    yield Items([*figures, _sources(case, words)])


def _figure(case: CaseStudy, name: str, words: Wording) -> Words:
    own = None if case.language == words.code else case.language
    text = figure_text(case.figures[name], words.labels)
    return say(f"{text}: ", Run(case.figure_words.get(name, ""), language=own))


def _sources(case: CaseStudy, words: Wording) -> Words:
    label = words.labels
    source = (case.facts.get("sources") or [{}])[0]
    text = ", ".join(str(source.get(key, "")) for key in ("title", "publisher", "year"))
    link = Run(text, language=words.english("").language, url=source.get("url"))
    kind = label(f"case.kind.{case.source_kind}")
    return (*words.name("evidence.source"), link, Run(f" ({kind}). "), title_link(case, words))


def _needs(needs: Needs, words: Wording) -> Iterator[Block]:
    label, babel = words.labels, words.labels.language.babel
    yield Heading(label("desk.needs"), "needs")
    yield Paragraph(say(label("desk.needs-text")))
    head = [label("desk.need"), label("desk.offer")]
    sectors = [(label(f"case.sector.{name}"), *pair) for name, pair in needs.sectors.items()]
    regions = [(place_name(code, babel), *pair) for code, pair in needs.regions.items()]
    for name, rows in (("case.sector", sectors), ("case.region", regions)):
        yield Table([label(name), *head], [_weighed(row, words) for row in rows])


def _weighed(row: tuple[str, int, int], words: Wording) -> list[Words]:
    label, (name, wanted, offered) = words.labels, row
    gap = f" ({label('desk.gap')})" if wanted and not offered else ""
    return [say(name), say(label.number(wanted)), say(f"{label.number(offered)}{gap}")]


def _limits(counts: CaseCounts, words: Wording) -> Iterator[Block]:
    label, babel = words.labels, words.labels.language.babel
    yield Heading(label("desk.limits"), "limits")
    items = [say(label(f"desk.limit-{name}")) for name in ("read", "choice", "asked")]
    empty = [place_name(code, babel) for code, count in counts.regions.items() if not count]
    if empty:
        regions = label("list.separator").join(empty)
        items.append(say(label("desk.limit-places", regions=regions)))
    yield Items(items)


def _data(cases: Sequence[CaseStudy], counts: CaseCounts, needs: Needs) -> dict[str, Any]:
    return {
        "counts": {
            "cases": counts.total,
            "topics": counts.topics,
            "sectors": counts.sectors,
            "regions": counts.regions,
            "source_kinds": {**counts.named_kinds, **counts.other_kinds},
            "missing_source_kinds": list(counts.missing_kinds),
            "private_sector": counts.private,
        },
        "needs": {
            "sectors": {name: list(pair) for name, pair in needs.sectors.items()},
            "regions": {name: list(pair) for name, pair in needs.regions.items()},
        },
        "cases": [
            {
                "key": case.key,
                "title": case.title,
                "topic": case.topic,
                "sector": case.sector,
                "places": list(case.places),
                "figures": {name: dict(figure) for name, figure in case.figures.items()},
                "sources": [source.get("url") for source in case.facts.get("sources") or ()],
            }
            for case in cases
        ],
    }
