"""Tests of the axis: its sort, its ticks, where milestones lie, and what is refused."""

from __future__ import annotations

import pytest

from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.model import step_along
from tests.kinds.career_roadmap.plans import ats, complaints, labels, planned, sample

ONE = "paths: [{{name: A, milestones: [{}]}}]\n"
START = "start: {date: 2026-11-20}\n"


def path(*times: str) -> str:
    """A path with a milestone for each time; "" for one without."""
    return ONE.format(", ".join(f"{{title: T{at}, at: '{time}'}}" for at, time in enumerate(times)))


class TestAxis:
    def test_spans_make_phases_and_dates_alone_make_dates(self) -> None:
        assert planned(path("3 months", "2 years")).axis == "phases"
        assert planned(START + path("2027-02", "2028")).axis == "dates"
        assert planned(START + path("2027-02", "2 years")).axis == "phases"

    def test_numbers_are_orders_unless_something_says_that_they_are_levels(self) -> None:
        assert planned(path("1", "3")).axis == "none"
        assert planned(path("L1", "3")).axis == "levels"
        assert planned(f"style: levels\n{path('1', '3')}").axis == "levels"
        assert planned(f"phases: [{{label: Senior, at: 3}}]\n{path('1', '3')}").axis == "levels"
        assert planned(f"axis: levels\n{path('1', '3')}").axis == "levels"

    def test_milestones_without_times_stand_at_equal_steps(self) -> None:
        found = planned(path("", "", ""))
        assert (found.axis, ats(found), found.ticks) == ("none", [[1, 2, 3]], ())

    def test_without_an_axis_different_times_stand_at_equal_steps_over_all_paths(self) -> None:
        found = planned(
            "axis: none\npaths:\n"
            "  - {name: A, milestones: [{title: a, at: 1 month}, {title: b, at: 40 years}]}\n"
            "  - {name: B, milestones: [{title: c, at: 2 months}, {title: d, at: 40 years}]}\n"
        )
        assert ats(found) == [[1, 3], [2, 3]]
        assert found.paths[0].stops[1].when.text == "40 years"

    def test_the_sample_has_the_times_of_the_comp(self) -> None:
        found = sample()
        assert ats(found) == [[3, 6, 12, 24], [3, 7, 12, 24], [4, 8, 14, 24]]
        assert labels(found) == ["3 months", "6 months", "12 months", "2 years"]
        assert [tick.short for tick in found.ticks] == ["3 mo", "6 mo", "12 mo", "2 yr"]
        assert [stop.when.text for stop in found.paths[0].stops] == ["Feb 2027", "May 2027", "Nov 2027", "Nov 2028"]

    def test_the_sample_without_its_phases_gets_the_same(self) -> None:
        assert labels(sample("phases=[]")) == labels(sample())


