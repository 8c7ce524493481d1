"""Times as people write them -> the days they mean: one reader for lists of applications, charts, roadmaps and notes.

    2026-03-03   3 Mar 2026   3-Mar-26   Mar 3, 2026   3. März 2026   3 de marzo de 2026   3.3.2026   25/3/2026   a day
    March 9, 2026 10:00 AM (GMT+1)   2026-03-09T10:00Z                                                         a moment
    2026-03   March 2026   03/2026   2026年3月                                                                  a month
    Q2 2026   2026-Q2   2. Quartal 2026   H1 2026   Spring 2026   2026   2026/27   FY2026   1990s     quarter, year ...
    7 May 2026 → 9 May 2026   5–9 May 2026                                                                        a span

Months, weekdays and seasons are known by their names in every language of `pipeline.words`, and without accents. A
weekday beside a day is no matter; any other word makes a text no date. Seasons are those of the northern half of the
earth. 03/04/2026 is 3 April or March 4: only the author knows (`order`). A text that looks like a date and is none,
such as 31 Feb 2026, is an error; one that looks like none is told apart from it (`NoDateError`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from pipeline.errors import shortened
from pipeline.patterns import Pattern
from pipeline.prose import plain

Order: TypeAlias = Literal["iso", "dmy", "mdy", "ymd"]
"""The order of day, month and year where all three are numbers; iso allows only a year of four digits in front."""

Grain: TypeAlias = Literal["moment", "day", "month", "season", "quarter", "half", "year", "decade"]

YEARS = range(1000, 2201)  # a year beyond is a slip of the hand, such as 0206 or 20226
MOST_LENGTH = 80
HINT = "write the day as YYYY-MM-DD"
NOTHING = frozenset(("", "-", "--", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tbc", "tba", "nil"))
SERIALS = range(30_000, 80_000)  # a spreadsheet's number of a day: 1982 to 2119
_SERIAL_START = date(1899, 12, 30)  # ECMA-376 part 1, 18.17.4.1, with its leap day of 1900

_EXTRA_MONTHS = {  # spellings beside those of the Common Locale Data Repository
    "mrz": 3, "maerz": 3, "jaen": 1, "jaenner": 1, "janner": 1, "feber": 2, "setiembre": 9, "aou": 8,
}  # fmt: skip
_CENTURY = 2000
_LEADING = ("on", "am", "den", "der", "le", "el", "il", "em", "op", "på", "the", "w", "dnia", "в")
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_SPACE = r"[\s\u00a0\u202f]"
_TIME = Pattern(
    r"(?P<before>.*?)(?:[T\s]|,\s*|\s+(?:at|um|à|a las)\s+)"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?|(?=\s*(?:[ap]\.?m|h\b|uhr\b)))"
    r"\s*(?P<half>[ap])?\.?(?:m\b\.?)?\s*(?:h|uhr)?\s*"
    r"\(?(?P<zone>z|[+-]\d\d:?\d\d|(?:gmt|utc)(?:[+-]\d{1,2}(?::?\d\d)?)?|[a-z]{2,5})?\)?",
    re.IGNORECASE,
)
_ZONE = Pattern(r"(?:gmt|utc)?([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)
_NUMBERS = Pattern(r"(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?")
_LETTER = r"[^\d\s.,/()'’–—-]"  # a letter or a mark of any script
_BARE = Pattern(r"[\d\s.,/()'’–—-]*")  # without a letter, and so without the name of a month or a weekday
_WORD = rf"{_LETTER}+(?:[.'’]{_LETTER}+)*"
_IN_FRONT = Pattern(rf"(?:\(({_WORD})\.?\)|({_WORD})\.?,?)\s+")
_BEHIND = Pattern(rf"\s*\(({_WORD})\.?\)$")
_DAY_FIRST = Pattern(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|ro|º|\.)?[\s-]*(?:of\s|de\s|d['’])?\s*({_WORD})\.?,?[\s-]*(?:de[l]?\s)?\s*['’]?(\d{{2}}|\d{{4}})"
    r"(?:\s?(?:г|р)\.?)?"
)
_MONTH_FIRST = Pattern(rf"({_WORD})\.?[\s-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+['’]?(\d{{2}}|\d{{4}})")
_YEAR_FIRST = Pattern(rf"(\d{{4}})[\s-]+({_WORD})\.?[\s-]+(\d{{1,2}})")
_EAST = Pattern(r"(\d{2,4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号])?)?")
_NUMBERED_MONTH = Pattern(  # Vietnamese
    r"(?:(?:ngày\s)?(?P<day>\d{1,2})\s)?(?:thg|tháng)\s(?P<month>\d{1,2})(?:,|\snăm)?\s(?P<year>\d{4})", re.IGNORECASE
)
_PREFIX = Pattern(r"[^\W\d_]*(?=\{month\})|$")
_MONTH = Pattern(rf"({_WORD})\.?[\s,/-]*(?:de[l]?\s)?\s*['’]?(\d{{4}}|(?<=['’])\d{{2}})(?:\s?(?:г|р)\.?)?")
_YEAR_MONTH = Pattern(rf"(\d{{4}})[\s,/-]+({_WORD})\.?")
_ISO_MONTH = Pattern(r"(\d{4})(?:[-/](?=\d{1,2}$)|\.(?=\d{2}$))(\d+)")  # 2020.5 is half a year
_TWO_YEARS = Pattern(r"(\d{4})(?:\s?/\s?(?=\d{4}$|\d{2}$)|[-–](?=\d{2}$))(\d+)")
_MONTH_OF_YEAR = Pattern(r"(\d{1,2})[/.](\d{4})")
_PART = Pattern(
    r"(?P<sort>[qth])\.?\s?(?P<first>[1-4])[\s/'’-]*(?:of\s)?(?P<late>\d{4}|\d{2})"
    r"|(?P<early>\d{4})[\s/-]*(?P<sort2>[qth])\.?\s?(?P<first2>[1-4])"
    r"|(?P<first3>[1-4])(?:st|nd|rd|th|er|e|º|ère|\.)?\s?(?P<word>quarter|quartal|trimestre|kwartaal|kwartał|kvartal|half|halbjahr|semestre)"
    r"[\s,]*(?:of\s|de\s)?(?P<late3>\d{4})",
    re.IGNORECASE,
)
_HALVES = ("h", "half", "halbjahr", "semestre")
_SEASONS = ("spring", "summer", "autumn", "winter")
_SEASON = Pattern(
    rf"(?P<word>{_WORD}(?:\s{_WORD})??)\.?[\s,]+(?:de[l]?\s|of\s)?(?P<year>\d{{4}})(?:\s?[/–-]\s?(?P<until>\d{{4}}|\d{{2}}))?"
    rf"|(?P<year2>\d{{4}})\s?[年년]?\s?(?P<word2>{_WORD})"
)
_YEAR = Pattern(r"(?:fy|year|jahr|año|année|anno|ano)?\s?['’]?(\d{4})(?:\s?(?:г|р)\.?|年|년)?", re.IGNORECASE)
_DECADE = Pattern(r"(\d{3}0)(?:s|er|-е|년대|年代)", re.IGNORECASE)
_SPAN = Pattern(r"\s*(?:→|–|—|\s-\s|\bto\b|\buntil\b|\bbis\b|\bà\b|\ba\b|…|\.\.)\s*")
_CLOCK = Pattern(
    r"\d{1,2}(?::\d{2}){0,2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:(?:gmt|utc)[+-]?|[+-])[\d:]*\)?)?", re.IGNORECASE
)
_DAYS_OF_MONTH = Pattern(r"\d{1,2}\.?")
_WITHOUT_YEAR = Pattern(
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?[\s-]*(?P<late>{_WORD})\.?|(?P<early>{_WORD})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}[/.]\d{{1,2}}\.?"
)


class DateError(ValueError):
    """A text that looks like a date and is none, may be two (`is_ambiguous`) or `lacks_year`; `hint`: a way out."""

    def __init__(self, fact: str, hint: str = HINT, *, is_ambiguous: bool = False, lacks_year: bool = False) -> None:
        super().__init__(fact)
        self.hint = hint
        self.is_ambiguous = is_ambiguous
        self.lacks_year = lacks_year


class NoDateError(DateError):
    """A text that does not look like a date at all."""


class When(NamedTuple):
    """A time: its first day and its last, and how finely it was written.

    `moment` is when it was in UTC, as far as its zone is told; `clock` the time of day as it is written.

    Two times can be put in order by `place`.
    """

    start: date
    end: date
    grain: Grain
    moment: datetime | None = None
    clock: time | None = None

    @property
    def place(self) -> float:
        """Days since the year 1 at which it begins, with the time of day as a fraction."""
        day = float(self.start.toordinal())
        if self.moment is None:
            return day
        return (
            self.moment.toordinal() + (self.moment.hour * 60 + self.moment.minute) / 1440 + self.moment.second / 86400
        )


def parse(written: str, order: Order | None = None) -> When | None:
    """The time that is written, or None for nothing ("", "-", "n/a", "tbd").

    `order` says how dates of numbers alone are meant. Raises DateError, whose text is a fact such as "31 Feb 2026 does
    not exist", and NoDateError for a text that is not meant as a date.
    """
    text = " ".join(written.split())
    if text.casefold() in NOTHING:
        return None
    if len(text) > MOST_LENGTH:
        raise NoDateError(f"{shortened(text)} is not a date")
    return _parsed(_western(text), order)


def of_serial(number: float) -> When | None:
    """The day that a spreadsheet counts with this number, or None for one that is no day of our time."""
    if int(number) not in SERIALS:
        return None
    day = _SERIAL_START + timedelta(days=int(number))
    return When(day, day, "day")


def school_year(written: str) -> When | None:
    """The year from one summer to the next that two years beside one another name: `2026/27`, `2026–27`."""
    found = _TWO_YEARS.fullmatch(_western(written.strip()))
    if found is None or int(found[1]) not in YEARS or str(int(found[1]) + 1)[-len(found[2]) :] != found[2]:
        return None
    return When(date(int(found[1]), 7, 1), date(int(found[1]) + 1, 6, 30), "season")


def order_of(written: str) -> Order | None:
    """Whether a date of three numbers with slashes or hyphens is day first or month first, if it can be only one."""
    text = _western(" ".join(written.split()))
    if not _NUMBERS.fullmatch(text) or "." in text or text[:4].isdigit():
        return None
    is_day_first, is_month_first = _is_readable(text, "dmy"), _is_readable(text, "mdy")
    if is_day_first == is_month_first:
        return None
    return "dmy" if is_day_first else "mdy"


@lru_cache(maxsize=20_000)
def _parsed(text: str, order: Order | None) -> When:
    if sum(map(str.isdigit, text)) <= 2 and _lacks_year(text):  # before all that a year would be looked for
        raise _no_date(text)
    for read in (_day_or_longer, _moment, _span):
        found = read(text, order)
        if found is not None:
            return found
    raise _no_date(text)


def _day_or_longer(text: str, order: Order | None) -> When | None:
    return next((day for each in _without_weekday(text) if (day := _day_of(each, order))), None) or _longer(text)


def _without_weekday(text: str) -> Iterator[str]:
    """The text, and without what a weekday is called behind it and in front, or a word such as `on`."""
    yield text
    if _BARE.fullmatch(text):
        return
    behind = _BEHIND.search(text)
    if behind and _is_weekday(behind[1]):
        yield (text := text[: behind.start()])
    while (front := _IN_FRONT.match(text)) and _is_weekday(front[1] or front[2]):
        yield (text := text[front.end() :])


def _is_weekday(word: str) -> bool:
    """Whether a word names a weekday, whole, short or by its first letters, or only leads to a day."""
    folded = _folded(word)
    return folded in _weekdays() or (len(folded) > 1 and any(name.startswith(folded) for name in _weekdays()))


def _day_of(text: str, order: Order | None) -> When | None:
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(text, found, order)
    if _BARE.fullmatch(text):
        return None
    for pattern, (year, month, day) in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_YEAR_FIRST, (1, 2, 3))):
        found = pattern.fullmatch(text)
        if found and (number := month_of(found[month])):
            return _of_day(text, found[year], number, found[day])
    if (found := _EAST.fullmatch(text)) and found[3]:
        return _of_day(text, found[1], int(found[2]), found[3])
    if (found := _NUMBERED_MONTH.fullmatch(text)) and found["day"]:
        return _of_day(text, found["year"], int(found["month"]), found["day"])
    return None


def _longer(text: str) -> When | None:
    """A month, a part of a year, a year, a decade."""
    if not _BARE.fullmatch(text) and (month := _of_name(text)):
        return month
    if figures := _of_figures(text):
        return figures
    if (found := _MONTH_OF_YEAR.fullmatch(text)) and int(found[1]) <= 12:
        return _of_month(text, found[2], int(found[1]))
    if found := _PART.fullmatch(text):
        return _of_part(text, found)
    if found := _DECADE.fullmatch(text):
        first = _year(text, found[1])
        return When(date(first, 1, 1), date(first + 9, 12, 31), "decade")
    if found := _YEAR.fullmatch(text):
        return _of_year(text, found[1])
    return _of_season(text)


def _of_figures(text: str) -> When | None:
    """A month such as 2026-03, or a year from summer to summer such as 2026/27; raises DateError for 2010/11."""
    years, found = school_year(text), _ISO_MONTH.fullmatch(text)
    if found is None or (years and int(found[2]) > 12):
        return years
    if years and "-" not in text:
        month = f"{_SHORT[int(found[2]) - 1]} {found[1]}"
        fact = f"{text} may be {month}, or the year from {found[1]} to {years.end.year}"
        raise DateError(fact, f"write {month}, or {found[1]}/{years.end.year}", is_ambiguous=True)
    return _of_month(text, found[1], int(found[2]))


def _of_name(text: str) -> When | None:
    """A month that is called by its name, or the number of a year or a month with a word of its language."""
    if found := _NUMBERED_MONTH.fullmatch(text):
        return _of_month(text, found["year"], int(found["month"]))
    if (found := _EAST.fullmatch(text)) and not found[3]:
        return _of_month(text, found[1], int(found[2])) if found[2] else _of_year(text, found[1])
    if (found := _MONTH.fullmatch(text)) and (number := month_of(found[1])):
        return _of_month(text, found[2], number)
    if (found := _YEAR_MONTH.fullmatch(text)) and (number := month_of(found[2])):
        return _of_month(text, found[1], number)
    return None


def _moment(text: str, order: Order | None) -> When | None:
    found = _TIME.fullmatch(text)
    if found is None or not found["before"]:
        return None
    day = _day_or_longer(found["before"].rstrip(" ,"), order)
    if day is None or day.grain != "day":
        return None
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].casefold() == "p")
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise DateError(f"{shortened(text)}: there is no such time of day")
    at = datetime(day.start.year, day.start.month, day.start.day) + timedelta(
        hours=hour, minutes=minute, seconds=second
    )
    return When(day.start, day.start, "moment", at - _from_utc(found["zone"] or ""), at.time())


def _from_utc(zone: str) -> timedelta:
    """How far a zone that is written as a number is ahead of UTC; names such as CET are not told apart."""
    found = _ZONE.fullmatch(zone)
    if found is None:
        return timedelta()
    away = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return away if found[1] == "+" else -away


def _span(text: str, order: Order | None) -> When | None:
    """From one time to another: `7 May 2026 → 9 May 2026`, `5–9 May 2026`."""
    first, mark, last = _parted(text)
    if not mark:
        return None
    if _CLOCK.fullmatch(last):  # `7 May 2026 9:00 → 11:30`
        return _day_or_longer(first, order) or _moment(first, order)
    end = _day_or_longer(last, order) or _moment(last, order)
    if end is None:
        return None
    if _DAYS_OF_MONTH.fullmatch(first) and end.grain == "day":
        start: When | None = _of_day(text, str(end.start.year), end.start.month, first.rstrip("."))
    else:
        start = _day_or_longer(first, order) or _moment(first, order)
    if start is None:
        return None
    if end.end < start.start:
        raise DateError(f"{shortened(text)} ends before it begins", "exchange the two")
    return When(start.start, end.end, start.grain, start.moment)


def _parted(text: str) -> tuple[str, str, str]:
    found = _SPAN.search(text)
    return (text[: found.start()].strip(), found[0], text[found.end() :].strip()) if found else (text, "", "")


def _of_numbers(text: str, found: re.Match[str], order: Order | None) -> When:
    first, mark, second, third = found.groups()
    if len(first) > 2:
        return _of_day(text, first, int(second), third)  # 2026-03-04 is never anything else
    if order == "iso":
        raise DateError(f"{text} is not a date of the order year, month, day", f"{HINT}, or change `date_format`")
    if order == "ymd" and len(third) <= 2:
        return _of_day(text, first, int(second), third)
    if len(third) not in (2, 4):
        raise DateError(f"{text} is not a date")
    if order in ("dmy", "mdy"):
        day, month = (first, second) if order == "dmy" else (second, first)
        if int(month) > 12 >= int(day):
            raise DateError(f"{text} is not a date of the order {order}", f"{HINT}, or change `date_format`")
        return _of_day(text, third, int(month), day)
    if mark == "." or first.zfill(2) == second.zfill(2) != third:
        return _of_day(text, third, int(second), first)
    return _only_reading(text, first, second, third)


def _only_reading(text: str, first: str, second: str, third: str) -> When:
    """The one day that three numbers can mean; raises DateError if they mean none, or two."""
    days = [_reading(third, second, first), _reading(third, first, second)]
    if len(third) == 2 and int(first) >= 20:
        days.append(_reading(first, second, third))  # 26-03-04
    known = sorted({day for day in days if day is not None})
    if not known:
        raise DateError(f"{text} does not exist" if int(third) else f"{text} is not a date")
    if len(known) > 1:
        fact = f"{text} may be {' or '.join(_written(day.start) for day in known)}"
        raise DateError(fact, "say which with `date_format: dmy`, `mdy` or `ymd`", is_ambiguous=True)
    return known[0]


def _reading(year: str, month: str, day: str) -> When | None:
    try:
        return _of_day("", year, int(month), day)
    except DateError:
        return None


def _of_day(text: str, year: str, month: int, day: str) -> When:
    try:
        found = date(_year(text, year), month, int(day))
    except ValueError as error:
        if isinstance(error, DateError):
            raise
        raise DateError(f"{shortened(text)} does not exist") from error
    return When(found, found, "day")


def _of_month(text: str, year: str, month: int) -> When:
    if not 1 <= month <= 12:
        raise DateError(f"{shortened(text)} does not exist")
    first = date(_year(text, year), month, 1)
    return When(first, _end_of_month(first), "month")


def _of_part(text: str, found: re.Match[str]) -> When:
    sort = (found["sort"] or found["sort2"] or found["word"]).casefold()
    number = int(found["first"] or found["first2"] or found["first3"])
    year = _year(text, found["late"] or found["early"] or found["late3"])
    is_half = sort in _HALVES
    if is_half and number > 2:
        raise DateError(f"{shortened(text)} does not exist")
    months = 6 if is_half else 3
    first = date(year, months * (number - 1) + 1, 1)
    return When(first, _end_of_month(date(year, months * number, 1)), "half" if is_half else "quarter")


def _of_season(text: str) -> When | None:
    """Spring 2026, Winter 2026/27: three months from March, June, September or December on."""
    found = _SEASON.fullmatch(text)
    at = _season(found["word"] or found["word2"]) if found else None
    if found is None or at is None:
        return None
    year = _year(text, found["year"] or found["year2"])
    if found["until"] and (at < 3 or int(found["until"]) % 100 != (year + 1) % 100):
        raise DateError(f"{shortened(text)} does not exist")
    first, last = 12 * year + 3 * at + 2, 12 * year + 3 * at + 4
    return When(date(first // 12, first % 12 + 1, 1), _end_of_month(date(last // 12, last % 12 + 1, 1)), "season")


def _season(word: str) -> int | None:
    """The place in a year of the season that a word names in any language, from spring on."""
    from pipeline.prose import plain
    from pipeline.words import vocabulary

    known = vocabulary("reading")
    return next((at for at, name in enumerate(_SEASONS) if plain(word) in known[name]), None)


def _of_year(text: str, year: str) -> When:
    found = _year(text, year)
    return When(date(found, 1, 1), date(found, 12, 31), "year")


def _year(text: str, digits: str) -> int:
    found = int(digits) + _CENTURY if len(digits) == 2 else int(digits)
    if found not in YEARS:
        fact = f"{shortened(text)} is not a date: the year is not between {YEARS[0]} and {YEARS[-1]}"
        raise DateError(fact)
    return found


def _end_of_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)


def month_of(word: str) -> int | None:
    """The month that a word names in any language that is known, whole or short; None for any other word."""
    return _months().get(plain(word))


@cache
def _months() -> dict[str, int]:
    from pipeline.words import cldr

    found: dict[str, int] = {}
    for facts in cldr.LANGUAGES.values():
        prefix = _PREFIX.search(facts["day"])[0]  # type: ignore[index]  # Hebrew writes a letter before a month: in March
        for names in (facts["wide"], facts["full"], facts["months"], facts["own"]):
            for number, name in enumerate(names, start=1):
                if any(map(str.isalpha, name)):
                    found.setdefault(plain(name), number)
                    found.setdefault(plain(prefix + name), number)
    return {**found, **_EXTRA_MONTHS}


@cache
def _weekdays() -> frozenset[str]:
    """The names of weekdays, and words that lead to a day in one language or another: on, am, le, el."""
    from pipeline.words import cldr

    names = (name for facts in cldr.LANGUAGES.values() for name in (*facts["weekdays"], *facts["wide_weekdays"]))
    return frozenset((*map(_folded, names), *_LEADING))


def _folded(word: str) -> str:
    """A word without case, full stops and accents; vowel signs are letters, accents above or below are not (UAX 44)."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in apart if each not in ".'’" and not 200 <= unicodedata.combining(each) <= 240)


def _western(text: str) -> str:
    """Digits of other scripts as those of Europe."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _is_readable(text: str, order: Order) -> bool:
    try:
        return parse(text, order) is not None
    except DateError:
        return False


def _lacks_year(text: str) -> bool:
    """Whether a text is a day and a month by its name, or two numbers that may be these."""
    found = _WITHOUT_YEAR.fullmatch(text)
    return found is not None and (not (name := found["late"] or found["early"]) or month_of(name) is not None)


def _no_date(text: str) -> DateError:
    if _lacks_year(text):
        return DateError(f"{shortened(text)} is not a date: the year is missing", lacks_year=True)
    if _NUMBERS.search(text) or re.fullmatch(r"\d{1,4}[-/.]\d{1,6}(?:[-/.]\d{0,6})?", text):
        return DateError(f"{shortened(text)} is not a date")
    return NoDateError(f"{shortened(text)} is not a date")


def _written(day: date) -> str:
    return f"{day.day} {_SHORT[day.month - 1]} {day.year}"
