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
PlaceCode = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|[0-9]{3})$")]
"""A country in two letters of ISO 3166-1, or a region in three digits of UN M49."""
Number = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)?(–[0-9]+(\.[0-9]+)?)?$")]
Unit = Literal[
    "count", "%", "g", "kg", "t", "g/t", "mg/kg", "ha", "m³", "USD", "CHF", "USD/t", "minutes",
    "years", "year", "kg-year", "t-year", "t-day", "t-hour",
]  # fmt: skip
Sector = Literal[
    "asgm", "gender", "trade", "products", "waste", "processes", "sites", "emissions"
]  # fmt: skip
SourceKind = Literal[
    "national-report", "gef", "global-mercury-partnership", "basel-centre", "stockholm-centre",
    "icmgp", "indigenous-organization", "international-organization",
    "journal", "ngo", "press", "company", "authority",
]  # fmt: skip
"""The kinds that decision MC-5/12, paragraph 1, names, then those of other stakeholders."""
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


class Figure(_Strict):
    """A number of a case, with its unit and what it stands for."""

    value: Number
    """With a point; a range has an en dash."""
    of: Number | None = None
    """The whole, as in 10 of 36."""
    unit: Unit
    """`count` for what is counted, `year` for a date."""
    qualifier: Literal["about", "more-than", "at-least", "up-to"] | None = None
    what: Text
    kind: Literal["result", "cost", "context"] = "result"
    said_by: Literal["maker", "project", "promoter"] | None = None
    """Whose claim it is, where nobody else has checked it."""
    also: Number | None = None
    """What another source says."""


class Case(_Words):
    """An English case study."""

    topic: Literal["a", "b", "c"]
    sector: Sector
    technology: Text
    places: Annotated[list[PlaceCode], Field(min_length=1)]
    years: Text
    private_sector: Literal["took-part", "not-seen"]
    source_kind: SourceKind
    read: Literal["abstract", "excerpt", "mirror", "press-copy"]
    certainty: Literal["high", "medium", "low"]
    figures: dict[Identifier, Figure] = {}
    sources: Annotated[list[Source], Field(min_length=1)]
    teaches: list[Provision] = []
    mandate: list[Provision] = []


class CaseTranslation(_Words):
    """A case in another language: its words and the state of its translation."""

    technology: Text
    figures: dict[Identifier, Text] = {}
    translation: TranslationState


MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model
    for model in (
        Module,
        ModuleTranslation,
        Case,
        CaseTranslation,
        Home,
        OtherPage,
        OtherTranslation,
    )
}
"""The models by the names that their schemas have under `$defs`."""


def schema_text() -> str:
    """Return docs/data/page.schema.json: one schema for all kinds of pages, for editors too."""
    union = TypeAdapter(
        Module | ModuleTranslation | Case | CaseTranslation | Home | OtherPage | OtherTranslation
    )
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a page",
        "description": "Written from scripts/portal/checks/front_matter_models.py.",
        **union.json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
