"""Training delivered, counted from the anonymous records of workshops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from portal.assessment.workshop_records import read_records
from portal.evidence.documents import Block, Heading, Items, Paragraph, Report, Table, say
from portal.evidence.places import place_name

if TYPE_CHECKING:
    from portal.assessment.workshop_record_model import WorkshopRecord
    from portal.evidence.wording import Wording


def training_report(words: Wording) -> Report:
    """Return the report in the language of `words`; raise DataError for a record that is none."""
    records = [held.record for held in read_records(words.site.root)]
    data = _data(records)
    blocks = _blocks(data, words) if records else iter([_empty(words)])
    label = words.labels
    return Report(
        label("training.title"), label("training.summary"), words.code, tuple(blocks), data
    )


def _empty(words: Wording) -> Block:
    return Paragraph(say(words.labels("training.empty")))


def _data(records: Sequence[WorkshopRecord]) -> dict[str, Any]:
    taught = Counter(key for record in records for key in record.modules)
    return {
        "workshops": len(records),
        "participants": sum(record.participants.total for record in records),
        "countries": dict(sorted(Counter(record.country for record in records).items())),
        "years": dict(sorted(Counter(record.date[:4] for record in records).items())),
        "modules": dict(sorted(taught.items())),
        "by_sex": _groups(records, "by_sex"),
        "by_function": _groups(records, "by_function"),
        "tests": {name: _test(records, name) for name in ("before", "after")},
    }


def _groups(records: Sequence[WorkshopRecord], name: str) -> dict[str, int]:
    """Add up the groups; people of a workshop without groups stand under `merged`."""
    counts: Counter[str] = Counter()
    for record in records:
        groups = getattr(record.participants, name)
        counts.update(groups if groups is not None else {"merged": record.participants.total})
    return dict(sorted(counts.items()))


def _test(records: Sequence[WorkshopRecord], name: str) -> dict[str, int] | None:
    """Return people and their average share of right answers, weighted by people."""
    tests = [getattr(record.tests, name) for record in records if record.tests is not None]
    taken = [test for test in tests if test is not None]
    people = sum(test.people for test in taken)
    if not people:
        return None
    percent = sum(test.people * test.percent for test in taken) / people
    return {"people": people, "percent": round(percent)}


def _blocks(data: dict[str, Any], words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Items(
        [
            (*words.name("training.workshops"), *say(label.number(data["workshops"]))),
            (*words.name("training.people"), *say(label.number(data["participants"]))),
            (*words.name("training.countries"), *say(_countries(data, words))),
        ]
    )
    yield Paragraph(say(label("training.privacy")))
    number = label("evidence.number")
    for name in ("by_sex", "by_function"):
        caption = f"training.{name.replace('_', '-')}"
        yield Heading(label(caption), name.replace("_", "-"))
        rows = [[say(_group(group, words)), say(label.number(count))]
                for group, count in data[name].items()]  # fmt: skip
        yield Table([label(caption), number], rows)
    yield Heading(label("training.modules"), "modules")
    taught = [[(words.link(key),), say(label.number(count))]
              for key, count in data["modules"].items()]  # fmt: skip
    yield Table([label("training.modules"), label("training.workshops")], taught)
    yield from _tests(data, words)


def _tests(data: dict[str, Any], words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Heading(label("training.tests"), "tests")
    rows = [
        [
            say(label(f"training.{name}")),
            say(label.number(test["people"])),
            say(f"{test['percent']} %"),
        ]
        for name, test in data["tests"].items()
        if test is not None
    ]
    if rows:
        head = [label("training.tests"), label("training.people"), label("training.percent")]
        yield Table(head, rows)
    else:
        yield Paragraph(say(label("evidence.none")))


def _countries(data: dict[str, Any], words: Wording) -> str:
    label = words.labels
    return label("list.separator").join(
        f"{place_name(code, label.language.babel)} ({label.number(count)})"
        for code, count in data["countries"].items()
    )


def _group(group: str, words: Wording) -> str:
    audience = f"audience.{group}"
    return words.labels(audience if audience in words.labels.source else f"training.{group}")
