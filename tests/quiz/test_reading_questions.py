"""The reader and the renderer see the same questions: options, order, matches, feedback, ids."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup, Tag

from portal.pages import Question, parse_page, question_ids, read_page, shuffled, split_match

EXTENSIONS = ["attr_list", "tables", "portal.extension"]
DOCS = Path(__file__).resolve().parents[2] / "docs"
WITH_QUESTIONS = [
    path for path in sorted(DOCS.glob("*/**/*.md")) if "/// question" in path.read_text("utf-8")
]

ORDER = """
/// question | Put them in order.
    objective: [sort, tell]
    kind: order

1. The *first*
   step.
    - Because.
      It opens the door.
2. The second.
    - Then this.
3. The third.
    - At last.
///
"""
MATCH = """
/// question | Which provision?
    objective: sort
    kind: match

- A flask → a jar → Article 10
    - Storage.
- A lamp → Article 11
    - Waste.
- مصباح ← Article 11
    - Waste, too.
///
"""


def read(text: str) -> tuple[Question, ...]:
    return parse_page(text.encode(), path="docs/en/a.md", language="en", key="a").questions


def render(text: str, root: Path, language: str = "en") -> list[Tag]:
    options = {"portal.extension": {"language": language, "root": str(root)}}
    html = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=options)
    return list(BeautifulSoup(html, "html.parser").select("section.block-question"))


def test_steps_are_read_in_the_right_order_and_shown_in_another() -> None:
    (found,) = read(ORDER)
    assert (found.id, found.kind) == ("sort-1", "order")
    assert [c.text for c in found.choices] == ["The *first* step.", "The second.", "The third."]
    assert [c.feedback for c in found.choices] == [
        "Because.\nIt opens the door.",
        "Then this.",
        "At last.",
    ]
    assert all(c.right and c.answer is None for c in found.choices)
    assert sorted(found.shown) == [0, 1, 2] != list(found.shown)


def test_statements_are_read_with_what_they_belong_to() -> None:
    (found,) = read(MATCH)
    assert [(c.text, c.answer) for c in found.choices] == [
        ("A flask → a jar", "Article 10"),
        ("A lamp", "Article 11"),
        ("مصباح", "Article 11"),
    ]
    assert sorted(found.answers) == ["Article 10", "Article 11"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A → B", ("A", "B")),
        ("A ← B", ("A", "B")),
        ("A", ("A", None)),
        ("A →", ("A →", None)),
        ("A→B", ("A→B", None)),
        ("A → ", ("A →", None)),
    ],
)
def test_a_statement_is_split_at_its_last_arrow(text: str, parts: tuple[str, str | None]) -> None:
    assert split_match(text) == parts


@pytest.mark.parametrize("count", range(2, 9))
def test_shuffling_is_the_same_every_time_and_never_the_right_order(count: int) -> None:
    for seed in ("a-1", "b-1", "sort-kinds-2", "x"):
        mixed = shuffled(seed, count)
        assert mixed == shuffled(seed, count)
        assert sorted(mixed) == list(range(count)) != list(mixed)


def test_nothing_and_one_thing_are_shuffled_too() -> None:
    assert (shuffled("a", 0), shuffled("a", 1)) == ((), (0,))


def test_ids_count_per_objective() -> None:
    assert question_ids([["a"], ["b", "a"], ["a"], []]) == ("a-1", "b-1", "a-2", "question-1")


def test_a_rendered_order_question_is_a_list_and_an_ordered_solution(root: Path) -> None:
    (question,) = render(ORDER, root)
    shown = [int(str(item["data-item"])) for item in question.select(".question-options > li")]
    assert tuple(shown) == read(ORDER)[0].shown
    answers = question.select("details.question-answers:not([open]) > ol > li .option")
    assert " ".join(answers[0].get_text().split()) == "The first step."
    assert answers[0].em is not None


def test_a_rendered_match_question_offers_each_answer_once(root: Path) -> None:
    (question,) = render(MATCH, root)
    offered = [item.get_text() for item in question.select(".question-choices > li")]
    assert tuple(offered) == read(MATCH)[0].answers
    statements = question.select(".question-options > li")
    assert [offered[int(str(item["data-answer"]))] for item in statements] == [
        "Article 10",
        "Article 11",
        "Article 11",
    ]
    assert "→" not in statements[1].get_text()


def test_a_statement_that_belongs_nowhere_is_shown_and_does_not_stop_the_page(root: Path) -> None:
    (question,) = render(MATCH.replace(" → Article 11", ""), root)
    assert question.select(".question-options > li")[1].get("data-answer") is None
    assert question["data-right"] == "2"


@pytest.mark.parametrize("path", WITH_QUESTIONS, ids=lambda p: str(p.relative_to(DOCS)))
def test_the_questions_of_the_portal_are_seen_alike(path: Path, root: Path) -> None:
    page = read_page(path, root=root)
    sections = render(page.body, root, page.language)
    assert len(sections) == len(page.questions)
    for section, question in zip(sections, page.questions, strict=True):
        assert section["data-question"] == question.id
        assert section["id"] == f"question-{question.id}"
        assert f"question-{question.id}" in page.ids
        assert section["data-kind"] == question.kind
        answers = section.select(".question-answers > :is(ul, ol) > li")
        assert [item["class"] == ["right"] for item in answers] == [
            choice.right for choice in question.choices
        ]
        assert all(item.select_one(".feedback, p + p") for item in answers)
        shown = [int(str(item["data-item"])) for item in section.select(".question-options > li")]
        assert tuple(shown) == question.shown
        offered = [item.get_text() for item in section.select(".question-choices > li")]
        assert tuple(offered) == question.answers
