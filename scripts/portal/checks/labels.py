"""Rules about the interface words of each language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from portal.checks.label_words import label_words, read_labels
from portal.checks.rule import Hit, site_rule
from portal.findings import Place
from portal.languages import LABELS_FOLDER, SOURCE_LANGUAGE, Language
from portal.pages import Site

Word = tuple[Language, str, Any, Place]
"""Language, dotted key, word, place."""


def _place(site: Site, code: str, *path: str) -> Place:
    span = read_labels(site.root, code).keys.get(path)
    shown = f"{LABELS_FOLDER}/{code}.yaml"
    if span is None:
        return Place(shown, 1)
    return Place(shown, span.line, span.column, span.line, span.end_column)


def _pairs(site: Site) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield language code, key, English word and word of the language, where both exist."""
    source = label_words(site, SOURCE_LANGUAGE)
    for code in site.languages.codes:
        for key, word in label_words(site, code).items():
            if key in source:
                yield code, key, source[key], word


@site_rule("CFG002", "label-missing")
def labels_are_complete(site: Site) -> Iterator[Hit]:
    """A word of the interface is missing in a language: readers would see English in its place.

    Mend it: add the key with its words to the labels file of the language.
    """
    source = label_words(site, SOURCE_LANGUAGE)
    for code in site.languages.codes:
        words = label_words(site, code)
        for key in source:
            if words.get(key) in (None, "", {}):
                place = Place(f"{LABELS_FOLDER}/{code}.yaml", 1)
                related = ((_place(site, SOURCE_LANGUAGE, key), "the English word"),)
                yield Hit(place, f"The label `{key}` is missing.", "Add it.", related=related)


@site_rule("CFG003", "label-unknown")
def labels_are_known(site: Site) -> Iterator[Hit]:
    """A labels file has a key that the English one has not: nothing will ever show it.

    Mend it: correct the key, or remove it.
    """
    source = label_words(site, SOURCE_LANGUAGE)
    for code in site.languages.codes:
        for key in label_words(site, code):
            if key not in source:
                message = f"The label `{key}` does not exist in English."
                yield Hit(_place(site, code, key), message, "Correct the key, or remove it.")


@site_rule("CFG004", "plural-form")
def plural_forms_are_complete(site: Site) -> Iterator[Hit]:
    """A label that counts has not the plural forms of its language.

    Arabic has six, Russian four, Chinese one (CLDR): with a form missing, "2 minutes" is wrong.

    Wrong, in Russian: `minutes: {one: …, other: …}`. Right: one, few, many and other.

    Mend it: give exactly the forms named.
    """
    for code, key, english, word in _pairs(site):
        if isinstance(english, Mapping) != isinstance(word, Mapping):
            what = "plural forms" if isinstance(english, Mapping) else "one text"
            message = f"The label `{key}` is not of the same kind as in English."
            yield Hit(_place(site, code, key), message, f"Write {what}.")
        elif isinstance(word, Mapping):
            wanted = _forms(site.languages.get(code).babel)
            if set(word) != wanted:
                listed = ", ".join(sorted(wanted))
                message = f"The label `{key}` has the forms {', '.join(sorted(word))}."
                yield Hit(_place(site, code, key), message, f"Give exactly: {listed}.")


@functools.cache
def _forms(locale: str) -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale.parse(locale).plural_form.tags) | {"other"}


_BLANK = re.compile(r"\{(\w+)\}")


@site_rule("CFG011", "label-blanks")
def labels_have_the_same_blanks(site: Site) -> Iterator[Hit]:
    """A label has not the blanks (`{name}`) of the English one.

    What is filled in would be lost, or a blank would stay open. `{count}` may be left out in a
    plural form that says the number in words.

    Wrong: `Langue : {nom}` for `Language: {name}`. Right: `Langue : {name}`.

    Mend it: copy the braces and what is in them from the English label.
    """
    for code, key, english, word in _pairs(site):
        wanted, found = _blanks(english), _blanks(word)
        if isinstance(word, str | Mapping) and wanted != found:
            shown = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            message = f"The label `{key}` has not the blanks of the English one."
            yield Hit(_place(site, code, key), message, f"Use: {shown}.")


def _blanks(word: Any) -> frozenset[str]:
    texts = word.values() if isinstance(word, Mapping) else (word,)
    return frozenset(name for text in texts for name in _BLANK.findall(str(text)))
