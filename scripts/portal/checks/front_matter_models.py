"""What the front matter of each kind of page may hold: pydantic models and their JSON Schema.

Imported only where a front matter is in doubt: pydantic takes a quarter of a second to load.
"""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SectionId = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*|(art|annex|dec)_[a-z0-9_-]+)$")
]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
Provision = Annotated[str, StringConstraints(pattern=r"^(art|annex|dec)_[a-z0-9_-]+$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Fingerprints = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6,64}/[0-9a-f]{6,64}$")]
Minutes = Annotated[int, Field(ge=1, le=600)]
Audience = Literal[
    "national-focal-point",
    "customs",
    "regulator",
    "inspector",
    "waste-manager",
    "health",
    "mining-officer",
    "gender-focal-point",
    "miner-organization",
    "trainer",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Draft(_Strict):
    """Nobody named has reviewed the page yet."""

    status: Literal["draft"]
    reviewers: list[Text] = []
    note: Text | None = None


class Reviewed(_Strict):
    """Somebody named has reviewed the page."""

    status: Literal["reviewed"]
    reviewers: Annotated[list[Text], Field(min_length=1)]
    date: datetime.date | None = None
    note: Text | None = None


class Source(_Strict):
    """Where a figure or a fact comes from."""

    title: Text
    publisher: Text
    year: Annotated[int, Field(ge=1800, le=2200)]
    url: Address | None = None
    seen: datetime.date
    review_by: datetime.date | None = None


class Checked(_Strict):
    """What somebody compared word by word: a provision by its id, or a fact in a few words."""

    what: Text
    against: Text
    date: datetime.date


class TranslationState(_Strict):
    """Who translated a page, and from which state of the English one."""

    translators: list[Text] = []
    source: dict[SectionId, Fingerprints] = {}


class _Words(_Strict):
    title: Text
    summary: Text
    review: Annotated[Draft | Reviewed, Field(discriminator="status")]


class Module(_Words):
    """An English module."""

    minutes: Minutes
    level: Literal["introductory", "intermediate", "advanced"]
    audience: Annotated[list[Audience], Field(min_length=1)]
    requires: list[Key]
    teaches: list[Provision]
    mandate: list[Provision]
    safety: list[Identifier]
    sections: dict[Identifier, Minutes]
    sources: list[Source]
    checked: list[Checked] = []
    objectives: Annotated[dict[Identifier, Text], Field(min_length=1)]


class ModuleTranslation(_Words):
    """A module in another language: its words and the state of its translation."""

    objectives: dict[Identifier, Text] = {}
    translation: TranslationState


class Door(_Strict):
    """One way into the portal from the home page."""

    title: Text
    text: Text
    action: Text


class Home(_Words):
    """The home page."""

    doors: dict[Identifier, Door] = {}
    translation: TranslationState | None = None


class OtherPage(_Words):
    """A page that is no module: a track, a text about the portal, an article, a case."""

    teaches: list[Provision] = []
    mandate: list[Provision] = []
    safety: list[Identifier] = []
    sources: list[Source] = []
    checked: list[Checked] = []
    hide: list[Literal["navigation", "toc", "footer"]] = []
    translation: TranslationState | None = None


class OtherTranslation(_Words):
    """Such a page in another language."""

    hide: list[Literal["navigation", "toc", "footer"]] = []
    translation: TranslationState


MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model
    for model in (Module, ModuleTranslation, Home, OtherPage, OtherTranslation)
}
"""The models by the names that their schemas have under `$defs`."""


def schema_text() -> str:
    """Return docs/data/page.schema.json: one schema for all kinds of pages, for editors too."""
    union = TypeAdapter(Module | ModuleTranslation | Home | OtherPage | OtherTranslation)
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a page",
        "description": "Written from scripts/portal/checks/front_matter_models.py.",
        **union.json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
