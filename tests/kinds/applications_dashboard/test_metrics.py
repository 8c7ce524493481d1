"""Tests of every figure against tables that were counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.kinds.applications_dashboard.metrics import is_ghosted
from pipeline.kinds.applications_dashboard.model import Application, Rate, Rung, Sent, Source, Stage
from pipeline.kinds.applications_dashboard.words import words
from tests.dashboards import figures

TODAY = date(2026, 11, 20)


def application(
    stage: Stage, reached: Rung | None = None, applied: int | None = 0, next_in: int | None = None, **more: object
) -> Application:
    """An application of so many days ago, whose next date is in so many days."""
    found = Application(
        str(more.pop("company", "Ostler & Pine")),
        stage=stage,
        reached=reached or (stage if stage not in ("rejected", "withdrawn") else "applied"),  # type: ignore[arg-type]
        applied=None if applied is None else TODAY - timedelta(days=applied),
        next_date=None if next_in is None else TODAY + timedelta(days=next_in),
    )
    return found._replace(**more)  # type: ignore[arg-type]


LIST = (
    application("applied", applied=3, next_in=10),
    application("applied", applied=30),
    application("screening", applied=20, next_in=5, source="LinkedIn"),
    application("interview", applied=40, next_in=7, source="linkedin"),
    application("interview", applied=41, next_in=8),
    application("interview", applied=42, next_in=-1),
    application("offer", applied=60, next_in=6, source="A friend"),
    application("rejected", applied=64, replied=TODAY - timedelta(days=54)),
    application("rejected", "screening", applied=50, replied=TODAY - timedelta(days=30), source="LinkedIn"),
    application("rejected", "interview", applied=45, replied=TODAY - timedelta(days=30)),
    application("withdrawn", "interview", applied=44),
    application("withdrawn", "offer", applied=None),
)
FIGURES = figures(LIST, TODAY)


def test_the_tiles_are_counted() -> None:
    assert (FIGURES.sent, FIGURES.active, FIGURES.said_no, FIGURES.withdrew) == (12, 7, 3, 2)
    assert FIGURES.new_this_month == 1  # 17 November; 31 October is not
    assert FIGURES.interviews == 7  # three open, an offer, a refusal, two withdrawn
    assert FIGURES.interviews_soon == 1  # in 7 days; not in 8, not yesterday
    assert FIGURES.response == Rate(10, 12)  # and one that was refused at once
    assert FIGURES.moved_on == Rate(9, 12)
    assert (FIGURES.offers, FIGURES.offers_open) == (2, 1)
    assert FIGURES.reply_by == TODAY + timedelta(days=6)


def test_the_pipeline_is_counted() -> None:
    assert [tuple(step) for step in FIGURES.pipeline] == [
        ("applied", 12, 9, 2, 1, 0, 0, 0, 0),
        ("screening", 9, 7, 1, 1, 0, 0, 0, 0),
        ("interview", 7, 2, 3, 1, 1, 0, 0, 0),
        ("offer", 2, 0, 1, 0, 1, 0, 0, 0),
    ]


def test_the_median_is_that_of_the_known_answers() -> None:
    assert (FIGURES.days_to_reply, FIGURES.replies) == (15.0, 3)  # 10, 15 and 20 days
    even = figures(LIST[:-3], TODAY)
    assert (even.days_to_reply, even.replies) == (15.0, 2)


def test_an_answer_on_the_day_of_applying_took_no_day() -> None:
    found = figures([application("rejected", applied=3, replied=TODAY - timedelta(days=3))], TODAY)
    assert (found.days_to_reply, found.replies) == (0.0, 1)


def test_an_answer_before_the_day_of_applying_is_none() -> None:
    wrong = application("rejected", applied=3, replied=TODAY - timedelta(days=4))
    assert figures([wrong], TODAY).days_to_reply is None


def test_next_steps_go_by_date_and_those_without_one_come_last() -> None:
    assert [each.next_date and (each.next_date - TODAY).days for each in FIGURES.next_steps] == [
        -1,
        5,
        6,
        7,
        8,
        10,
        None,
    ]


def test_sources_are_counted_whatever_their_case_and_unnamed_ones_come_last() -> None:
    assert FIGURES.sources == (Source("LinkedIn", 3, 3), Source("A friend", 1, 1), Source("", 8, 5))


def test_weeks_are_those_of_the_calendar_and_the_first_begins_with_the_first_application() -> None:
    weeks = FIGURES.spans
    assert FIGURES.span == "week"
    assert weeks[0] == Sent(date(2026, 9, 17), 1, 0)
    assert [week.start for week in weeks[1:]] == [date(2026, 9, 21) + timedelta(days=7 * at) for at in range(9)]
    assert [week.count for week in weeks] == [1, 1, 1, 5, 0, 1, 1, 0, 0, 1]
    assert FIGURES.undated == 1
    assert sum(week.count for week in weeks) + FIGURES.undated == FIGURES.sent
    assert FIGURES.per_span == pytest.approx(1.1)
    assert (FIGURES.shown, FIGURES.weeks, FIGURES.months) == (11, 10, 3)


def test_weeks_may_begin_on_sunday() -> None:
    weeks = figures(LIST, TODAY, week_start=6).spans
    assert [week.start for week in weeks[:3]] == [date(2026, 9, 17), date(2026, 9, 20), date(2026, 9, 27)]
    assert [week.count for week in weeks] == [1, 1, 1, 4, 1, 1, 1, 0, 0, 1]


class TestSpans:
    @pytest.mark.parametrize(("ago", "weeks"), [(0, 1), (4, 1), (5, 2), (11, 2), (12, 3)])
    def test_a_week_has_seven_days(self, ago: int, weeks: int) -> None:
        assert len(figures([application("applied", applied=ago)], TODAY).spans) == weeks

    def test_sixteen_weeks_are_weeks_and_seventeen_are_months(self) -> None:
        assert figures([application("applied", applied=15 * 7 + 4)], TODAY).span == "week"
        by_month = figures([application("applied", applied=15 * 7 + 5)], TODAY)
        assert by_month.span == "month"
        assert [span.start for span in by_month.spans] == [
            date(2026, 8, 2),
            date(2026, 9, 1),
            date(2026, 10, 1),
            date(2026, 11, 1),
        ]

    def test_years_follow_when_months_are_too_many(self) -> None:
        found = figures([application("applied", applied=365 * 3)], TODAY)
        assert found.span == "year"
        assert [(span.start.year, span.count) for span in found.spans] == [(2023, 1), (2024, 0), (2025, 0), (2026, 0)]

    def test_months_run_over_the_turn_of_the_year(self) -> None:
        found = figures([application("applied", applied=330)], TODAY)
        assert [(span.start.year, span.start.month) for span in found.spans] == [
            (2025, 12),
            *((2026, month) for month in range(1, 12)),
        ]

    def test_a_period_hides_columns_and_counts_what_lies_outside(self) -> None:
        since, until = TODAY - timedelta(days=45), TODAY - timedelta(days=20)
        found = figures(LIST, TODAY, since=since, until=until)
        assert sum(span.count for span in found.spans) == 7  # 20, 30, 40, 41, 42, 44 and 45 days ago
        assert found.outside == 4
        assert found.sent == FIGURES.sent

    def test_an_application_of_tomorrow_has_a_column(self) -> None:
        found = figures([application("applied", applied=0), application("applied", applied=-30)], TODAY)
        assert sum(span.count for span in found.spans) == 2


class TestGhosts:
    def test_one_that_fell_silent_is_open_still(self) -> None:
        found = figures([application("applied", applied=30)], TODAY, ghost_after_days=30)
        assert (found.ghosted, found.active) == (1, 1)

    def test_days_count_from_the_last_update(self) -> None:
        assert not is_ghosted(application("applied", applied=29), TODAY, 30)
        assert not is_ghosted(application("applied", applied=90, updated=TODAY - timedelta(days=5)), TODAY, 30)

    def test_a_step_that_lies_ahead_is_no_silence(self) -> None:
        assert not is_ghosted(application("interview", applied=90, next_in=0), TODAY, 30)
        assert is_ghosted(application("interview", applied=90, next_in=-1), TODAY, 30)

    def test_the_author_may_say_so(self) -> None:
        assert is_ghosted(application("applied", applied=1, is_silent=True), TODAY, None)

    def test_a_closed_one_is_none(self) -> None:
        assert not is_ghosted(application("rejected", applied=90), TODAY, 30)
        assert not is_ghosted(application("applied", applied=None), TODAY, 30)


def test_still_open_is_neither_silent_nor_hired_nor_without_a_day() -> None:
    found = figures(
        [
            application("applied", applied=3),
            application("interview", applied=90),
            application("offer", applied=90, is_hired=True),
            application("interview", applied=None),
            application("applied", applied=None, is_silent=True),
        ],
        TODAY,
        ghost_after_days=30,
    )
    assert (found.active, found.pending, found.ghosted, found.hired) == (5, 1, 2, 1)
    applied, _, interview, offer = found.pipeline
    assert (applied.open, applied.silent) == (1, 1)
    assert (interview.open, interview.silent, interview.undated) == (0, 1, 1)
    assert (offer.open, offer.hired) == (0, 1)
    assert sum(span.open for span in found.spans) == found.pending


def test_one_that_skipped_a_stage_has_passed_it() -> None:
    steps = figures([application("offer"), application("applied")], TODAY).pipeline
    assert [(step.count, step.moved_on, step.open) for step in steps] == [(2, 1, 1), (1, 1, 0), (1, 1, 0), (1, 0, 1)]


def test_one_of_tomorrow_counts_as_sent_and_is_no_ghost() -> None:
    found = figures([application("applied", applied=-1), application("applied", applied=3)], TODAY, ghost_after_days=1)
    assert (found.sent, found.active, found.ghosted, found.new_this_month) == (2, 2, 1, 2)


def test_an_answer_that_has_no_day_of_applying_is_in_no_median() -> None:
    found = figures([application("rejected", applied=None, replied=TODAY)], TODAY)
    assert (found.days_to_reply, found.replies, found.said_no) == (None, 0, 1)


def test_nothing_sent_is_no_rate() -> None:
    empty = figures([], TODAY)
    assert (empty.sent, empty.active, empty.spans, empty.days_to_reply) == (0, 0, (), None)
    assert (empty.weeks, empty.months, empty.shown) == (0, 0, 0)
    assert empty.response == Rate(0, 0)
    assert all(step.count == 0 for step in empty.pipeline)


def test_equal_ones_that_differ_only_in_a_mark_have_one_order() -> None:
    one, other = application("applied"), application("applied", is_silent=True)
    assert figures([one, other], TODAY) == figures([other, one], TODAY)


def test_without_any_date_there_are_counts_but_no_columns() -> None:
    found = figures([application("interview", applied=None)])
    assert (found.active, found.new_this_month, found.interviews_soon, found.spans) == (1, 0, 0, ())
    assert found.undated == 1


def test_one_that_came_further_than_it_stands_is_open_where_it_came() -> None:
    steps = figures([application("screening", "interview")], TODAY).pipeline
    assert [step.open for step in steps] == [0, 0, 1, 0]


def test_a_reply_by_day_that_has_passed_is_not_shown() -> None:
    assert figures([application("offer", next_in=-1)], TODAY).reply_by is None
    assert figures([application("offer", next_in=-1), application("offer", next_in=3)], TODAY).reply_by == date(
        2026, 11, 23
    )


def test_a_reply_due_today_is_shown() -> None:
    assert figures([application("offer", next_in=0)], TODAY).reply_by == TODAY


def test_an_unknown_end_makes_a_lower_bound() -> None:
    assert not FIGURES.is_lower_bound
    assert figures([application("rejected", reached_is_known=False)], TODAY).is_lower_bound


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(11, 24, 46), (1, 8, 13), (1, 3, 33), (2, 3, 67), (0, 5, 0), (5, 5, 100)]
)
def test_a_rate_is_rounded_half_up(part: int, whole: int, percent: int) -> None:
    assert words("en").share(*Rate(part, whole)) == f"{percent}%"
