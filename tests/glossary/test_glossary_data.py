"""The glossary's files: complete, true to the schema, and refused with one clear line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from portal.convention import load_treaty
from portal.errors import DataError
from portal.glossary import load_glossary
from portal.glossary.concept import TOPICS
from portal.glossary_files import CONCEPTS_FILE, words_file

CODES = ("ar", "zh", "en", "fr", "ru", "es")
LANGUAGES = (
    "languages:\n- {code: en, iso639_3: eng, babel: en, name: English, english: English,"
    " direction: ltr, required: true}\n"
)


def test_there_are_at_least_120_concepts_defined_in_english_and_french(root: Path) -> None:
    glossary = load_glossary(root)
    assert len(glossary.concepts) >= 120
    for code in ("en", "fr"):
        words = glossary.words[code]
        assert words.keys() == glossary.concepts.keys()
        assert [name for name, one in words.items() if not one.definition] == []


@pytest.mark.parametrize("code", CODES)
def test_every_concept_has_a_word_in_each_language(root: Path, code: str) -> None:
    glossary = load_glossary(root)
    assert glossary.words[code].keys() == glossary.concepts.keys()


@pytest.mark.parametrize("code", CODES)
def test_the_files_fit_their_published_schema(root: Path, code: str) -> None:
    schema = json.loads((root / "docs/data/glossary/words.schema.json").read_text("utf-8"))
    data = yaml.safe_load((root / words_file(code)).read_text("utf-8"))
    jsonschema.validate(data, schema)


def test_the_concepts_fit_their_published_schema(root: Path) -> None:
    schema = json.loads((root / "docs/data/glossary/concepts.schema.json").read_text("utf-8"))
    jsonschema.validate(yaml.safe_load((root / CONCEPTS_FILE).read_text("utf-8")), schema)
    assert schema["$defs"]["concept"]["properties"]["topic"]["enum"] == list(TOPICS)


def test_what_article_2_defines_is_in_the_glossary(root: Path) -> None:
    defined = {name for one in load_glossary(root).concepts.values() for name in one.defined}
    article_2 = {unit.id for unit in load_treaty().children("art_2")}
    assert article_2 <= defined


def test_a_definition_is_one_or_two_short_sentences(root: Path) -> None:
    long = [
        (code, name)
        for code, words in load_glossary(root).words.items()
        for name, one in words.items()
        if one.definition and (len(one.definition) > 260 or one.definition.count(". ") > 1)
    ]
    assert long == []


@pytest.mark.parametrize(
    ("concepts", "words", "message"),
    [
        ("concepts: {", "", "docs/data/glossary/concepts.yaml:1: Broken YAML"),
        ("terms: {}", "", "docs/data/glossary/concepts.yaml: One key is needed"),
        ("concepts:\n  a: 3", "", "docs/data/glossary/concepts.yaml:2: `a` is no mapping"),
        ("concepts:\n  a: {topic: x}", "", "docs/data/glossary/concepts.yaml:2: `a`: the topic"),
        ("concepts:\n  a: {topic: gold, x: 1}", "", "docs/data/glossary/concepts.yaml:2: `a`: `x`"),
        (None, "terms:\n  b: {term: x}", "docs/data/glossary/en.yaml:2: `b`: there is no such"),
        (None, "terms:\n  a: {}", "docs/data/glossary/en.yaml:2: `a`: `term` is missing"),
        (None, "terms:\n  a: {term: 3}", "docs/data/glossary/en.yaml:2: `a`: term, seen"),
        (None, "terms:\n  a: {term: x, forms: y}", "docs/data/glossary/en.yaml:2: `a`: abbrev"),
        (None, "terms:\n  a: {term: x, sens: y}", "docs/data/glossary/en.yaml:2: `a`: `sens`"),
        (None, "terms:\n  a: {term: x, forbidden: [x]}", "docs/data/glossary/en.yaml:2: `a`: 'x'"),
        (None, "terms:\n  a: {term: x}\n  a: {term: y}", "docs/data/glossary/en.yaml:3: The key"),
        (None, "terms:\n  a: &t {term: x}\n  b: *t", "docs/data/glossary/en.yaml:2: A YAML alias"),
        (None, "\ufffe\x00", "docs/data/glossary/en.yaml:1: The file is not text"),
    ],
)
def test_a_broken_file_is_one_clear_line(
    tmp_path: Path, concepts: str | None, words: str, message: str
) -> None:
    folder = tmp_path / "docs/data/glossary"
    folder.mkdir(parents=True)
    (tmp_path / "docs/data/languages.yaml").write_text(LANGUAGES, "utf-8")
    text = "concepts:\n  a: {topic: gold}\n" if concepts is None else concepts
    (folder / "concepts.yaml").write_text(text, "utf-8")
    (folder / "en.yaml").write_text(words or "terms:\n  a: {term: x}\n", "utf-8")
    with pytest.raises(DataError) as error:
        dict(load_glossary(tmp_path).words)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_project_without_a_glossary_has_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "docs/data").mkdir(parents=True)
    (tmp_path / "docs/data/languages.yaml").write_text(LANGUAGES, "utf-8")
    assert load_glossary(tmp_path).concepts == {}


def test_the_legend_of_the_verbs_quotes_the_glossarys_words_in_chinese(root: Path) -> None:
    labels = yaml.safe_load((root / "docs/data/labels/zh.yaml").read_text("utf-8"))
    words = load_glossary(root).words["zh"]
    verbs = ("shall", "endeavour", "should", "encouraged", "may")
    assert re.findall("“(.+?)”", labels["convention.verbs"]) == [words[v].term for v in verbs]
