"""Moves between paths: a thinner line leaves one lane, crosses to another and joins it, in two quarter turns.

    ━━━━●━━━━╮━━━━━━━━●━━    a move to a later stop leaves behind the earlier one and joins before the later one;
             │               one between stops of the same time crosses before both, as trains change tracks.
    ━━━━━━━━━╰━━●━━━━━━━━    Lanes that it has to cross lie on top, on a halo.

Lateral moves are plain; on the others an arrow shows which way they go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from pipeline.curves import arc, bounds
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Edge
from pipeline.kinds.career_roadmap.transit.ground import Ground, is_whole
from pipeline.kinds.career_roadmap.transit.plot import QUARTER, Plot
from pipeline.layout.canvas import Canvas
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


def crossings(plot: Plot, zones: Sequence[Zone]) -> list[Crossing]:
    """The moves' courses, none on top of another, and clear of the zones, one a lane, in which names stand."""
    found: list[Crossing] = []
    for edge in plot.plan.edges:
        wished = _wished(plot, edge)
        barred = _barred(plot, wished[0][0], zones, found)
        tries = (first._replace(along=first.along + at * step) for first, step in wished for at in range(TRIES))
        found.append(next((each for each in tries if _is_free(plot.measures, each, barred)), wished[0][0]))
    return found


def outline(at: Measures, crossing: Crossing) -> Outline:
    """The move's line, from the lane it leaves to the one it joins."""
    along, a, b, r = crossing.along, crossing.leaves, crossing.joins, crossing.radius
    side = 1 if b > a else -1
    first = arc(Point(along - r, a + side * r), r, -side * QUARTER, side * QUARTER)
    second = arc(Point(along + r, b - side * r), r, 2 * QUARTER, -side * QUARTER)
    return _turned(at, (("M", along - r, a), *first, ("L", along, b - side * r), *second))


def draw(canvas: Canvas, plot: Plot, found: Sequence[Crossing]) -> list[Rect]:
    """The moves' lines, to be covered by the paths' own; gaps below other lanes; returns the boxes of their arrows."""
    at, lanes, arrows = plot.measures, plot.lanes, []
    width = WIDTH * at.line
    for crossing in found:
        color = lanes[crossing.edge.end[0]].look.line
        canvas.shape(outline(at, crossing), line=color, width=width, is_round=False)
        low, high = sorted((crossing.leaves, crossing.joins))
        between = [lane.across for lane in lanes if low + 1 < lane.across < high - 1]
        for across in between:
            gap = at.box(crossing.along, across, width + 2 * at.unit, at.line + 2 * at.gap)
            canvas.box(gap, canvas.colors.paper)
        if crossing.edge.kind != "lateral":
            arrow = _arrow(at, crossing, between)
            canvas.shape(arrow, color)
            arrows.append(bounds(arrow))
    return arrows


def remarks(canvas: Canvas, plot: Plot, found: Sequence[Crossing], ground: Ground) -> None:
    """Write the moves' labels beside their lines, each in the first of its places that has room."""
    at = plot.measures
    for crossing in found:
        label = crossing.edge.label
        if not label:
            continue
        letters = canvas.style(at.meta, plot.lanes[crossing.edge.end[0]].look.words, 600)
        width = canvas.measure(label.text, letters)
        for place in _beside(at, crossing, width):
            box = Rect(place.x, place.y - 0.8 * letters.size, width, 1.05 * letters.size)
            if ground.bar(box) is None and is_whole(at.card, box):
                canvas.paragraph(canvas.page.set(label.text, letters, field=label.field), *place)
                ground = ground.joined_by([box])
                break


