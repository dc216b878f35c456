"""schema.org's LearningResource in the module pages: true, and in schema.org's words only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from portal.catalogue import read_module
from portal.checks.kinds import is_module_key
from portal.languages import load_labels
from portal.learning_resource import learning_resource
from portal.pages import open_site

TERMS = json.loads((Path(__file__).parent / "schema_org_terms.json").read_text("utf-8"))
BASE = "https://portal.example/sub/"
WASTE, GOLD = "waste/what-is-mercury-waste", "asgm/choosing-a-mercury-free-method"
SHAPES = {
    "Text": lambda value: isinstance(value, str),
    "URL": lambda value: isinstance(value, str) and bool(urlsplit(value).scheme),
    "Boolean": lambda value: isinstance(value, bool),
    "Date": lambda value: bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))),
    # ISO 8601.
    "Duration": lambda value: bool(re.fullmatch(r"PT(\d+H)?(\d+M)?(?<!T)", str(value))),
}


def ancestors(name: str) -> set[str]:
    return {name}.union(*(ancestors(above) for above in TERMS["types"][name]))


def is_of(value: object, wanted: str) -> bool:
    if isinstance(value, dict):
        kind = value.get("@type")
        return kind in TERMS["types"] and wanted in ancestors(kind)
    return wanted in SHAPES and SHAPES[wanted](value)


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org has not: types, properties of a type, kinds of value."""
    kind = node.get("@type")
    if kind not in TERMS["types"]:
        yield f"no type {kind}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        term = TERMS["properties"].get(name)
        if term is None or not ancestors(kind) & set(term["domains"]):
            yield f"{kind} has no {name}"
            continue
        for item in value if isinstance(value, list) else [value]:
            if not any(is_of(item, wanted) for wanted in term["ranges"]):
                yield f"{kind}.{name} is no {term['ranges']}: {item!r}"
            if isinstance(item, dict):
                yield from faults(item)


def read(path: Path) -> list[dict[str, Any]]:
    text = path.read_text("utf-8")
    if "ld+json" not in text:
        return []
    scripts = BeautifulSoup(text, "html.parser").select('script[type="application/ld+json"]')
    return [json.loads(str(script.string)) for script in scripts]


