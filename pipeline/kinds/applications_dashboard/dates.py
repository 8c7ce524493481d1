"""Dates as people's sheets have them -> days.

2026-03-03, 2026/03/03, 3 Mar 2026, 3-Mar-26, Mar 3, 2026, 3. März 2026, 3 de marzo de 2026, 3.3.2026, 25/3/2026; a
weekday before and a time behind are allowed. 03/04/2026 is 3 April or March 4: only the author knows.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from pipeline.kinds.applications_dashboard.wording import plain, short

DateFormat: TypeAlias = Literal["iso", "dmy", "mdy", "ymd"]
"""The order of day, month and year where all three are numbers; iso allows only a year of four digits in front."""

YEARS = range(1990, 2101)  # a year beyond is a slip of the hand, such as 0206 or 20226
HINT = "write it as 2026-03-31"

_MONTHS = {  # the first letters that tell each month in English, German, French and Spanish, without accents
    "jan": 1, "ene": 1, "janv": 1, "feb": 2, "fev": 2, "fevr": 2, "mar": 3, "mrz": 3, "mars": 3, "marz": 3, "maerz": 3,
    "apr": 4, "avr": 4, "abr": 4, "may": 5, "mai": 5, "mayo": 5, "jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8,
    "aou": 8, "aout": 8, "ago": 8, "sep": 9, "sept": 9, "set": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
    "dic": 12,
}  # fmt: skip
_FULL = (
    "january januar janvier enero|february februar fevrier febrero|march marz mars marzo|april avril abril|"
    "may mai mayo|june juni juin junio|july juli juillet julio|august aout agosto|"
    "september septembre septiembre setiembre|october oktober octobre octubre|november novembre noviembre|"
    "december dezember decembre diciembre"
)
_MONTHS |= {name: at for at, names in enumerate(_FULL.split("|"), start=1) for name in names.split()}
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAY = re.compile(r"[^\W\d]{2,10}\.?,?\s+(?=\d|[^\W\d]{3,10}\.?\s+\d)")
_TIME = re.compile(
    r"(?:[T\s]|,\s*|\s+at\s+)(?:\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{1,2}\s*(?:h|uhr))"
    r"\s*(?:[+-]\d\d:?\d\d|[A-Z]{1,5}|uhr)?$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]*(?:of\s|de\s)?\s*([^\W\d]{3,10})\.?,?[\s-]*(?:de\s)?\s*'?(\d{2}|\d{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d]{3,10})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+'?(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[\s-]+([^\W\d]{3,10})\.?[\s-]+(\d{1,2})")
_WITHOUT_YEAR = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|\.)?[\s-]*[^\W\d]{3,10}\.?|[^\W\d]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}[/.]\d{1,2}\.?"
)
_NOTHING = {"", "-", "--", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tbc", "tba", "nil"}


class DateError(ValueError):
    """A text that is no date, or may be two (then `is_ambiguous`); `hint` tells what to do."""

    def __init__(self, fact: str, hint: str = HINT, *, is_ambiguous: bool = False) -> None:
        super().__init__(fact)
        self.hint = hint
        self.is_ambiguous = is_ambiguous


@lru_cache(maxsize=20_000)
def parse(written: str, order: DateFormat | None = None) -> date | None:
    """The day that is written, or None for nothing ("", "-", "n/a", "tbd").

    `order` says how dates of numbers alone are meant. Raises DateError, whose text is a fact such as "31 Feb 2026 is
    not a date".
    """
    text = " ".join(written.split())
    if text.casefold() in _NOTHING:
        return None
    bare = _TIME.sub("", text)
    if (bare[:1].isdigit() is False) and (weekday := _WEEKDAY.match(bare)) and _month(weekday[0]) is None:
        bare = bare[weekday.end() :]
    if found := _NUMBERS.fullmatch(bare):
        return _of_numbers(text, found, order)
    if found := _DAY_FIRST.fullmatch(bare):
        return _day(text, found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(bare):
        return _day(text, found[3], _month(found[1]), found[2])
    if found := _YEAR_FIRST.fullmatch(bare):
        return _day(text, found[1], _month(found[2]), found[3])
    raise _no_date(text, bare)


def order_of(written: str) -> DateFormat | None:
    """Whether a date of three numbers with slashes or hyphens is day first or month first, if it can be only one."""
    text = " ".join(written.split())
    if not _NUMBERS.fullmatch(text) or "." in text or text[:4].isdigit():
        return None
    is_day_first, is_month_first = _is_readable(text, "dmy"), _is_readable(text, "mdy")
    if is_day_first == is_month_first:
        return None
    return "dmy" if is_day_first else "mdy"


def _is_readable(text: str, order: DateFormat) -> bool:
    try:
        return parse(text, order) is not None
    except DateError:
        return False


def _of_numbers(text: str, found: re.Match[str], order: DateFormat | None) -> date:
    first, mark, second, third = found.groups()
    if len(first) > 2:
        return _day(text, first, int(second), third)  # 2026-03-04 is never anything else
    if order == "iso":
        raise DateError(f"{text} is not a date of the order year, month, day", f"{HINT}, or change `date_format`")
    if order == "ymd" and len(third) <= 2:
        return _day(text, first, int(second), third)
    if len(third) not in (2, 4):
        raise DateError(f"{text} is not a date")
    if order in ("dmy", "mdy"):
        day, month = (first, second) if order == "dmy" else (second, first)
        if int(month) > 12 >= int(day):
            raise DateError(f"{text} is not a date of the order {order}", f"{HINT}, or change `date_format`")
        return _day(text, third, int(month), day)
    if mark == "." or first.zfill(2) == second.zfill(2) != third:
        return _day(text, third, int(second), first)
    return _only_reading(text, first, second, third)


def _only_reading(text: str, first: str, second: str, third: str) -> date:
    """The one day that three numbers can mean; raises DateError if they mean none, or two."""
    days = [_reading(third, second, first), _reading(third, first, second)]
    if len(third) == 2 and int(first) >= 20:
        days.append(_reading(first, second, third))  # 26-03-04
    known = sorted({day for day in days if day is not None})
    if not known:
        raise DateError(f"{text} is not a date")
    if len(known) > 1:
        fact = f"{text} may be {' or '.join(_written(day) for day in known)}"
        hint = "say which with `date_format: dmy`, `mdy` or `ymd`"
        raise DateError(fact, hint, is_ambiguous=True)
    return known[0]


def _reading(year: str, month: str, day: str) -> date | None:
    try:
        return _day("", year, int(month), day)
    except DateError:
        return None


def _written(day: date) -> str:
    return f"{day.day} {_SHORT[day.month - 1]} {day.year}"


def _day(text: str, year: str, month: int | None, day: str) -> date:
    full = int(year) + 2000 if len(year) == 2 else int(year)
    if month is None:
        raise DateError(f"{text} is not a date", f"months are known in English, German, French and Spanish; {HINT}")
    if full not in YEARS:
        raise DateError(f"{text} is not a date: the year is not between {YEARS[0]} and {YEARS[-1]}")
    try:
        return date(full, month, int(day))
    except ValueError as error:
        raise DateError(f"{text} is not a date") from error


def _no_date(text: str, bare: str) -> DateError:
    if _WITHOUT_YEAR.fullmatch(bare):
        return DateError(f"{short(text)} is not a date: the year is missing", HINT)
    if re.fullmatch(r"[3-6]\d{4}(?:\.\d+)?", bare):
        return DateError(
            f"{short(text)} is not a date but a spreadsheet's number of a day",
            "give the column a date format and export it again",
        )
    return DateError(f"{short(text)} is not a date")


def _month(word: str) -> int | None:
    return _MONTHS.get(plain(word))
