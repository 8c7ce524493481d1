"""Dates are written as a language does, and lie on an axis of time as far apart as they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline import days


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("2026-03-12", "en", "12 Mar"),
        ("2026-03-12", "en-GB", "12 Mar"),
        ("2026-03-02", "de", "2. März"),
        ("2026-08-01", "fr", "1 août"),
        ("2026-03", "de", "März"),
        ("2026-03-12", "sv", "12 Mar"),
        ("2026-03-12", "ar", "2026-03-12"),
        ("12 March", "en", "12 March"),
        ("2026-13-01", "en", "2026-13-01"),
        ("2026-03-00", "en", "2026-03-00"),
        ("Q3", "en", "Q3"),
    ],
)
def test_a_date_is_written_as_the_language_does(text: str, lang: str, expected: str) -> None:
    assert days.written(text, lang, with_year=False) == expected


def test_the_year_stands_last() -> None:
    assert days.written("2026-03-12", "de", with_year=True) == "12. März 2026"
    assert days.written("2026-03", "en", with_year=True) == "Mar 2026"


def test_the_years_of_dates_are_told_and_other_texts_have_none() -> None:
    assert days.years(["2025-12-31", "soon", "2026-01"]) == {2025, 2026}


def test_days_are_as_far_apart_as_the_calendar_says() -> None:
    first = date(1999, 11, 3)
    for step in range(0, 4000, 37):
        day = first + timedelta(days=step)
        one, other = days.read(first.isoformat()), days.read(day.isoformat())
        assert one is not None
        assert other is not None
        assert other.number - one.number == step


def test_months_are_equally_far_apart() -> None:
    numbers = [found.number for text in ("2025-12", "2026-01", "2026-02") if (found := days.read(text))]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
