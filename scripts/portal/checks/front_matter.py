"""Rules about the front matter: valid, with known keys, and each fact in one place."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from portal.checks.kinds import model_name
from portal.checks.rule import Hit, page_rule
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site

SCHEMA_FILE = "docs/data/page.schema.json"

ENGLISH_ONLY = frozenset(
    ("minutes", "level", "audience", "requires", "teaches", "mandate", "safety", "sections")
) | {
    *("sources", "checked", "topic", "sector", "places", "years", "private_sector", "source_kind"),
    *("read", "certainty"),
}
"""Facts: they stand in the English page, and the translations inherit them."""

_NO_DEFINITIONS: dict[str, Any] = {}


class Problem(NamedTuple):
    """What the model says about a key."""

    path: tuple[str | int, ...]
    unknown: bool
    message: str


@functools.lru_cache(maxsize=64)
def problems(page: Page, root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a page's front matter; pydantic is loaded only in doubt."""
    from portal.checks.schema_gate import surely_fits

    name, definitions = model_name(page), _definitions(root)
    data = dict(page.front_matter)
    if name in definitions and surely_fits(data, definitions[name], definitions):
        return ()
    return tuple(_ask_pydantic(name, data))


@functools.lru_cache(maxsize=4)
def _definitions(root: Path) -> dict[str, Any]:
    try:
        schema = json.loads((root / SCHEMA_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return _NO_DEFINITIONS
    found = schema.get("$defs") if isinstance(schema, dict) else None
    return found if isinstance(found, dict) else _NO_DEFINITIONS


def _ask_pydantic(name: str, data: dict[str, Any]) -> Iterator[Problem]:
    from pydantic import ValidationError

    from portal.checks.front_matter_models import MODELS

    try:
        MODELS[name].model_validate(data)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            unknown = fault["type"] == "extra_forbidden"
            yield Problem(fault["loc"], unknown, fault["msg"])


@page_rule("MOD001", "front-matter-invalid")
def front_matter_is_valid(page: Page, site: Site) -> Iterator[Hit]:
    """The front matter lacks a key, or a value is not what its key asks for.

    Minutes, audience, objectives and sources are read by programs: agenda, catalogue, slides and
    certificate are made of them. docs/data/page.schema.json says what is allowed; an editor that
    knows YAML schemas shows it while you write.

    Wrong: `minutes: about 45`. Right: `minutes: 45`.

    Mend it: correct the value in the line named, or add the key.
    """
    for problem in problems(page, site.root):
        if problem.unknown:
            continue
        path = [part for part in problem.path if part not in {"draft", "reviewed"}]
        name = ".".join(map(str, path)) or "front matter"
        lacking = problem.message == "Field required"
        said = "is missing" if lacking else f"is not valid: {_lower(problem.message)}"
        yield Hit(
            page.value_place(*path),
            f"`{name}` {said}.",
            f"{'Add' if lacking else 'Correct'} it; docs/data/page.schema.json says what fits.",
        )


@page_rule("MOD002", "front-matter-unknown-key")
def no_unknown_key(page: Page, site: Site) -> Iterator[Hit]:
    """The front matter has a key that no program reads.

    A key with a slip in it is a fact that is lost: nobody notices that `minute: 45` does nothing.

    Wrong: `minute: 45`. Right: `minutes: 45`.

    Mend it: correct the key, or remove it.
    """
    for problem in problems(page, site.root):
        if problem.unknown and not _is_english_fact(page, problem):
            known = _known_keys(page, site) if len(problem.path) == 1 else []
            yield Hit(
                page.key_place(*problem.path),
                f"The key `{problem.path[-1]}` is not known here.",
                _guess(str(problem.path[-1]), known),
            )


@page_rule("MOD003", "english-fact-in-translation")
def facts_stand_in_english_only(page: Page, site: Site) -> Iterator[Hit]:
    """A translation carries a fact that the English page holds for all languages.

    Minutes, provisions, prerequisites and sources live once; a second copy grows old unseen.

    Wrong: `minutes: 45` in docs/fr/waste/what-is-mercury-waste.md. Right: no such line; the French
    page inherits the English one's minutes.

    Mend it: remove the key from the translation.
    """
    for problem in problems(page, site.root):
        if problem.unknown and _is_english_fact(page, problem):
            yield Hit(
                page.key_place(*problem.path),
                f"`{problem.path[-1]}` stands in the English page only; translations inherit it.",
                "Remove it here.",
            )


def _is_english_fact(page: Page, problem: Problem) -> bool:
    return page.language != SOURCE_LANGUAGE and problem.path[:1] in {
        (name,) for name in ENGLISH_ONLY
    }


def _known_keys(page: Page, site: Site) -> list[str]:
    definition = _definitions(site.root).get(model_name(page), {})
    return list(definition.get("properties", {}))


def _guess(word: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    if close:
        return f"Did you mean `{close[0]}`?"
    return "Remove it; docs/data/page.schema.json lists the keys."


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
