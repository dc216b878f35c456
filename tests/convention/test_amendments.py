"""Rows, amendments and decisions: since when they hold, and how surely that is known."""

from __future__ import annotations

import datetime

import pytest

from portal.convention import Treaty, load_treaty


@pytest.fixture(scope="module")
def treaty() -> Treaty:
    return load_treaty()


@pytest.mark.parametrize(
    ("row", "phase_out", "since", "confirmed", "amendments"),
    [
        ("annex_a__part_1__row_batteries", 2020, "2017-08-16", True, "MC-5/4"),
        ("annex_a__part_1__row_button-batteries", 2025, "2025-04-25", True, "MC-5/4"),
        ("annex_a__part_1__row_strain-gauges", 2025, "2023-09-28", True, "MC-4/3"),
        ("annex_a__part_1__row_tyre-balancers", 2025, "2023-09-28", False, "MC-4/3"),
        ("annex_a__part_1__row_linear-fluorescent-lamps-triband", 2027, "2025-04-25", False,
         "MC-5/4"),
        ("annex_a__part_1__row_pesticides", 2020, "2017-08-16", True, ""),
        ("annex_a__part_2__row_dental-amalgam", None, "2017-08-16", True, "MC-4/3 MC-5/4 COP-6"),
        ("annex_b__part_1__row_chlor-alkali", 2025, "2017-08-16", True, ""),
        ("annex_b__part_1__row_polyurethane", 2025, "2025-04-25", True, "MC-5/4"),
        ("annex_b__part_2__row_polyurethane", None, "2017-08-16", True, "MC-5/4"),
        ("annex_b__part_2__row_vinyl-chloride-monomer", None, "2017-08-16", True, ""),
    ],
)  # fmt: skip
def test_a_row_knows_since_when_it_holds_and_what_touched_it(
    treaty: Treaty, row: str, phase_out: int | None, since: str, confirmed: bool, amendments: str
) -> None:
    provision = treaty.get(row)
    assert provision is not None
    assert provision.phase_out == phase_out
    assert provision.since is not None
    assert provision.since.day == datetime.date.fromisoformat(since)
    assert provision.confirmed is confirmed
    assert " ".join(amendment.name for amendment in provision.amendments) == amendments


def test_an_annex_knows_what_was_changed_within_it(treaty: Treaty) -> None:
    for unit, names in [
        ("annex_a", ["MC-4/3", "MC-5/4", "COP-6"]),
        ("annex_a__part_1", ["MC-4/3", "MC-5/4"]),
        ("annex_b", ["MC-5/4"]),
        ("annex_c", []),
        ("art_4", []),
    ]:
        provision = treaty.get(unit)
        assert provision is not None
        assert [amendment.name for amendment in provision.amendments] == names
        assert {change.how for change in provision.changes} <= {"within"}


@pytest.mark.parametrize(
    ("name", "adopted", "notified", "in_force"),
    [
        ("MC-4/3", ("2022-03-25", "seen"), ("2022-09-28", "seen"), ("2023-09-28", "seen")),
        ("MC-5/4", ("2023-11-03", "recalled"), ("2024-04-25", "seen"), ("2025-04-25", "derived")),
        ("COP-6", ("2025-11-07", "recalled"), (None, "unknown"), (None, "unknown")),
    ],
)
def test_an_amendment_says_how_surely_its_dates_are_known(
    treaty: Treaty,
    name: str,
    adopted: tuple[str | None, str],
    notified: tuple[str | None, str],
    in_force: tuple[str | None, str],
) -> None:
    amendment = next(each for each in treaty.amendments if each.name == name)
    for date, wanted in [
        (amendment.adopted, adopted),
        (amendment.notified, notified),
        (amendment.in_force, in_force),
    ]:
        assert (date.day.isoformat() if date.day else None, date.certainty) == wanted


def test_no_unsure_decision_is_printable(treaty: Treaty) -> None:
    assert all(decision.confirmed for decision in treaty.decisions if decision.printable)
    unsure = {decision.number for decision in treaty.decisions if not decision.printable}
    assert {"MC-1/4", "MC-1/19", "MC-4/5", "MC-5/10", None} <= unsure
    assert len(treaty.decisions) == 72
    assert sum(decision.number is None for decision in treaty.decisions) == 13


def test_the_decisions_that_the_portal_serves_are_whole(treaty: Treaty) -> None:
    for unit, paragraphs in [("dec_mc-5-12", 9), ("dec_mc-1-21", 1)]:
        decision = treaty.decision(unit)
        assert decision is not None
        assert decision.paragraph_count == paragraphs
        below = treaty.children(unit)
        assert [each.number for each in below] == [str(n + 1) for n in range(paragraphs)]
        assert all(each.summary for each in below)
