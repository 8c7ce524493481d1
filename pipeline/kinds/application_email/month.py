"""Months: which one a name means, on which weekday it begins and how many days it has."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

UNKNOWN = 0, 31  # the first weekday and the days of a month that no language has


class Month(NamedTuple):
    """The weekday of the first day, Monday being 0, and the number of days; `is_known` by its name."""

    first_weekday: int
    days: int
    is_known: bool


def named(name: str, year: int) -> Month:
    """The month of a name in any language, whose year may stand behind it."""
    from pipeline.reading.dates import DateError, month_of, parse  # only a calendar pays for this import

    number = month_of(name.strip())
    if number is None:
        try:
            when = parse(name)
        except DateError:
            when = None
        if when is None or when.grain != "month":
            return Month(*UNKNOWN, False)
        number, year = when.start.month, when.start.year
    return Month(*monthrange(year, number), True)
