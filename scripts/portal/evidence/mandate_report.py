"""The mandate as a report: every paragraph, its level, and what serves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from portal.convention import heading
from portal.evidence.documents import Block, Heading, Items, Paragraph, Report, Run, Table, say
from portal.evidence.mandate import LEVELS, load_mandate
from portal.evidence.wording import Wording

if TYPE_CHECKING:
    from portal.evidence.mandate_model import InWords, Mandate, MandateParagraph

PAGE = "about/mandate"
"""Key of the page."""


def mandate_report(words: Wording) -> Report:
    """Return the report in the language of `words`; raise DataError for a broken file."""
    mandate = load_mandate(words.site.root)
    say_it = words.labels
    return Report(
        title=say_it("mandate.title"),
        summary=say_it("mandate.summary"),
        language=words.code,
        blocks=tuple(_blocks(mandate, words)),
        data=_data(mandate),
    )


def _blocks(mandate: Mandate, words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Paragraph(say(label("mandate.text")))
    counts = Counter[str](paragraph.level for paragraph in mandate.paragraphs)
    rows = [(say(label(f"mandate.{level}")), say(label(f"mandate.{level}.means")),
             say(label.number(counts[level]))) for level in LEVELS]  # fmt: skip
    yield Table([label("mandate.level"), "", label("evidence.number")], rows)
    yield Paragraph(say(label("mandate.not-added")))
    decision = ""
    for paragraph in mandate.paragraphs:
        if (name := paragraph.id.partition("__")[0]) != decision:
            decision = name
            yield Heading(heading(decision, words.code), decision.replace("_", "-"))
        yield from _paragraph(paragraph, words)


def _paragraph(paragraph: MandateParagraph, words: Wording) -> Iterator[Block]:
    label, number = words.labels, paragraph.id.rpartition("_")[2]
    yield Heading(
        label("mandate.paragraph", number=number), paragraph.id.replace("_", "-"), level=3
    )
    yield Paragraph(words.told(paragraph.asks))
    facts = [
        _named(words, "mandate.addressee", label(f"mandate.to.{paragraph.addressee}")),
        _named(words, "mandate.level", label(f"mandate.{paragraph.level}")),
    ]
    if paragraph.due is not None:
        meeting = label("mandate.meeting", number=paragraph.due)
        facts.append(_named(words, "mandate.due", meeting))
    if paragraph.later is not None:
        facts.append(_told(words, "mandate.later", paragraph.later))
    facts.append(_told(words, "mandate.how", paragraph.how))
    serving = words.listed([words.link(key) for key in paragraph.pages])
    if serving:
        facts.append((*words.name("mandate.pages"), *serving))
    for kind, prefix in (("reports", "portal report "), ("commands", "portal ")):
        names = [f"{prefix}{name}" for name in getattr(paragraph, kind)]
        if names:
            facts.append(_named(words, f"mandate.{kind}", label("list.separator").join(names)))
    yield Items(facts)


def _named(words: Wording, label: str, text: str) -> tuple[Run, ...]:
    return (*words.name(label), Run(text))


def _told(words: Wording, label: str, text: InWords) -> tuple[Run, ...]:
    return (*words.name(label), *words.told(text))


def _data(mandate: Mandate) -> dict[str, Any]:
    counts = Counter[str](paragraph.level for paragraph in mandate.paragraphs)
    return {
        "levels": {level: counts[level] for level in LEVELS},
        "paragraphs": [paragraph.model_dump() for paragraph in mandate.paragraphs],
    }
