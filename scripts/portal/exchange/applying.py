"""Puts what came back into the page: each text exactly in its place, or nothing at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.errors import DataError
from portal.exchange.alignment import Pair, align, by_number
from portal.exchange.segments import Segment, cut_page
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site, parse_page

LONGEST = 5_000
"""Characters that a segment may have."""


@dataclass(frozen=True, slots=True)
class Version:
    """Which page a file was made from, and from which state of it and of the English page."""

    language: str
    key: str
    source: str
    """Fingerprint of the English file."""
    target: str
    """Fingerprint of the translation's file."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A translation and its English page, ready to be written into a file."""

    version: Version
    page: Page
    pairs: Mapping[str, Pair]
    """By id, in order."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file says that came back."""

    version: Version
    texts: Mapping[str, tuple[str, int | None]]
    """Id to text and the line of the file where it stands."""
    shown: str
    """The file's name, for messages."""


def open_sheet(site: Site, language: str, key: str) -> Sheet:
    """Return a translation with its English; raise DataError where one of them is not there."""
    if language == SOURCE_LANGUAGE:
        raise DataError("English is the source and has no English beside it. Name another.")
    source, page = site.get(SOURCE_LANGUAGE, key), site.get(language, key)
    if source is None:
        message = "There is no such English page. Check the name, or whether it was renamed."
        raise DataError(message, path=f"docs/{SOURCE_LANGUAGE}/{key}.md")
    if page is None:
        message = f"It is not translated yet. Run `portal translations start {language} {key}`."
        raise DataError(message, path=f"docs/{language}/{key}.md")
    version = Version(language, key, _print(source), _print(page))
    return Sheet(version, page, by_number(align(page, source)))


def _print(page: Page) -> str:
    return hashlib.sha256(page.text.encode("utf-8")).hexdigest()[:16]


def revised_text(sheet: Sheet, returned: Returned) -> tuple[str, int]:
    """Return the page's new text and how many segments changed; raise DataError, with the line.

    A page that has changed since the file was made is not touched.
    """
    _check_version(sheet.version, returned)
    for name, (_, line) in returned.texts.items():
        if name not in sheet.pairs:
            message = f"There is no segment {name!r} on this page. Export it again."
            raise DataError(message, path=returned.shown, line=line)
    missing = [name for name in sheet.pairs if name not in returned.texts]
    if missing:
        message = f"The segment {missing[0]} is missing. Put it back, or export again."
        raise DataError(message, path=returned.shown)
    changed = {
        name: text.strip()
        for name, (text, _) in returned.texts.items()
        if text.strip() != sheet.pairs[name].target.text
    }
    for name, text in changed.items():
        _check_text(name, text, returned)
    return _replaced(sheet, changed, returned), len(changed)


def _check_version(wanted: Version, returned: Returned) -> None:
    found = returned.version
    if found.target != wanted.target:
        message = (
            f"docs/{wanted.language}/{wanted.key}.md has changed since this file was made."
            " Export it again and carry your changes over."
        )
        raise DataError(message, path=returned.shown)
    if found.source != wanted.source:
        message = (
            f"The English page {wanted.key} has changed since this file was made."
            " Export it again and carry your changes over."
        )
        raise DataError(message, path=returned.shown)


def _check_text(name: str, text: str, returned: Returned) -> None:
    line = returned.texts[name][1]
    fault = None
    if not text:
        fault = "is empty. A sentence is taken out in the page itself"
    elif len(text) > LONGEST:
        fault = f"has more than {LONGEST} characters. Shorten it"
    elif any(not (sign.isprintable() or sign in "\u00a0\u202f\u200c\u200d\u00ad") for sign in text):
        fault = "has a line end or an invisible sign in it. Write one line"
    if fault:
        raise DataError(f"The segment {name} {fault}.", path=returned.shown, line=line)


def _replaced(sheet: Sheet, changed: Mapping[str, str], returned: Returned) -> str:
    text = sheet.page.text
    ordered = sorted(changed, key=lambda name: sheet.pairs[name].target.start, reverse=True)
    for name in ordered:
        target = sheet.pairs[name].target
        text = text[: target.start] + _written(target, changed[name]) + text[target.end :]
    _check_structure(sheet, changed, text, returned)
    return text


def _written(target: Segment, text: str) -> str:
    """Return a text as the file has it: in the front matter quoted where YAML asks for it."""
    if not target.kind.startswith("key:"):
        return text
    try:
        plain = not target.quoted and yaml.safe_load(f"key: {text}") == {"key": text}
    except yaml.YAMLError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def _check_structure(
    sheet: Sheet, changed: Mapping[str, str], text: str, returned: Returned
) -> None:
    """Raise DataError where a new text would make a heading, a list or a block of itself."""
    page = sheet.page
    raw = text.encode("utf-8")
    new = cut_page(parse_page(raw, path=page.path, language=page.language, key=page.key))
    for (name, pair), segment in zip(sheet.pairs.items(), new, strict=False):
        was = pair.target
        same_place = (segment.section, segment.unit, segment.kind) == (
            was.section, was.unit, was.kind
        )  # fmt: skip
        if not same_place or segment.text != changed.get(name, was.text):
            culprit = name if name in changed else next(iter(changed))
            message = (
                f"The segment {culprit} would change how the page is built."
                " Take out signs such as `#`, `|`, `///` or `- ` that it has anew."
            )
            raise DataError(message, path=returned.shown, line=returned.texts[culprit][1])
    if len(new) != len(sheet.pairs):
        message = "A changed segment would change how the page is built. Look at signs like `|`."
        raise DataError(message, path=returned.shown)


def write_page(root: Path, page: Page, text: str) -> None:
    """Put a page's new text in the place of the old, at once."""
    from portal.checks.fixing import write_atomically

    write_atomically(root / page.path, text.encode("utf-8"))
