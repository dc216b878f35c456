"""The downloads page, in all languages, made from the manifest and laid beside the bundles.

It is no page of the site: the site is built first, and bundles are made from it. Beside the files
its links hold wherever the folder goes: to a server, onto a stick.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from portal.bundles.about import AUTHENTIC_TEXTS, environment
from portal.languages import Labels, load_labels, load_languages

Entry = dict[str, Any]

ORDER = ("single", "card", "html", "epub", "pdf", "sheet", "card-pdf", "zim", "scorm")
"""Older phones first."""
MEGABYTE = {"ar": "ميغابايت", "fr": "Mo", "ru": "МБ"}
"""As people read it on their devices; elsewhere MB."""
KILOBYTE = {"ar": "كيلوبايت", "fr": "ko", "ru": "кБ", "zh": "KB"}
"""The same; elsewhere kB."""


def downloads_page(root: Path, entries: Iterable[Entry]) -> str:
    """Return the page for the manifest's entries; languages without a bundle have no part."""
    listed = list(entries)
    parts = [
        _part(load_labels(root, language.code), listed)
        for language in load_languages(root)
        if any(language.code in one["languages"] for one in listed)
    ]
    template = environment().get_template("downloads.html")
    return str(template.render(parts=parts, texts=AUTHENTIC_TEXTS))


def _part(t: Labels, entries: Sequence[Entry]) -> dict[str, Any]:
    code = t.language.code
    own = [one for one in entries if code in one["languages"]]
    groups = []
    for name in ORDER:
        found = [one for one in own if one["format"] == name]
        found.sort(key=lambda one: (one["module"] is not None, one["track"] or "", one["file"]))
        if found:
            groups.append((name, [_shown(t, one) for one in found]))
    day = next((one["date"] for one in own if one["date"]), None)
    locale = t.language.babel
    state = day and t(
        "bundle.state", date=format_date(date.fromisoformat(day), "long", locale=locale)
    )
    return {"language": t.language, "t": t, "groups": groups, "state": state}


def _shown(t: Labels, one: Entry) -> dict[str, str]:
    code, named = t.language.code, one["track"] or one["module"]
    if len(one["languages"]) > 1:
        title, share = t("downloads.six"), ""
    else:
        title = str(one["title"]) if named else t("downloads.all")
        share = t("downloads.in-language", translated=one["translated"], pages=one["pages"])
    return {
        "file": str(one["file"]),
        "title": title,
        "language": str(one["title_language"]) if named else code,
        "size": size_of(t, one["bytes"]),
        "share": share,
        "sha256": str(one["sha256"]),
    }


def size_of(t: Labels, size: int) -> str:
    """Return bytes as a language writes megabytes, or whole kilobytes of what is less than one."""
    code, locale = t.language.code, t.language.babel
    if size < 1e6:
        return f"{format_decimal(math.ceil(size / 1e3), locale=locale)} {KILOBYTE.get(code, 'kB')}"
    number = format_decimal(size / 1e6, format="0.0", locale=locale)
    return f"{number} {MEGABYTE.get(code, 'MB')}"
