"""The first look over a text: where markup and broken words may begin, which odd blanks it has."""

from __future__ import annotations

import pytest

from portal.citations.literals import Literals
from portal.citations.survey import look_over

LITERALS = [
    ("an apple", ["app", "ppl", "x"], [(0, 3, 6), (1, 4, 7)]),
    ("статья 7", ["тать", "ья "], [(0, 1, 5), (1, 4, 7)]),
    ("\U0001f600 rt", ["rt"], [(0, 2, 4)]),
    ("half \ud83d of a pair, rt", ["rt"], [(0, 18, 20)]),
    ("\x00rt", ["rt"], [(0, 1, 3)]),
    ("", ["rt"], []),
]
SURVEYS = [
    ("plain", [], [], "", False),
    ("[a](b) `c` <i>", [2, 7, 9, 11], [], "", False),
    ("x\n> y\n \t[z]: w", [1, 5], [], "", False),
    ("para-\ngraph, 1^er^", [], [("-\n", 4), ("^", 14), ("^", 17)], "", False),
    ("para\u00adgraph\u2009†", [], [("\u00ad", 4)], "\u00ad\u2009†", False),
    ("и\u0306", [], [], "", True),
]


@pytest.mark.parametrize(("text", "literals", "expected"), LITERALS)
def test_each_literal_is_found_at_its_code_points(
    text: str, literals: list[str], expected: list[tuple[int, int, int]]
) -> None:
    assert Literals(literals).find(text) == expected
    assert Literals(literals).stand_in(text) == bool(expected)


@pytest.mark.parametrize(("text", "marks", "breaks", "blanks", "decomposed"), SURVEYS)
def test_one_look_sees_marks_breaks_and_blanks(
    text: str, marks: list[int], breaks: list[tuple[str, int]], blanks: str, decomposed: bool
) -> None:
    survey = look_over(text)
    assert survey.marks == marks
    assert survey.breaks == breaks
    assert sorted(survey.blanks) == sorted(blanks)
    assert survey.decomposed is decomposed
