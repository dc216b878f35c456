"""What stands in `bundles.json`, for programs that read it: the schema is made from here."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

VERSION = 1
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bundle(_Strict):
    """One file to download, before it is measured."""

    file: Name = Field(description="Beside bundles.json.")
    title: str = Field(description="Of the module, the track or the language's home page.")
    title_language: str = Field(description="BCP 47; English where there is no translation.")
    format: str = Field(description="As in `portal bundle --format`.")
    languages: tuple[str, ...] = Field(min_length=1, description="BCP 47.")
    track: str | None = Field(description="Null for a whole language.")
    module: str | None = Field(description="track/name or field-cards/name, null for several.")
    commit: str | None = Field(description="Of the site it is made from; null without git.")
    date: Day | None = Field(description="Of that commit.")
    pages: int = Field(ge=0, description="In all languages of the file together.")
    translated: int = Field(ge=0, description="Pages that are in their language.")
    reviewed: int = Field(ge=0, description="Pages that a named person has reviewed.")
    reader: str = Field(description="The least that opens it, in English.")


class Entry(Bundle):
    """One file to download."""

    bytes: int = Field(gt=0)
    sha256: Sha256
    files: dict[str, Sha256] | None = Field(
        default=None, description="Of a zip: what is inside, name to SHA-256."
    )


class Manifest(_Strict):
    """The bundles of one commit."""

    schema_file: str = Field(alias="$schema")
    version: Literal[1]
    bundles: tuple[Entry, ...] = Field(description="Sorted by file.")


def schema_text() -> str:
    """Return docs/data/bundles.schema.json."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Manifest.model_json_schema(by_alias=True),
        "title": "Bundles for people without a connection",
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
