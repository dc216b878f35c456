"""The trainer's page: what its script must know to sum up the results of participants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portal.assessment.drawing import Item, fingerprint, pre_test
from portal.assessment.track_tests import objectives, words
from portal.countries import countries
from portal.embedded_json import script_json
from portal.languages import SOURCE_LANGUAGE, Labels
from portal.page_context import ModuleCard, TrackCard
from portal.pages import Site
from portal.written_dates import date_writing

PAGE = "facilitators/results"
"""Key of the page."""
_WORDS = ("results.", "record.", "test.before", "test.after", "test.objective",
          "result.code", "agenda.bad-date", "list.separator")  # fmt: skip


def results_json(site: Site, tracks: Sequence[TrackCard], labels: Labels) -> str:
    """Return the page's data as JSON that may stand inside a script element."""
    data = {
        "language": labels.language.code,
        "tracks": {track.id: _track(site, track, labels) for track in tracks},
        "modules": [_module(card) for track in tracks for card in track.modules],
        "countries": " ".join(countries()),
        "words": words(labels, *_WORDS),
        "writing": date_writing(labels.language.babel),
    }
    return script_json(data)


def _track(site: Site, track: TrackCard, labels: Labels) -> dict[str, Any]:
    keys = [card.key for card in track.modules if (SOURCE_LANGUAGE, card.key) in site.pages]
    items = pre_test(site, keys, labels.language.code)
    return {
        "title": track.title,
        "language": track.language.code,
        "direction": track.language.direction,
        "draw": fingerprint(items),
        "questions": [_question(item) for item in items],
        "objectives": [[*text, places] for text, places in objectives(site, items, labels)],
    }


def _question(item: Item) -> list[str]:
    prompt = item.prompt.striptags()
    return [f"{item.module}#{item.question}", prompt, item.language.code, item.language.direction]


def _module(card: ModuleCard) -> dict[str, str]:
    return {
        "key": card.key,
        "title": card.title,
        "language": card.language.code,
        "direction": card.language.direction,
    }
