"""When everything is: the sort of axis, the start, where each milestone lies, the ticks, and now.

    at: texts --times.parse--> moments, spans, ranks --timeline--> positions along one axis, and every mistake

A milestone without a time stands evenly between its neighbours. Nothing here asks the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Problem
from pipeline.kinds.career_roadmap import axis_ticks, times
from pipeline.kinds.career_roadmap.model import Axis, Tick, step_along
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Phase, Track
from pipeline.kinds.career_roadmap.times import Moment, Rank, Span, Time
from pipeline.kinds.career_roadmap.words import DAYS_A_MONTH, Speech, span, written
from pipeline.prose import one_line

CLOSE = 183  # days within which a date near the start does without its year


class Reach(NamedTuple):
    """What a written time may mean, in months from the start (of a rank, its number), and the words to show for it."""

    first: float
    at: float
    last: float
    text: str = ""


class Timeline(NamedTuple):
    """Positions by path and milestone; `whens` are the dates as they are shown.

    `start` is None where no calendar is known, and `is_assumed` says that no author gave it. `now` is as in Plan.
    """

    axis: Axis
    start: Moment | None
    is_assumed: bool
    ats: tuple[tuple[float, ...], ...]
    whens: tuple[tuple[str, ...], ...]
    is_past: tuple[tuple[bool, ...], ...]
    ticks: tuple[Tick, ...]
    now: float | None


def timeline(spec: CareerRoadmap, paths: Sequence[Track], words: Speech, problems: list[Problem]) -> Timeline | None:
    """The times of a roadmap; None if there are mistakes, which are added to `problems`."""
    return _Reading(spec, paths, words, problems).timeline()


def close_date(moment: Moment, start: Moment | None, words: Speech) -> str:
    """A date as it is shown beside the start: without its year where that is plain."""
    is_close = start is not None and start.day > 0 and abs(times.apart(start, moment)[1]) * DAYS_A_MONTH <= CLOSE
    return written(words, moment, with_year=not is_close)


class _Reading:
    """One roadmap's times while they are read, and its problems."""

    def __init__(self, spec: CareerRoadmap, paths: Sequence[Track], words: Speech, problems: list[Problem]) -> None:
        self.spec, self.paths, self.words, self.problems = spec, paths, words, problems
        self.known = len(problems)
        self.written = [
            [self._parsed(each.at, f"paths[{i}].milestones[{j}].at") for j, each in enumerate(track.milestones)]
            for i, track in enumerate(paths)
        ]
        self.phases = [
            self._parsed(each.at if isinstance(each, Phase) else each, field)
            for each, field in zip(spec.phases, self._phase_fields(), strict=True)
        ]
        self.as_of = self._date(spec.as_of, "as_of")
        self.start = self._date(spec.start.date, "start.date")
        self.has_times = any(isinstance(time, (Moment, Span)) for time, _ in self._all())
        self.axis: Axis = spec.axis or self._axis()

    def timeline(self) -> Timeline | None:
        """All of it, or None if something is wrong."""
        self._check_axis()
        is_assumed = self.start is None
        self.start = self.start or self._assumed_start()
        reaches = [
            [self._reach(self._of_this_axis(time, f"paths[{i}].milestones[{j}].at")) for j, time in enumerate(row)]
            for i, row in enumerate(self.written)
        ]
        self._check_order(reaches)
        ticks = self._ticks(reaches)
        if self._has_failed:
            return None
        ats = self._spread(reaches, ticks)
        now = self._now(max([*chain.from_iterable(ats), *(tick.at for tick in ticks)], default=0.0), is_assumed)
        if self.axis == "none":
            ats, now = _in_ranks(ats, now)
        if self._has_failed:
            return None
        return Timeline(
            self.axis,
            self.start,
            is_assumed and self.start != self.as_of,
            tuple(map(tuple, ats)),
            tuple(tuple(reach.text if reach else "" for reach in row) for row in reaches),
            tuple(tuple(map(self._is_past, row)) for row in self.written),
            () if self.axis == "none" else ticks,
            now,
        )

    @property
    def _has_failed(self) -> bool:
        return len(self.problems) > self.known

    def _parsed(self, written: str, field: str) -> Time | None:
        try:
            return times.parse(written, self.spec.date_format)
        except times.TimeError as error:
            self._note(field, str(error), error.hint)
            return None

    def _date(self, written: str, field: str) -> Moment | None:
        """The date that is written under `field`, or None; what is no date is a problem."""
        try:
            return times.moment(written, self.spec.date_format)
        except times.TimeError as error:
            fact = f"expected a date, found `{written}`" if error.is_word else str(error)
            self._note(field, fact, times.DATE_HINT if error.is_word else error.hint)
            return None

    def _all(self) -> Iterator[tuple[Time | None, str]]:
        """Each time, and the field it stands in."""
        for i, row in enumerate(self.written):
            yield from ((time, f"paths[{i}].milestones[{j}].at") for j, time in enumerate(row))
        yield from zip(self.phases, self._phase_fields(), strict=True)

    def _phase_fields(self) -> list[str]:
        return [f"phases[{k}]{'.at' * isinstance(each, Phase)}" for k, each in enumerate(self.spec.phases)]

    def _axis(self) -> Axis:
        """What the times themselves call for."""
        found = [time for time, _ in self._all() if time is not None]
        if any(not isinstance(time, Rank) for time in found):
            return "phases" if any(isinstance(time, Span) for time in found) else "dates"
        names_levels = any(isinstance(time, Rank) and time.is_level for time in found)
        return "levels" if names_levels or self.phases or self.spec.style == "levels" else "none"

    def _of_this_axis(self, time: Time | None, field: str) -> Time | None:
        """The time, or None and a problem if it is of another sort than the axis: times and ranks do not mix."""
        if self.axis in ("phases", "dates") and isinstance(time, Rank):
            fact = f"expected a date or a time such as 6 months, found the number {time.number:g}"
            self._note(field, fact, "numbers are levels or orders: `axis: levels`, or `axis: none`")
            return None
        if self.axis == "levels" and isinstance(time, (Moment, Span)):
            self._note(field, "expected a level such as 3, found a time", "leave out `axis: levels`")
            return None
        if self.axis == "none" and isinstance(time, Rank) and self.has_times:
            fact = f"expected a date or a time as elsewhere, found the number {time.number:g}"
            self._note(field, fact, "give all of them times, or all of them numbers")
            return None
        return time

    def _check_axis(self) -> None:
        """An axis of times needs some, and one of dates a day to count from; without times there is no now."""
        if self.spec.axis in ("phases", "dates") and not any(time for time, _ in self._all()) and not self._has_failed:
            fact = f"an axis of {self.spec.axis} needs times, found none"
            self._note("axis", fact, "give the milestones an `at`, or leave out `axis`")
        if self.as_of and (self.axis == "levels" or (self.axis == "none" and not self.has_times)):
            self._note("as_of", "there are no times that could lie before or after it", "leave it out")
        is_dated = self.spec.start.date or self.spec.as_of or self._moments()
        if self.axis == "dates" and not is_dated and self.spec.axis == "dates":
            self._note("axis", "an axis of dates needs the day it begins", "add `start: {date: 2026-11-20}`")

    def _moments(self) -> list[Moment]:
        return [time for time, _ in self._all() if isinstance(time, Moment)]

    def _assumed_start(self) -> Moment | None:
        """The day that `as_of` names, or the month before the earliest date, whichever is earlier."""
        firsts = [time.month - time.months + 1 for time in self._moments()]
        if self.as_of and all(times.apart(self.as_of, time)[2] >= 0 for time in self._moments()):
            return self.as_of
        return Moment(min(firsts) - 1, 0, "month") if firsts else None

    def _reach(self, time: Time | None) -> Reach | None:
        if time is None:
            return None
        if isinstance(time, Rank):
            return Reach(time.number, time.number, time.number)
        if isinstance(time, Span):
            when = span(self.words, time.months).full if self.start is None else self._month_after(time.months)
            return Reach(time.months, time.months, time.months, when)
        assert self.start is not None
        first, at, last = times.apart(self.start, time)
        return Reach(first, max(at, 0.0), last, self._written(time))

    def _written(self, moment: Moment) -> str:
        return written(self.words, moment)

    def _month_after(self, months: float) -> str:
        assert self.start is not None
        return self._written(self.start.after(months))

    def _check_order(self, reaches: Sequence[Sequence[Reach | None]]) -> None:
        """Nothing lies before the start, and each path goes on in time."""
        for i, row in enumerate(reaches):
            before: tuple[int, Reach] | None = None
            for j, reach in enumerate(row):
                field = f"paths[{i}].milestones[{j}].at"
                if reach is None:
                    continue
                if reach.last < 0 and self.start is not None:
                    day = self._written(self.start)
                    hint = "let the map begin earlier with `start.date`, and say where now is with `as_of`"
                    self._note(field, f"{reach.text} is before the start, {day}", hint)
                elif before is not None and reach.last < before[1].first:
                    earlier = self.paths[i].milestones[before[0]]
                    fact = f"`{self.paths[i].milestones[j].at}` behind `{earlier.at}` ({earlier.title})"
                    self._note(field, f"expected milestones in their order, found {fact}", "put the earlier one first")
                else:
                    before = j, reach

    def _ticks(self, reaches: Sequence[Sequence[Reach | None]]) -> tuple[Tick, ...]:
        """The author's phases, else chosen ones."""
        named = self._named_ticks()
        ats = [reach.at for row in reaches for reach in row if reach]
        if self.axis == "levels":
            longest = max((len(row) for row in self.written), default=0)
            return axis_ticks.levels(ats or [*range(1, max(longest, 1) + 1)], named, self.words)
        if self.spec.phases:
            self._check_beyond(named, reaches)
            return named
        if not any(ats) or self.axis == "none" or self._has_failed:
            return ()
        if own := axis_ticks.own(self._own_ticks(reaches)):
            return own
        if self.axis == "dates" and self.start is not None:
            return axis_ticks.dates(ats, self.start, self.words)
        return axis_ticks.phases(ats, self.words)

    def _own_ticks(self, reaches: Sequence[Sequence[Reach | None]]) -> dict[float, Tick]:
        """A tick for each time that the milestones have, by its place; the start has a label of its own."""
        found: dict[float, Tick] = {}
        for track, row, times_ in zip(self.paths, reaches, self.written, strict=True):
            for each, reach, time in zip(track.milestones, row, times_, strict=True):
                if reach is None or reach.at <= 0:
                    continue
                text, short = reach.text, ""
                if isinstance(time, Span):
                    is_whole = time.months == int(time.months)
                    text, short = span(self.words, time.months) if is_whole else (" ".join(each.at.split()), "")
                found.setdefault(reach.at, Tick(reach.at, Leaf(text, f"ticks[{len(found)}]"), short))
        return found

    def _named_ticks(self) -> tuple[Tick, ...]:
        ticks: list[Tick] = []
        for (time, each), field in zip(
            zip(self.phases, self.spec.phases, strict=True), self._phase_fields(), strict=True
        ):
            if time is None:
                if not any(problem.field == field for problem in self.problems):
                    self._note(field, "expected a time, found none", times.HINT)
                continue
            reach = self._reach(self._of_this_axis(time, field))
            if reach is None:
                continue
            if reach.at <= 0 and self.axis != "levels":
                self._note(field, "a phase lies after the start", "leave this one out; the start has its own label")
            elif ticks and reach.at <= ticks[-1].at:
                self._note(field, "expected phases in their order, each once", "put the earlier one first")
            else:
                ticks.append(self._tick(time, reach, each, field.removesuffix(".at")))
        return tuple(ticks)

    def _tick(self, time: Time, reach: Reach, each: str | Phase, field: str) -> Tick:
        if isinstance(each, Phase):
            return Tick(reach.at, Leaf(each.label.strip(), f"{field}.label"), each.short.strip())
        if isinstance(time, Rank):
            return axis_ticks.level(time.number, self.words, field)
        if isinstance(time, Span) and self.axis == "phases":
            return Tick(reach.at, Leaf(one_line(each), field), span(self.words, time.months).short)
        return Tick(reach.at, Leaf(reach.text, field))

    def _check_beyond(self, named: tuple[Tick, ...], reaches: Sequence[Sequence[Reach | None]]) -> None:
        """Nothing lies beyond the last phase: it would have no place."""
        if len(named) < len(self.spec.phases):
            return  # one of them is already told to be wrong
        for i, row in enumerate(reaches):
            for j, reach in enumerate(row):
                if reach and reach.first > named[-1].at:
                    fact = f"{self.paths[i].milestones[j].at} is after the last phase, {named[-1].label}"
                    self._note(f"paths[{i}].milestones[{j}].at", fact, "add a phase, or leave out `phases`")

    def _spread(self, reaches: Sequence[Sequence[Reach | None]], ticks: tuple[Tick, ...]) -> list[list[float]]:
        """Positions for all: those without a time stand evenly between their neighbours on the axis."""
        marks = tuple(tick.at for tick in ticks)
        lead = 1.0 if self.axis == "levels" else None
        known = [[None if reach is None else step_along(marks, reach.at, lead) for reach in row] for row in reaches]
        furthest = max([0.0, *map(len, known), *(step or 0.0 for row in known for step in row)])
        end = float(len(marks) or furthest)
        return [[_position(marks, step, lead) for step in _filled(row, end)] for row in known]

    def _now(self, end: float, is_assumed: bool) -> float | None:
        """Where `as_of` lies; without it the start is now.

        Not where only dates tell when that is, nor where an axis without times has a step that is done.
        """
        if self.as_of is None or self.start is None:
            is_open = is_assumed and self.start is not None
            has_begun = any(each.state == "done" for track in self.paths for each in track.milestones)
            return None if is_open or (has_begun and not self.has_times) else 0.0
        first, at, last = times.apart(self.start, self.as_of)
        if last < 0:
            day = self._written(self.start)
            fact = f"{self._written(self.as_of)} is before the start, {day}"
            self._note("as_of", fact, "let the map begin earlier with `start.date`, or leave out `as_of`")
        elif first > end:
            fact = f"{self._written(self.as_of)} is after the end of the map"
            self._note("as_of", fact, "leave out `as_of`, or add what comes after it")
        return min(max(at, 0.0), end)

    def _is_past(self, time: Time | None) -> bool:
        """Whether all of a milestone's time lies before the day the map shows as now, which is later than the start."""
        if self.as_of is None or self.start is None or (at := times.apart(self.start, self.as_of)[1]) <= 0:
            return False
        if isinstance(time, Span) and self.start.day:
            return time.months <= at
        moment = self.start.after(time.months) if isinstance(time, Span) else time
        return isinstance(moment, Moment) and moment.over <= self.as_of.date

    def _note(self, field: str, fact: str, hint: str) -> None:
        self.problems.append(Problem(fact, hint=hint, field=field))


