"""Every example on the page "How we read references" is read as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.citations import render, resolve

PAGE = Path(__file__).resolve().parents[2] / "docs" / "en" / "about" / "citations.md"
TEXT = PAGE.read_text("utf-8")
LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "russian": "ru",
    "spanish": "es",
}  # fmt: skip
ROW = re.compile(r"\| `(?P<written>[^`]+)` \| (?P<ids>`[^|]+`) \|")
VERDICT = re.compile(r"\| `(?P<status>[a-z]+)` \| [^|]+ \| `(?P<written>[^`]+)` \|")


def section(name: str) -> str:
    return TEXT.partition(f"{{ #{name} }}")[2].partition("\n## ")[0]


EXAMPLES = [
    (code, match["written"], re.findall("`([^`]+)`", match["ids"]))
    for name, code in LANGUAGES.items()
    for match in ROW.finditer(section(name))
]


def test_each_language_has_examples() -> None:
    for code in LANGUAGES.values():
        assert sum(code == language for language, _, _ in EXAMPLES) >= 5


@pytest.mark.parametrize(("language", "written", "expected"), EXAMPLES)
def test_an_example_is_read_as_the_page_says(
    language: str, written: str, expected: list[str]
) -> None:
    targets = resolve(written, language=language)
    assert [target.id for target in targets] == expected
    assert {target.status for target in targets} == {"valid"}


@pytest.mark.parametrize(
    ("status", "written"), [(m["status"], m["written"]) for m in VERDICT.finditer(TEXT)]
)
def test_each_verdict_is_the_one_that_the_page_gives(status: str, written: str) -> None:
    assert [target.status for target in resolve(written, language="en")] == [status]


def test_all_five_verdicts_are_explained() -> None:
    said = {match["status"] for match in VERDICT.finditer(TEXT)}
    assert said == {"valid", "unknown", "ambiguous", "foreign", "relative"}


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = TEXT.partition("```python\n")[2].partition("```")[0]
    exec(compile(code, PAGE.name, "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "Article 7, paragraph 3 (a) ('art_7__para_3__subpara_a',)"
    assert printed[1] == "paragraphs 1 and 2 of Article 8 ('art_8__para_1', 'art_8__para_2')"
    links = [(line.split()[0], line.split()[2]) for line in printed[2:]]
    assert links == [
        ("4", "#art_7__para_3__subpara_a"),
        ("36", "#art_8__para_1"),
        ("53", "#art_8__para_2"),
    ]
    results = dict(re.findall(r"^(.+)\n# '(.+)'$", code, re.MULTILINE))
    names = {"resolve": resolve, "render": render}
    assert [eval(line, names) for line in results] == list(results.values())
