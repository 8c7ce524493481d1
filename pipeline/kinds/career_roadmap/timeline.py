"""When everything is: the sort of axis, the start, where each milestone lies, the ticks, and now.

    at: texts --times.parse--> moments, spans, ranks --timeline--> positions along one axis, and every mistake

A milestone without a time stands evenly between its neighbours. Nothing here asks the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Problem
from pipeline.kinds.career_roadmap import axis_ticks, times
from pipeline.kinds.career_roadmap.model import Axis, Tick, along, step_along
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Phase, Track
from pipeline.kinds.career_roadmap.times import Moment, Rank, Span, Time
from pipeline.kinds.career_roadmap.words import DAYS_A_MONTH, Speech, span, written
from pipeline.prose import one_line

CLOSE = 183  # days within which a date near the start does without its year


class Timed(NamedTuple):
    """When a milestone is: its position, its date as it is shown, and whether all of it lies before now."""

    at: float
    when: str
    is_past: bool


class Timeline(NamedTuple):
    """The milestones' times, path by path. `start` is None where its author gave none; the rest is as in Plan."""

    axis: Axis
    start: Moment | None
    milestones: tuple[tuple[Timed, ...], ...]
    ticks: tuple[Tick, ...]
    now: float | None
    as_of: Moment | None


def timeline(spec: CareerRoadmap, paths: Sequence[Track], words: Speech, problems: list[Problem]) -> Timeline | None:
    """The times of a roadmap; None if there are mistakes, which are added to `problems`."""
    return _Reading(spec, paths, words, problems).timeline()


def close_date(moment: Moment, start: Moment | None, words: Speech) -> str:
    """A date as it is shown beside the start: without its year where that is plain."""
    is_close = start is not None and start.day > 0 and abs(times.apart(start, moment)[1]) * DAYS_A_MONTH <= CLOSE
    return written(words, moment, with_year=not is_close)


class _Written(NamedTuple):
    """A time as it stands in a milestone or a phase: its words, field and title, and what it is.

    It may mean anything from `first` to `last` in months from the start, of a rank its number; `at` is where it stands
    and None where there is no time, `when` how it is shown.
    """

    text: str
    field: str
    title: str
    time: Time | None = None
    first: float = 0.0
    at: float | None = None
    last: float = 0.0
    when: str = ""


