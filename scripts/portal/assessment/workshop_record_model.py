"""What the anonymous record of a workshop may hold: a pydantic model and its JSON Schema.

Imported only where there is a record: pydantic takes a quarter of a second to load.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from portal.checks.front_matter_models import Audience

FEWEST = 5
"""People that a number may stand for at least; the total alone may be smaller."""
MOST = 5000


def _is_day(text: str) -> str:
    date.fromisoformat(text)
    return text


Day = Annotated[str, StringConstraints(pattern=r"^20\d\d-\d\d-\d\d$"), AfterValidator(_is_day)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
ModuleKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
People = Annotated[int, Field(ge=FEWEST, le=MOST)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Tested(_Strict):
    """One test: how many took it, and the average share of right answers."""

    people: People = Field(description="Participants whose results the trainer read; five or more.")
    percent: int = Field(ge=0, le=100, description="Average of their shares of right answers.")


class Tests(_Strict):
    """The tests before and after the modules; one of fewer than five people is left out."""

    before: Tested | None = None
    after: Tested | None = None


class Participants(_Strict):
    """How many took part. Groups of fewer than five are merged with others into `merged`."""

    total: int = Field(ge=1, le=MOST)
    by_sex: dict[Literal["women", "men", "other", "merged"], People] | None = Field(
        default=None, description="`other`: another sex, or not said. Adds up to the total."
    )
    by_function: dict[Audience | Literal["other", "merged"], People] | None = Field(
        default=None, description="Audiences as modules name them. Adds up to the total."
    )

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        for name, groups in (("by_sex", self.by_sex), ("by_function", self.by_function)):
            if groups is not None and sum(groups.values()) != self.total:
                message = f"the numbers of {name} do not add up to the total of {self.total}"
                raise ValueError(message)
        return self


class WorkshopRecord(_Strict):
    """A workshop without names, written by the page facilitators/results."""

    version: Literal[1]
    date: Day = Field(description="The first day.")
    country: Country = Field(description="Where it was held: two letters of ISO 3166-1.")
    modules: Annotated[list[ModuleKey], Field(min_length=1)] = Field(
        description="Keys of the modules taught, in the order of teaching."
    )
    participants: Participants
    tests: Tests | None = None


def schema_text() -> str:
    """Return docs/data/workshop-record.schema.json."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **WorkshopRecord.model_json_schema(),
        "title": "Anonymous record of a workshop",
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
