"""What readers see of our blocks, questions, tables and mixed directions."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

EXTENSIONS = ["attr_list", "tables", "pymdownx.tasklist", "portal.extension"]


def render(text: str, root: Path, *, language: str = "en", page: str = "") -> BeautifulSoup:
    options = {"portal.extension": {"language": language, "page": page, "root": str(root)}}
    html = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=options)
    return BeautifulSoup(html, "html.parser")


QUESTION = """
/// question | Which may still be *imported*?
    objective: name-dates

- [ ] A button cell.
    - No.
      It is listed.

        It has been since 2025.

- [x] A lamp for **research**.
    - Yes.
///
"""


def test_a_law_block_shows_its_provision_under_a_title_in_the_page_language(root: Path) -> None:
    page = render("/// law | Article 4, paragraph 1\nA Party shall not.\n///", root)
    block = page.select_one("section.block-law")
    assert block is not None
    title = block.select_one(".block-title")
    assert title is not None
    assert title.get_text(" ", strip=True) == "What the treaty says Article 4, paragraph 1"


def test_minutes_stand_in_the_title(root: Path) -> None:
    page = render("/// exercise | Sort\n    minutes: 10\n    objective: x\n\nDo it.\n///", root)
    assert page.select_one(".block-minutes").get_text() == "10 minutes"  # type: ignore[union-attr]
    assert "objective" not in page.get_text()


@pytest.mark.parametrize("name", ["solution", "facilitator"])
def test_what_is_not_for_everybody_at_once_is_closed(root: Path, name: str) -> None:
    page = render(f"/// {name}\nSecret.\n///", root)
    block = page.select_one(f"details.block-{name}")
    assert block is not None
    assert not block.has_attr("open")
    assert block.summary is not None


def test_a_question_lists_options_first_and_answers_in_a_closed_disclosure(root: Path) -> None:
    page = render(QUESTION, root)
    question = page.select_one("section.block-question")
    assert question is not None
    assert question["data-right"] == "1"
    options = [item.get_text() for item in question.select("ul.question-options > li")]
    assert options == ["A button cell.", "A lamp for research."]
    answers = question.select_one("details.question-answers")
    assert answers is not None
    assert not answers.has_attr("open")
    assert [item["class"] for item in answers.select("ul > li")] == [["wrong"], ["right"]]
    assert "It has been since 2025." in answers.get_text()
    assert "[x]" not in page.get_text()
    assert page.select("input") == []


def test_objectives_come_from_the_front_matter(root: Path) -> None:
    page = render("/// objectives\n///", root, page="waste/what-is-mercury-waste")
    assert len(page.select("section.block-objectives li")) >= 3


def test_every_table_scrolls_by_itself_under_a_name_of_its_own(root: Path) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    page = render(f"{table}\n\ntext\n\n{table}", root)
    regions = page.select('div.table-scroll[role="region"][tabindex="0"] > table')
    assert len(regions) == 2
    names = [str(table.parent["aria-label"]) for table in regions if table.parent]
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("بين 2020–2025 فقط", ["2020–2025"]),
        ("نحو 1,5 mg/kg من التربة", ["1,5 mg/kg"]),
        ("مركّب HgCl₂ سام", ["HgCl₂"]),
        ("انبعاث CO₂ كبير", ["CO₂"]),
        ("15 mg/kg و25 mg/kg", ["15 mg/kg", "25 mg/kg"]),
        ("حرارة 600–800 °C", ["600–800 °C"]),
        ("أكثر من 2\u00a0800 m³ من الهواء", ["2\u00a0800 m³"]),
        ("**2020–2025** و*HgCl₂*", ["2020–2025", "HgCl₂"]),
        ("رمز `2020–2025` فقط", []),
        ("500 – 380 = 120 في المجموع", ["500 – 380 = 120"]),
        ("150 ÷ 30 = 5، ثم 40% × 120 kg = 48 kg", ["150 ÷ 30 = 5", "40% × 120 kg = 48 kg"]),
        ("240 − 180 = 60 g مفقودة", ["240 − 180 = 60 g"]),
        ("عام 2025 وحده", []),
    ],
)
def test_arabic_text_isolates_what_must_run_left_to_right(
    root: Path, text: str, isolated: list[str]
) -> None:
    page = render(text, root, language="ar")
    assert [piece.get_text() for piece in page.select('bdi[dir="ltr"]')] == isolated
    expected = text.replace("*", "").replace("`", "")
    assert page.get_text() == expected


def test_left_to_right_languages_need_no_isolates(root: Path) -> None:
    assert render("2020–2025, 1.5 mg/kg", root, language="fr").select("bdi") == []


def test_chinese_lines_are_joined_without_a_space(root: Path) -> None:
    text = "缔约方应采取措施。\n第二句**强调**，\n见 mercury\n文本。\n\n`一\n二`"
    page = render(text, root, language="zh")
    first, second = page.select("p")
    assert first.get_text() == "缔约方应采取措施。第二句强调，见 mercury\n文本。"
    assert second.get_text() == "一\n二"
    assert "\n" in render("One.\nTwo.", root, language="fr").get_text()
