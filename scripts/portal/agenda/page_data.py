"""What the planner page knows: modules, words and ways of writing dates, as JSON in the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from portal.agenda.ready_workshops import ready_workshops
from portal.agenda.teachable import Teachable, module_keys, read_teachable, says_minutes
from portal.embedded_json import script_json
from portal.languages import Labels
from portal.pages import Site
from portal.written_dates import date_writing

PAGE = "facilitators/agenda"
"""The key of the page that holds the planner."""

_WORDS = ("notice.english-only", "list.named", "list.separator", "site.name")


def planner_json(site: Site, labels: Labels, *, order: Sequence[str] = ()) -> str:
    """Return the page's data as JSON that may stand inside a script element.

    Modules come in the order of the navigation, those that it does not name at the end.
    """
    # One without minutes is left out here; `portal check` says so.
    keys = [key for key in module_keys(site) if says_minutes(site, key)]
    keys.sort(key=lambda key: _place(key, order))
    modules = [read_teachable(site, key, labels.language.code) for key in keys]
    data = {
        "language": labels.language.code,
        "direction": labels.language.direction,
        "modules": [_module(site, module) for module in modules],
        "examples": _examples(site, keys, labels.language.code),
        "words": _words(labels),
        "writing": date_writing(labels.language.babel),
    }
    return script_json(data)


def _examples(site: Site, keys: Sequence[str], language: str) -> list[dict[str, str]]:
    """Return the ready workshops, each as the fragment of the page's address."""
    examples = []
    for workshop in ready_workshops(site.root):
        there = [key for key in workshop.modules if key in keys]
        if not there:
            continue
        title, spoken = workshop.title(language)
        wished = urlencode({"modules": ",".join(there), **workshop.wishes}, safe="/,:")
        direction = site.languages.get(spoken).direction
        examples.append(
            {
                "id": workshop.id,
                "title": title,
                "language": spoken,
                "direction": direction,
                "address": wished,
            }
        )
    return examples


def _place(key: str, order: Sequence[str]) -> int:
    return order.index(key) if key in order else len(order)


def _module(site: Site, module: Teachable) -> dict[str, Any]:
    return {
        "key": module.key,
        "title": module.title,
        "language": module.language,
        "direction": site.languages.get(module.language).direction,
        "minutes": module.minutes,
        "parts": [[part.id, part.title, part.minutes] for part in module.parts],
        "requires": module.requires,
    }


def _words(labels: Labels) -> dict[str, Any]:
    keys = [key for key in labels.source if key.startswith("agenda.") or key in _WORDS]
    return {key: labels.words.get(key, labels.source[key]) for key in keys}
