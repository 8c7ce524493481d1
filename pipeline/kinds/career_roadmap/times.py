"""Times as authors write them -> moments, spans and ranks, and how far a moment lies from another.

2026-11-20, 20 Nov 2026, 20.11.2026, 2026-11, Nov 2026, Q4 2026, 2026-Q4, 2026    Moment
6 months, 2 years, 1 year 6 months, 6 weeks, 6 Monate, today                      Span
L4, level 4, 3                                                                    Rank

A step's date is when it ends (comps/README-2.md, Data): a quarter and a year count by their last month. Months are
whole: 20 November to any day of February that is not named is 3.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from pipeline.errors import nearest_first

YEARS = range(1950, 2151)  # a year beyond is a slip of the hand, such as 0206 or 20226
DAYS_A_MONTH = 365.2425 / 12
MOST_MONTHS = 1200
HINT = "write a date, 2026-11, Q2 2027, 2027, 6 months, 2 years, L4, or a number for a level or an order"

_MONTHS = (  # in English, German, French and Spanish
    "jan january januar jän jänner janv janvier ene enero|feb february februar févr février febrero|"
    "mar march mär märz mrz mars marzo|apr april avr avril abr abril|may mai mayo|jun june juni juin junio|"
    "jul july juli juil juillet julio|aug august août ago agosto|sep sept september septembre septiembre|"
    "oct october okt oktober octobre octubre|nov november novembre noviembre|"
    "dec december dez dezember déc décembre dic diciembre"
)
_MONTH = {name: number for number, names in enumerate(_MONTHS.split("|"), start=1) for name in names.split()}
_UNITS = (  # how many months each is, and its names
    (1 / DAYS_A_MONTH, "d day days tag tage tagen jour jours día días dia dias"),
    (7 / DAYS_A_MONTH, "w wk wks week weeks woche wochen semaine semaines semana semanas"),
    (1.0, "m mo mos mon month months monat monate monaten mois mes meses"),
    (3.0, "quarter quarters quartal quartale quartalen trimestre trimestres"),
    (12.0, "y yr yrs year years jahr jahre jahren an ans année années año años"),
)
_UNIT = {name: months for months, names in _UNITS for name in names.split()}
# Patterns stay texts: each is compiled when a time first needs it, because compiling all takes 2 ms of a cold start.
_DOTTED_DAY = r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})"
_DAY_FIRST = r"(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:de\s)?([^\W\d]+)\.?,?\s(?:de\s)?(\d{4})"
_MONTH_FIRST = r"([^\W\d]+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})"
_NAMED_MONTH = r"([^\W\d]+)\.?\s(?:de\s)?(\d{4})"
_QUARTER = r"[qt]([1-4])[\s/-]?(\d{4})|(\d{4})[\s/-]?[qt]([1-4])"
_LEVEL = r"(?:l|level|stufe|niveau|nivel)\s?(\d{1,2}(?:\.\d+)?)"
_NUMBER = r"\d{1,3}\.\d+"
_SPAN = r"(\d+(?:[.,]\d+)?)\s?([^\W\d]+)\.?(?:,|\s(?:and|und|et|y)\b)?\s?"
_NOW = ("now", "today", "jetzt", "heute", "maintenant", "aujourd’hui", "aujourd'hui", "ahora", "hoy")

Grain: TypeAlias = Literal["day", "month", "quarter", "year"]


class Moment(NamedTuple):
    """A day, a month, a quarter or a year. `month` counts from the year 0, its last month; `day` is 0 unless known."""

    month: int
    day: int
    grain: Grain

    @property
    def year(self) -> int:
        """The year it lies in."""
        return self.month // 12

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
    """A text that is no time; its text is a fact, `hint` says what to do."""

    def __init__(self, fact: str, hint: str = HINT) -> None:
        super().__init__(fact)
        self.hint = hint


@lru_cache(maxsize=2_000)
def parse(written: str) -> Time:
    """The time that is written; raises TimeError."""
    text = " ".join(written.casefold().split())
    if text.isdecimal() and len(text) <= 4:
        return _moment(written, text, 12, 0, "year") if len(text) == 4 else Rank(float(text), is_level=False)
    found = (
        _of_numbers(written, text)
        or _span(written, text)
        or _rank(text)
        or _quarter(written, text)
        or _day(written, text)
        or _named_month(written, text)
    )
    if found is None:
        raise TimeError(f"expected a time, found `{_short(written)}`", _hint(text))
    return found


def _of_numbers(written: str, text: str) -> Moment | None:
    """2026-11-20 or 2026-11."""
    year, *rest = text.replace("/", "-").split("-")
    if not (len(year) == 4 and year.isdecimal() and all(each.isdecimal() and len(each) <= 2 for each in rest)):
        return None
    if len(rest) == 2:
        return _moment(written, year, int(rest[0]), int(rest[1]), "day")
    return _moment(written, year, int(rest[0]), 0, "month") if len(rest) == 1 else None


def _rank(text: str) -> Rank | None:
    if found := re.fullmatch(_LEVEL, text):
        return Rank(float(found[1]), is_level=True)
    return Rank(float(text), is_level=False) if re.fullmatch(_NUMBER, text) else None


def _quarter(written: str, text: str) -> Moment | None:
    if found := re.fullmatch(_QUARTER, text):
        return _moment(written, found[2] or found[3], 3 * int(found[1] or found[4]), 0, "quarter")
    return None


def _day(written: str, text: str) -> Moment | None:
    if found := re.fullmatch(_DOTTED_DAY, text):
        return _moment(written, found[3], int(found[2]), int(found[1]), "day")
    if (found := re.fullmatch(_DAY_FIRST, text)) and found[2] in _MONTH:
        return _moment(written, found[3], _MONTH[found[2]], int(found[1]), "day")
    if (found := re.fullmatch(_MONTH_FIRST, text)) and found[1] in _MONTH:
        return _moment(written, found[3], _MONTH[found[1]], int(found[2]), "day")
    return None


def _named_month(written: str, text: str) -> Moment | None:
    if (found := re.fullmatch(_NAMED_MONTH, text)) and found[1] in _MONTH:
        return _moment(written, found[2], _MONTH[found[1]], 0, "month")
    return None


def _moment(written: str, year: str, month: int, day: int, grain: Grain) -> Moment:
    if int(year) not in YEARS:
        raise TimeError(
            f"expected a year from {YEARS[0]} to {YEARS[-1]}, found `{_short(written)}`", "write it as 2026-11-20"
        )
    try:
        date(int(year), month, day or 1)
    except ValueError:
        raise TimeError(f"`{_short(written)}` is not a date", "write it as 2026-11-20") from None
    return Moment(12 * int(year) + month - 1, day, grain)


def _span(written: str, text: str) -> Span | None:
    if text in _NOW:
        return Span(0.0)
    months, rest = _counted(text)
    if rest:
        return None
    if months > MOST_MONTHS:
        raise TimeError(f"expected at most {MOST_MONTHS // 12} years, found `{_short(written)}`", "shorten it")
    return Span(months)


def _counted(text: str) -> tuple[float, str]:
    """The months of the spans that `text` begins with, and the rest of it."""
    for opening in ("in ", "after ", "nach ", "+"):
        text = text.removeprefix(opening)
    unit, months, at = re.compile(_SPAN), 0.0, 0
    while (found := unit.match(text, at)) and found[2] in _UNIT:
        months += float(found[1].replace(",", ".")) * _UNIT[found[2]]
        at = found.end()
    return months, text[at:] if at else text or " "


def _hint(text: str) -> str:
    """What to write, the unit first that may be meant."""
    misspelt = re.match(_SPAN, _counted(text)[1])
    return nearest_first(misspelt[2], _UNIT, HINT) if misspelt else HINT


def apart(start: Moment, moment: Moment) -> tuple[float, float, float]:
    """How many months from `start` to `moment`: the earliest it may mean, where it stands, the latest.

    Days of a month are told apart only if both have one; a quarter may mean the first of its months.
    """
    months = float(moment.month - start.month)
    if moment.day and start.day:
        exact = months + (moment.day - start.day) / 31
        return exact, exact, exact
    length = {"day": 1, "month": 1, "quarter": 3, "year": 12}[moment.grain]
    day = moment.day or start.day or 1
    first = months - (length - 1) - (day - 1) / 31
    return first, months, months + (31 - day) / 31


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