def _filled(steps: Sequence[float | None], end: float) -> list[float]:
    """The steps with evenly spaced ones for None, none of them before the one in front of it."""
    filled: list[float] = []
    for at, step in enumerate(steps):
        before = filled[-1] if filled else 0.0
        if step is not None:
            filled.append(max(step, before))
            continue
        ahead = next((k for k in range(at, len(steps)) if steps[k] is not None), None)
        until, parts = (max(end, before), len(steps) - at) if ahead is None else (steps[ahead] or 0.0, ahead - at + 1)
        filled.append(before + max(until - before, 0.0) / parts)
    return filled


def _position(ticks: tuple[float, ...], step: float, lead: float | None) -> float:
    """The position at a step: `step_along` the other way round."""
    if not ticks:
        return step
    index = min(int(step), len(ticks) - 1)
    start = ticks[0] - lead if lead is not None else 0.0
    before = ticks[index - 1] if index else start
    return round(before + (ticks[index] - before) * (step - index), 6)


def _in_ranks(ats: list[list[float]], now: float | None) -> tuple[list[list[float]], float | None]:
    """Positions without an axis: different ones stand at equal steps, in their order over all paths."""
    places = sorted({at for row in ats for at in row})
    rank = {at: index + 1.0 for index, at in enumerate(places)}
    if now:
        now = rank.get(now, sum(at < now for at in places) + 0.5)
    return [[rank[at] for at in row] for row in ats], now
