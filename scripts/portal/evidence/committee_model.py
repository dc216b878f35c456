"""What docs/data/committee.yaml may hold: a pydantic model."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from portal.checks.front_matter_models import Address, Text
from portal.evidence.mandate_model import InWords, Key, Strict


class ReadSource(Strict):
    """Where something was read."""

    title: Text
    publisher: Text
    year: Annotated[int, Field(ge=1990, le=2200)]
    url: Address | None = None
    seen: datetime.date


class Verified(Strict):
    """What is known about a theme."""

    says: InWords
    source: ReadSource | None = Field(
        default=None, description="None where the sentence cites its provision itself."
    )


class Recommendation(Strict):
    """What the committee recommended, by somebody who has read it."""

    says: InWords
    source: ReadSource


class Theme(Strict):
    """An article on which the committee made recommendations."""

    article: Annotated[str, Field(pattern=r"^art_[0-9]+$")]
    verified: list[Verified] = Field(default=[])
    not_seen: list[InWords] = Field(default=[])
    modules: Annotated[list[Key], Field(min_length=1)]
    recommendations: list[Recommendation] = Field(
        default=[], description="Empty until somebody has the text."
    )


class Committee(Strict):
    """docs/data/committee.yaml."""

    themes: Annotated[list[Theme], Field(min_length=1)]
