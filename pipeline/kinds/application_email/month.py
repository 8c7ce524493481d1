"""Months: on which weekday one begins and how many days it has."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kinds.application_email.spec import Calendar

ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Month(NamedTuple):
    """The weekday of the first day, Monday being 0, and the number of days."""

    first_weekday: int
    days: int


def month_of(calendar: Calendar) -> Month:
    """The month that a calendar shows; one whose name is not English begins on a Monday unless the spec says when."""
    first, days = _by_name(calendar.month.strip().lower(), calendar.year)
    if calendar.first is not None:
        first = WEEKDAYS.index(calendar.first)
    return Month(first, calendar.days or days)


def _by_name(name: str, year: int) -> Month:
    numbers = [number for number, known in enumerate(ENGLISH) if known == name or known[:3] == name.rstrip(".")]
    if not numbers:
        return Month(0, 31)
    (number,) = numbers
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [*DAYS[:1], DAYS[1] + is_leap, *DAYS[2:]]
    before = year - 1  # 1 January of the year 1 was a Monday
    passed = before * 365 + before // 4 - before // 100 + before // 400 + sum(days[:number])
    return Month(passed % 7, days[number])
