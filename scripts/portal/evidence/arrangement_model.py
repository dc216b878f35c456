"""What docs/data/arrangements.yaml may hold: pydantic models and their JSON Schema."""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from portal.checks.front_matter_models import (
    Address,
    Identifier,
    PlaceCode,
    Provision,
    Sector,
    Text,
)
from portal.evidence.mandate_model import Code, InWords, Strict

Sureness = Literal["seen", "derived", "recalled", "unknown"]
Kind = Literal["basel-centre", "stockholm-centre", "agency", "fund", "partnership", "national",
               "ngo", "private"]  # fmt: skip
Help = Literal["training", "guidance", "studies", "projects", "finance", "laboratory", "technology",
               "waste", "law", "market", "network"]  # fmt: skip
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Region = Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
Years = Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d(–(19|20)\d\d)?$")]


class Change(Strict):
    """What somebody changed in an entry, and when."""

    date: datetime.date
    what: InWords


class Certainty(Strict):
    """How sure each field is; `recalled` is shown as to be confirmed, `unknown` is not shown."""

    host: Sureness
    seat: Sureness
    country: Sureness
    languages: Sureness
    mandate: Sureness
    help: Sureness
    url: Sureness


class Arrangement(Strict):
    """A regional, subregional or national arrangement, or a partner."""

    id: Identifier
    name: Text
    abbreviation: Text | None = None
    kind: Kind
    host: Text | None = None
    seat: Text | None = None
    country: Country | None = None
    regions: Annotated[list[Region], Field(min_length=1)]
    languages: list[Code]
    mandate: InWords
    help: list[Help]
    sectors: list[Sector] = Field(default=[])
    url: Address
    seen: datetime.date
    certainty: Certainty
    history: Annotated[list[Change], Field(min_length=1)]


class Activity(Strict):
    """A piece of work with a date, as MC-1/21 asks for."""

    by: Identifier
    what: InWords
    places: Annotated[list[PlaceCode], Field(min_length=1)]
    provision: Provision
    years: Years
    funder: Text | None = None
    result: InWords | None = None
    sources: Annotated[list[Address], Field(min_length=1)] = Field(
        description="The pages read; one of them names the activity."
    )
    seen: datetime.date


class Asked(Strict):
    """Who was asked for information; an institution, never a person."""

    who: Text
    date: datetime.date
    answered: datetime.date | None = None


class Register(Strict):
    """docs/data/arrangements.yaml."""

    arrangements: Annotated[list[Arrangement], Field(min_length=1)]
    activities: list[Activity]
    asked: list[Asked]


def schema_text() -> str:
    """Return docs/data/arrangements.schema.json."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Register.model_json_schema(),
        "title": "Register of arrangements",
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
