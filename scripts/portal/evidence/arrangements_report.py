"""The register as a page that can be filtered, and as the report that MC-1/21 speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from portal.convention import heading
from portal.errors import DataError
from portal.evidence.arrangements import FILE, load_register
from portal.evidence.charts import Bars
from portal.evidence.documents import (
    Block,
    Chart,
    Heading,
    Items,
    Paragraph,
    Report,
    Run,
    Table,
    Words,
    say,
)
from portal.evidence.places import WORLD, place_name
from portal.evidence.register_changes import change_blocks
from portal.evidence.register_map import map_blocks
from portal.languages import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from portal.evidence.arrangement_model import Activity, Arrangement, Register
    from portal.evidence.wording import Wording

PAGE = "arrangements"
"""Key of the page."""
_COLUMNS = ("name", "kind", "seat", "regions", "languages", "help")


def arrangements_report(words: Wording) -> Report:
    """Return the report to the Conference in a language; raise DataError for a broken register."""
    register, label = _register(words), words.labels
    blocks: list[Block] = [Paragraph(say(label("register.report-text")))]
    blocks += [Paragraph(say(label("desk.not-official"))), *_kinds(register, words)]
    blocks += [*_activities(register, words), *_asked(register, words)]
    blocks += [*map_blocks(register, words), *_arrangements(register, words)]
    blocks += change_blocks(register, words)
    return Report(
        title=label("register.report"),
        summary=label("register.summary"),
        language=words.code,
        blocks=tuple(blocks),
        data={
            "counts": {
                "arrangements": len(register.arrangements),
                "activities": len(register.activities),
                "kinds": dict(Counter(entry.kind for entry in register.arrangements)),
            },
            **register.model_dump(mode="json"),
        },
    )


def register_page(words: Wording) -> Report:
    """Return what the page of the register shows: the same, map and arrangements first."""
    register, label = _register(words), words.labels
    blocks: list[Block] = [Paragraph(say(label("register.text")))]
    blocks += [*map_blocks(register, words), *_arrangements(register, words)]
    blocks += [*_activities(register, words), *_asked(register, words)]
    blocks += change_blocks(register, words)
    return Report(
        label("register.title"), label("register.summary"), words.code, tuple(blocks), data={}
    )


def _register(words: Wording) -> Register:
    register = load_register(words.site.root)
    if register is None:
        raise DataError("The file is missing. Restore it.", path=FILE)
    return register


def _arrangements(register: Register, words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Heading(label("register.arrangements"), "arrangements")
    head = [label(f"register.{name}") if name != "regions" else label("case.region")
            for name in _COLUMNS]  # fmt: skip
    yield Table(head, [_row(entry, words) for entry in register.arrangements])


def _row(entry: Arrangement, words: Wording) -> list[Words]:
    label, sure = words.labels, entry.certainty
    title = entry.name if entry.abbreviation is None else f"{entry.name} ({entry.abbreviation})"
    mark = None if words.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE
    place = [entry.seat] if entry.seat and sure.seat != "unknown" else []
    if entry.country:
        place.append(place_name(entry.country, label.language.babel))
    unsure = "recalled" in {sure.seat, sure.country}
    languages = [_language(code, words) for code in entry.languages]
    joined = label("list.separator").join
    return [
        (Run(title, language=mark, url=entry.url), Run(". "), *words.told(entry.mandate)),
        say(label(f"register.kind.{entry.kind}")),
        _sure(joined(place), words, recalled=unsure),
        say(joined(_region(region, words) for region in entry.regions)),
        _sure(joined(languages), words, recalled=sure.languages == "recalled"),
        _sure(
            joined(label(f"register.help.{kind}") for kind in entry.help),
            words,
            recalled=sure.help == "recalled",
        ),
    ]


def _sure(text: str, words: Wording, *, recalled: bool) -> Words:
    if not text:
        return say(words.labels("register.not-seen"))
    return say(text, f" ({words.labels('evidence.tbc')})" if recalled else "")


def _region(code: str, words: Wording) -> str:
    if code == WORLD:
        return words.labels("register.global")
    return place_name(code, words.labels.language.babel)


def _language(code: str, words: Wording) -> str:
    from babel import Locale

    name = Locale.parse(words.labels.language.babel).languages.get(code, code)
    return str(name)


def _activities(register: Register, words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Heading(label("register.activities"), "activities")
    yield Paragraph(say(label("register.activities-text")))
    names = {entry.id: entry.abbreviation or entry.name for entry in register.arrangements}
    head = [label(f"register.{name}") for name in
            ("activity", "by", "for", "provision", "funder", "result")]  # fmt: skip
    head.insert(1, label("case.years"))
    yield Table(head, [_activity(activity, names, words) for activity in register.activities])


def _activity(activity: Activity, names: dict[str, str], words: Wording) -> list[Words]:
    label = words.labels
    places = label("list.separator").join(_region(code, words) for code in activity.places)
    source = Run(label("evidence.source"), url=activity.sources[0])
    return [
        (*words.told(activity.what), Run(" ("), source, Run(")")),
        say(activity.years),
        (words.english(names.get(activity.by, activity.by)),),
        say(places),
        say(heading(activity.provision, words.code)),
        (words.english(activity.funder),) if activity.funder else say(label("register.not-seen")),
        words.told(activity.result) if activity.result else say(label("register.not-seen")),
    ]


def _asked(register: Register, words: Wording) -> Iterator[Block]:
    label = words.labels
    yield Heading(label("register.asked"), "asked")
    if not register.asked:
        yield Paragraph(say(label("register.asked-nobody")))
        return
    yield Items(
        [
            say(
                words.english(asked.who),
                f" ({asked.date.isoformat()}): ",
                label("register.answered") + f" ({asked.answered.isoformat()})"
                if asked.answered
                else label("register.no-answer"),
            )
            for asked in register.asked
        ]
    )


def _kinds(register: Register, words: Wording) -> Iterator[Block]:
    label = words.labels
    counts = Counter(entry.kind for entry in register.arrangements)
    named = tuple((label(f"register.kind.{kind}"), count) for kind, count in counts.items())
    language = label.language
    spoken = (label("desk.values", name=name, count=count) for name, count in named)
    yield Chart(
        Bars(named, language.code, language.direction),
        label("register.kind"),
        label("list.separator").join(spoken),
    )
