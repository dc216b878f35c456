"""Any bytes give a page or a PageError, offsets slice to what they name, in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.errors import PageError
from portal.pages import Page, parse_page, without_code_spans

PIECES = st.sampled_from(
    [
        *("---\n", "/// law | x\n", "///\n", "//// case\n", "    minutes: 5\n", "```\n", "`"),
        *("<!--", "-->", "## H { #h }\n", "\n", "\r\n", "[a](b.md)", "![", "](", "- [x] a\n"),
        *("| a | b |\n", "<b>", "{ #x .y z=1 }", "中。", "ف", "\u202e", "\ufeff", "\t", "a: b\n"),
        *("\\", "***", "~~~\n"),
    ]
)


def read(raw: bytes) -> Page | None:
    try:
        return parse_page(raw, path="docs/en/a.md", language="en", key="a")
    except PageError:
        return None


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200)))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    page = read(text.encode("utf-8", "surrogatepass"))
    if page is None:
        return
    count = len(page.lines)
    assert [len(line) for line in page.prose.lines] in (
        [len(line) for line in page.lines],
        [0] * (page.body_line - 1) + [len(line) for line in page.lines[page.body_line - 1 :]],
    )
    for link in page.links:
        assert 1 <= link.line <= link.end_line <= count
        assert page.lines[link.line - 1][link.column - 1] in "[!<"
    for heading in page.headings:
        assert 1 <= heading.line <= count
    for block in page.blocks:
        assert block.line < block.body.start <= block.body.stop <= count + 1
    lines = [line for section in page.sections for line in section.lines]
    assert lines == list(range(page.body_line, count + 1))
    assert [len(line) for line in without_code_spans(page.lines)] == [len(x) for x in page.lines]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_page_or_an_error(raw: bytes) -> None:
    read(raw)


LONG = [
    "`",
    "](",
    "{",
    "<!--",
    "[",
    "/// law | x\n",
    "# ",
    "- [x] a\n",
    "<a",
    "a. B",
    "' ",
    "```\n",
]


@pytest.mark.parametrize("piece", LONG)
def test_repetition_takes_linear_time(piece: str) -> None:
    line = piece * (9_000 // len(piece))
    start = time.perf_counter()
    page = read((f"{line}\n" * 5).encode("utf-8"))
    assert page is not None
    assert page.links is not None
    assert (page.headings, page.blocks, page.attribute_lists) is not None
    without_code_spans(page.prose.lines)
    # Half a second is a hundred times what it takes, and a hundredth of what a quadratic one does.
    assert time.perf_counter() - start < 5
