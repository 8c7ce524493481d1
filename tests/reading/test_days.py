"""Tests of dates as people's sheets have them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reading import dates
from pipeline.reading.dates import DateError, Order
from pipeline.words import find, languages

THIRD_OF_MARCH = date(2026, 3, 3)


def parse(written: str, order: Order | None = None) -> date | None:
    """The day that is written."""
    found = dates.parse(written, order)
    assert found is None or found.start == found.end
    return found.start if found else None


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-03",
        "2026/03/03",
        "2026-3-3",
        "3 Mar 2026",
        "03 MAR 2026",
        "3-Mar-26",
        "3 March 2026",
        "3rd of March 2026",
        "Mar 3 2026",
        "March 3rd, 2026",
        "2026 Mar 3",
        "3.3.2026",
        "03.03.26",
        "03/03/2026",
        "3. März 2026",
        "3 mars 2026",
        "3 de marzo de 2026",
        "Tue, 3 Mar 2026",
        "Tue Mar 03 2026",
        "Dienstag, 3.3.2026",
        "2026-03-03T14:20:00Z",
        "2026-03-03 14:20",
        "3 Mar 2026 at 2pm",
        "3 Mar 2026, 14:00 Uhr",
        "Tue 3 Mar 2026 2:00 PM GMT",
        "3/3/2026 2:20:00 p.m.",
        "2026-03-03T14:20:00.123+01:00",
        "  3  Mar   2026 ",
        "Thurs, 3 Mar 2026",
        "on Tuesday, 3 March 2026",
        "le mar. 3 mars 2026",
        "mar 3 marzo 2026",
        "am Di, 3. März 2026",
        "3.3.2026 (Di)",
        "2026年3月3日(火)",
    ],
)
def test_one_day_is_understood_however_it_is_written(written: str) -> None:
    assert parse(written) == THIRD_OF_MARCH


@pytest.mark.parametrize(
    ("written", "month"),
    [("1er janv. 2026", 1), ("1 févr. 2026", 2), ("1 ago 2026", 8), ("1. Okt. 2026", 10), ("1 déc. 2026", 12),
     ("1. Dezember 2026", 12), ("1 enero 2026", 1), ("1 août 2026", 8), ("1 Mai 2026", 5), ("Sept. 1, 2026", 9)],
)  # fmt: skip
def test_months_are_known_in_four_languages(written: str, month: int) -> None:
    assert parse(written) == date(2026, month, 1)


@pytest.mark.parametrize("written", ["", " ", "-", "–", "n/a", "N/A", "tbd", "?", "None"])
def test_nothing_is_no_date_and_no_mistake(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(("written", "day"), [("25/3/2026", 25), ("3/25/2026", 25), ("3/25/26", 25), ("3/3/26", 3)])
def test_numbers_that_can_only_mean_one_day_need_no_order(written: str, day: int) -> None:
    assert parse(written) == date(2026, 3, day)


def test_points_are_day_first() -> None:
    assert parse("4.3.2026") == date(2026, 3, 4)


def test_a_year_in_front_has_two_digits_only_where_it_may_be_of_this_century() -> None:
    assert parse("13-12-11") == date(2011, 12, 13)


@pytest.mark.parametrize(
    ("written", "fact"),
    [
        ("03/04/2026", "03/04/2026 may be 4 Mar 2026 or 3 Apr 2026"),
        ("3-4-2026", "3-4-2026 may be 4 Mar 2026 or 3 Apr 2026"),
        ("26-03-04", "26-03-04 may be 26 Mar 2004 or 4 Mar 2026"),
    ],
)
def test_two_readings_are_never_guessed_between(written: str, fact: str) -> None:
    with pytest.raises(DateError, match="^" + fact + "$") as caught:
        parse(written)
    assert caught.value.is_ambiguous
    assert "date_format" in caught.value.hint


@pytest.mark.parametrize(
    ("written", "order", "expected"),
    [
        ("03/04/2026", "dmy", date(2026, 4, 3)),
        ("03/04/2026", "mdy", date(2026, 3, 4)),
        ("3.4.2026", "mdy", date(2026, 3, 4)),
        ("26/03/04", "ymd", date(2026, 3, 4)),
        ("26/03/04", "dmy", date(2004, 3, 26)),
        ("2026-03-04", "dmy", date(2026, 3, 4)),
        ("2026-03-04", "iso", date(2026, 3, 4)),
    ],
)
def test_an_order_decides(written: str, order: Order, expected: date) -> None:
    assert parse(written, order) == expected


@pytest.mark.parametrize(
    ("written", "order", "fact"),
    [
        ("31 Feb 2026", None, "31 Feb 2026 does not exist"),
        ("29.02.2027", None, "29.02.2027 does not exist"),
        ("2026-13-01", None, "2026-13-01 does not exist"),
        ("13/13/2026", None, "13/13/2026 does not exist"),
        ("12 Foo 2026", None, "12 Foo 2026 is not a date"),
        ("0206-03-01", None, "0206-03-01 is not a date: the year is not between 1000 and 2200"),
        ("3 Mar", None, "3 Mar is not a date: the year is missing"),
        ("46023", None, "46023 is not a date"),
        ("soon", None, "soon is not a date"),
        ("03/25/2026", "dmy", "03/25/2026 is not a date of the order dmy"),
        ("12/13/2026", "dmy", "12/13/2026 is not a date of the order dmy"),
        ("13/13/2026", "dmy", "13/13/2026 does not exist"),
        ("1/2/3", None, "1/2/3 is not a date"),
        ("3/4/2026", "iso", "3/4/2026 is not a date of the order year, month, day"),
    ],
)
def test_what_is_no_date_is_told_why(written: str, order: Order | None, fact: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(written, order)
    assert str(caught.value) == fact
    assert not caught.value.is_ambiguous


def test_every_day_reads_back_from_the_ways_it_can_be_written() -> None:
    for ordinal in range(date(2023, 12, 1).toordinal(), date(2025, 2, 1).toordinal()):
        day = date.fromordinal(ordinal)
        for form in ("%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%d.%m.%Y", "%a, %d %B %Y", "%d-%b-%y"):
            assert parse(day.strftime(form)) == day
        assert parse(day.strftime("%d/%m/%Y"), "dmy") == day
        assert parse(day.strftime("%m/%d/%y"), "mdy") == day


@pytest.mark.parametrize(
    "written",
    [
        "Interview 12 May 2026", "Call 3 May 2026", "by 3 May 2026", "about 2027", "mid 2027", "Mon 2027",
        "3 May 2026 (final)", "2027 (planned)", "before March 2027",
    ],
)  # fmt: skip
def test_a_word_beside_a_time_is_never_dropped(written: str) -> None:
    with pytest.raises(DateError):
        dates.parse(written)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("Spring 2027", date(2027, 3, 1), date(2027, 5, 31)),
        ("Sommer 2027", date(2027, 6, 1), date(2027, 8, 31)),
        ("Fall of 2027", date(2027, 9, 1), date(2027, 11, 30)),
        ("2027 autumn", date(2027, 9, 1), date(2027, 11, 30)),
        ("Winter 2026/27", date(2026, 12, 1), date(2027, 2, 28)),
        ("hiver 2027", date(2027, 12, 1), date(2028, 2, 29)),
        ("primavera de 2027", date(2027, 3, 1), date(2027, 5, 31)),
        ("musim panas 2027", date(2027, 6, 1), date(2027, 8, 31)),
        ("осень 2027", date(2027, 9, 1), date(2027, 11, 30)),
        ("2027年春", date(2027, 3, 1), date(2027, 5, 31)),
        ("2027년 봄", date(2027, 3, 1), date(2027, 5, 31)),
    ],
)
def test_a_season_is_three_months_in_any_language(written: str, first: date, last: date) -> None:
    found = dates.parse(written)
    assert found is not None
    assert (found.start, found.end, found.grain) == (first, last, "season")


def test_only_a_winter_lies_in_two_years() -> None:
    with pytest.raises(DateError, match="Spring 2027/28 does not exist"):
        dates.parse("Spring 2027/28")
    with pytest.raises(DateError, match="does not exist"):
        dates.parse("Winter 2027/29")


@pytest.mark.parametrize("tag", languages())
def test_a_day_and_a_month_are_read_as_each_language_writes_them(tag: str) -> None:
    language = find(tag)
    assert language is not None
    for number in range(1, 13):
        day, month = date(2026, number, 17), date(2026, number, 1)
        found = dates.parse(language.day(day))
        assert found is not None
        assert (found.start, found.grain) == (day, "day")
        found = dates.parse(language.month(month))
        assert found is not None
        assert (found.start, found.grain) == (month, "month")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026/27", date(2026, 7, 1), date(2027, 6, 30)),
        ("2010–11", date(2010, 7, 1), date(2011, 6, 30)),
        ("2010/2011", date(2010, 7, 1), date(2011, 6, 30)),
        ("2010-11", date(2010, 11, 1), date(2010, 11, 30)),
        ("2010/12", date(2010, 12, 1), date(2010, 12, 31)),
        ("2026 - 2027", date(2026, 1, 1), date(2027, 12, 31)),
        ("2026 – 2028", date(2026, 1, 1), date(2028, 12, 31)),
        ("12.5.2026 14.30 Uhr", date(2026, 5, 12), date(2026, 5, 12)),
        ("12 mai 2026 à 14h30", date(2026, 5, 12), date(2026, 5, 12)),
    ],
)
def test_years_beside_one_another_and_clocks_of_other_countries(written: str, first: date, last: date) -> None:
    found = dates.parse(written)
    assert found
    assert (found.start, found.end) == (first, last)


def test_two_years_that_may_be_a_month_are_told() -> None:
    with pytest.raises(DateError, match="2010/11 may be Nov 2010, or the year from 2010 to 2011") as caught:
        dates.parse("2010/11")
    assert caught.value.hint == "write Nov 2010, or 2010/2011"


def test_half_a_year_is_no_month() -> None:
    with pytest.raises(DateError):
        dates.parse("2020.5")
    found = dates.parse("2020.05")
    assert found
    assert found.grain == "month"
