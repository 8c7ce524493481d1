"""Labels that are times: read by the one reader of dates, put in time, and written in the language of the picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import time
from itertools import pairwise
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError, enumerated
from pipeline.notes import Note
from pipeline.patterns import Pattern
from pipeline.words import Language, find

if TYPE_CHECKING:
    from pipeline.reading.dates import DateError, Order, When

MAY_BE_TIME = Pattern(r"\d")
_FIGURES = Pattern(r"[\d\s./:+–-]*(?:T[\d:.]+)?(?:Z|[+-]\d\d:?\d\d)?")  # what has no words of its own
_CLOCK = Pattern(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s?(?:(?P<half>[ap])\.?m\.?|uhr|h)?", re.IGNORECASE)
_WEEK = Pattern(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)
_NUMBER = Pattern(r"(?:(?<![\w)])-)?\d+(?:[.,]\d+)?")
_SHORT_YEAR = Pattern(r"([^\W\d_]+)\.?[\s-](\d{2})")
_MIDNIGHT = time()
_MOST_NAMED = 3
_MOST_EMPTY = 3  # places for each label: in wider gaps they stand side by side
_PERIODS = ("month", "season", "quarter", "half", "year")


class Timeline(NamedTuple):
    """Where labels that are times stand: as shares from the first, 0, to the last, 1, and in steps of a common length.

    Months of several years have a `short` form, which stands below their `years`. Each is empty where there is none.
    """

    shares: tuple[float, ...] = ()
    slots: tuple[int, ...] = ()
    short: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


class Moments(NamedTuple):
    """Labels as the picture writes them and with all that is known of them, and in which order they are to stand."""

    labels: tuple[Leaf, ...]
    full: tuple[str, ...]
    order: Sequence[int]
    timeline: Timeline = Timeline()
    notes: tuple[Note, ...] = ()
    are_times: bool = False


def in_time(labels: tuple[Leaf, ...], language: Language, date_format: Order | None, *, moves: bool) -> Moments:
    """The labels, written as the language does if all are times; where it `moves` they are put in order, with a note.

    Raises SpecError for a label among dates that looks like one and is none.
    """
    times, order = _times(labels, date_format), list(range(len(labels)))
    if times is None:
        doubts = (*_in_doubt(labels, date_format), *(_uneven(labels) if moves else ()))
        return Moments(labels, tuple(label.text for label in labels), order, notes=doubts[:1])
    notes: list[Note] = []
    places = [time.place for time in times]  # days count as days
    if all(time.grain in _PERIODS for time in times):  # whole months, quarters and years as such, however long they are
        places = [time.start.year * 12 + time.start.month for time in times]
    if moves and any(earlier > later for earlier, later in pairwise(places)):
        newest_first = all(earlier >= later for earlier, later in pairwise(places))
        how = "the newest came first" if newest_first else "they were in another"
        notes.append(Note("order", f"the labels are put in chronological order: {how}", labels[0].place, "labels"))
        order.sort(key=lambda at: places[at])
        places = sorted(places)
    if moves and (twice := [labels[order[at + 1]] for at, (a, b) in enumerate(pairwise(places)) if a == b]):
        names = ", ".join(label.text for label in twice[:_MOST_NAMED])
        notes.append(Note("values", f"several rows have the same time: {names}", twice[0].place, "labels"))
    span = places[-1] - places[0]
    shares = tuple((place - places[0]) / span for place in places) if moves and span else ()  # else in their own order
    texts = [_written(label.text, time, times, language) for label, time in zip(labels, times, strict=True)]
    below = _below_years([labels[at] for at in order], [times[at] for at in order], language)
    leaves = tuple(label._replace(text=text) for label, (text, _) in zip(labels, texts, strict=True))
    full, timeline = tuple(full for _, full in texts), Timeline(shares, _slots(places), *below)
    return Moments(leaves, full, order, timeline, tuple(notes), are_times=True)


def _slots(places: Sequence[float]) -> tuple[int, ...]:
    """The places as whole numbers of a common step, unless they do not stand in order, each at its own."""
    if any(later <= earlier for earlier, later in pairwise(places)) or any(place % 1 for place in places):
        return ()
    whole = [round(place - places[0]) for place in places]
    step = gcd(*whole)
    slots = tuple(each // step for each in whole) if step else ()
    return slots if len(set(slots)) == len(places) and max(slots) < _MOST_EMPTY * len(places) else ()


def _below_years(
    labels: Sequence[Leaf], times: Sequence[When], language: Language
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The months of labels and their years, where they are months of more than one, and none writes its otherwise."""
    years = tuple(str(time.start.year) for time in times)
    if any(time.grain != "month" for time in times) or len(set(years)) == 1:
        return (), ()
    short = []
    for label, moment, year in zip(labels, times, years, strict=True):
        if _FIGURES.fullmatch(label.text):
            short.append(language.month(moment.start, with_year=False))
        elif label.text.count(year) == 1:
            short.append(label.text.replace(year, "").strip(" ,.-/’'"))
    return (tuple(short), years) if len(short) == len(years) and all(short) else ((), ())


