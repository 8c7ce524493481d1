"""Applications -> every figure of the dashboard. Pure: no clock, no disk; the order of the rows changes nothing.

What each figure means stands in docs/metrics.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from pipeline.kinds.applications_dashboard.model import (
    RUNGS,
    STANDINGS,
    Application,
    Figures,
    Gathered,
    Rate,
    Sent,
    Source,
    Span,
    Standing,
    Step,
)

SOON_DAYS = 7
WEEKS_SHOWN = 16  # more are grouped by month
MONTHS_SHOWN = 24  # more are grouped by year
_Reach: TypeAlias = tuple[date, date]  # the first and the last day of what is shown


def figures(
    gathered: Gathered,
    since: date | None = None,
    until: date | None = None,
    ghost_after_days: int | None = None,
    week_start: int = 0,
) -> Figures:
    """The figures of a list as of its day.

    `since` and `until` are the first and last day of the columns of what was sent; without them the columns run from
    the first application to `as_of`, or to the last application if that is later. They hide columns, nothing else:
    every other figure counts all applications. Weeks begin on the weekday `week_start`, 0 for Monday. Without
    `ghost_after_days` only those are ghosted whose rows say so.
    """
    # by all but the row's number, so that equal lists in any order are equal lists
    as_of, tells_stages = gathered.as_of, gathered.tells_stages
    known = sorted(
        gathered.applications, key=lambda each: [(value is not None, value) for value in each._replace(row=0)]
    )
    open_ones = [each for each in known if each.is_open]
    offers_open = [each for each in open_ones if each.stage == "offer"]
    talks = [each.next_date for each in open_ones if each.stage == "interview" and each.next_date]
    replies = [each.next_date for each in offers_open if each.next_date and not each.is_hired]
    days = [(each.replied - each.applied).days for each in known if each.replied and each.applied]
    days = sorted(each for each in days if each >= 0)
    reach = _reach(known, as_of, since, until)
    stands = {each: standing(each, as_of, ghost_after_days) for each in known}
    counts = Counter(stands[each] for each in known)
    pipeline = _pipeline(known, stands)
    length, spans = _spans(known, stands, reach, week_start)
    undated = sum(each.applied is None for each in known)
    _, moved_on, interviews, offers = (step.count for step in pipeline)
    refused = sum(each.stage == "rejected" and each.level == 0 for each in known)
    asked = len(known) if tells_stages else 0
    return Figures(
        sent=len(known),
        active=len(open_ones),
        new_this_month=sum(f"{each.applied:%Y-%m}" == f"{as_of:%Y-%m}" for each in open_ones if each.applied and as_of),
        interviews=interviews,
        interviews_soon=sum(0 <= (day - as_of).days <= SOON_DAYS for day in talks if as_of),
        pending=counts["open"],
        hired=counts["hired"],
        response=Rate(moved_on + refused if asked else 0, asked),
        moved_on=Rate(moved_on if asked else 0, asked),
        offers=offers,
        offers_open=len(offers_open),
        reply_by=min((day for day in replies if day >= (as_of or day)), default=None),
        said_no=counts["rejected"],
        withdrew=counts["withdrawn"],
        ghosted=counts["silent"],
        days_to_reply=(days[(len(days) - 1) // 2] + days[len(days) // 2]) / 2 if days else None,  # the median
        replies=len(days),
        pipeline=pipeline,
        span=length,
        spans=spans,
        weeks=len(_starts(*reach, "week", week_start)) if reach else 0,
        months=len(_starts(*reach, "month", week_start)) if reach else 0,
        undated=undated,
        outside=len(known) - undated - sum(each.count for each in spans),
        next_steps=tuple(
            sorted(open_ones, key=lambda each: (each.next_date or date.max, each.applied or date.max, each[:2]))
        ),
        sources=_sources(known),
        is_lower_bound=any(not each.reached_is_known for each in known),
        left_out=gathered.left_out,
        tells_stages=tells_stages,
        as_of=as_of,
    )


def is_ghosted(each: Application, as_of: date | None, ghost_after_days: int | None) -> bool:
    """Whether an open application fell silent: see `model.Figures.ghosted`."""
    if each.is_silent or not each.is_open:
        return each.is_open
    last = each.updated or each.applied
    if as_of is None or ghost_after_days is None or last is None:
        return False
    is_due = each.next_date is not None and each.next_date >= as_of
    return not is_due and (as_of - last).days >= ghost_after_days


def standing(each: Application, as_of: date | None, ghost_after_days: int | None) -> Standing:
    """What became of an application: the one definition of what is still open."""
    if each.stage == "rejected" or each.stage == "withdrawn":
        return each.stage
    if each.is_hired:
        return "hired"
    if is_ghosted(each, as_of, ghost_after_days):
        return "silent"
    return "undated" if each.applied is None else "open"


def _pipeline(known: Sequence[Application], stands: Mapping[Application, Standing]) -> tuple[Step, ...]:
    here = [Counter(stands[each] for each in known if each.reached == rung) for rung in RUNGS]
    sizes = [counts.total() for counts in here]
    return tuple(
        Step(rung, sum(sizes[at:]), sum(sizes[at + 1 :]), *(here[at][each] for each in STANDINGS))
        for at, rung in enumerate(RUNGS)
    )


def _reach(known: Sequence[Application], as_of: date | None, since: date | None, until: date | None) -> _Reach | None:
    """The first and the last day of what is shown, or None if there is no day to begin with."""
    days = [each.applied for each in known if each.applied is not None]
    first = since or min(days, default=None)
    if first is None:
        return None
    return first, max(first, until or max([first, *days, *([as_of] if as_of else [])]))


def _spans(
    known: Sequence[Application], stands: Mapping[Application, Standing], reach: _Reach | None, week_start: int
) -> tuple[Span, tuple[Sent, ...]]:
    """The columns of what was sent, none if there is no day to begin with."""
    if reach is None:
        return "week", ()
    first, last = reach
    limits: tuple[tuple[Span, int], ...] = (("week", WEEKS_SHOWN), ("month", MONTHS_SHOWN))
    few = (span for span, most in limits if len(_starts(first, last, span, week_start)) <= most)
    chosen: Span = next(few, "year")
    starts = _starts(first, last, chosen, week_start)
    counts, still_open = [0] * len(starts), [0] * len(starts)
    for each in known:
        if each.applied is not None and first <= each.applied <= last:
            at = bisect_right(starts, each.applied) - 1
            counts[at] += 1
            still_open[at] += stands[each] == "open"
    return chosen, tuple(Sent(*column) for column in zip(starts, counts, still_open, strict=True))


def _starts(first: date, last: date, span: Span, week_start: int) -> list[date]:
    """The first day of each column; that of the first column is not before `first`."""
    if span == "week":
        week = first - timedelta(days=(first.weekday() - week_start) % 7)
        return [first, *(week + timedelta(days=at) for at in range(7, (last - week).days + 1, 7))]
    if span == "year":
        return [first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1))]
    months = range(12 * first.year + first.month, 12 * last.year + last.month)  # those after the first one
    return [first, *(date(month // 12, month % 12 + 1, 1) for month in months)]


def _sources(known: Sequence[Application]) -> tuple[Source, ...]:
    groups: dict[str, list[Application]] = {}
    for each in known:
        groups.setdefault(each.source.casefold(), []).append(each)
    sources = [
        Source(min(each.source for each in group), len(group), sum(each.level > 0 for each in group))
        for group in groups.values()
    ]
    return tuple(sorted(sources, key=lambda each: (not each.name, -each.count, each.name.casefold())))
