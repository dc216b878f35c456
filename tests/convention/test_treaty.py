"""The treaty as a tree: what exists, what is above and below, since when, how surely."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from portal.convention import (
    DATA_FILE,
    Treaty,
    decision_id,
    decision_number,
    load_treaty,
    parent_id,
    parse_id,
)

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


@pytest.fixture(scope="module")
def treaty() -> Treaty:
    return load_treaty()


def test_the_body_has_350_units(treaty: Treaty) -> None:
    """Counted: every article, numbered paragraph, lettered subparagraph and roman item of 1 to 35.

    Not counted: preamble, annexes, unnumbered text (all of Article 1; what follows a list).
    """
    body = [treaty.get(unit) for unit in treaty.units() if unit.startswith("art_")]
    kinds = Counter(provision.kind for provision in body if provision is not None)
    assert kinds == {"article": 35, "paragraph": 160, "subparagraph": 138, "item": 17}
    assert len(body) == 350


@pytest.mark.parametrize(
    ("unit", "kind", "number", "parent"),
    [
        ("preamble", "preamble", "", None),
        ("preamble__rec_13", "recital", "13", "preamble"),
        ("art_1", "article", "1", None),
        ("art_2__subpara_k", "subparagraph", "k", "art_2"),
        ("art_2__subpara_b__item_iii", "item", "iii", "art_2__subpara_b"),
        ("art_3__para_6__subpara_a__item_ii", "item", "ii", "art_3__para_6__subpara_a"),
        ("art_35", "article", "35", None),
        ("annex_a", "annex", "a", None),
        ("annex_a__subpara_e", "subparagraph", "e", "annex_a"),
        ("annex_a__part_1", "part", "1", "annex_a"),
        ("annex_a__part_1__row_batteries", "row", "batteries", "annex_a__part_1"),
        ("annex_a__part_2__item_ix", "item", "ix", "annex_a__part_2"),
        ("annex_c__para_1__subpara_b__item_iii", "item", "iii", "annex_c__para_1__subpara_b"),
        ("annex_d__row_cement-clinker", "row", "cement-clinker", "annex_d"),
        ("annex_e__part_1__art_3", "article", "3", "annex_e__part_1"),
        ("annex_e__part_1__art_2__para_3", "paragraph", "3", "annex_e__part_1__art_2"),
        ("annex_e__part_1__art_7__subpara_b", "subparagraph", "b", "annex_e__part_1__art_7"),
        ("annex_e__part_2__art_11", "article", "11", "annex_e__part_2"),
        ("dec_mc-5-12", "decision", "mc-5-12", None),
        ("dec_mc-5-12__para_9", "decision_paragraph", "9", "dec_mc-5-12"),
        ("dec_mc-5-12__para_1__subpara_c", "subparagraph", "c", "dec_mc-5-12__para_1"),
        ("dec_mc-1-21__para_1", "decision_paragraph", "1", "dec_mc-1-21"),
    ],
)
def test_a_unit_knows_its_place(
    treaty: Treaty, unit: str, kind: str, number: str, parent: str | None
) -> None:
    provision = treaty.get(unit)
    assert provision is not None
    assert treaty.exists(unit)
    assert (provision.kind, provision.number, provision.parent) == (kind, number, parent)
    assert treaty.parent(unit) == parent
    assert provision in treaty.children(parent)


@pytest.mark.parametrize(
    ("unit", "status"),
    [
        ("art_7__para_4", "valid"),
        ("art_7__para_5", "unknown"),
        ("art_36", "unknown"),
        ("art_0", "unknown"),
        ("art_2__para_1", "unknown"),
        ("art_2__subpara_l", "unknown"),
        ("art_4__para_2__subpara_e", "unknown"),
        ("art_6__para_6__subpara_d", "unknown"),
        ("art_11__para_2__subpara_d", "unknown"),
        ("art_17__para_1__subpara_c__item_iv", "unknown"),
        ("annex_f", "unknown"),
        ("annex_a__part_3", "unknown"),
        ("annex_a__part_1__row_spoons", "unknown"),
        ("annex_d__para_1", "unknown"),
        ("annex_e__art_1", "unknown"),
        ("annex_e__part_2__art_12", "unknown"),
        ("dec_mc-5-12__para_10", "unknown"),
        ("dec_mc-5-12__para_2__subpara_a", "unknown"),
        ("dec_mc-1-21__para_2", "unknown"),
        ("dec_mc-4-3__para_1", "valid"),
        ("dec_mc-4-3__para_77", "valid"),
        ("dec_mc-4-3__para_7__subpara_b", "valid"),
        ("dec_mc-4-3__art_7", "unknown"),
        ("dec_mc-1-8__para_6", "valid"),
        ("dec_mc-5-10", "valid"),
        ("dec_mc-9-99", "unknown-decision"),
        ("dec_mc-9-99__para_1", "unknown-decision"),
        ("dec_bc-12-4", "unknown"),
        ("ART_7", "unknown"),
        ("art 7", "unknown"),
        ("art_7__", "unknown"),
        ("__", "unknown"),
        ("", "unknown"),
        ("art_7\n", "unknown"),
        ("art_٧", "unknown"),
        ("art_" + "9" * 5000, "unknown"),
    ],
)
def test_the_status_says_whether_anything_contradicts_an_id(
    treaty: Treaty, unit: str, status: str
) -> None:
    assert treaty.status(unit) == status


def test_a_paragraph_of_an_unread_decision_is_valid_and_yet_has_no_anchor(treaty: Treaty) -> None:
    assert treaty.status("dec_mc-4-3__para_77") == "valid"
    assert not treaty.exists("dec_mc-4-3__para_77")
    assert treaty.get("dec_mc-4-3__para_77") is None
    decision = treaty.decision("dec_mc-4-3__para_77")
    assert decision is not None
    assert decision.number == "MC-4/3"


def test_every_id_is_well_formed_and_its_parent_comes_before_it(treaty: Treaty) -> None:
    before: set[str | None] = {None}
    for provision in treaty:
        assert "__".join("_".join(filter(None, step)) for step in parse_id(provision.id)) == (
            provision.id
        )
        assert provision.parent in before
        before.add(provision.id)


def test_the_order_is_that_of_the_treaty(treaty: Treaty) -> None:
    units = treaty.units()
    assert units[:2] == ("preamble", "preamble__rec_1")
    assert units[-1] == "annex_e__part_2__art_11"
    start = units.index("art_3__para_6")
    assert units[start : start + 5] == (
        "art_3__para_6",
        "art_3__para_6__subpara_a",
        "art_3__para_6__subpara_a__item_i",
        "art_3__para_6__subpara_a__item_ii",
        "art_3__para_6__subpara_b",
    )
    assert not any(unit.startswith("dec_") for unit in units)


@pytest.mark.parametrize("bad", ["", "Article 7", "art_7__", "art_7 ", "dec_mc-5", "annex_A"])
def test_what_is_no_id_cannot_be_parsed(bad: str) -> None:
    with pytest.raises(ValueError, match="is not a provision id"):
        parse_id(bad)


def test_an_id_is_parsed_into_its_steps() -> None:
    assert parse_id("preamble__rec_7") == (("preamble", ""), ("rec", "7"))
    assert parse_id("dec_mc-5-12__para_3") == (("dec", "mc-5-12"), ("para", "3"))
    assert parse_id("annex_a__part_1__row_button-batteries")[2] == ("row", "button-batteries")
    assert parent_id("art_7__para_3") == "art_7"
    assert decision_id("MC-5/12") == "dec_mc-5-12"
    assert decision_number("dec_mc-5-12__para_3") == "MC-5/12"


@pytest.mark.parametrize(
    ("unit", "language", "text", "confirmed"),
    [
        ("art_7", "en", "Artisanal and small-scale gold mining", True),
        ("art_27", "fr", "Adoption et amendements des annexes", True),
        ("art_6", "ru", "Исключения, предоставляемые Стороне по запросу", True),
        ("art_9", "ru", "Высвобождения", False),  # read in the Russian draft only
        ("art_3", "zh", "汞的供应来源和贸易", True),
        ("art_23", "ar", "مؤتمر الأطراف", False),  # the words were read, not the heading
        ("art_35", "es", "Autenticidad de los textos", False),
        ("annex_e__part_1", "en", "Arbitration procedure", True),
        ("annex_a__part_1__row_photographic-film", "en", "Photographic film and paper", False),
        ("dec_mc-1-8", "en", "Timing and format of reporting by the Parties", True),
        ("dec_mc-1-8", "fr", "Établissement de rapports", False),
        ("dec_mc-5-15", "en", "Gender", False),
    ],
)  # fmt: skip
def test_a_title_says_whether_it_was_seen(
    treaty: Treaty, unit: str, language: str, text: str, confirmed: bool
) -> None:
    provision = treaty.get(unit)
    title = provision.title(language) if provision is not None else None
    assert title is not None
    assert (title.text, title.confirmed) == (text, confirmed)


def test_what_has_a_title_has_it_in_six_languages(treaty: Treaty) -> None:
    titled = {"preamble", "article", "annex", "part", "row", "decision"}
    for provision in treaty:
        own = provision.id.startswith("annex_e__") and provision.kind == "article"
        wanted = set(LANGUAGES) if provision.kind in titled and not own else set()
        assert set(provision.titles) == wanted, provision.id
        assert provision.title("id") is None
    assert all(set(decision.titles) == set(LANGUAGES) for decision in treaty.decisions)


def test_every_english_title_of_the_treaty_is_confirmed(treaty: Treaty) -> None:
    for unit in treaty.units():
        provision = treaty.get(unit)
        assert provision is not None
        title = provision.title("en")
        if title is not None and provision.kind in {"article", "annex", "part"}:
            assert title.confirmed, unit


def test_the_treaty_is_loaded_once() -> None:
    assert load_treaty() is load_treaty()
    assert json.loads(DATA_FILE.with_name("treaty.schema.json").read_text("utf-8"))["title"]
