"""The paths' courses: one bundle from the start, concentric turns, then each path on a lane of its own.

across, rising                 across, dropping            down

    ╭───────── lane 0          start ━━━╮                  start ━━━━━╮
    │ ╭─────── lane 1               ━━╮ ╰──────── lane 0             │╰────────╮
    │ │ ╭───── lane 2               ╮ ╰────────── lane 1             │         │
━━━━╯ ╯ ╯                           ╰──────────── lane 2           lane 0    lane 1

All turns are quarter circles. In the bundle neighbours share the middles of their turns, so that gaps stay equal.
"""

from __future__ import annotations

from math import cos, pi, sin

from pipeline.curves import arc
from pipeline.geometry import Point
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.records import NamedTuple
from pipeline.scene import Outline, Segment

QUARTER = pi / 2


class Route(NamedTuple):
    """One path's course, and its lane's place across the axis: y where it runs right, x where it runs down."""

    outline: Outline
    lane: float


def routes(at: Measures) -> tuple[Route, ...]:
    """The course of each path, from the first lane on."""
    course = _across if at.runs == "right" else _down
    return tuple(course(at, path, lane) for path, lane in enumerate(lanes(at)))


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


def _across(at: Measures, path: int, y: float) -> Route:
    offset, side = at.offset(path), 1 if at.drops else -1
    x = at.rise + offset
    outline: Outline = (
        ("M", at.today, at.trunk - side * offset),
        *turn(Point(at.rise - at.turn, at.trunk + side * at.turn), at.turn + offset, -side * QUARTER, side * QUARTER),
        *turn(Point(x + at.bend, y - side * at.bend), at.bend, 2 * QUARTER, -side * QUARTER),
        ("L", at.last_tick, y),
    )
    return Route(outline, y)


def _down(at: Measures, path: int, lane: float) -> Route:
    offset = at.offset(path)
    start: Outline = (
        ("M", at.today, at.trunk - offset),
        *turn(Point(at.rise - at.turn, at.trunk + at.turn), at.turn + offset, -QUARTER, QUARTER),
    )
    if path == 0:
        return Route((*start, ("L", lane, at.last_tick)), lane)
    shared = at.pitch / 2  # the mean offset of the paths that turn aside: their mean turn is a bend
    center = Point(at.rise + shared + at.bend, at.split - shared - at.bend)
    level = at.split - offset
    bend = min(at.bend, lanes(at)[1] - center.x)
    outline: Outline = (
        *start,
        *turn(center, at.bend - (offset - shared), 2 * QUARTER, -QUARTER),
        *turn(Point(lane - bend, level + bend), bend, -QUARTER, QUARTER),
        ("L", lane, at.last_tick),
    )
    return Route(outline, lane)
