"""Moves between ways: a thinner line leaves one lane, crosses to another and joins it, in two quarter turns.

    ━━━━●━━━━╮━━━━━━━━●━━    a move to a later stop leaves behind the earlier one and joins before the later one;
             │               one between stops of the same time crosses before both, as trains change tracks.
    ━━━━━━━━━╰━━●━━━━━━━━    Lanes that it has to cross lie on top, on a halo.

Lateral moves are plain; on the others an arrow shows which way they go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from pipeline.curves import arc
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.labels import Remark
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.model import Edge, Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.kinds.career_roadmap.routes import QUARTER, Route
from pipeline.scene import Outline

WIDTH = 0.5  # of a line's
ARROW = (1.05, 1.9)  # half the width and half the length of an arrow, in widths of the line
TRIES = 40  # to find a free crossing
BESIDE = 6.0  # from the line to its label, px of the reference


Zone: TypeAlias = tuple[float, float]
"""A stretch of the axis, in px along the lanes."""


class Crossing(NamedTuple):
    """A move's course: it leaves lane `leaves` and runs across at `along` to lane `joins`; `radius` is of its turns."""

    edge: Edge
    along: float
    leaves: float
    joins: float
    radius: float
    goes_on: bool  # to its end; else its end is the earlier stop, and its start is joined


def crossings(
    frame: Frame, plan: Plan, routes: Sequence[Route], places: Sequence[Sequence[float]], names: Sequence[Zone]
) -> list[Crossing]:
    """The moves' courses, none on top of another; `names` is where along each lane its name stands."""
    found: list[Crossing] = []
    for edge in plan.edges:
        wished = _wished(frame, edge, routes, places)
        barred = _barred(frame, wished[0][0], routes, places, names, found)
        free = (crossing for first, step in wished if (crossing := _free(frame, first, step, barred)))
        found.append(next(free, wished[0][0]))
    return found


def outline(frame: Frame, crossing: Crossing) -> Outline:
    """The move's line, from the lane it leaves to the one it joins."""
    along, a, b, r = crossing.along, crossing.leaves, crossing.joins, crossing.radius
    side = 1 if b > a else -1
    first = arc(Point(along - r, a + side * r), r, -side * QUARTER, side * QUARTER)
    second = arc(Point(along + r, b - side * r), r, 2 * QUARTER, -side * QUARTER)
    course: Outline = (("M", along - r, a), *first, ("L", along, b - side * r), *second)
    return course if frame.runs == "right" else _swapped(course)


def draw(pen: Pen, frame: Frame, found: Sequence[Crossing], routes: Sequence[Route], looks: Sequence[Look]) -> None:
    """The moves' lines, to be covered by the ways' own; gaps where they pass below other lanes."""
    at, width = frame.at, WIDTH * frame.at.line
    for crossing in found:
        color = looks[crossing.edge.end[0]].line
        pen.line(outline(frame, crossing), color, width)
        low, high = sorted((crossing.leaves, crossing.joins))
        for route in routes:
            if low + 1 < route.lane < high - 1:
                wide, high_gap = width + 2 * frame.unit, at.line + 2 * at.gap
                center = _turned(frame, crossing.along, route.lane)
                size = (wide, high_gap) if frame.runs == "right" else (high_gap, wide)
                pen.box(Rect(center.x - size[0] / 2, center.y - size[1] / 2, *size), pen.colors.paper)
        if crossing.edge.kind != "lateral":
            pen.fill(_arrow(frame, crossing, routes, width), color)


def arrows(frame: Frame, found: Sequence[Crossing], routes: Sequence[Route]) -> list[Rect]:
    """The boxes of the moves' arrows."""
    width = WIDTH * frame.at.line
    outlines = [_arrow(frame, crossing, routes, width) for crossing in found if crossing.edge.kind != "lateral"]
    return [_box(course) for course in outlines]


def remarks(pen: Pen, frame: Frame, plan: Plan, found: Sequence[Crossing], looks: Sequence[Look]) -> tuple[Remark, ...]:
    """The moves' labels and the places beside their lines where each could stand."""
    return tuple(
        Remark(
            crossing.edge.label,
            pen.style(frame.at.meta, looks[crossing.edge.end[0]].words, 600),
            tuple(_beside(frame, crossing, pen)),
        )
        for crossing in found
        if crossing.edge.label
    )


def _wished(
    frame: Frame, edge: Edge, routes: Sequence[Route], places: Sequence[Sequence[float]]
) -> list[tuple[Crossing, float]]:
    """Courses before the later stop, before both, and behind both, and the step to where each may give way."""
    at = frame.at
    (first, last), goes_on = (edge.start, edge.end), True
    if places[last[0]][last[1]] < places[first[0]][first[1]]:
        (first, last), goes_on = (last, first), False
    leaves, joins = routes[first[0]].lane, routes[last[0]].lane
    radius = min(0.45 * at.bend, abs(joins - leaves) / 3)
    early, late = places[first[0]][first[1]], places[last[0]][last[1]]
    before, behind = _reach(frame, places, first) + radius, _reach(frame, places, last) + radius
    ways = [(late - behind, -at.gap)] if late - behind >= early + before else []
    ways += [(early - before, -at.gap), (late + behind, at.gap)]
    return [(Crossing(edge, along, leaves, joins, radius, goes_on), step) for along, step in ways]