class TestTicks:
    def test_an_own_phase_may_have_words_of_its_own(self) -> None:
        found = planned(f"phases: [{{label: First year, at: 12 months, short: Y1}}, 2 years]\n{path('6 months')}")
        assert found.ticks[0] == (12, Leaf("First year", "phases[0].label"), "Y1")
        assert found.ticks[1] == (24, Leaf("2 years", "phases[1]"), "2 yr")

    def test_up_to_five_times_of_the_milestones_are_the_ticks_themselves(self) -> None:
        found = planned(START + path("6 weeks", "6 months", "18 months", "3 years", "5 years"))
        assert labels(found) == ["6 weeks", "6 months", "18 months", "3 years", "5 years"]
        found = planned(START + path("today", "2027-02", "2027-06", "2028-01", "2028-11"))
        assert labels(found) == ["Feb 2027", "Jun 2027", "Jan 2028", "Nov 2028"]
        assert [tick.at for tick in found.ticks] == [3, 7, 14, 24]

    def test_more_dates_have_months_as_ticks_the_last_one_at_the_end(self) -> None:
        found = planned(START + path("2027-02", "2027-03", "2027-05", "2027-06", "2028-01", "2028-11"))
        assert labels(found) == ["Jan 2027", "Apr 2027", "Jul 2027", "Nov 2028"]
        assert found.ticks[-1].at == 24

    def test_levels_have_a_tick_each_those_between_too(self) -> None:
        assert labels(planned(f"axis: levels\n{path('2', '5')}")) == ["Level 2", "Level 3", "Level 4", "Level 5"]

    def test_levels_take_names_from_the_phases(self) -> None:
        found = planned(f"phases: [{{label: Senior, at: 3}}]\n{path('L2', 'L3')}")
        assert labels(found) == ["Level 2", "Senior"]

    def test_too_many_levels_leave_only_those_that_are_reached(self) -> None:
        assert labels(planned(f"axis: levels\n{path('1', '7', '90')}")) == ["Level 1", "Level 7", "Level 90"]

    def test_one_dense_year_in_forty_keeps_room_of_its_own(self) -> None:
        months = [*range(25, 37)]
        found = planned(path("12 months", "24 months", *(f"{each} months" for each in months), "40 years"))
        assert labels(found) == ["12 months", "2 years", "3 years", "40 years"]
        assert found.step(36) - found.step(24) == 1

    def test_steps_are_linear_between_ticks_and_equal_from_tick_to_tick(self) -> None:
        assert [step_along((3, 6, 12, 24), at) for at in (0, 1.5, 3, 9, 24, 99)] == [0, 0.5, 1, 2.5, 4, 4]
        assert [step_along((2, 3), at, 1) for at in (0, 1, 1.5, 2, 3)] == [0, 0, 0.5, 1, 2]
        assert step_along((), 7) == 7


class TestPlaces:
    def test_a_milestone_without_a_time_stands_between_its_neighbours(self) -> None:
        phases = "phases: [3 months, 6 months, 12 months, 24 months]\n"
        assert ats(planned(phases + path("3 months", "", "12 months", ""))) == [[3, 6, 12, 24]]
        assert ats(planned(phases + path("", "", "", ""))) == [[3, 6, 12, 24]]
        assert ats(planned(phases + path("", ""))) == [[6, 24]]

    def test_two_milestones_at_one_time_keep_their_order(self) -> None:
        found = planned(START + path("2027-02-10", "2027-02-10", "2028"))
        assert ats(found)[0][0] == ats(found)[0][1]
        assert [stop.title.text for stop in found.paths[0].stops] == ["T0", "T1", "T2"]

    def test_a_month_and_a_day_in_it_may_stand_in_either_order(self) -> None:
        for times in (("2027-02", "2027-02-10"), ("2027-02-10", "2027-02"), ("Q1 2027", "2027-02")):
            (found,) = ats(planned(START + path(*times)))
            assert found == sorted(found)

    def test_a_path_without_milestones_is_a_path(self) -> None:
        assert [len(way.stops) for way in planned("paths: [{name: A}, {name: B}]\n").paths] == [0, 0]

    def test_a_milestone_in_the_month_of_the_start_lies_at_the_start(self) -> None:
        assert ats(planned(START + path("2026-11", "2027-11"))) == [[0, 12]]