def _wished(plot: Plot, edge: Edge) -> list[tuple[Crossing, float]]:
    """Courses before the later stop, before both, and behind both, and the step to where each may give way."""
    at, (first, last) = plot.measures, (plot.lanes[lane].stations[stop] for lane, stop in (edge.start, edge.end))
    goes_on = first.along <= last.along
    first, last = (first, last) if goes_on else (last, first)
    leaves, joins = (plot.lanes[each.seat[0]].across for each in (first, last))
    radius = min(0.45 * at.bend, abs(joins - leaves) / 3)
    before, behind = (each.reach + at.gap + WIDTH * at.line + radius for each in (first, last))
    tries = [(last.along - behind, -at.gap)] if last.along - behind >= first.along + before else []
    tries += [(first.along - before, -at.gap), (last.along + behind, at.gap)]
    return [(Crossing(edge, along, leaves, joins, radius, goes_on), step) for along, step in tries]


def _barred(plot: Plot, wished: Crossing, zones: Sequence[Zone], taken: Sequence[Crossing]) -> list[Zone]:
    """From where to where along the axis no course between these lanes may cross: stops, names, other courses."""
    at, width = plot.measures, WIDTH * plot.measures.line
    low, high = sorted((wished.leaves, wished.joins))
    clear, apart = at.station_reach + at.gap + width, width + 2 * at.gap
    found: list[Zone] = []
    for lane, (start, end) in zip(plot.lanes, zones, strict=True):
        before, behind = (wished.radius if lane.across == other else 0.0 for other in (wished.joins, wished.leaves))
        if low - 1 < lane.across < high + 1:
            found += [(each.along - clear - before, each.along + clear + behind) for each in lane.stations]
        # where lanes run to the right a name stands before its lane, else behind it
        if (low < lane.across <= high) if at.runs == "right" else (low <= lane.across < high):
            found.append((start - apart, end + apart))
    for other in taken:
        if min(high, max(other.leaves, other.joins)) > max(low, min(other.leaves, other.joins)):
            found.append((other.along - apart, other.along + apart))
    return found


def _is_free(at: Measures, crossing: Crossing, barred: Sequence[Zone]) -> bool:
    """Whether a course is on the straight part of the lanes, and in no zone."""
    is_straight = at.lane_start + crossing.radius <= crossing.along <= at.last_tick - at.goal_reach - crossing.radius
    return is_straight and all(not start + 1e-6 < crossing.along < stop - 1e-6 for start, stop in barred)


def _arrow(at: Measures, crossing: Crossing, between: Sequence[float]) -> Outline:
    """A triangle in the middle of the last stretch between two lanes, towards the move's end."""
    half, reach = (size * WIDTH * at.line for size in ARROW)
    target, source = (crossing.joins, crossing.leaves) if crossing.goes_on else (crossing.leaves, crossing.joins)
    middle = (target + min((source, *between), key=lambda lane: abs(lane - target))) / 2
    forward = (1 if crossing.joins > crossing.leaves else -1) * (1 if crossing.goes_on else -1)
    x, back, tip = crossing.along, middle - forward * reach, middle + forward * reach
    return _turned(at, (("M", x - half, back), ("L", x + half, back), ("L", x, tip), ("Z",)))


def _beside(at: Measures, crossing: Crossing, width: float) -> list[Point]:
    """Left ends of baselines: behind a line that runs down, above one that runs to the right."""
    low, high = sorted((crossing.leaves, crossing.joins))
    size, away = at.meta, WIDTH * at.line / 2 + BESIDE * at.unit
    shares = (0.5, 0.62, 0.38, 0.74, 0.26, 0.82)
    across = [low + (high - low) * share for share in shares]
    if at.runs == "right":
        behind = [Point(crossing.along + away, y + 0.34 * size) for y in across]
        before = [Point(crossing.along - away - width, y + 0.34 * size) for y in across]
        return [place for pair in zip(behind, before, strict=True) for place in pair]
    return [Point(low + crossing.radius + away, crossing.along - away)] + [
        Point(x, crossing.along - away) for x in sorted(across)
    ]


def _turned(at: Measures, course: Outline) -> Outline:
    """An outline whose values are along and across the axis, as it lies on the page."""
    return tuple(
        (name, *(value for pair in zip(values[::2], values[1::2], strict=True) for value in at.point(*pair)))
        for name, *values in course
    )