class _Reading:
    """One roadmap's times while they are read, and its problems."""

    def __init__(self, spec: CareerRoadmap, paths: Sequence[Track], words: Speech, problems: list[Problem]) -> None:
        self.spec, self.paths, self.words, self.problems = spec, paths, words, problems
        self.known = len(problems)
        self.rows = [
            [self._parsed(each.at, f"paths[{i}].milestones[{j}].at", each.title) for j, each in enumerate(steps)]
            for i, steps in enumerate(path.milestones for path in paths)
        ]
        self.phases = [
            self._parsed(each.at, f"phases[{k}].at") if isinstance(each, Phase) else self._parsed(each, f"phases[{k}]")
            for k, each in enumerate(spec.phases)
        ]
        self.as_of = self._date(spec.as_of, "as_of")
        self.start = self._date(spec.start.date, "start.date")
        self.times = [each.time for each in chain(*self.rows, self.phases) if each.time is not None]
        self.moments = [time for time in self.times if isinstance(time, Moment)]
        self.has_times = any(not isinstance(time, Rank) for time in self.times)
        names_levels = any(isinstance(time, Rank) and time.is_level for time in self.times)
        has_levels = names_levels or self.phases or spec.style == "levels"
        has_spans = any(isinstance(time, Span) for time in self.times)
        own: Axis = ("phases" if has_spans else "dates") if self.has_times else "levels" if has_levels else "none"
        self.axis: Axis = spec.axis or own

    def timeline(self) -> Timeline | None:
        """All of it, or None if something is wrong."""
        self._check_axis()
        is_assumed = self.start is None
        if is_assumed:  # the day that `as_of` names, or the month before the earliest date, whichever is earlier
            firsts = [time.month - time.months + 1 for time in self.moments]
            is_first = self.as_of and all(times.apart(self.as_of, time)[2] >= 0 for time in self.moments)
            self.start = self.as_of if is_first else Moment(min(firsts) - 1, 0, "month") if firsts else None
        self.rows = [[self._placed(each) for each in row] for row in self.rows]
        self._check_order()
        ticks = self._ticks()
        if self._has_failed:
            return None
        ats = self._spread(ticks)
        now = self._now(max([*chain.from_iterable(ats), *(tick.at for tick in ticks)], default=0.0), is_assumed)
        if self.axis == "none":
            places = sorted({at for row in ats for at in row})  # different ones stand at equal steps
            rank = {at: index + 1.0 for index, at in enumerate(places)}
            now = rank.get(now, sum(at < now for at in places) + 0.5) if now else now
            ats = [[rank[at] for at in row] for row in ats]
        if self._has_failed:
            return None
        return Timeline(
            self.axis,
            None if is_assumed and self.start != self.as_of else self.start,
            tuple(
                tuple(Timed(at, each.when, self._is_past(each.time)) for at, each in zip(*row, strict=True))
                for row in zip(ats, self.rows, strict=True)
            ),
            () if self.axis == "none" else ticks,
            now,
            self.as_of if now else None,
        )

    @property
    def _has_failed(self) -> bool:
        return len(self.problems) > self.known

    def _note(self, field: str, fact: str, hint: str) -> None:
        self.problems.append(Problem(fact, hint=hint, field=field))

    def _parsed(self, text: str, field: str, title: str = "") -> _Written:
        try:
            return _Written(text, field, title, times.parse(text, self.spec.date_format))
        except times.TimeError as error:
            self._note(field, str(error), error.hint)
            return _Written(text, field, title)

    def _date(self, written: str, field: str) -> Moment | None:
        """The date that is written under `field`, or None; what is no date is a problem."""
        try:
            return times.moment(written, self.spec.date_format)
        except times.TimeError as error:
            fact = f"expected a date, found `{written}`" if error.is_word else str(error)
            self._note(field, fact, times.DATE_HINT if error.is_word else error.hint)
            return None

    def _check_axis(self) -> None:
        """An axis of times needs some, and one of dates a day to count from; without times there is no now."""
        if self.spec.axis in ("phases", "dates") and not self.times and not self._has_failed:
            fact = f"an axis of {self.spec.axis} needs times, found none"
            self._note("axis", fact, "give the milestones an `at`, or leave out `axis`")
        if self.as_of and (self.axis == "levels" or (self.axis == "none" and not self.has_times)):
            self._note("as_of", "there are no times that could lie before or after it", "leave it out")
        is_dated = self.spec.start.date or self.spec.as_of or self.moments
        if self.spec.axis == "dates" and not is_dated:
            self._note("axis", "an axis of dates needs the day it begins", "add `start: {date: 2026-11-20}`")

    def _placed(self, each: _Written) -> _Written:
        """It with what it may mean, unless it is of another sort than the axis: times and ranks do not mix."""
        time, field = each.time, each.field
        if self.axis in ("phases", "dates") and isinstance(time, Rank):
            fact = f"expected a date or a time such as 6 months, found the number {time.number:g}"
            self._note(field, fact, "numbers are levels or orders: `axis: levels`, or `axis: none`")
        elif self.axis == "levels" and isinstance(time, (Moment, Span)):
            self._note(field, "expected a level such as 3, found a time", "leave out `axis: levels`")
        elif self.axis == "none" and isinstance(time, Rank) and self.has_times:
            fact = f"expected a date or a time as elsewhere, found the number {time.number:g}"
            self._note(field, fact, "give all of them times, or all of them numbers")
        elif isinstance(time, Rank):
            return each._replace(first=time.number, at=time.number, last=time.number)
        elif isinstance(time, Span):
            text = written(self.words, self.start.after(time.months)) if self.start else span(self.words, time.months)
            return each._replace(first=time.months, at=time.months, last=time.months, when=text)
        elif time is not None and self.start is not None:
            first, at, last = times.apart(self.start, time)
            return each._replace(first=first, at=max(at, 0.0), last=last, when=written(self.words, time))
        return each

    def _check_order(self) -> None:
        """Nothing lies before the start, and each path goes on in time."""
        for row in self.rows:
            before: _Written | None = None
            for each in row:
                if each.at is None:
                    continue
                if each.last < 0 and self.start is not None:
                    day = written(self.words, self.start)
                    hint = "let the map begin earlier with `start.date`, and say where now is with `as_of`"
                    self._note(each.field, f"{each.when} is before the start, {day}", hint)
                elif before and each.last < before.first:
                    fact = f"expected milestones in their order, found `{each.text}` behind `{before.text}`"
                    self._note(each.field, f"{fact} ({before.title})", "put the earlier one first")
                else:
                    before = each

    def _ticks(self) -> tuple[Tick, ...]:
        """The author's phases, else chosen ones."""
        named = self._named_ticks()
        ats = [each.at for row in self.rows for each in row if each.at is not None]
        if self.axis == "levels":
            longest = max(map(len, self.rows), default=0)
            return axis_ticks.levels(ats or [*range(1, max(longest, 1) + 1)], named, self.words)
        if self.spec.phases:
            for each in chain.from_iterable(self.rows if len(named) == len(self.spec.phases) else ()):
                if each.at is not None and each.first > named[-1].at:  # it would have no place
                    fact = f"{each.text} is after the last phase, {named[-1].label}"
                    self._note(each.field, fact, "add a phase, or leave out `phases`")
            return named
        if not any(ats) or self.axis == "none" or self._has_failed:
            return ()
        if own := axis_ticks.own(self._own_ticks()):
            return own
        if self.axis == "dates" and self.start is not None:
            return axis_ticks.dates(ats, self.start, self.words)
        return axis_ticks.phases(ats, self.words)

    def _own_ticks(self) -> dict[float, Tick]:
        """A tick for each time that the milestones have, by its place; the start has a label of its own."""
        found: dict[float, Tick] = {}
        for each in chain.from_iterable(self.rows):
            if each.at is None or each.at <= 0:
                continue
            text, short = each.when, ""
            if isinstance(each.time, Span) and each.time.months == int(each.time.months):
                text, short = (span(self.words, each.time.months, is_short=short) for short in (False, True))
            elif isinstance(each.time, Span):
                text = one_line(each.text)
            found.setdefault(each.at, Tick(each.at, Leaf(text, f"ticks[{len(found)}]"), short))
        return found

    def _named_ticks(self) -> tuple[Tick, ...]:
        ticks: list[Tick] = []
        for phase, each in zip(map(self._placed, self.phases), self.spec.phases, strict=True):
            field, time, at = phase.field, phase.time, phase.at
            if time is None and not any(problem.field == field for problem in self.problems):
                self._note(field, "expected a time, found none", times.HINT)
            if time is None or at is None:
                continue
            if at <= 0 and self.axis != "levels":
                self._note(field, "a phase lies after the start", "leave this one out; the start has its own label")
            elif ticks and at <= ticks[-1].at:
                self._note(field, "expected phases in their order, each once", "put the earlier one first")
            elif isinstance(each, Phase):
                label = Leaf(each.label.strip(), f"{field.removesuffix('.at')}.label")
                ticks.append(Tick(at, label, each.short.strip()))
            elif isinstance(time, Rank):
                ticks.append(axis_ticks.level(time.number, self.words, field))
            elif isinstance(time, Span) and self.axis == "phases":
                short = span(self.words, time.months, is_short=True)
                ticks.append(Tick(at, Leaf(one_line(each), field), short))
            else:
                ticks.append(Tick(at, Leaf(phase.when, field)))
        return tuple(ticks)

    def _spread(self, ticks: tuple[Tick, ...]) -> list[list[float]]:
        """Positions for all: those without a time stand evenly between their neighbours on the axis."""
        marks = tuple(tick.at for tick in ticks)
        lead = 1.0 if self.axis == "levels" else None
        scale = (marks[0] - lead if lead else 0.0, *marks) if marks else ()
        ats = [[each.at for each in row] for row in self.rows]
        known = [[None if at is None else step_along(marks, at, lead) for at in row] for row in ats]
        furthest = max([0.0, *map(len, known), *(step or 0.0 for row in known for step in row)])
        end = float(len(marks) or furthest)
        return [[round(along(scale, step), 6) if scale else step for step in _filled(row, end)] for row in known]

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
            day = written(self.words, self.start)
            fact = f"{written(self.words, self.as_of)} is before the start, {day}"
            self._note("as_of", fact, "let the map begin earlier with `start.date`, or leave out `as_of`")
        elif first > end:
            fact = f"{written(self.words, self.as_of)} is after the end of the map"
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
