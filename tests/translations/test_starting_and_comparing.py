"""`start` writes a skeleton that is right already; `diff` shows what changed, where git knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lamp_site import CODES, KEY, change, commit, page_path

from portal.citations import find_citations
from portal.pages import open_site, parse_page
from portal.translations.skeleton import LONGEST_ADDRESS, create_address, outline, skeleton
from portal.translations.word_diff import diff_lines, word_pieces, written

FRENCH = "docs/fr/waste/lamps.md"


def test_a_skeleton_is_written_and_never_over_a_translation(lamps: Path, run: Any) -> None:
    before = (lamps / FRENCH).read_bytes()
    refused = run(lamps, "start", "fr", KEY)
    assert (refused.status, len(refused.err.splitlines())) == (2, 1)
    assert (lamps / FRENCH).read_bytes() == before
    (lamps / FRENCH).unlink()
    assert run(lamps, "start", "fr", "docs/en/waste/lamps.md").status == 0
    text = (lamps / FRENCH).read_text("utf-8")
    assert "(article 11, paragraphe 2)" in text
    assert "- [x] The window." in text
    assert "minutes:" not in text
    assert "safety:" not in text


@pytest.mark.parametrize("arguments", [("fr", "waste/none"), ("en", KEY), ("xx", KEY)])
def test_what_cannot_be_started_is_one_line(
    lamps: Path, run: Any, arguments: tuple[str, str]
) -> None:
    answer = run(lamps, "start", *arguments)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)


@pytest.mark.parametrize("code", CODES)
def test_skeletons_cite_what_english_cites_and_keep_ids_and_blocks(root: Path, code: str) -> None:
    source = open_site(root).pages["en", "waste/what-is-mercury-waste"]
    text = skeleton(source, code)
    made = parse_page(text.encode(), path="docs/x.md", language=code, key=source.key)
    assert [h.id for h in made.headings] == [h.id for h in source.headings]
    assert [b.name for b in made.blocks] == [b.name for b in source.blocks]
    assert [[c.right for c in q.choices] for q in made.questions] == [
        [c.right for c in q.choices] for q in source.questions
    ]
    wanted = [c for c in find_citations(source.body, language="en") if len(c.targets) < 5]
    ids = {t.id for c in wanted for t in c.targets if t.status == "valid"}
    found = {t.id for c in find_citations(text, language=code) for t in c.targets}
    assert ids <= found


def test_glossary_terms_stand_beside_as_a_comment(root: Path) -> None:
    source = open_site(root).pages["en", "waste/index"]
    source = parse_page(
        (source.text + "\n## A { #a }\n\nSlag.\n").encode(),
        path=source.path, language="en", key=source.key,
    )  # fmt: skip
    text = skeleton(
        source, "fr", terms=lambda t: (("slag", "scorie --> x"),) if "Slag" in t else ()
    )
    assert "<!-- terms: slag = scorie    x -->" in text


def test_the_address_that_creates_a_page_holds_its_outline(root: Path) -> None:
    site = open_site(root)
    for key in site.keys("en"):
        source = site.pages["en", key]
        address = create_address("https://github.com/o/r", source, "ar")
        assert len(address) <= LONGEST_ADDRESS
        assert address.startswith(
            f"https://github.com/o/r/new/main?filename=docs/ar/{key}.md&value="
        )
    short = site.pages["en", "waste/index"]
    assert "..." in outline(short, "ar")
    assert parse_page(outline(short, "ar").encode(), path="x", language="ar", key="x").title


def test_words_that_changed_are_shown_section_by_section(lamps: Path, run: Any) -> None:
    commit(lamps, "translated")
    change(page_path(lamps, "en"), "for 15 minutes", "for 50 minutes")
    commit(lamps, "changed")
    change(page_path(lamps, "en"), "A Party shall act", "A Party shall not act")
    answer = run(lamps, "diff", KEY, "--lang", "fr")
    assert (answer.status, answer.err) == (0, "")
    assert "## handling: stale (docs/en/waste/lamps.md:18, translated from " in answer.out
    assert "Open the window for [-15-]{+50+} minutes." in answer.out
    assert "A Party shall{+ not+} act" in answer.out
    assert "Never use" in answer.out
    assert "The broom" not in answer.out


def test_a_renamed_english_file_keeps_its_past(lamps: Path, run: Any) -> None:
    commit(lamps, "translated")
    for code in ("en", "fr"):
        page_path(lamps, code).rename(page_path(lamps, code, "waste/bulbs"))
    commit(lamps, "renamed")
    change(page_path(lamps, "en", "waste/bulbs"), "for 15 minutes", "for 50 minutes")
    assert "[-15-]{+50+}" in run(lamps, "diff", "fr/waste/bulbs").out


def test_without_git_the_section_is_named_and_the_reason_said(lamps: Path, run: Any) -> None:
    change(page_path(lamps, "en"), "for 15 minutes", "for 50 minutes")
    answer = run(lamps, "diff", FRENCH)
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "no git history here" in answer.err
    assert "## handling: stale" in answer.out
    assert "for 50 minutes" in answer.out


def test_a_text_that_was_never_committed_is_said_to_be_so(lamps: Path, run: Any) -> None:
    change(page_path(lamps, "en"), "for 15 minutes", "for 50 minutes")
    commit(lamps, "first commit, already changed")
    answer = run(lamps, "diff", FRENCH)
    assert answer.status == 2
    assert "not in the git history" in answer.err


def test_a_page_that_nobody_translated_cannot_be_compared(lamps: Path, run: Any) -> None:
    answer = run(lamps, "diff", "waste/index")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "translations start" in answer.err


def test_lines_far_from_a_change_are_left_out() -> None:
    old = [f"Line {n}." for n in range(20)]
    new = [*old[:10], "Line ten.", *old[11:]]
    lines = [written(line) for line in diff_lines(old, new)]
    assert lines == ["…", "Line 9.", "Line [-10-]{+ten+}.", "Line 11."]
    assert "".join(p.text for p in word_pieces("a b", "a c") if p.kind != "old") == "a c"
