"""Modules on the clock: breaks, lunch, prayers, days, and what the trainer is warned of."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.agenda.planning import clock, plan
from portal.agenda.teachable import Part, Teachable
from portal.agenda.timetable import longest_stretch
from portal.agenda.wishes import LONGEST_STRETCH, Wishes
from portal.errors import PortalError


def made_up(key: str, *minutes: int, requires: tuple[str, ...] = ()) -> Teachable:
    """Return a module with sections of so many minutes."""
    parts = tuple(Part(f"s{n}", f"Section {n}", m) for n, m in enumerate(minutes, 1))
    return Teachable(key, f"Module {key}", "en", sum(minutes), parts, requires)


def lines(*modules, **wishes):
    """Return the days as lines: `09:00-09:40 module a s1 s2`."""
    return [
        [
            " ".join(
                [f"{clock(e.start)}-{clock(e.end)}", e.kind, *filter(None, [e.module]), *e.sections]
            )
            for e in day.entries
        ]
        for day in plan(modules, Wishes(**wishes)).days
    ]


def warned(*modules, **wishes):
    return [warning.name for warning in plan(modules, Wishes(**wishes)).warnings]


def test_a_module_is_cut_at_a_section_border_when_a_break_is_due():
    assert lines(made_up("a", 50), made_up("b", 25, 20, 15)) == [
        [
            "09:00-09:50 module a s1",
            "09:50-10:15 module b s1",
            "10:15-10:30 break",
            "10:30-11:05 module b s2 s3",
        ]
    ]


def test_a_break_shortly_before_lunch_becomes_lunch():
    assert lines(made_up("a", *[20] * 12))[0] == [
        "09:00-10:20 module a s1 s2 s3 s4",
        "10:20-10:35 break",
        "10:35-11:55 module a s5 s6 s7 s8",
        "11:55-12:55 lunch",
        "12:55-14:15 module a s9 s10 s11 s12",
    ]


def test_lunch_is_taken_at_the_border_nearest_to_the_wish():
    early, late = 11 * 60 + 24, 11 * 60 + 26
    for wish, taken in ((early, "11:15-12:15 lunch"), (late, "11:35-12:35 lunch")):
        assert taken in lines(made_up("a", *[20] * 12), lunch=wish)[0]


@pytest.mark.parametrize(
    ("start", "minutes", "has_lunch"),
    [(9 * 60, 180, False), (9 * 60, 300, True), (13 * 60, 180, False), (12 * 60, 90, True)],
)
def test_a_day_that_ends_before_lunch_or_starts_after_it_has_none(start, minutes, has_lunch):
    day = lines(made_up("a", *[10] * (minutes // 10)), start=start)[0]
    assert any(line.endswith("lunch") for line in day) is has_lunch


def test_prayers_never_begin_before_their_time_and_join_a_pause_that_is_near():
    day = plan(
        [made_up("a", *[10] * 40)], Wishes(prayers=(11 * 60 + 5, 13 * 60 + 5, 16 * 60))
    ).days[0]
    assert [(e.kind, clock(e.start), clock(e.end)) for e in day.entries if e.pause] == [
        ("break", "10:30", "10:45"),
        ("prayer", "11:05", "11:20"),
        ("lunch-prayer", "12:30", "13:30"),
        ("break", "15:00", "15:15"),
        ("prayer", "16:05", "16:20"),
    ]


def test_a_moved_break_comes_earlier_and_a_later_one_is_warned_of():
    modules = [made_up("a", *[10] * 20)]
    assert "10:30-10:45 break" in lines(*modules)[0]
    assert "10:10-10:25 break" in lines(*modules, moves={(1, 1): -15})[0]
    assert "long-stretch" in warned(*modules, moves={(1, 1): 20})
    assert "long-stretch" not in warned(*modules)


@pytest.mark.parametrize(
    ("last", "before", "behind"),
    [(9, "09:40-10:05", 29), (10, "09:40-10:25", 10), (5, "09:40-10:30", 0)],
)
def test_nobody_comes_back_from_a_break_for_a_crumb(last, before, behind):
    """Nine minutes are not left for after a break; ten are; and what fits needs no break."""
    day = plan([made_up("b", 40), made_up("a", 25, 20, last)], Wishes(lunch=None)).days[0]
    own = [entry for entry in day.entries if entry.module == day.entries[-1].module]
    assert f"{clock(own[0].start)}-{clock(own[0].end)}" == before
    assert sum(entry.minutes for entry in own[1:]) == behind


def test_opening_practice_and_closing_stand_where_they_belong():
    kinds = [
        e.kind
        for e in plan(
            [made_up("a", 20), made_up("b", 20)], Wishes(opening=10, practice=20, closing=10)
        )
        .days[0]
        .entries
        if not e.pause
    ]
    assert kinds == ["opening", "module", "practice", "module", "practice", "closing"]


def test_days_are_shared_so_that_the_longest_is_short():
    modules = [made_up(name, 60) for name in "abcd"]
    taught = [
        [e.module for e in day.entries if e.module] for day in plan(modules, Wishes(days=2)).days
    ]
    assert taught == [["a", "b"], ["c", "d"]]


def test_a_single_module_is_shared_among_days_at_section_borders():
    days = plan([made_up("a", 30, 30, 30)], Wishes(days=3)).days
    assert [day.entries[0].sections for day in days] == [("s1",), ("s2",), ("s3",)]


@pytest.mark.parametrize(
    ("modules", "wishes", "names"),
    [
        ([made_up("a", 30, requires=("b",))], {}, ["prerequisite-missing"]),
        ([made_up("a", 30, requires=("b",)), made_up("b", 30)], {}, ["prerequisite-later"]),
        ([made_up("b", 30), made_up("a", 30, requires=("b",))], {}, []),
        ([made_up("a", *[30] * 20)], {}, ["overflow"]),
        ([made_up("a", 30)], {"days": 3}, ["fewer-days"]),
        ([made_up("a", 120)], {}, ["long-stretch"]),
        (
            [made_up("a", 30), made_up("b", 30)],
            {"days": 2, "date": date(2027, 3, 27), "zone": "Europe/Paris"},
            ["clocks-change"],
        ),
    ],
)
def test_the_trainer_is_warned(modules, wishes, names):
    assert warned(*modules, **wishes) == names


@pytest.mark.parametrize("start", [90, 150, 170])
def test_a_day_on_which_the_clocks_change_during_the_workshop_is_refused(start):
    wishes = Wishes(date=date(2027, 3, 28), zone="Europe/Paris", start=start)
    with pytest.raises(PortalError, match=r"Europe/Paris change"):
        plan([made_up("a", 60)], wishes)


def test_a_day_that_goes_on_after_midnight_is_refused():
    with pytest.raises(PortalError, match="midnight"):
        plan([made_up("a", *[60] * 20)], Wishes())


SECTIONS = st.lists(st.integers(1, 60), min_size=1, max_size=8)
TIMES = st.integers(8 * 60, 18 * 60)


@given(
    sections=st.lists(SECTIONS, min_size=1, max_size=5),
    days=st.integers(1, 5),
    lunch=st.none() | TIMES,
    prayers=st.lists(TIMES, max_size=3),
    opening=st.integers(0, 60),
    practice=st.integers(0, 90),
)
def test_times_add_up_whatever_is_wished(sections, days, lunch, prayers, opening, practice):
    modules = [made_up(f"m{n}", *minutes) for n, minutes in enumerate(sections)]
    wishes = Wishes(
        days=days,
        start=6 * 60,
        lunch=lunch,
        prayers=tuple(prayers),
        opening=opening,
        practice=practice,
    )
    try:
        agenda = plan(modules, wishes)
    except PortalError as error:
        assert "midnight" in str(error)  # noqa: PT017 - the only way out
        return
    for day in agenda.days:
        assert day.entries[0].start == wishes.start
        assert all(one.end == other.start for one, other in pairwise(day.entries))
        assert all(entry.minutes > 0 for entry in day.entries)
        assert not day.entries[-1].pause
        # No section is longer than an hour: no stretch without a break need be too long.
        assert longest_stretch(day.entries) <= LONGEST_STRETCH
    entries = [entry for day in agenda.days for entry in day.entries]
    for module in modules:
        mine = [e for e in entries if e.module == module.key and e.kind == "module"]
        assert sum(entry.minutes for entry in mine) == module.minutes
        assert [name for entry in mine for name in entry.sections] == [p.id for p in module.parts]
    assert sum(e.minutes for e in entries if e.kind == "practice") == practice * len(modules)
    begun = [e for e in entries if "prayer" in e.kind]
    assert len(begun) <= len(prayers) * len(agenda.days)
