"""The map: land without borders, dots where their countries are, nothing hidden behind Europe."""

from __future__ import annotations

import importlib.util
import json
import math
from pathlib import Path
from types import ModuleType

import pytest

from portal.countries import countries
from portal.evidence.world_map import Dot, WorldMap, point_of

TINY = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    # A square; a country that crosses the 180th meridian; ice in the south.
    "arcs": [
        [[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]],
        [[175, 0], [5, 0], [-355, 0], [0, 10], [355, 0], [-5, 0], [0, -10]],
        [[-180, -90], [360, 0], [0, 5], [-360, 0], [0, -5]],
    ],
    "objects": {
        "land": {
            "type": "GeometryCollection",
            "geometries": [{"type": "MultiPolygon", "arcs": [[[0]], [[1]], [[2]]]}],
        },
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0]], "id": "686"},
                {"type": "Polygon", "arcs": [[1]], "id": "242"},
                {"type": "Polygon", "arcs": [[0]]},
            ],
        },
    },
}


@pytest.fixture(scope="module")
def derive(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("derive", root / "scripts/derive_world_map.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_outline_is_cut_at_the_180th_meridian_and_has_no_ice(derive: ModuleType) -> None:
    rings = derive.land(TINY)
    assert [0.0, 0.0, 10.0, 0.0, 10.0, 10.0, 0.0, 10.0] in rings
    assert len(rings) == 3
    for ring in rings:
        assert max(ring[::2]) - min(ring[::2]) <= 10
        assert min(ring[1::2]) >= 0


def test_a_country_has_a_point_on_its_land_and_a_disputed_area_without_a_code_has_none(
    derive: ModuleType,
) -> None:
    assert derive.points(TINY) == {"FJ": (180 - 360, 5.0), "SN": (5.0, 5.0)}


def test_the_file_names_source_and_licence_and_has_land_only(root: Path) -> None:
    data = json.loads((root / "scripts/portal/evidence/world_map.json").read_text("utf-8"))
    assert set(data) == {"source", "land", "points"}
    assert "Natural Earth" in data["source"]
    assert "public domain" in data["source"]
    assert set(data["points"]) <= set(countries())
    assert len(data["points"]) > 230


def test_no_country_lies_behind_the_larger_europe_and_none_outside_of_the_drawing() -> None:
    dots = tuple(Dot(code, code, 1, code) for code in countries() if point_of(code))
    svg = WorldMap(dots).svg()
    _, _, width, _ = map(float, svg.get("viewBox", "").split())
    (inset,) = svg.findall("svg")
    left, top = float(inset.get("width", "0")), float(inset.get("y", "0"))
    drawn = {}
    for circle in svg.findall("circle"):
        x, y, r = (float(circle.get(name, "0")) for name in ("cx", "cy", "r"))
        drawn[circle.get("data-country")] = (x, y)
        assert -r <= x <= width + r
        # Pitcairn has fifty inhabitants and no arrangement.
        hidden = x - r < left and y + r > top
        assert not hidden or circle.get("data-country") in {"AQ", "PN"}, circle.attrib
    assert set(drawn) == {dot.country for dot in dots}
    # West is left and north is up, in every language.
    assert drawn["US"][0] < drawn["SN"][0] < drawn["CN"][0]
    assert drawn["NO"][1] < drawn["SN"][1] < drawn["ZA"][1]


def test_the_area_of_a_dot_is_the_number_it_stands_for() -> None:
    senegal = Dot("SN", "Sénégal", 1, "Sénégal : 1")
    svg = WorldMap((senegal, Dot("ZA", "Afrique du Sud", 4, "Afrique du Sud : 4"))).svg()
    radius = {dot.get("data-country"): float(dot.get("r", "0")) for dot in svg.iter("circle")}
    assert radius["ZA"] == pytest.approx(radius["SN"] * math.sqrt(4))
    assert [title.text for title in svg.iter("title")] == ["Afrique du Sud : 4", "Sénégal : 1"]