def place_of(text: str, labels: Sequence[Leaf], lang: str, date_format: Order | None) -> int | None:
    """Which label a text is: as the data have it, as a picture in that language writes it, or by the time it means."""
    for at, label in enumerate(labels):
        if text == label.text:
            return at
    times, language = _times(labels, date_format), find(lang) or find("en")
    if times is None or language is None:
        return None
    from pipeline.reading import dates

    try:
        meant = dates.parse(text, date_format)
    except dates.DateError:
        meant = None
    for at, (label, when) in enumerate(zip(labels, times, strict=True)):
        if (meant and meant[:3] == when[:3]) or text in _written(label.text, when, times, language):
            return at
    return None


def _times(labels: Sequence[Leaf], date_format: Order | None) -> list[When] | None:
    """What the labels say if all of them are times, and there are two at least."""
    times, problems = _read(labels, date_format)
    if problems and len(problems) <= len(times):
        raise SpecError(*(Problem(str(error), label.place, error.hint, label.field) for label, error in problems))
    return None if problems or len(times) < 2 else times


def _in_doubt(labels: Sequence[Leaf], date_format: Order | None) -> tuple[Note, ...]:
    """A note where labels are words only because most of them may be two days each."""
    _, problems = _read(labels, date_format)
    if not problems or not all(error.is_ambiguous for _, error in problems):
        return ()
    label, error = problems[0]
    fact = f"{error}: labels like it stand as they are written, in the order of the file; {error.hint}"
    return (Note("order", fact, label.place, "labels"),)


def _uneven(labels: Sequence[Leaf]) -> Iterator[Note]:
    """A note where a line stands at equal steps although its labels do not: hours, weeks, months without a year, ages.

    Another one where only some of the labels are times.
    """
    texts = [label.text.strip() for label in labels]
    for place_of_text, way_out in _SCALES:
        places = [place for text in texts if (place := place_of_text(text)) is not None]
        steps = [later - earlier for earlier, later in pairwise(places)]
        if len(places) < len(texts) or not (min(steps, default=0) > 0 or max(steps, default=0) < 0):
            continue
        if max(steps) - min(steps) > 1e-9 and (place_of_text is not _number or len(set(map(_around, texts))) == 1):
            fact = f"the labels stand at equal steps, though they are not: {enumerated(texts, _MOST_NAMED)}{way_out}"
            yield Note("values", fact, labels[0].place, "labels")
        return
    others = [label for label in labels if label.text.strip() and not _is_time(label.text)]
    if others and 2 * len(others) < len(labels):
        fact = f"`{others[0].text}` is no time as other labels are: they stand at equal steps, in the order of the file"
        yield Note("values", fact, others[0].place, "labels")


def _hour(text: str) -> float | None:
    found = _CLOCK.fullmatch(text)
    if found is None or not (found["minute"] or found["half"]):
        return None
    hour = int(found["hour"]) if not found["half"] else int(found["hour"]) % 12 + 12 * (found["half"] in "pP")
    return hour + int(found["minute"] or 0) / 60


