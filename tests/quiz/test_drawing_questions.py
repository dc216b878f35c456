"""One code draws the questions for paper and browser: the same for everybody, evenly spread."""

from __future__ import annotations

import base64
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from portal.assessment.drawing import USUAL_QUESTIONS, Item, fingerprint, post_test, pre_test
from portal.checks.kinds import TRACKS
from portal.languages import load_languages
from portal.pages import Site, parse_page, read_site

WASTE = "waste/what-is-mercury-waste"
GOLD = "asgm/choosing-a-mercury-free-method"
SETS = [(WASTE,), (GOLD, WASTE), (WASTE, GOLD, "obligations/mercury-added-products")]


@pytest.fixture(scope="module")
def pages(root: Path) -> Site:
    return read_site(root)


def ids(items) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(item.module, item.question, item.right) for item in items]


@pytest.mark.parametrize("keys", SETS)
def test_everybody_gets_the_same_questions_in_every_language(pages: Site, root: Path, keys):
    drawn = {code: ids(pre_test(pages, keys, code)) for code in load_languages(root).codes}
    assert all(found == drawn["en"] for found in drawn.values())
    prints = {fingerprint(pre_test(pages, keys, code)) for code in drawn}
    assert len(prints) == 1


@pytest.mark.parametrize("keys", SETS)
def test_questions_are_spread_over_modules_and_objectives(pages: Site, keys):
    items = pre_test(pages, keys, "en")
    assert 2 * len(keys) <= len(items) <= max(USUAL_QUESTIONS, 2 * len(keys))
    for key in keys:
        asked = [item for item in items if item.module == key]
        open_ones = [q for q in pages.pages["en", key].questions if q.kind in
                     ("single", "multiple", "true-false")]  # fmt: skip
        tested = Counter(name for item in asked for name in item.objectives)
        possible = {name for q in open_ones for name in q.objectives}
        if len(asked) >= len(possible):
            assert set(tested) == possible
        assert max(tested.values()) <= max(1, len(asked))


@pytest.mark.parametrize(("modules", "most"), [(1, 12), (4, 12), (12, 24), (13, 13), (40, 40)])
def test_a_test_of_many_modules_asks_each_of_them_and_stays_short(pages: Site, modules, most):
    items = pre_test(pages, (WASTE,) * modules, "en")
    assert modules <= len(items) <= most


def changed(pages: Site, key: str, language: str, old: str, new: str) -> Site:
    """Return a site in which a page reads otherwise."""
    page = pages.pages[language, key]
    assert old in page.text
    text = page.text.replace(old, new, 1).encode()
    made = parse_page(text, path=page.path, language=language, key=key)
    return replace(pages, pages={**pages.pages, (language, key): made})


def test_a_translated_question_that_lags_behind_is_asked_in_english(pages: Site):
    french = pages.pages["fr", WASTE]
    first = next(line for line in french.lines if line.startswith("- [x]"))
    site = changed(pages, WASTE, "fr", first, first.replace("[x]", "[ ]"))
    items = pre_test(site, (WASTE,), "fr")
    assert ids(items) == ids(pre_test(pages, (WASTE,), "en"))
    assert sorted(item.language.code for item in items).count("en") == 1


def test_the_fingerprint_changes_with_the_solution_only(pages: Site):
    before = fingerprint(pre_test(pages, (WASTE,), "en"))
    line = next(q.prompt for q in pages.pages["en", WASTE].questions if q.kind == "single")
    worded = changed(pages, WASTE, "en", line, line + "!")
    assert fingerprint(pre_test(worded, (WASTE,), "en")) == before
    english = pages.pages["en", WASTE]
    right = next(line for line in english.lines if line.startswith("- [x]"))
    solved = changed(pages, WASTE, "en", right, right + "\n    - So.\n- [x] Another.")
    assert fingerprint(pre_test(solved, (WASTE,), "en")) != before


def page_data(site: Path, language: str, track: str) -> tuple[BeautifulSoup, dict]:
    html = (site / language / track / "test/index.html").read_text("utf-8")
    soup = BeautifulSoup(html, "html.parser")
    return soup, json.loads(soup.find(id="track-test-data").string)


@pytest.mark.parametrize("track", TRACKS)
def test_the_page_asks_what_the_printed_tests_ask(pages: Site, site: Path, track: str):
    for language in ("en", "ar"):
        soup, data = page_data(site, language, track)
        items = track_items(pages, site, track, language)
        shown = ["".join(e.get_text().split()) for e in soup.select("[data-item] legend")]
        assert len(shown) == len(items)
        for words, item in zip(shown, items, strict=True):
            assert "".join(item.prompt.striptags().split()) in words
        after = [[data_item, list(places)] for data_item, places in data["post"]]
        order = {(i.module, i.question): n for n, i in enumerate(items)}
        assert after == [[order[i.module, i.question], list(i.places)] for i in post_test(items)]


def drawn_ids(site: Path, track: str) -> list[str]:
    """Return the questions of a track as the trainer's page knows them."""
    html = (site / "en/facilitators/results/index.html").read_text("utf-8")
    soup = BeautifulSoup(html, "html.parser")
    data = json.loads(soup.find(id="results-data").string)
    return [question[0] for question in data["tracks"][track]["questions"]]


def track_items(pages: Site, site: Path, track: str, language: str) -> tuple[Item, ...]:
    """Draw the questions of a track's page once more."""
    keys = dict.fromkeys(name.split("#")[0] for name in drawn_ids(site, track))
    return pre_test(pages, list(keys), language)


def test_the_page_marks_as_the_module_does_and_shows_no_answer(pages: Site, site: Path):
    soup, data = page_data(site, "en", "waste")
    answers = json.loads(base64.b64decode(data["answers"]))
    items = track_items(pages, site, "waste", "en")
    assert [[option[0] for option in item] for item in answers] == [
        [int(option.right) for option in item.options] for item in items
    ]
    source = str(soup)
    for item in items:
        for option in item.options:
            assert str(option.reason)[:30] not in source


@pytest.mark.parametrize("track", TRACKS)
def test_questions_in_another_language_are_marked(pages: Site, site: Path, track: str):
    soup, _ = page_data(site, "ar", track)
    for shown, item in zip(
        soup.select("[data-item]"), track_items(pages, site, track, "ar"), strict=True
    ):
        own = item.language.code == "ar"
        marks = (None, None) if own else (item.language.code, item.language.direction)
        assert (shown.get("lang"), shown.get("dir")) == marks
