"""The ticks of an axis for which the author names none: the milestones' own times, else round ones.

3 months   6 months   12 months              2 years        steps are equal, so a dense year between two ticks
----o--------o-o---------o---o------------------o           has as much room as thirty years between two others
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.model import Tick, step_along
from pipeline.kinds.career_roadmap.times import Moment
from pipeline.kinds.career_roadmap.words import Speech, span, written

MOST_OWN, MOST, MOST_LEVELS = 5, 4, 12
MOST_TRIED = 40  # so many different times tell where milestones are dense; more would only take longer
COST_OF_LESS_ROUND, COST_OF_ODD = 1.25, 1.5  # by eye, on the comp's map and on forty years with one dense one
COSTS = dict.fromkeys((1, 3, 6, 12, 24, 60, 120, 240, 360, 480), 1.0) | dict.fromkeys(
    (2, 9, 18, 36, 48, 84, 180, 300, 600), COST_OF_LESS_ROUND
)


def own(times: Mapping[float, Tick]) -> tuple[Tick, ...]:
    """A tick at each of the milestones' own times, by their places; none where those are too many to be read."""
    return tuple(times[at] for at in sorted(times)) if len(times) <= MOST_OWN else ()


def phases(times: Sequence[float], words: Speech) -> tuple[Tick, ...]:
    """Up to four spans from the start; the last one is at least the latest of `times`, which are months."""
    latest, known = max(times), sorted(COSTS)
    last = next((months for months in known if months >= latest), 12 * -(-int(latest) // 12))
    candidates = sorted({*range(3, last, max(3, _grain(last))), *(at for at in known if at < last)})
    chosen = _chosen(times, candidates, last, lambda months: COSTS.get(months, COST_OF_ODD))
    return tuple(
        Tick(months, Leaf(span(words, months), f"ticks[{at}]"), span(words, months, is_short=True))
        for at, months in enumerate(chosen)
    )


def dates(times: Sequence[float], start: Moment, words: Speech) -> tuple[Tick, ...]:
    """Up to four months of the calendar, best the first of a year or a quarter; the last one is the latest of all."""
    last = max(1, -int(-max(times) // 1))

    def cost(months: int) -> float:
        month = (start.month + months) % 12
        return 1.0 if month == 0 else COST_OF_LESS_ROUND if month % 3 == 0 else COST_OF_ODD

    calendar = [months for months in range(1, last) if (start.month + months) % _grain(last) == 0]
    return tuple(
        Tick(months, Leaf(written(words, Moment(start.month + months, 0, "month")), f"ticks[{at}]"))
        for at, months in enumerate(_chosen(times, calendar, last, cost))
    )


def levels(numbers: Sequence[float], names: Sequence[Tick], words: Speech) -> tuple[Tick, ...]:
    """A tick for each level from the lowest to the highest, with the author's name where there is one.

    Where that would be more than twelve only those are left that are named or reached.
    """
    named = {tick.at: tick for tick in names}
    used = {*numbers, *named}
    between = {float(level) for level in range(int(min(used)), int(max(used)) + 1)} | used
    shown = between if len(between) <= MOST_LEVELS else used
    return tuple(named.get(at) or level(at, words, f"ticks[{index}]") for index, at in enumerate(sorted(shown)))


def level(number: float, words: Speech, field: str) -> Tick:
    """The tick of a level without a name of its own."""
    return Tick(number, Leaf(words.shown.level.format(n=f"{number:g}"), field), f"{number:g}")


def _grain(last: int) -> int:
    """How many months may lie between ticks: one where the axis is short, else a quarter, else a year."""
    return 1 if last <= 36 else 3 if last <= 120 else 12


def _chosen(times: Sequence[float], candidates: Sequence[int], last: int, cost: Callable[[int], float]) -> list[int]:
    """The last tick and those that, one after the other, set the times furthest apart.

    What counts is how close neighbours stand: the mean of one over the steps between them, in places of equal size.
    """
    distinct = sorted({0.0, *times})
    tried = distinct[:: 1 + len(distinct) // MOST_TRIED]
    chosen = [last]
    while len(chosen) < MOST and len(chosen) < len(distinct) - 1 and candidates:
        crowding = {}
        for months in (months for months in candidates if months not in chosen):
            ticks = tuple(sorted([*chosen, months]))
            places = [step_along(ticks, at) / len(ticks) for at in tried]
            gaps = [after - before for before, after in pairwise(places)]
            crowding[months] = sum(1 / (gap + 0.01) for gap in gaps) / len(gaps) * cost(months)
        best = min(crowding, key=lambda months: (crowding[months], months), default=None)
        if best is None:
            break
        chosen = sorted([*chosen, best])
    return chosen
