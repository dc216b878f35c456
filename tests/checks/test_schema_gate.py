"""The JSON Schema is current, and what the gate lets through pydantic accepts."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from small_site import GOOD_MODULE, GOOD_TRANSLATION

from portal.checks.front_matter import SCHEMA_FILE
from portal.checks.front_matter_models import MODELS, schema_text
from portal.checks.schema_gate import surely_fits
from portal.pages import parse_page

SCHEMA = json.loads(schema_text())["$defs"]


def head(text: str) -> dict[str, Any]:
    return dict(parse_page(text.encode(), path="a", language="en", key="a").front_matter)


GOOD = {"Module": head(GOOD_MODULE), "ModuleTranslation": head(GOOD_TRANSLATION)}


def accepts(name: str, data: object) -> bool:
    try:
        MODELS[name].model_validate(data)
    except ValidationError:
        return False
    return True


def test_the_published_schema_is_current(root: Path) -> None:
    remedy = "write portal.checks.front_matter_models.schema_text() to it"
    assert (root / SCHEMA_FILE).read_text("utf-8") == schema_text(), remedy


@pytest.mark.parametrize("name", GOOD)
def test_the_gate_opens_for_what_is_good(name: str) -> None:
    assert surely_fits(GOOD[name], SCHEMA[name], SCHEMA)
    assert accepts(name, GOOD[name])


VALUES: list[Any] = [
    *(None, True, 0, 1, 15, 601, -1, 1.0, 1.5, "", " ", "x", "x\n", "15", "A-b", "a--b", "draft"),
    *("introductory", "https://example.org/", "https://example.org/ x", "ftp://x", "art_1", "art"),
    *([], ["x"], ["trainer"], ["art_1"], [1], {}, {"a": 1}, {"a": 0}, {"A": 1}, {"a": "x"}),
    *({"status": "draft"}, {"status": "reviewed"}, {"status": "reviewed", "reviewers": ["x"]}),
    *({"status": "reviewed", "reviewers": []}, {"status": "x"}, {"translators": ["x"]}),
    *({"translators": [], "source": {"page": "51ac90/0be2d1"}}, {"source": {"page": "51ac90"}}),
    *([{"what": "x", "against": "y", "date": datetime.date(2026, 1, 1)}], [{"what": "x"}]),
    *(datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "2026-01-01"),
]
KEYS = ["title", "minutes", "level", "audience", "requires", "teaches", "sections", "sources"]
KEYS += [
    "objectives",
    "review",
    "translation",
    "safety",
    "mandate",
    "extra",
    "summary",
    "doors",
    "checked",
]


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(sorted(MODELS)),
    changes=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES), max_size=3),
    removed=st.sets(st.sampled_from(KEYS), max_size=2),
    source=st.dictionaries(
        st.sampled_from(["title", "year", "seen", "url", "x"]), st.sampled_from(VALUES)
    ),
)
def test_what_the_gate_lets_through_pydantic_accepts(
    name: str, changes: dict[str, Any], removed: set[str], source: dict[str, Any]
) -> None:
    base = GOOD.get(name, {"title": "x", "summary": "y", "review": {"status": "draft"}})
    data = {key: value for key, value in {**base, **changes}.items() if key not in removed}
    if data.get("sources"):
        data["sources"] = [{**GOOD["Module"]["sources"][0], **source}]
    if surely_fits(data, SCHEMA[name], SCHEMA):
        assert accepts(name, data)


def test_a_keyword_that_the_gate_does_not_know_closes_it() -> None:
    assert not surely_fits("x", {"type": "string", "contentEncoding": "base64"}, {})