def _week(text: str) -> float | None:
    found = _WEEK.fullmatch(text)
    return int(found[1]) * 53 + int(found[2]) if found else None


def _number(text: str) -> float | None:
    found = _NUMBER.findall(text)
    return float(found[0].replace(",", ".")) if len(found) == 1 else None


def _around(text: str) -> str:
    return _NUMBER.sub("#", text)


def _month(text: str) -> int | None:
    from pipeline.reading import dates

    return dates.month_of(text)


def _day_of_a_year(text: str) -> int | None:
    """The day of a leap year that a text without a year names."""
    from pipeline.reading import dates

    if _is_time(text):
        return None
    try:
        day = dates.parse(f"{text}{'' if text.endswith('.') else ' '}2024")
    except dates.DateError:
        return None
    return day.start.toordinal() if day and day.grain == "day" else None


_SCALES: Sequence[tuple[Callable[[str], float | None], str]] = (
    (_month, "; with their years they stand in time"),
    (_day_of_a_year, "; with their year they stand in time"),
    (_hour, "; with their day, as in 2026-03-01 09:30, they stand in time"),
    (_week, "; the days on which they begin stand in time"),
    (_number, ""),
)


def _is_time(text: str) -> bool:
    from pipeline.reading import dates

    try:
        return dates.parse(text) is not None
    except dates.DateError as error:
        return error.is_ambiguous


def _read(labels: Sequence[Leaf], date_format: Order | None) -> tuple[list[When], list[tuple[Leaf, DateError]]]:
    """The times of labels, and those that look like one and are none; nothing where one is no time at all."""
    if len(labels) < 2 or not all(MAY_BE_TIME.search(label.text) for label in labels):
        return [], []
    from pipeline.reading import dates  # only labels with figures pay for this import

    texts = [label.text for label in labels]
    years = [year for text in texts if (year := dates.school_year(text))]
    if len(years) == len(texts) > 2:
        return years, []  # 2009-10, 2010-11, 2011-12 are no months
    times: list[When] = []
    problems: list[tuple[Leaf, DateError]] = []
    for label, text in zip(labels, _with_centuries(texts), strict=True):
        try:
            time = dates.parse(text, date_format)
        except dates.NoDateError:
            return [], []
        except dates.DateError as error:
            problems.append((label, error))
            continue
        if time is None:
            return [], []
        times.append(time)
    return times, problems


def _with_centuries(texts: Sequence[str]) -> Sequence[str]:
    """`Nov-24`, `Dec-24`, `Jan-25` as months of 2024 and 2025, as spreadsheets write them; other labels as they are.

    They could be days: months they are where the number rises with each January and never else.
    """
    from pipeline.reading import dates

    found = [_SHORT_YEAR.fullmatch(text.strip()) for text in texts]
    months = [(int(each[2]), dates.month_of(each[1])) for each in found if each]
    known = [(year, month) for year, month in months if month]
    rises = all((b > a and later == year) or (b <= a and later > year) for (year, a), (later, b) in pairwise(known))
    if len(known) < max(3, len(texts)) or not rises:
        return texts
    return [f"{each[1]} 20{each[2]}" for each in found if each]


def _written(text: str, moment: When, times: Sequence[When], language: Language) -> tuple[str, str]:
    """A time as the picture has it and in full: what has words of its own is kept, figures are put into words."""
    if not _FIGURES.fullmatch(text) or moment.grain not in ("moment", "day", "month"):
        return text, text
    with_year = len({each.start.year for each in times}) > 1
    if moment.grain == "month":
        return language.month(moment.start, with_year=with_year), language.month(moment.start)
    day, full = language.day(moment.start, with_year=with_year), language.day(moment.start)
    if moment.clock is not None and any(each.clock != _MIDNIGHT for each in times):
        clock = f"{moment.clock:%H:%M}"
        return language.with_commas(day, clock), language.with_commas(full, clock)
    return day, full
