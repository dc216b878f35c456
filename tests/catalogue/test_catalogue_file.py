"""catalogue.json: fits its schema, says what the pages say, comes with every way to a site."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from portal.assembly import assemble
from portal.catalogue import SCHEMA_FILE, catalogue_data, read_catalogue
from portal.checks.kinds import is_module_key
from portal.languages import load_labels, load_languages
from portal.learning_paths import load_paths
from portal.pages import open_site

WASTE, GOLD = "waste/what-is-mercury-waste", "asgm/choosing-a-mercury-free-method"


@pytest.fixture(scope="session")
def validator(root: Path) -> Draft202012Validator:
    schema = json.loads((root / SCHEMA_FILE).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="session")
def catalogue(site: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((site / "catalogue.json").read_text("utf-8"))
    return data


def faults(validator: Draft202012Validator, data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def test_the_built_catalogue_fits_the_schema_beside_it(
    site: Path, root: Path, catalogue: dict[str, Any], validator: Draft202012Validator
) -> None:
    assert faults(validator, catalogue) == []
    beside = site / catalogue["$schema"]
    assert beside.read_bytes() == (root / SCHEMA_FILE).read_bytes()


def wrong(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def without(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


@pytest.mark.parametrize(
    "change",
    [
        without("modules"),
        wrong("more", value=1),
        wrong("modules", 0, "minutes", value="45"),
        wrong("modules", 0, "minutes", value=0),
        wrong("modules", 0, "level", value="easy"),
        wrong("modules", 0, "key", value="../x"),
        wrong("modules", 0, "teaches", 0, value="Article 4"),
        wrong("modules", 0, "versions", 0, "review", value="checked"),
        wrong("modules", 0, "versions", 0, "file", value="x.md"),
        without("modules", 0, "versions", 0, "title"),
        wrong("languages", value=[]),
        wrong("languages", 0, "direction", value="up"),
        wrong("paths", 0, "modules", value=[]),
        wrong("paths", 0, "title", value="x"),
    ],
)
def test_the_schema_refuses_what_does_not_fit(
    catalogue: dict[str, Any],
    validator: Draft202012Validator,
    change: Callable[[dict[str, Any]], None],
) -> None:
    data = copy.deepcopy(catalogue)
    change(data)
    assert faults(validator, data) != []


def test_every_module_stands_in_it_with_the_files_of_its_languages(
    site: Path, root: Path, catalogue: dict[str, Any]
) -> None:
    keys = {key for key in open_site(root).keys("en") if is_module_key(key)}
    assert {module["key"] for module in catalogue["modules"]} == keys
    for module in catalogue["modules"]:
        assert module["versions"][0]["language"] == "en"
        for version in module["versions"]:
            assert (site / version["file"]).is_file()
            folder = version["file"].removesuffix("index.html")
            assert version["url"] == f"https://portal.example/sub/{folder}"


def test_the_facts_are_those_of_the_english_page_and_the_words_each_languages_own(
    root: Path, catalogue: dict[str, Any]
) -> None:
    modules = {module["key"]: module for module in catalogue["modules"]}
    waste, site = modules[WASTE], open_site(root)
    english, french = site.pages["en", WASTE], site.pages["fr", WASTE]
    for fact in ("minutes", "level", "audience", "requires", "teaches"):
        assert waste[fact] == english.front_matter[fact]
    assert waste["questions"] == len(english.questions) > 0
    version = next(one for one in waste["versions"] if one["language"] == "fr")
    assert version["title"] == french.title
    assert version["objectives"] == french.front_matter["objectives"]
    assert waste["not_translated"] == []
    assert [one["language"] for one in modules[GOLD]["versions"]] == ["en", "fr"]
    assert modules[GOLD]["not_translated"] == ["ar", "zh", "ru", "es"]


def test_the_paths_carry_their_words_in_each_language_and_their_sum(
    catalogue: dict[str, Any],
) -> None:
    codes = [language["code"] for language in catalogue["languages"]]
    minutes = {module["key"]: module["minutes"] for module in catalogue["modules"]}
    for path in catalogue["paths"]:
        assert list(path["title"]) == list(path["reason"]) == codes
        assert path["minutes"] == sum(minutes[key] for key in path["modules"])


def test_trees_built_elsewhere_and_joined_have_a_catalogue_of_their_languages(
    site: Path, root: Path, tmp_path: Path, validator: Draft202012Validator
) -> None:
    assemble(root, [site / "en", site / "ar"], tmp_path / "joined")
    data = json.loads((tmp_path / "joined" / "catalogue.json").read_text("utf-8"))
    assert faults(validator, data) == []
    assert [language["code"] for language in data["languages"]] == ["ar", "en"]
    gold = next(module for module in data["modules"] if module["key"] == GOLD)
    assert [one["language"] for one in gold["versions"]] == ["en"]
    assert gold["not_translated"] == ["ar"]


def test_without_a_site_address_files_are_named_and_addresses_are_null(
    root: Path, validator: Draft202012Validator
) -> None:
    labels = [load_labels(root, code) for code in load_languages(root).codes]
    modules = read_catalogue(open_site(root))
    data = catalogue_data(modules, load_paths(root), labels=labels, site_url=None)
    assert faults(validator, data) == []
    assert data["site_url"] is None
    assert {version["url"] for module in data["modules"] for version in module["versions"]} == {
        None
    }
