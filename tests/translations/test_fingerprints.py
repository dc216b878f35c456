"""What a fingerprint is made of, and how well it tells old from fresh."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from portal.benchmarks.translations import alarm_rate, miss_rate
from portal.errors import DataError
from portal.languages import load_languages
from portal.pages import Page, parse_page
from portal.translations.benchmark import EDITS, Verdict, judge, read_edits
from portal.translations.fingerprints import fingerprints, recorded, same, section_texts
from portal.translations.folding import fold


def page(text: str, code: str = "en") -> Page:
    return parse_page(text.encode(), path=f"docs/{code}/t.md", language=code, key="t")


@pytest.fixture(scope="module")
def verdicts(root: Path) -> tuple[Verdict, ...]:
    return judge(read_edits(root / EDITS))


def test_no_change_of_meaning_is_missed(verdicts: tuple[Verdict, ...]) -> None:
    missed = [v.edit for v in verdicts if v.missed]
    assert missed == []
    assert miss_rate(verdicts) == 0


def test_false_alarms_are_rare(verdicts: tuple[Verdict, ...]) -> None:
    assert alarm_rate(verdicts) <= 0.05, [v.edit for v in verdicts if v.false_alarm]


def test_the_labelled_edits_are_many_and_of_every_kind(
    root: Path, verdicts: tuple[Verdict, ...]
) -> None:
    assert len(verdicts) >= 60
    assert {v.edit.language for v in verdicts} >= set(load_languages(root).codes)
    kinds = Counter(v.edit.kind for v in verdicts)
    assert set(kinds) == {
        "meaning", "cosmetic", "moved", "split", "renamed", "number", "negation"
    }  # fmt: skip
    assert min(kinds.values()) >= 3


def test_a_miss_would_be_seen(root: Path) -> None:
    edit = next(e for e in read_edits(root / EDITS) if e.changed)
    assert Verdict(edit, frozenset(), edit.ids, edit.renamed).missed
    assert miss_rate([Verdict(edit, frozenset(), edit.ids, edit.renamed)]) == 1


def test_a_broken_list_of_edits_is_one_message(tmp_path: Path) -> None:
    file = tmp_path / "edits.yaml"
    file.write_text("edits: [{kind: x}]", "utf-8")
    with pytest.raises(DataError, match="no list of edits"):
        read_edits(file)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("H₂O, m², CH₃Hg⁺", "H₂O, m², CH₃Hg⁺"),
        ("ﬁle ①", "ﬁle ①"),
        ("![a](b.svg)", "![a](b.svg)"),
        ('[a](b.md "Title")', '[a]("Title")'),
        ("[a](<b c.md>)", "[a]()"),
        ("![a][p]\n\n[p]: x.svg", "![a][p] [p]: x.svg"),
        ("2*3*4", "2*3*4"),
        ("| a |\n|:-:|\n| 1 |", "| a | | | 1 |"),
    ],
)
def test_folding_keeps_what_says_something(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_title_summary_and_objectives_belong_to_the_page_and_comments_to_nobody() -> None:
    head = "---\ntitle: T\nsummary: S\nobjectives: {b: Two., a: One.}\nminutes: 5\n---\n"
    texts = section_texts(page(f"{head}\n# T\n\n<!-- not this -->\n\n## A {{ #a }}\n\nOne.\n"))
    assert texts == {"page": "title: T summary: S a: One. b: Two. # T", "a": "## A One."}


def test_code_is_text_too() -> None:
    one, two = (fingerprints(page(f"## A {{ #a }}\n\n```\n{c}\n```\n")) for c in ("x", "y"))
    assert one["a"] != two["a"]
    assert one["page"] == two["page"]


def test_malformed_fingerprints_count_as_none() -> None:
    source = "{a: 111111/222222, b: 1111/2222, c: 7, d: XYZXYZ/111111, e: 1111111111/22222222}"
    found = recorded(page(f"---\ntranslation: {{source: {source}}}\n---\n", "fr"))
    assert list(found) == ["a", "e"]
    assert same("1111111111", "11111111")
    assert not same("111", "111")
