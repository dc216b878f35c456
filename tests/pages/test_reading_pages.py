"""Bytes to a page: front matter with places, headings, sections, links, questions."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from portal.errors import PageError
from portal.pages import PAGE_SECTION, Page, open_site, parse_page, read_page, read_site

TEXT = """---
title: A title
minutes: 5
sources:
  - {title: One, seen: 2026-11-22}
objectives:
  do-it: Do it.
---

Opening.

# The title

## First { #first .wide }

### Inner { #inner }

Setext title { #setext }
------------------------

```
## In code
```

<!-- ## In a comment -->

## Without id
"""


def page(text: str | bytes) -> Page:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    return parse_page(raw, path="docs/en/a/b.md", language="en", key="a/b")


def test_front_matter_is_plain_data_with_places() -> None:
    found = page(TEXT)
    assert found.front_matter["minutes"] == 5
    assert found.front_matter["sources"][0]["seen"] == datetime.date(2026, 11, 22)
    place = found.key_place("sources", 0, "seen")
    assert (place.line, place.column, place.end_column) == (5, 18, 22)
    assert found.value_place("minutes").column == 10
    assert found.key_place("objectives", "gone").line == 6
    assert found.key_place("gone").line == 1
    assert found.body.startswith("\nOpening.")
    assert found.body_line == 9


def test_headings_have_level_text_id_and_line() -> None:
    found = [(h.level, h.text, h.id, h.line) for h in page(TEXT).headings]
    assert found == [
        (1, "The title", None, 12),
        (2, "First", "first", 14),
        (3, "Inner", "inner", 16),
        (2, "Setext title", "setext", 18),
        (2, "Without id", None, 27),
    ]


def test_sections_cover_every_line_behind_the_front_matter_once() -> None:
    found = page(TEXT)
    assert [section.id for section in found.sections] == [PAGE_SECTION, "first", "setext", None]
    lines = [line for section in found.sections for line in section.lines]
    assert lines == list(range(found.body_line, len(found.lines) + 1))


def test_the_ids_of_a_page_are_its_headings_and_its_objectives() -> None:
    assert page(TEXT).ids == {"first", "inner", "setext", "objective-do-it"}


LINKS = [
    ("See [it](a.md#x).", ("link", "a.md#x", 1, 5, 17)),
    ("Über [it](a.md).", ("link", "a.md", 1, 6, 16)),
    ("> 1. [it](a.md)", ("link", "a.md", 1, 6, 16)),
    ("| a | [it](a.md) |\n|---|---|\n", ("link", "a.md", 1, 7, 17)),
    ("|a|b|\n|---|---|\n| [it](a.md) | x |", ("link", "a.md", 3, 3, 13)),
    ("![An image](i.svg){ width=3 }", ("image", "i.svg", 1, 1, 19)),
    ("See <https://example.org/>.", ("link", "https://example.org/", 1, 5, 27)),
    ("[it][one]\n\n[one]: a.md", ("link", "a.md", 1, 1, 10)),
    ("/// law | x\nSee [it](a.md).\n///", ("link", "a.md", 2, 5, 15)),
    ("- [ ] [it](a.md)", ("link", "a.md", 1, 7, 17)),
    ("[it](java&#115;cript:x)", ("link", "javascript:x", 1, 1, 24)),
    ("    [it](a.md)", ("link", "a.md", 1, 5, 15)),
    ("`x` \\[no\\] [it](a.md)", ("link", "a.md", 1, 12, 22)),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_links_are_found_where_they_stand(
    text: str, expected: tuple[str, str, int, int, int]
) -> None:
    found = [(x.kind, x.target, x.line, x.column, x.end_column) for x in page(text).links]
    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    ["`[no](a.md)`", "```\n[no](a.md)\n```", "<!-- [no](a.md) -->", "[^1]: https://example.org/"],
)
def test_what_is_no_link_is_not_found(text: str) -> None:
    assert page(text).links == ()


QUESTION = """/// question | Which?
    objective: [one, two]

Read first.

- [ ] A lamp.
    - No.
      It gives light.

      Look again.
- [X] Dust
  from a lamp.
    - Yes.
- [ ] Nothing.
  - Set in by two.
///
"""


def test_a_question_has_choices_with_feedback_and_lines() -> None:
    (found,) = page(QUESTION).questions
    assert (found.prompt, found.kind, found.objectives) == ("Which?", "single", ("one", "two"))
    assert [(c.text, c.right, c.feedback, c.line) for c in found.choices] == [
        ("A lamp.", False, "No.\nIt gives light.\nLook again.", 6),
        ("Dust from a lamp.", True, "Yes.", 11),
        ("Nothing.", False, None, 14),
    ]
    assert found.badly_indented == (15,)


BROKEN = [
    (b"---\ntitle: \xff\n---\n", 2, "not UTF-8"),
    (b"caf\xc3", 1, "not UTF-8"),
    (b"a\n\0", 2, "NUL byte"),
    (b"---\ntitle: x\n", 1, "no closing `---`"),
    (b"---\ntitle: x\n\tmore: y\n---\n", 3, "tab"),
    (b"---\ntitle: a: b\n---\n", 2, "mapping values are not allowed"),
    (b"---\na: 1\nb: [1\n---\n", 3, "Broken YAML|broken YAML"),
    (b"---\na: 1\na: 2\n---\n", 3, "second time"),
    (b"---\na:\n  b: 1\n  b: 2\n---\n", 4, "second time"),
    (b"---\na: &x 1\nb: *x\n---\n", 2, "alias"),
    (b"---\na: !!python/name:os.system 1\n---\n", 2, "tag"),
    (b"---\n2: x\n---\n", 2, "not text"),
    (b"---\n[a]: x\n---\n", 2, "not text"),
    (b"---\n- a\n---\n", 2, "mapping"),
    (b"---\na: 2026-13-40\n---\n", 2, "no date or number"),
    (b"---\n<<: {a: 1}\n---\n", 2, "tag"),
    (b"---\na: " + b"[" * 50_000 + b"\n---\n", 2, "characters"),
    (b"---\n" + b"a: [\n" * 2_000 + b"---\n", 2, "brackets"),
    (b"---\na: " + b"{b: " * 300 + b"x" + b"}" * 300 + b"\n---\n", 2, "too deep"),
    (b"x" * 10_001, 1, "10000 characters"),
    (b"x\n" * 600_000, None, "larger"),
]


@pytest.mark.parametrize(("raw", "line", "message"), BROKEN)
def test_what_cannot_be_read_is_said_with_its_line(
    raw: bytes, line: int | None, message: str
) -> None:
    with pytest.raises(PageError, match=message) as caught:
        page(raw)
    assert (caught.value.path, caught.value.line) == ("docs/en/a/b.md", line)
    assert str(caught.value).count(". ") >= 1, "the remedy is missing"


FINE = [
    ("", {}, ""),
    ("---\n---\nText.", {}, "Text."),
    ("\ufeff---\ntitle: x\n---\nText.", {"title": "x"}, "Text."),
    ("---\r\ntitle: x\r\n---\r\nText.", {"title": "x"}, "Text."),
    ("---\ntitle: x\n...\nText.", {"title": "x"}, "Text."),
    ("----\ntitle: x\n", {}, "----\ntitle: x\n"),
    ("Text\n---\n", {}, "Text\n---\n"),
]


@pytest.mark.parametrize(("text", "data", "body"), FINE)
def test_front_matter_ends_where_it_ends(text: str, data: dict[str, object], body: str) -> None:
    found = page(text)
    assert (dict(found.front_matter), found.body) == (data, body)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_those_of_the_raw_file(line_end: str, mark: str) -> None:
    raw = mark + TEXT.replace("\n", line_end)
    found = page(raw)
    for number, line in enumerate(found.lines, 1):
        start = found.source.offset(number, 1)
        assert raw[start : start + len(line)] == line
        assert found.source.place(start) == (number, 1)


def test_a_site_is_read_by_language_and_key(project: Path) -> None:
    site = read_site(project)
    assert ("en", "waste/what-is-mercury-waste") in site.pages
    found = site.pages["en", "waste/index"]
    assert found.path == "docs/en/waste/index.md"
    assert site.get("en", "waste/nothing") is None
    assert site.shown("fr", "waste/index") is not None
    again = read_page(project / found.path, root=project)
    assert (again.language, again.key, again.text) == (found.language, found.key, found.text)


def test_an_unreadable_page_stops_reading_the_whole_site_but_not_an_open_one(
    project: Path,
) -> None:
    (project / "docs/en/broken.md").write_bytes(b"---\n")
    with pytest.raises(PageError, match=r"docs/en/broken\.md:1: "):
        read_site(project)
    site = open_site(project)
    assert ("en", "broken") in site.pages
    assert site.readable("en", "broken") is None
    assert site.readable("en", "index") is not None
