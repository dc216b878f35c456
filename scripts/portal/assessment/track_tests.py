"""The page with a track's pre-test and post-test: its text, its questions, and data for its script.

The answers stand in the page's data in a form that is not read by chance. They are no secret: the
page must mark the tests without a server.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.assessment.drawing import Item, fingerprint, post_test, pre_test
from portal.checks.kinds import TRACKS
from portal.embedded_json import script_json
from portal.label_pages import page_of
from portal.languages import SOURCE_LANGUAGE, Labels
from portal.page_context import TrackCard
from portal.pages import Site
from portal.written_dates import date_writing, written_length

_WORDS = ("test.", "result.", "certificate.", "block.right", "block.wrong", "workshop.pre-test",
          "workshop.post-test", "list.separator", "site.name")  # fmt: skip
PAGES = {f"{track}/test": track for track in TRACKS}
"""Key of each track's page to the track."""


@dataclass(frozen=True, slots=True)
class TrackTest:
    """What the template of the page is told."""

    items: tuple[Item, ...]
    """In the order of the pre-test."""
    length: str
    """The minutes of the track's modules, in words."""
    data: str
    """JSON for the script, safe inside a script element."""


def track_test(site: Site, track: TrackCard, labels: Labels) -> TrackTest:
    """Draw a track's tests in the labels' language; hrefs are relative as the track's are."""
    keys = [card.key for card in track.modules if (SOURCE_LANGUAGE, card.key) in site.pages]
    items = pre_test(site, keys, labels.language.code)
    locale = labels.language.babel
    data = {
        "track": track.id,
        "title": track.title,
        "draw": fingerprint(items),
        "language": labels.language.code,
        "answers": _covered([_solution(item) for item in items]),
        "post": _order(items),
        "objectives": [[*text, places] for text, places in objectives(site, items, labels)],
        "words": words(labels, *_WORDS),
        "writing": date_writing(locale),
    }
    length = written_length(track.minutes, locale) if track.minutes else ""
    return TrackTest(items, length, script_json(data))


def track_test_text(track: str, labels: Labels) -> str:
    """Return the Markdown of the page; the template adds the tests."""
    title = labels("test.title", track=labels(f"nav.{track}"))
    lines = (labels("test.text"), "", labels("test.stays"))
    return page_of(title, labels("test.summary"), *lines)


def objectives(
    site: Site, items: Sequence[Item], labels: Labels
) -> list[tuple[tuple[str, str, str], list[int]]]:
    """Return each objective tested: sentence, language, direction; and the places of its items."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, item in enumerate(items):
        for objective in item.objectives:
            places.setdefault((item.module, objective), []).append(place)
    return [(_sentence(site, *name, labels), tested) for name, tested in places.items()]


def _sentence(site: Site, module: str, objective: str, labels: Labels) -> tuple[str, str, str]:
    for code in (labels.language.code, SOURCE_LANGUAGE):
        page = site.get(code, module)
        texts = page.front_matter.get("objectives") if page else None
        if isinstance(texts, Mapping) and objective in texts:
            return str(texts[objective]), code, site.languages.get(code).direction
    # `portal check` says that there is no such objective (MOD009).
    return objective, SOURCE_LANGUAGE, "ltr"


def words(labels: Labels, *starts: str) -> dict[str, Any]:
    """Return the interface words whose keys begin so, for a script."""
    keys = [key for key in labels.source if key.startswith(starts)]
    return {key: labels.words.get(key, labels.source[key]) for key in keys}


def _order(items: Sequence[Item]) -> list[list[Any]]:
    """Return the post-test as places: the question's among the pre-test's, and its options'."""
    numbers = {(item.module, item.question): place for place, item in enumerate(items)}
    return [[numbers[item.module, item.question], item.places] for item in post_test(items)]


def _solution(item: Item) -> list[list[Any]]:
    return [[int(option.right), str(option.reason)] for option in item.options]


def _covered(data: object) -> str:
    return base64.b64encode(json.dumps(data, ensure_ascii=False).encode()).decode()
