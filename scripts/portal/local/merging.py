"""Puts national additions into the Markdown of a page, each in a frame that says whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from portal.languages import Labels, Language
from portal.local.overlay import Addition, Overlay, Part
from portal.pages import blank, read_headings

FENCE = "//////"
"""More slashes than any block inside has, so that questions and cases may stand in an addition."""


def with_additions(markdown: str, addition: Addition, *, label: str, language: Language) -> str:
    """Return the Markdown of a page with the additions behind the sections that they name.

    What names a section that is gone stands at the end: it survives a release that moved it.
    """
    lines = markdown.split("\n")
    ends = _section_ends(lines)
    inserts: dict[int, list[str]] = {}
    for part in addition.parts:
        place = ends.get(part.section, len(lines))
        inserts.setdefault(place, []).extend(_framed(part, label, language))
    merged: list[str] = []
    for number in range(len(lines) + 1):
        merged += inserts.get(number, [])
        merged += lines[number : number + 1]
    return "\n".join(merged)


def _section_ends(lines: Sequence[str]) -> dict[str | None, int]:
    """Return section id (None: the introduction) to the line before which it ends."""
    starts = [
        heading for heading in read_headings(blank(lines, before=0).lines) if heading.level == 2
    ]
    ids = [None, *(heading.id for heading in starts)]
    ends = [*(heading.line - 1 for heading in starts), len(lines)]
    # Of sections with one id, or none, the first has it.
    return dict(reversed(list(zip(ids, ends, strict=True))))


def _framed(part: Part, label: str, language: Language) -> list[str]:
    title = [f"**{part.title}**", ""] if part.title else []
    head = [
        "",
        f"{FENCE} national | {label}",
        f"    lang: {language.code}",
        f"    dir: {language.direction}",
        "",
    ]
    return [*head, *title, *part.text.split("\n"), FENCE, ""]


def label_of(overlay: Overlay, t: Labels) -> str:
    """Return what stands over every addition: "National addition: Senegal"."""
    return t("local.addition", country=overlay.country_in(t.language))
