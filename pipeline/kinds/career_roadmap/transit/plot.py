"""A map's places before its labels: each path's course, its stops along it, where its time is over, and its name.

Steps of the plan become places along the lanes, and stops that would meet are moved apart.
Equal steps between ticks except a wider last one; before the first tick the scale has the step behind it.

12 months        2 years     destinations stand side by side, whenever they are reached: a way whose time is over
━━━●━━━━━━━━━━━━━━━◎         before the last tick goes on as a thin line, and no tick is marked on that
━━━●━━━━━━━━───────◎
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from pipeline.geometry import Point
from pipeline.kinds.career_roadmap.heading import title_depth
from pipeline.kinds.career_roadmap.looks import Look, looks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Path, Plan, along
from pipeline.kinds.career_roadmap.transit import names
from pipeline.kinds.career_roadmap.transit.routes import Route, routes
from pipeline.layout.canvas import Canvas
from pipeline.records import NamedTuple

NEAR = 1.5  # radii of a destination: one that is reached so little before the last tick is reached there
CLEAR = 2.2  # from middle to middle of neighbouring stops, in station radii, where there is room


class Plot(NamedTuple):
    """A plan in its measures, path by path."""

    plan: Plan
    measures: Measures
    routes: tuple[Route, ...]
    places: tuple[tuple[float, ...], ...]
    ends: tuple[float, ...]
    looks: tuple[Look, ...]
    names: names.Names

    @staticmethod
    def of(canvas: Canvas, plan: Plan, at: Measures) -> Plot:
        """The places of a plan; a short headline, plates and crowded stops change the measures."""
        at = at if plan.done else at.without_past()
        if at.title_lines == 2:
            at = at.raised(at.leading - title_depth(canvas, at, plan))
        courses, colors = routes(at), looks(plan.paths, canvas.colors)
        chosen = names.chosen(canvas, at, plan, courses, colors)
        at = at._replace(named=max(names.length(at, chosen, index) for index in range(len(courses))))
        places = stop_places(plan, at)
        at = at.with_stops(least_distance(places))
        return Plot(plan, at, courses, places, ends(plan, at, places), colors, chosen)

    @property
    def is_true(self) -> bool:
        """Whether every destination is reached when the last tick says, above which they all stand."""
        return all(end == self.measures.last_tick for end in self.ends)

    def spot(self, lane: int, along: float) -> Point:
        """The point of a lane that far along the axis."""
        return self.measures.point(along, self.routes[lane].lane)


def tick_places(plan: Plan, at: Measures) -> tuple[float, ...]:
    """Where the ticks stand along the lanes, the last one at the destinations."""
    return _scale(plan, at)[1:]


def stop_places(plan: Plan, at: Measures) -> tuple[tuple[float, ...], ...]:
    """Where the stops of each path stand along its lane, destinations at the end; they rise along each lane."""
    return tuple(_apart(_wished(plan, path, at), at) for path in plan.paths)


def least_distance(places: Sequence[Sequence[float]]) -> float:
    """Of neighbouring stops on any lane; destinations keep theirs clear by themselves."""
    return min((b - a for along in places for a, b in pairwise(along[:-1])), default=inf)


def place(plan: Plan, at: Measures, time: float) -> float:
    """Where a time stands along the lanes, not before they begin."""
    if not plan.ticks:
        return at.last_tick
    return max(along(_scale(plan, at), plan.step(time)), at.lane_start)


def now_place(plan: Plan, path: Path, at: Measures, stops: Sequence[float]) -> float:
    """Where now lies on a path; where no scale is shown, midway between its neighbours in time."""
    if plan.ticks:
        return place(plan, at, plan.now or 0.0)
    passed = sum(stop.at <= (plan.now or 0.0) for stop in path.stops)
    around = [at.lane_start, *stops, at.last_tick]
    return (around[passed] + around[passed + 1]) / 2


def _scale(plan: Plan, at: Measures) -> tuple[float, ...]:
    """Where the step before the first tick begins, and where the ticks stand.

    Where times before the first tick would have no room on the lanes, a whole step of the scale is theirs.
    """
    count, first, last = len(plan.ticks), at.first_tick, at.last_tick
    if count < 2:
        return (at.lane_start, *(last,) * count)
    ticks = _steps(first, last, count, at.last_step)
    tight = (first - (ticks[1] - first) if count > 2 else at.lane_start, *ticks)
    earliest = plan.step(min((stop.at for path in plan.paths for stop in path.stops), default=plan.ticks[0].at))
    wished = first - max(1 - earliest, 0.0) * (ticks[1] - first)
    if wished >= at.lane_start - at.station_reach:
        return tight
    return _steps(first, last, count + 1, at.last_step)


def _steps(first: float, last: float, count: int, last_step: float) -> tuple[float, ...]:
    """So many places from the first to the last, at equal steps but for the last one."""
    step = (last - first) / (count - 2 + last_step)
    return (*(first + index * step for index in range(count - 1)), last)


def ends(plan: Plan, at: Measures, places: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Where each path's time is over: at its destination, or before, if that is reached earlier than the last tick."""
    return tuple(_end(plan, path, at, along) for path, along in zip(plan.paths, places, strict=True))


def _end(plan: Plan, path: Path, at: Measures, along: Sequence[float]) -> float:
    if not plan.ticks or not path.stops:
        return at.last_tick
    passed = along[-2] + at.station_reach + at.gap if len(along) > 1 else at.lane_start
    reached = max(place(plan, at, path.stops[-1].at), passed)
    return reached if reached < at.last_tick - NEAR * at.goal_reach else at.last_tick


def _wished(plan: Plan, path: Path, at: Measures) -> list[float]:
    """Where a path's stops would stand if all had room; where no scale is shown none is kept."""
    first, end, last = at.first_tick, at.last_tick, len(path.stops) - 1
    if plan.ticks:
        wished = [place(plan, at, stop.at) for stop in path.stops[:-1]]
    else:
        wished = [first + (end - first) * index / last for index in range(last)]
    return [*wished, end] if path.stops else []


def _apart(wished: Sequence[float], at: Measures) -> tuple[float, ...]:
    """The places, each as near to the wished one as its neighbours let it be; the last one stays."""
    found = list(wished)
    if len(found) < 2:
        return tuple(found)
    before_goal = at.goal_reach + at.station_reach + 3 * at.gap
    end = found[-1] - before_goal
    gap = min(CLEAR * at.station_reach + 2 * at.gap, (end - at.lane_start) / max(len(found) - 2, 1))
    for index in range(1, len(found) - 1):
        found[index] = max(found[index], found[index - 1] + gap)
    highest = end
    for index in range(len(found) - 2, -1, -1):
        found[index] = min(found[index], highest)
        highest = found[index] - gap
    return tuple(found)
