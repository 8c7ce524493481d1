"""Whether the order of labels means something: months, weekdays, years, ages, sizes, ratings, times of any kind.

Such labels are never sorted by their numbers, and none of them is put together with others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.patterns import Pattern
from pipeline.prose import plain
from pipeline.reading import dates
from pipeline.words import cldr, vocabulary

_SIZES = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "3xl", "4xl", "5xl")
_NUMBER = Pattern(r"\d+(?:[.,]\d+)?")
_RUN = Pattern(
    r"(?:([^\s\d.,_]+(?:\s[^\s\d.,_]+)?)\.?\s?)?\d{1,4}(?:[.,]\d+)?(?:\s?(?:[-–—/]|to|bis|à|a)\s?\d{1,4}(?:[.,]\d+)?)?\s?\+?(?:[^\d]{0,16})?"
)
_STARS = Pattern(r"[★☆*✩✭⭐]+")
LEAST = 3  # labels that are needed to see an order


def is_ordered(labels: Sequence[str]) -> bool:
    """Whether the labels, as they stand, run through something that has an order of its own."""
    if len(labels) < LEAST:
        return False
    words = [plain(label) for label in labels]
    return (
        _rises([dates.month_of(label.strip()) for label in labels], 12)
        or _rises([_WEEKDAYS.get(word) for word in words], 7)
        or _rises([_SIZES.index(word) if word in _SIZES else None for word in words])
        or all(_STARS.fullmatch(label.strip()) for label in labels)
        or _are_numbers(labels)
        or _are_times(labels)
    )


def is_along_headings(headings: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a line runs from heading to heading: these are times or steps, and the names of the rows are plain names.

    Names with figures in them may be hours, weeks or days of any year: then it runs from row to row.
    """
    figures = sum(any(map(str.isdecimal, label)) for label in labels)
    return _runs_on(headings) and 2 * figures < len(labels) and not _runs_on(labels)


def _runs_on(names: Sequence[str]) -> bool:
    return is_ordered(names) or (len(names) > 1 and _are_times(names))


def _rises(places: Sequence[int | None], period: int = 0) -> bool:
    """Whether places rise, or all fall; with a period they may begin anew once, as from December to January."""
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return False
    steps = [later - earlier for earlier, later in pairwise(known)]
    breaks = sum(step <= 0 for step in steps)
    return breaks == 0 or all(step < 0 for step in steps) or (period > 0 and breaks <= 1 + len(known) // period)


def _are_numbers(labels: Sequence[str]) -> bool:
    """Whether each label is a number, a range of numbers, or one with a word: `18-24`, `65+`, `Week 3`, `5 stars`."""
    firsts = []
    for label in labels:
        text = label.strip().lstrip("<>≤≥~ ")
        found = _RUN.fullmatch(text)
        if not found or (found[1] and plain(found[1]) not in vocabulary("reading")["steps"]):
            return False
        firsts.append(float(_NUMBER.search(text)[0].replace(",", ".")))  # type: ignore[index]  # _RUN has one
    return all(earlier <= later for earlier, later in pairwise(firsts)) or all(
        earlier >= later for earlier, later in pairwise(firsts)
    )


def _are_times(labels: Sequence[str]) -> bool:
    try:
        return all(dates.parse(label) is not None for label in labels)
    except dates.DateError:
        return False


_WEEKDAYS = {
    plain(name): number
    for facts in cldr.LANGUAGES.values()
    for names in (facts["weekdays"], facts["wide_weekdays"])
    for number, name in enumerate(names)
}