@pytest.fixture(scope="session")
def described(site: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Everything described on the site, by language and key of the page."""
    found = {}
    for path in site.rglob("*.html"):
        for data in read(path):
            code, _, file = path.relative_to(site).as_posix().partition("/")
            place = code, file.removesuffix("/index.html")
            assert place not in found
            found[place] = data
    return found


def test_each_module_is_described_in_the_languages_it_is_written_in_and_no_other_page(
    root: Path, described: dict[tuple[str, str], dict[str, Any]]
) -> None:
    written = {(code, key) for code, key in open_site(root).pages if is_module_key(key)}
    assert set(described) == written
    assert ("ar", GOLD) not in described


def test_only_terms_that_schema_org_has_are_used_and_every_term_of_the_list_is(
    described: dict[tuple[str, str], dict[str, Any]],
) -> None:
    assert [fault for data in described.values() for fault in faults(data)] == []
    text = json.dumps(list(described.values()))
    names = set(re.findall(r'"(\w+)":', text))
    # A copy that is not under git knows no dates.
    assert set(TERMS["properties"]) - names <= {"dateModified"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "TrainingModule"}, "no type TrainingModule"),
        ({"@type": "DefinedTerm"}, "DefinedTerm has no timeRequired"),
        ({"prerequisites": "x"}, "LearningResource has no prerequisites"),
        ({"timeRequired": "40 minutes"}, "timeRequired is no"),
        ({"timeRequired": "PT"}, "timeRequired is no"),
        ({"isAccessibleForFree": "yes"}, "isAccessibleForFree is no"),
        ({"audience": {"@type": "DefinedTerm"}}, "audience is no"),
        ({"teaches": [{"@type": "DefinedTerm", "inLanguage": "en"}]}, "has no inLanguage"),
    ],
)
def test_a_term_that_schema_org_has_not_is_noticed(change: dict[str, Any], fault: str) -> None:
    good = {"@type": "LearningResource", "timeRequired": "PT40M", "isAccessibleForFree": True}
    assert list(faults(good)) == []
    assert any(fault in found for found in faults({**good, **change}))


def test_the_address_is_the_canonical_one_and_translations_are_those_of_the_head(
    site: Path, described: dict[tuple[str, str], dict[str, Any]]
) -> None:
    for (code, key), data in described.items():
        soup = BeautifulSoup((site / code / key / "index.html").read_text("utf-8"), "html.parser")
        canonical = soup.select_one('link[rel="canonical"]')
        assert canonical is not None
        assert data["url"] == data["@id"] == canonical["href"] == f"{BASE}{code}/{key}/"
        assert data["inLanguage"] == code
        links = soup.select('link[rel="alternate"][hreflang]')
        alternates = {str(one["hreflang"]): one["href"] for one in links}
        del alternates["x-default"]
        if code == "en":
            assert "translationOfWork" not in data
            del alternates["en"]
            works = {work["inLanguage"]: work["url"] for work in data["workTranslation"]}
            assert works == alternates
        else:
            assert "workTranslation" not in data
            assert data["translationOfWork"]["url"] == alternates["en"]


def test_a_module_says_what_its_front_matter_says(
    root: Path, described: dict[tuple[str, str], dict[str, Any]]
) -> None:
    data, labels = described["fr", WASTE], load_labels(root, "fr")
    page = open_site(root).pages["fr", WASTE]
    assert data["name"] == page.title
    assert data["description"] == page.front_matter["summary"]
    assert data["timeRequired"] == "PT40M"
    assert data["educationalLevel"] == labels("level.introductory")
    assert labels("audience.customs") in [one["audienceType"] for one in data["audience"]]
    assert data["creativeWorkStatus"] == "Draft"
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    taught = {term["termCode"]: term["name"] for term in data["teaches"]}
    assert taught["sort-kinds"] == page.front_matter["objectives"]["sort-kinds"]
    assert taught["art_11__para_2__subpara_c"] == "Article 11, paragraphe 2 c)"


def test_every_address_leads_to_a_page_of_the_site_and_its_anchor(
    site: Path, described: dict[tuple[str, str], dict[str, Any]]
) -> None:
    ids: dict[Path, set[str]] = {}
    missing = []
    addresses = set(re.findall(rf'"({re.escape(BASE)}[^"]*)"', json.dumps([*described.values()])))
    for address in addresses:
        path, _, fragment = address.removeprefix(BASE).partition("#")
        file = site / path / "index.html"
        if file not in ids:
            soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
            ids[file] = {str(tag["id"]) for tag in soup.select("[id]")}
        if fragment and fragment not in ids[file]:
            missing.append(address)
    assert len(addresses) > 100
    assert missing == []


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b"]
)
def test_no_title_breaks_out_of_the_script_element(root: Path, title: str) -> None:
    module = read_module(open_site(root), WASTE)
    versions = tuple(replace(version, title=title) for version in module.versions)
    text = learning_resource(
        replace(module, versions=versions), load_labels(root, "fr"), site_url=BASE, changed=None
    )
    assert text is not None
    assert not set("<\u2028\u2029") & set(text)
    assert json.loads(text)["name"] == title


def test_a_provision_that_is_none_is_left_out(root: Path) -> None:
    module = replace(read_module(open_site(root), WASTE), teaches=("art_99", "nonsense", "art_11"))
    labels = load_labels(root, "en")
    text = learning_resource(module, labels, site_url=None, changed=None)
    assert text is not None
    data = json.loads(text)
    codes = [term["termCode"] for term in data["teaches"]]
    assert codes[-1] == "art_11"
    assert not {"art_99", "nonsense"} & set(codes)
    assert "url" not in data
