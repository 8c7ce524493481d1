"""A map's places before its labels: each path's lane, its stations along it, and where its time is over.

Steps of the plan become places along the lanes, and stops that would meet are moved apart.
Equal steps between ticks except a wider last one; before the first tick the scale has the step behind it.

12 months        2 years     destinations stand side by side, whenever they are reached: a way whose time is over
━━━●━━━━━━━━━━━━━━━◎         before the last tick goes on as a thin line, and no tick is marked on that
━━━●━━━━━━━━───────◎

Paths run as one bundle from the start, in concentric turns, then each on a lane of its own:

across, rising                 across, dropping            down

    ╭───────── lane 0          start ━━━╮                  start ━━━━━╮
    │ ╭─────── lane 1               ━━╮ ╰──────── lane 0             │╰────────╮
    │ │ ╭───── lane 2               ╮ ╰────────── lane 1             │         │
━━━━╯ ╯ ╯                           ╰──────────── lane 2           lane 0    lane 1

All turns are quarter circles. In the bundle neighbours share the middles of their turns, so that gaps stay equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, inf, pi, sin
from typing import NamedTuple, TypeAlias

from pipeline.curves import arc
from pipeline.geometry import Point
from pipeline.kinds.career_roadmap.marks import Look, looks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Path, Plan, Stop, along
from pipeline.scene import Outline, Segment
from pipeline.theme import Colors

NEAR = 1.5  # radii of a destination: one that is reached so little before the last tick is reached there
LEAST_STATION = 0.45  # of the line's width: with its stroke a station is still wider than its line
QUARTER = pi / 2
CLEAR = 2.2  # from middle to middle of neighbouring stops, in station radii, where there is room

Seat: TypeAlias = tuple[int, int]
"""A lane and one of its stops."""


class Station(NamedTuple):
    """A milestone on its lane; its mark reaches as far as `reach`, and as far as `small` where it has no label."""

    seat: Seat
    stop: Stop
    along: float
    at: Point
    reach: float
    small: float
    is_goal: bool


class Lane(NamedTuple):
    """A path on its course: its place across the axis of time, its stations, and how far along it its time is over."""

    path: Path
    look: Look
    outline: Outline
    across: float
    stations: tuple[Station, ...]
    end: float


class Plot(NamedTuple):
    """A plan in its measures, lane by lane."""

    plan: Plan
    measures: Measures
    lanes: tuple[Lane, ...]

    @staticmethod
    def of(plan: Plan, at: Measures, colors: Colors) -> Plot:
        """The places of a plan; crowded stops make all stations smaller."""
        places = stop_places(plan, at)
        apart = min((b - a for each in places for a, b in pairwise(each[:-1])), default=inf)
        clear = (apart - 0.44 * at.line - at.gap) / 2
        at = at._replace(station=min(at.station, max(LEAST_STATION * at.line, clear)))
        small, found = at.unlabelled.station_reach, []
        paths = zip(plan.paths, looks(plan.paths, colors), lanes(at), places, strict=True)
        for index, (path, look, across, stops) in enumerate(paths):
            stations, last = [], len(path.stops) - 1
            for number, (stop, x) in enumerate(zip(path.stops, stops, strict=True)):
                reaches = (at.goal_reach, at.goal_reach) if number == last else (at.station_reach, small)
                stations.append(Station((index, number), stop, x, at.point(x, across), *reaches, number == last))
            over = end(plan, path, at, stops)
            found.append(Lane(path, look, course(at, index), across, tuple(stations), over))
        return Plot(plan, at, tuple(found))

    @property
    def stations(self) -> Iterator[Station]:
        """Of all lanes."""
        return (station for lane in self.lanes for station in lane.stations)

    @property
    def is_true(self) -> bool:
        """Whether every destination is reached when the last tick says, above which they all stand."""
        return all(lane.end == self.measures.last_tick for lane in self.lanes)


def tick_places(plan: Plan, at: Measures) -> tuple[float, ...]:
    """Where the ticks stand along the lanes, the last one at the destinations."""
    return _scale(plan, at)[1:]


def stop_places(plan: Plan, at: Measures) -> tuple[tuple[float, ...], ...]:
    """Where the stops of each path stand along its lane, destinations at the end; they rise along each lane."""
    return tuple(_apart(_wished(plan, path, at), at) for path in plan.paths)


def place(plan: Plan, at: Measures, time: float) -> float:
    """Where a time stands along the lanes, not before they begin."""
    if not plan.ticks:
        return at.last_tick
    return max(along(_scale(plan, at), plan.step(time)), at.lane_start)


def end(plan: Plan, path: Path, at: Measures, places: Sequence[float]) -> float:
    """Where a path's time is over: at its destination, or before, if that is reached earlier than the last tick."""
    if not plan.ticks or not path.stops:
        return at.last_tick
    passed = places[-2] + at.station_reach + at.gap if len(places) > 1 else at.lane_start
    reached = max(place(plan, at, path.stops[-1].at), passed)
    return reached if reached < at.last_tick - NEAR * at.goal_reach else at.last_tick


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


def course(at: Measures, path: int) -> Outline:
    """The course of a path, from the start to its destination."""
    return _across(at, path, lanes(at)[path]) if at.runs == "right" else _down(at, path, lanes(at)[path])


def lanes(at: Measures) -> tuple[float, ...]:
    """Where the lanes stand across the axis."""
    paths = at.paths
    if at.runs == "down":
        start = at.rise + at.offset(0)
        column = (at.last_lane - at.first_lane) / paths
        return tuple(start + column * path for path in range(paths))
    step = (at.last_lane - at.first_lane) / max(paths - 1, 1)
    return tuple(at.first_lane + step * path for path in range(paths))


def turn(center: Point, radius: float, start_rad: float, sweep_rad: float) -> tuple[Segment, ...]:
    """A line to a quarter turn about `center`, and the turn."""
    first = ("L", center.x + radius * cos(start_rad), center.y + radius * sin(start_rad))
    return (first, *arc(center, radius, start_rad, sweep_rad))


def _across(at: Measures, path: int, y: float) -> Outline:
    offset, side = at.offset(path), 1 if at.drops else -1
    x = at.rise + offset
    return (
        ("M", at.today, at.trunk - side * offset),
        *turn(Point(at.rise - at.turn, at.trunk + side * at.turn), at.turn + offset, -side * QUARTER, side * QUARTER),
        *turn(Point(x + at.bend, y - side * at.bend), at.bend, 2 * QUARTER, -side * QUARTER),
        ("L", at.last_tick, y),
    )


def _down(at: Measures, path: int, lane: float) -> Outline:
    offset = at.offset(path)
    start: Outline = (
        ("M", at.today, at.trunk - offset),
        *turn(Point(at.rise - at.turn, at.trunk + at.turn), at.turn + offset, -QUARTER, QUARTER),
    )
    if path == 0:
        return (*start, ("L", lane, at.last_tick))
    shared = at.pitch / 2  # the mean offset of the paths that turn aside: their mean turn is a bend
    center = Point(at.rise + shared + at.bend, at.split - shared - at.bend)
    level = at.split - offset
    bend = min(at.bend, lanes(at)[1] - center.x)
    return (
        *start,
        *turn(center, at.bend - (offset - shared), 2 * QUARTER, -QUARTER),
        *turn(Point(lane - bend, level + bend), bend, -QUARTER, QUARTER),
        ("L", lane, at.last_tick),
    )
