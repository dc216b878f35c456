"""What docs/data/mandate.yaml may hold: a pydantic model."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(min_length=1, max_length=1500, pattern=r"\S")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
Paragraph = Annotated[str, StringConstraints(pattern=r"^dec_mc-[0-9]+-[0-9]+__para_[0-9]+$")]
Level = Literal["delivers", "informs", "cannot-serve"]


class Strict(BaseModel):
    """No key but those named, no value turned into another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class InWords(BaseModel):
    """A text by language code; English is required, the others may follow."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)
    en: Text

    @model_validator(mode="after")
    def _are_texts(self) -> Self:
        for code, text in (self.model_extra or {}).items():
            if not re.fullmatch(r"[a-z]{2}(-[A-Za-z]{2,4})?", code):
                raise ValueError(f"`{code}` is no language code")
            if not isinstance(text, str) or not text.strip():
                raise ValueError(f"the words for `{code}` are empty or no text")
        return self

    def get(self, code: str) -> tuple[str, str]:
        """Return the words and the language that they are in: the one asked for, else English."""
        extra = self.model_extra or {}
        return (str(extra[code]), code) if code in extra else (self.en, "en")


class MandateParagraph(Strict):
    """One operative paragraph, and how far the portal serves it."""

    id: Paragraph
    addressee: Literal["secretariat", "parties", "parties-able", "sources"]
    asks: InWords = Field(description="What it asks, in our own words, with its verb.")
    due: Annotated[int, Field(ge=1, le=99)] | None = Field(
        default=None, description="The meeting of the Conference that it names, as a number."
    )
    later: InWords | None = Field(
        default=None, description="What later decisions did with it, or that none was seen."
    )
    level: Level
    pages: list[Key] = []
    reports: list[Literal["desk-study", "arrangements", "mandate", "training", "committee"]] = []
    commands: list[Key] = Field(default=[], description="Names of commands, as `agenda`.")
    how: InWords = Field(description="What is there; where it does not deliver, why not.")

    @model_validator(mode="after")
    def _something_serves(self) -> Self:
        if self.level != "cannot-serve" and not (self.pages or self.reports):
            raise ValueError(f"`{self.level}` without a page or a report that does so")
        return self


class Mandate(Strict):
    """docs/data/mandate.yaml."""

    paragraphs: Annotated[list[MandateParagraph], Field(min_length=1)]