class TestNow:
    def test_the_start_is_now_if_nothing_else_is_said(self) -> None:
        assert (sample().now, sample().start.title.text) == (0, "Today")
        assert planned(path("3 months")).now == 0

    def test_as_of_lies_where_its_day_is_and_the_start_is_no_longer_today(self) -> None:
        found = sample("as_of=2027-02-20")
        assert (found.now, found.start.title.text) == (3, "Start")

    def test_as_of_is_the_start_where_none_is_given(self) -> None:
        found = planned("as_of: 2026-11-20\n" + path("2027-02"))
        assert (found.now, found.start.date.text, found.start.title.text, ats(found)) == (
            0,
            "20 Nov 2026",
            "Today",
            [[3]],
        )

    def test_dates_alone_begin_a_month_before_the_first_of_them_and_know_no_now(self) -> None:
        found = planned(path("2020-03", "2022-03"))
        assert (ats(found), found.now, found.start.date.text, found.start.title.text) == ([[1, 25]], None, "", "Start")

    def test_as_of_amid_dates_alone_is_where_it_lies(self) -> None:
        found = planned("as_of: 2021-03\n" + path("2020-03", "2022-03"))
        assert (ats(found), found.now) == ([[1, 25]], 13)

    def test_as_of_between_two_days_of_the_first_month_parts_what_is_done_from_what_is_not(self) -> None:
        found = planned("as_of: 2026-04-20\n" + path("2026-04-11", "2026-04-27", "2026-06"))
        first, second, _ = ats(found)[0]
        assert found.now is not None
        assert first < found.now < second
        assert [stop.state for stop in found.paths[0].stops] == ["done", "planned", "planned"]

    def test_on_levels_now_is_the_start_until_one_is_done(self) -> None:
        assert planned(f"axis: levels\n{path('3', '4')}").now == 0
        done = "axis: levels\npaths: [{name: A, milestones: [{title: T, at: 3, state: done}]}]\n"
        assert (planned(done).now, planned(done).start.title.text) == (None, "Start")

    def test_without_an_axis_now_lies_between_the_steps_around_it(self) -> None:
        found = planned(f"axis: none\nas_of: 2027-06-01\n{START}{path('2027-02', '2028-02')}")
        assert found.now == 1.5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            START + path("2026-10", "2027"),
            ["3 paths[0].milestones[0].at: Oct 2026 is before the start, 20 Nov 2026"],
        ),
        (
            START + path("2028", "2027"),
            [
                "3 paths[0].milestones[1].at: expected milestones in their order, "
                "found `2027` behind `2028` (T0)"
            ],
        ),
        (
            path("3 months", "4"),
            ["2 paths[0].milestones[1].at: expected a date or a time such as 6 months, found the number 4"],
        ),
        (
            f"axis: levels\n{path('3 months', '4')}",
            ["3 paths[0].milestones[0].at: expected a level such as 3, found a time"],
        ),
        (
            f"phases: [1 year]\n{path('6 months', '2 years')}",
            ["3 paths[0].milestones[1].at: 2 years is after the last phase, 1 year"],
        ),
        (
            f"phases: [1 year, 6 months]\n{path('6 months')}",
            ["2 phases[1]: expected phases in their order, each once"],
        ),
        (f"phases: [0 months]\n{path('')}", ["2 phases[0]: a phase lies after the start"]),
        (f"axis: dates\n{path('6 months')}", ["2 axis: an axis of dates needs the day it begins"]),
        (f"axis: phases\n{path('', '')}", ["2 axis: an axis of phases needs times, found none"]),
        (
            f"as_of: 2026-01-01\n{START}{path('2 years')}",
            ["2 as_of: 1 Jan 2026 is before the start, 20 Nov 2026"],
        ),
        (f"as_of: 2030\n{START}{path('2 years')}", ["2 as_of: 2030 is after the end of the map"]),
        (f"as_of: 2030\n{path('L2')}", ["2 as_of: there are no times that could lie before or after it"]),
        (f"as_of: 6 months\n{path('2 years')}", ["2 as_of: expected a date, found `6 months`"]),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_refused_with_its_place(text: str, said: list[str]) -> None:
    assert complaints(text) == said


def test_mistakes_in_several_times_are_told_at_once() -> None:
    text = f"as_of: someday\n{START}phases: [soon, 1 year]\n{path('2027-02-31', '2025', '3')}"
    assert [each.split(": ")[0].split(" ")[1] for each in complaints(text)] == [
        "as_of", "phases[0]", "paths[0].milestones[0].at", "paths[0].milestones[1].at", "paths[0].milestones[2].at",
    ]  # fmt: skip