def _reach(frame: Frame, places: Sequence[Sequence[float]], stop: tuple[int, int]) -> float:
    is_goal = stop[1] == len(places[stop[0]]) - 1
    return (frame.goal_reach if is_goal else frame.station_reach) + frame.at.gap + WIDTH * frame.at.line


def _barred(
    frame: Frame,
    wished: Crossing,
    routes: Sequence[Route],
    places: Sequence[Sequence[float]],
    names: Sequence[Zone],
    taken: Sequence[Crossing],
) -> list[Zone]:
    """From where to where along the axis no course between these lanes may cross: stops, names, other courses."""
    at, width = frame.at, WIDTH * frame.at.line
    low, high = sorted((wished.leaves, wished.joins))
    clear = frame.station_reach + at.gap + width
    found = [
        (
            place - clear - (wished.radius if route.lane == wished.joins else 0.0),
            place + clear + (wished.radius if route.lane == wished.leaves else 0.0),
        )
        for route, stops in zip(routes, places, strict=True)
        if low - 1 < route.lane < high + 1
        for place in stops
    ]
    is_right = frame.runs == "right"  # then a name stands before its lane, else behind it
    for route, (start, stop) in zip(routes, names, strict=True):
        if (low < route.lane <= high) if is_right else (low <= route.lane < high):
            found.append((start - width - 2 * at.gap, stop + width + 2 * at.gap))
    others = (one for one in taken if min(high, max(one.leaves, one.joins)) > max(low, min(one.leaves, one.joins)))
    found += [(one.along - width - 2 * at.gap, one.along + width + 2 * at.gap) for one in others]
    return found


def _free(frame: Frame, wished: Crossing, step: float, barred: Sequence[Zone]) -> Crossing | None:
    """The wished course, or one some steps away, on the straight part of the lanes."""
    along = wished.along
    for _ in range(TRIES):
        if (
            not frame.lane_start <= along - wished.radius
            or along + wished.radius > frame.at.last_tick - frame.goal_reach
        ):
            return None
        if all(not start + 1e-6 < along < stop - 1e-6 for start, stop in barred):
            return wished._replace(along=along)
        along += step
    return None


def _arrow(frame: Frame, crossing: Crossing, routes: Sequence[Route], width: float) -> Outline:
    """A triangle in the middle of the last stretch between two lanes, towards the move's end."""
    half, reach = ARROW[0] * width, ARROW[1] * width
    target, source = (crossing.joins, crossing.leaves) if crossing.goes_on else (crossing.leaves, crossing.joins)
    passed = [route.lane for route in routes if min(target, source) + 1 < route.lane < max(target, source) - 1]
    middle = (target + min((source, *passed), key=lambda lane: abs(lane - target))) / 2
    forward = (1 if crossing.joins > crossing.leaves else -1) * (1 if crossing.goes_on else -1)
    course: Outline = (
        ("M", crossing.along - half, middle - forward * reach),
        ("L", crossing.along + half, middle - forward * reach),
        ("L", crossing.along, middle + forward * reach),
        ("Z",),
    )
    return course if frame.runs == "right" else _swapped(course)


def _beside(frame: Frame, crossing: Crossing, pen: Pen) -> list[Point]:
    """Left ends of baselines: behind a line that runs down, above one that runs to the right."""
    low, high = sorted((crossing.leaves, crossing.joins))
    size, away = frame.at.meta, WIDTH * frame.at.line / 2 + BESIDE * frame.unit
    shares = (0.5, 0.62, 0.38, 0.74, 0.26, 0.82)
    across = [low + (high - low) * share for share in shares]
    label = crossing.edge.label
    if frame.runs == "right":
        words = pen.set(label.text, pen.style(size, pen.colors.ink, 600), field=label.field)
        behind = [Point(crossing.along + away, y + 0.34 * size) for y in across]
        before = [Point(crossing.along - away - words.width, y + 0.34 * size) for y in across]
        return [place for pair in zip(behind, before, strict=True) for place in pair]
    return [Point(low + crossing.radius + away, crossing.along - away)] + [
        Point(x, crossing.along - away) for x in sorted(across)
    ]


def _box(course: Outline) -> Rect:
    xs = [x for _, *values in course for x in values[::2]]
    ys = [y for _, *values in course for y in values[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _turned(frame: Frame, along: float, across: float) -> Point:
    return Point(along, across) if frame.runs == "right" else Point(across, along)


def _swapped(course: Outline) -> Outline:
    """The outline with x and y exchanged."""
    return tuple(
        (name, *(value for at in range(0, len(values), 2) for value in (values[at + 1], values[at])))
        for name, *values in course
    )
