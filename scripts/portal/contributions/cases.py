"""A case study from a form: a page of docs/en/cases/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from portal.contributions.answers import Answers, Refused
from portal.contributions.entries import slug
from portal.contributions.yaml_text import Plain, flow

SECTIONS = {
    "what-happened": "What happened",
    "what-it-shows": "What it shows",
    "what-it-does-not-show": "What it does not show",
    "question": "A question for your group",
}
"""Id of a section to its heading."""
WORDS = (
    "title",
    "summary",
    "technology",
    "years",
    "source_title",
    "publisher",
    "figures",
    *SECTIONS,
)
"""Fields of free words."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\Wa-z_])")


def case_path(answers: Answers) -> str:
    """Return the path of the page, below the project's folder."""
    return f"docs/en/cases/{slug(answers.values['title'], number=answers.number)}.md"


def case_page(answers: Answers) -> str:
    """Return the page's text; raise Refused for a figure or a day that is none."""
    title = " ".join(answers.values["title"].split())
    lines = ["---", *_front_matter(answers, title), "---", "", f"# {title}"]
    for name, heading in SECTIONS.items():
        lines += ["", f"## {heading} {{ #{name} }}", "", *_sentences(answers.values[name])]
    return "\n".join(lines) + "\n"


def _front_matter(answers: Answers, title: str) -> Iterator[str]:
    value = answers.values
    source = {
        "title": value["source_title"],
        "publisher": value["publisher"],
        "year": Plain(value["year"]),
        "url": value["url"],
        "seen": Plain(value["seen"]),
    }
    facts: dict[str, Any] = {"title": title, "summary": " ".join(value["summary"].split())}
    facts |= {name: Plain(value[name]) for name in ("topic", "sector")}
    facts |= {"technology": value["technology"], "places": answers.codes("places")}
    facts["years"] = value["years"]
    facts |= {name: Plain(value[name]) for name in
              ("private_sector", "source_kind", "read", "certainty")}  # fmt: skip
    yield from (f"{name}: {flow(text)}" for name, text in facts.items())
    figures = [_figure(line) for line in answers.lines("figures")]
    if figures:
        yield "figures:"
        yield from (f"  figure-{n}: {flow(figure)}" for n, figure in enumerate(figures, 1))
    yield from ("sources:", f"  - {flow(source)}", "mandate: [dec_mc-5-12__para_1]")
    yield from ("review:", "  status: draft")


def _figure(line: str) -> dict[str, str]:
    """Read `value; unit; what it stands for`, perhaps with `; who says so`."""
    parts = [part.strip() for part in line.split(";")]
    if len(parts) not in {3, 4} or not all(parts):
        raise Refused([f"Figures: {line[:60]!r} is not `value; unit; what it stands for`."])
    names = ("value", "unit", "what", "said_by")
    return dict(zip(names, parts, strict=False)) | {"value": parts[0].replace("-", "–")}


def _sentences(text: str) -> list[str]:
    """Put one sentence on a line, as all pages have it."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    found: list[str] = []
    for paragraph in filter(None, paragraphs):
        found += ["", *_SENTENCE.split(paragraph)] if found else _SENTENCE.split(paragraph)
    return found
