"""The languages of the portal and their interface words, as data."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from portal.errors import ConfigError

SOURCE_LANGUAGE = "en"
"""The language that the others are translated from, and fall back to."""

LANGUAGES_FILE = "docs/data/languages.yaml"
LABELS_FOLDER = "docs/data/labels"


class Language(NamedTuple):
    """One language of the portal."""

    code: str
    """BCP 47; also the folder's name and Material's name for the language."""
    iso639_3: str
    """Three letters, as ZIM and EPUB metadata want them."""
    babel: str
    """The locale whose dates, numbers and plural forms are used."""
    name: str
    """The language's name in itself."""
    english: str
    direction: str
    """`ltr` or `rtl`."""
    required: bool
    """Whether the portal must have it: true for the six UN languages."""


@dataclass(frozen=True, slots=True)
class Languages:
    """All languages, in the order in which they are offered."""

    items: tuple[Language, ...]

    def __iter__(self) -> Iterator[Language]:
        """Iterate over the languages in order."""
        return iter(self.items)

    def __contains__(self, code: object) -> bool:
        """Tell whether a language of this code exists."""
        return any(language.code == code for language in self.items)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in order."""
        return tuple(language.code for language in self.items)

    def get(self, code: str) -> Language:
        """Return one language, or raise ConfigError that lists those there are."""
        for language in self.items:
            if language.code == code:
                return language
        message = f"Unknown language {code!r}. Use one of: {', '.join(self.codes)}."
        raise ConfigError(message)


@functools.cache
def load_languages(root: Path) -> Languages:
    """Read the languages of the project at `root`; raise ConfigError with the line of a fault."""
    entries = _read_mapping(root / LANGUAGES_FILE, shown=LANGUAGES_FILE).get("languages")
    if not isinstance(entries, list) or not entries:
        raise ConfigError("No `languages:` list. Add one entry per language.", path=LANGUAGES_FILE)
    languages = tuple(_language(entry, number) for number, entry in enumerate(entries, 1))
    if SOURCE_LANGUAGE not in {language.code for language in languages}:
        raise ConfigError("English (en) is missing: it is the source.", path=LANGUAGES_FILE)
    return Languages(languages)


def _language(entry: object, number: int) -> Language:
    if not isinstance(entry, dict) or set(entry) != set(_FORMS):
        fields = ", ".join(sorted(_FORMS))
        message = f"Language number {number} is not complete. Give exactly: {fields}."
        raise ConfigError(message, path=LANGUAGES_FILE)
    for field, (pattern, example) in _FORMS.items():
        value = entry[field]
        kind = bool if field == "required" else str
        if not (isinstance(value, kind) and re.fullmatch(pattern, str(value))):
            shown = str(value)[:40]
            message = (
                f"Language number {number}: {shown!r} is no `{field}`. Use one like {example}."
            )
            raise ConfigError(message, path=LANGUAGES_FILE)
    return Language(**entry)


_FORMS = {
    "code": (r"[a-z]{2}(-[A-Za-z]{2,4})?", "fr or pt-BR"),
    "iso639_3": (r"[a-z]{3}", "fra"),
    "babel": (r"[a-z]{2,3}(_[A-Za-z0-9]+)*", "fr or pt_BR"),
    "direction": (r"ltr|rtl", "ltr or rtl"),
    # Templates and other programs write names as they are.
    "name": (r"[^<>&\"\n]{1,60}", "Français"),
    "english": (r"[^<>&\"\n]{1,60}", "French"),
    "required": (r"True|False", "true or false"),
}
"""Field to what it looks like, and an example."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The interface words of one language; English words stand in for missing ones."""

    language: Language
    words: Mapping[str, Any]
    """Dotted key to text, or to a mapping from CLDR plural form to text."""
    source: Mapping[str, Any]
    """The English words."""

    def __call__(self, key: str, count: int | None = None, **values: object) -> str:
        """Return the words for `key`, with `{name}` filled in and the plural form for `count`."""
        word = self.words.get(key, self.source.get(key))
        if word is None:
            message = f"No label {key!r}. Add it to each labels file."
            raise ConfigError(message, path=f"{LABELS_FOLDER}/{SOURCE_LANGUAGE}.yaml")
        if count is not None:
            values["count"] = self.number(count)
        if isinstance(word, Mapping):
            form = _plural_form(self.language.babel, 0 if count is None else count)
            word = word.get(form, word.get("other", ""))
        text = str(word)
        # str.format would let a label reach into the values' attributes.
        return re.sub(r"\{(\w+)\}", lambda match: str(values.get(match[1], match[0])), text)

    def number(self, value: int) -> str:
        """Write a number as the language does."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self.language.babel))


def _plural_form(locale: str, count: int) -> str:
    from babel import Locale

    return str(Locale.parse(locale).plural_form(count))


@functools.cache
def load_labels(root: Path, code: str) -> Labels:
    """Read the interface words of one language; raise ConfigError where a file is broken."""
    language = load_languages(root).get(code)
    source = read_labels(root, SOURCE_LANGUAGE)
    words = source if code == SOURCE_LANGUAGE else read_labels(root, code)
    return Labels(language, words, source)


def read_labels(root: Path, code: str) -> Mapping[str, Any]:
    """Read one labels file as it stands: dotted key to text or plural forms."""
    shown = f"{LABELS_FOLDER}/{code}.yaml"
    return _read_mapping(root / shown, shown=shown)


def _read_mapping(path: Path, *, shown: str) -> dict[str, Any]:
    from portal.pages.front_matter import YamlDataError, read_yaml

    if path.is_symlink():
        message = "The file is a symbolic link. Put the file itself in its place."
        raise ConfigError(message, path=shown)
    try:
        lines = path.read_text("utf-8").splitlines()
        return dict(read_yaml(lines, first_line=1).data)
    except FileNotFoundError:
        raise ConfigError("The file is missing. Restore it.", path=shown) from None
    except UnicodeDecodeError:
        raise ConfigError("The file is not UTF-8. Save it as UTF-8.", path=shown) from None
    except YamlDataError as fault:
        raise ConfigError(str(fault), path=shown, line=fault.line) from None


def forget() -> None:
    """Forget what was read, so that the next build sees what a save changed."""
    load_languages.cache_clear()
    load_labels.cache_clear()
