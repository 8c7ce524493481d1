"""Tests of times as authors write them, and of how far they lie apart."""

from __future__ import annotations

import pytest

from pipeline.kinds.career_roadmap.times import Moment, Rank, Span, TimeError, apart, parse

NOVEMBER = Moment(2026 * 12 + 10, 20, "day")


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-20",
        "2026/11/20",
        "20.11.2026",
        "20 Nov 2026",
        "20. November 2026",
        "Nov 20, 2026",
        "20th november 2026",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert parse(written) == NOVEMBER


@pytest.mark.parametrize("written", ["2026-12", "Dec 2026", "Dezember 2026", "déc. 2026", "diciembre de 2026"])
def test_a_month_is_read_in_four_languages(written: str) -> None:
    assert parse(written) == Moment(2026 * 12 + 11, 0, "month")


@pytest.mark.parametrize("written", ["Q2 2027", "2027-Q2", "2027Q2", "q2/2027", "T2 2027"])
def test_a_quarter_counts_by_its_last_month(written: str) -> None:
    assert parse(written) == Moment(2027 * 12 + 5, 0, "quarter", 3)


def test_a_year_counts_by_its_last_month() -> None:
    assert parse("2027") == Moment(2027 * 12 + 11, 0, "year", 12)


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("6 months", 6), ("1 month", 1), ("2 years", 24), ("1.5 years", 18), ("1,5 Jahre", 18), ("18 mo", 18),
        ("1 year 6 months", 18), ("1 year and 6 months", 18), ("in 3 Monaten", 3), ("2 ans", 24), ("4 quarters", 12),
        ("+6 months", 6), ("6mo", 6), ("today", 0), ("heute", 0),
    ],
)  # fmt: skip
def test_a_span_is_counted_in_months(written: str, months: float) -> None:
    assert parse(written) == Span(months)


def test_weeks_and_days_are_parts_of_a_mean_month() -> None:
    weeks, days = parse("6 weeks"), parse("42 days")
    assert isinstance(weeks, Span)
    assert isinstance(days, Span)
    assert weeks.months == pytest.approx(days.months) == pytest.approx(1.38, abs=0.01)


@pytest.mark.parametrize(
    ("written", "number", "is_level"),
    [("3", 3, False), ("2.5", 2.5, False), ("L4", 4, True), ("level 4", 4, True), ("Stufe 4", 4, True)],
)
def test_a_bare_number_may_be_a_level_or_an_order(written: str, number: float, is_level: bool) -> None:
    assert parse(written) == Rank(number, is_level)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("3 เดือน", Span(3)),
        ("ระดับ 4", Rank(4, is_level=True)),
        ("ตอนนี้", Span(0)),
        ("2 साल", Span(24)),
        ("1 साल और 6 महीने", Span(18)),
        ("स्तर 4", Rank(4, is_level=True)),
        ("أَشْهُر 4", None),
        ("6 أَشْهُر", Span(6)),
        ("مُسْتَوى 4", Rank(4, is_level=True)),
        ("2 שָׁנִים", Span(24)),
        ("רָמָה 4", Rank(4, is_level=True)),
        ("レベル4", Rank(4, is_level=True)),
        ("3개월", Span(3)),
    ],
)
def test_vowel_signs_and_points_belong_to_the_word(written: str, time: Span | Rank | None) -> None:
    if time is None:
        with pytest.raises(TimeError):
            parse(written)
    else:
        assert parse(written) == time


@pytest.mark.parametrize(
    ("written", "fact"),
    [
        ("soon", "expected a time, found `soon`"),
        ("6 moths", "expected a time, found `6 moths`"),
        ("6 months or so", "expected a time, found `6 months or so`"),
        ("2027-02-30", "2027-02-30 does not exist"),
        ("2027-13", "2027-13 does not exist"),
        ("0206-11-20", "0206-11-20 is not a date: the year is not between 1000 and 2200"),
        ("1206-11-20", "expected a year from 1950 to 2150, found `1206-11-20`"),
        ("2027-2-3-4", "2027-2-3-4 is not a date"),
        ("400 years", "expected at most 100 years, found `400 years`"),
        ("x" * 60, f"expected a time, found `{'x' * 39}…`"),
    ],
)
def test_what_is_no_time_is_told(written: str, fact: str) -> None:
    with pytest.raises(TimeError) as caught:
        parse(written)
    assert str(caught.value) == fact
    assert caught.value.hint


@pytest.mark.parametrize(
    ("written", "first", "at", "last"),
    [
        ("2026-11-20", 0, 0, 0),
        ("2027-02-20", 3, 3, 3),
        ("2026-12-05", 1 - 15 / 31, 1 - 15 / 31, 1 - 15 / 31),
        ("2026-10-20", -1, -1, -1),
        ("2027-02", 3 - 19 / 31, 3, 3 + 11 / 31),
        ("2026-11", -19 / 31, 0, 11 / 31),
        ("Q4 2026", 1 - 2 - 19 / 31, 1, 1 + 11 / 31),
    ],
)
def test_a_time_without_a_day_may_mean_any_of_its_days(written: str, first: float, at: float, last: float) -> None:
    moment = parse(written)
    assert isinstance(moment, Moment)
    assert apart(NOVEMBER, moment) == pytest.approx((first, at, last))


def test_days_never_count_backwards_across_the_end_of_a_month() -> None:
    days = [parse(f"2027-{month:02}-{day:02}") for month in (1, 2, 3) for day in range(1, 29)]
    found = [apart(NOVEMBER, day)[1] for day in days if isinstance(day, Moment)]
    assert found == sorted(set(found))


def test_a_span_leads_to_a_month() -> None:
    assert NOVEMBER.after(3) == Moment(2027 * 12 + 1, 0, "month")
    assert NOVEMBER.after(0.5) == Moment(2026 * 12 + 11, 0, "month")
