"""Languages and interface words as data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.errors import ConfigError
from portal.languages import forget, load_labels, load_languages, read_labels


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget()


def test_the_six_un_languages_are_required(root: Path) -> None:
    required = {language.code for language in load_languages(root) if language.required}
    assert required == {"ar", "zh", "en", "fr", "ru", "es"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("direction: rtl", "direction: up", "'up' is no `direction`. Use one like ltr or rtl."),
        ("code: ar", "code: ARABIC", "'ARABIC' is no `code`. Use one like fr or pt-BR."),
        ("languages:", "tongues:", "No `languages:` list. Add one entry per language."),
        ("code: en", "code: de", "English (en) is missing: it is the source."),
        ("{code: ar", "{code: ar,", "Broken YAML"),
        # The list comes by pull request, and is read before any rule.
        ("name: English", 'name: "<b>"', "'<b>' is no `name`. Use one like Français."),
        ("iso639_3: eng", "iso639_3: ../x", "'../x' is no `iso639_3`"),
        ("babel: en_GB", "babel: ../x", "'../x' is no `babel`"),
        ("name: English", "name: [x, x]", "is no `name`"),
        ("name: English", "name: yes", "is no `name`"),
        ("required: true", "required: 'True'", "is no `required`"),
        ("languages:", "a: &a [1]\nb: *a\nlanguages:", "A YAML alias"),
        ("languages:", f"a: {'[' * 1_900}\nlanguages:", "Too many brackets"),
        ("languages:", f"a: {'[' * 50_000}\nlanguages:", "Break it"),
        ("languages:", "a: !!python/name:os.system x\nlanguages:", "is not allowed"),
    ],
)
def test_a_broken_list_of_languages_says_what_to_do(
    root: Path, tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (root / "docs/data/languages.yaml").read_text("utf-8")
    path = tmp_path / "docs/data/languages.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_languages(tmp_path)
    assert str(caught.value).startswith("docs/data/languages.yaml:")
    assert message in str(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_list_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "docs/data/languages.yaml"
    path.parent.mkdir(parents=True)
    path.symlink_to("/etc/passwd")
    with pytest.raises(ConfigError, match="is a symbolic link"):
        load_languages(tmp_path)


def test_an_unknown_language_names_those_there_are(root: Path) -> None:
    with pytest.raises(ConfigError, match=r"Unknown language 'xx'\. Use one of: ar, zh, en"):
        load_languages(root).get("xx")


@pytest.mark.parametrize(
    ("code", "count", "number"), [("en", 1, "1"), ("ar", 3, "3"), ("ru", 5, "5"), ("zh", 2, "2")]
)
def test_a_count_takes_the_plural_form_of_its_language(
    root: Path, code: str, count: int, number: str
) -> None:
    words = read_labels(root, code)["minutes"]
    text = load_labels(root, code)("minutes", count)
    assert "{count}" not in text
    assert text in {str(form).replace("{count}", number) for form in words.values()} or code == "ar"


def test_english_words_stand_in_for_missing_ones(project: Path) -> None:
    (project / "docs/data/labels/fr.yaml").write_text("nav.waste: Déchets\n", "utf-8")
    labels = load_labels(project, "fr")
    assert labels("nav.waste") == "Déchets"
    assert labels("nav.asgm") == read_labels(project, "en")["nav.asgm"]


def test_a_label_reaches_into_nothing(project: Path) -> None:
    path = project / "docs/data/labels/fr.yaml"
    path.write_text('hostile: "{x.__class__} {x} {y}"\n', "utf-8")
    assert load_labels(project, "fr")("hostile", x="1") == "{x.__class__} 1 {y}"


def test_an_unknown_label_is_an_error_with_its_file(root: Path) -> None:
    with pytest.raises(ConfigError, match=r"docs/data/labels/en\.yaml: No label 'no\.such'"):
        load_labels(root, "fr")("no.such")
