"""Times as authors write them -> moments, spans and ranks, and how far a moment lies from another.

2026-11-20, 20 Nov 2026, 2026-11, Q4 2026, 2026 ...    Moment    whatever the one reader of dates knows
6 months, 2 years, 1 year 6 months, 6 weeks, today     Span
L4, level 4, 3                                         Rank

A step's date is when it ends (comps/README-2.md, Data): a quarter and a year count by their last month. Months are
whole: 20 November to any day of February that is not named is 3.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from pipeline.errors import nearest_first, shortened
from pipeline.kinds.career_roadmap.words import DAYS_A_MONTH, known
from pipeline.prose import plain
from pipeline.reading import dates

YEARS = range(1950, 2151)  # of a career; a year beyond is a slip of the hand, such as 20226
MOST_MONTHS = 1200
HINT = "write a date, 2026-11, Q2 2027, 2027, 6 months, 2 years, L4, or a number for a level or an order"
DATE_HINT = "write it as 2026-11-20"
_MONTHS_IN = {  # how many months each unit is
    "day_units": 1 / DAYS_A_MONTH,
    "week_units": 7 / DAYS_A_MONTH,
    "month_units": 1.0,
    "quarter_units": 3.0,
    "year_units": 12.0,
}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
# Patterns stay texts: each is compiled when a time first needs it, because compiling all takes 2 ms of a cold start.
_LETTERS = r"[^\s\d.,:;/()+–-]+"  # and marks, which are vowels in Hindi and Thai
_LEVEL = rf"({_LETTERS})\s?(\d{{1,2}}(?:\.\d+)?)"
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_SPAN = rf"(\d+(?:[.,]\d+)?)\s?({_LETTERS})\.?,?\s?"
_WORD = rf"({_LETTERS})\s"


class Moment(NamedTuple):
    """A day, a month, a quarter, a year: `month` counts from the year 0, its last month; `day` is 0 unless known.

    `months` is how many it takes. `text` is how its author wrote what has no other words of ours: a half, a span.
    """

    month: int
    day: int
    grain: dates.Grain
    months: int = 1
    text: str = ""

    @property
    def year(self) -> int:
        """The year it lies in."""
        return self.month // 12

    @property
    def over(self) -> date:
        """The first day on which it is past: a day itself, of anything longer the day behind its end."""
        if self.day:
            return self.date + timedelta(days=bool(self.text))
        return date((self.month + 1) // 12, (self.month + 1) % 12 + 1, 1)

    @property
    def date(self) -> date:
        """Its day, or the first one of its month."""
        return date(self.year, self.month % 12 + 1, self.day or 1)

    def after(self, months: float) -> Moment:
        """The month so many months later."""
        days = (self.day or 1) - 1
        return Moment(int(self.month + months + days / 31 + 1e-9), 0, "month")


class Span(NamedTuple):
    """A time from the start, in months."""

    months: float


class Rank(NamedTuple):
    """A level, or an order: a number that is no time. Only `L4` is surely a level."""

    number: float
    is_level: bool


Time: TypeAlias = Moment | Span | Rank


class TimeError(ValueError):
    """A text that is no time; its text is a fact, `hint` says what to do.

    It may be meant as words (`is_word`), or be two days (`is_ambiguous`).
    """

    def __init__(self, fact: str, hint: str = HINT, *, is_word: bool = False, is_ambiguous: bool = False) -> None:
        super().__init__(fact)
        self.hint = hint
        self.is_word = is_word
        self.is_ambiguous = is_ambiguous


@lru_cache(maxsize=2_000)
def parse(written: str, order: dates.Order | None = None) -> Time | None:
    """The time that is written, or None for nothing ("", "-", "tbd"); raises TimeError.

    `order` says how dates of numbers alone are meant.
    """
    text = " ".join(written.casefold().split())
    if span := _span(written, text):
        return span
    found = re.fullmatch(_LEVEL, text)
    if found and plain(found[1]) in known("levels"):
        return Rank(float(found[2]), is_level=True)
    return Rank(float(text), is_level=False) if re.fullmatch(_NUMBER, text) else moment(written, order)


def moment(written: str, order: dates.Order | None = None) -> Moment | None:
    """The day, month, quarter or year that is written, or None for nothing; raises TimeError."""
    try:
        found = dates.parse(written, order)
    except dates.NoDateError:
        misspelt = re.match(_SPAN, _counted(" ".join(written.casefold().split()))[1])  # the unit that may be meant
        hint = nearest_first(misspelt[2], sorted(_units()), HINT) if misspelt else HINT
        raise TimeError(f"expected a time, found `{shortened(written)}`", hint, is_word=True) from None
    except dates.DateError as error:
        is_word = _is_day_without_year(written, order)
        raise TimeError(str(error), error.hint, is_word=is_word, is_ambiguous=error.is_ambiguous) from None
    if found is None:
        return None
    if found.start.year not in YEARS or found.end.year not in YEARS:
        fact = f"expected a year from {YEARS[0]} to {YEARS[-1]}, found `{shortened(written)}`"
        raise TimeError(fact, DATE_HINT)
    first, last = (12 * day.year + day.month - 1 for day in (found.start, found.end))
    is_day = found.grain in ("day", "moment")
    months = 1 if is_day else last - first + 1
    has_words = found.start == found.end if is_day else _MONTHS_OF.get(found.grain) == months
    text = "" if has_words else " ".join(written.split())
    return Moment(last, found.end.day if is_day else 0, "day" if is_day else found.grain, months, text)


def _is_day_without_year(written: str, order: dates.Order | None) -> bool:
    """Whether a text is a day of any year, as 31 Jan is and 30 Feb is not."""
    try:
        return dates.parse(f"{written.strip()} 2024", order) is not None  # a leap year
    except dates.DateError:
        return False


def _span(written: str, text: str) -> Span | None:
    if plain(text) in known("now"):
        return Span(0.0)
    months, rest = _counted(text)
    if rest:
        return None
    if months > MOST_MONTHS:
        raise TimeError(f"expected at most {MOST_MONTHS // 12} years, found `{shortened(written)}`", "shorten it")
    return Span(months)


def _counted(text: str) -> tuple[float, str]:
    """The months of the spans that `text` begins with, and the rest of it."""
    text = text.removeprefix("+")
    for words in sorted(known("after"), key=len, reverse=True):
        if text.startswith(f"{words} "):
            text = text[len(words) + 1 :]
    unit, months, at = re.compile(_SPAN), 0.0, 0
    while (found := unit.match(text, at)) and (months_in := _units().get(plain(found[2]))):
        months += float(found[1].replace(",", ".")) * months_in
        at = found.end()
        joined = re.compile(_WORD).match(text, at)
        if joined and plain(joined[1]) in known("and"):
            at = joined.end()
    return months, text[at:] if at else text or " "


@cache
def _units() -> dict[str, float]:
    """How many months each unit is, by its plain names in all languages."""
    return {name: months for units, months in _MONTHS_IN.items() for name in known(units)}


def apart(start: Moment, moment: Moment) -> tuple[float, float, float]:
    """How many months from `start` to `moment`: the earliest it may mean, where it stands, the latest.

    A start without a day is the first of its month; a quarter may mean the first of its months.
    """
    months = float(moment.month - start.month)
    day = start.day or 1
    if moment.day:
        exact = months + (moment.day - day) / 31
        return exact, exact, exact
    first = months - (moment.months - 1) - (day - 1) / 31
    return first, months, months + (31 - day) / 31
