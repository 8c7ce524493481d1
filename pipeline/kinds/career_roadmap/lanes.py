"""The ways drawn: their lines from the start to the card, the slits that carry the axis, and the marks on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import axis, marks
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.kinds.career_roadmap.routes import Route, spot
from pipeline.typography import Paragraph

THIN = 0.3  # of a line's width, where its way's time is over
SLIT = 0.8  # of the gap between lines
NO_SLIT = 2.5  # station radii from a station, within which it says what a slit would
APART = 0.6  # between labels of the axis, in sizes


def lines(
    pen: Pen, frame: Frame, plan: Plan, routes: Sequence[Route], ends: Sequence[float], looks: Sequence[Look]
) -> None:
    """The ways' lines, the first one on top; thin where their time is over, and cut off round where there is no end."""
    for route, way, end, look in reversed(tuple(zip(routes, plan.ways, ends, looks, strict=True))):
        if end < frame.at.last_tick:
            thin = (("M", *spot(frame, route, end)), ("L", *spot(frame, route, frame.at.last_tick)))
            pen.line(thin, look.line, THIN * frame.at.line)
        course = (*route.outline[:-1], ("L", *spot(frame, route, end)))
        pen.line(course, look.line, frame.at.line)
        if not way.stops:
            marks.open_end(pen, frame, spot(frame, route, end), look.line)


def slits(
    pen: Pen,
    frame: Frame,
    plan: Plan,
    routes: Sequence[Route],
    places: Sequence[Sequence[float]],
    ends: Sequence[float],
) -> None:
    """A cut through each line where a phase begins and no station says so."""
    at = frame.at
    long, wide = at.line + 2 * frame.unit, SLIT * at.gap
    for route, stops, end in zip(routes, places, ends, strict=True):
        for tick in axis.tick_places(plan, frame)[:-1]:
            if tick < end - wide and all(abs(place - tick) > NO_SLIT * at.station for place in stops):
                x, y = spot(frame, route, tick)
                width, height = (wide, long) if frame.runs == "right" else (long, wide)
                pen.box(Rect(x - width / 2, y - height / 2, width, height), pen.colors.paper)


def stations(
    pen: Pen,
    frame: Frame,
    plan: Plan,
    routes: Sequence[Route],
    places: Sequence[Sequence[float]],
    looks: Sequence[Look],
    named: Sequence[Sequence[int]],
) -> None:
    """The marks of all milestones: those that are named whole, the others as dots."""
    for way, route, along, look, whole in zip(plan.ways, routes, places, looks, named, strict=True):
        for index, stop in enumerate(way.stops):
            center = spot(frame, route, along[index])
            if index == len(way.stops) - 1:
                marks.destination(pen, frame, center, look.line, stop.state)
            elif index in whole:
                marks.station(pen, frame, center, look.line, stop.state)
            else:
                marks.dot(pen, frame, center)


def now_bars(frame: Frame, plan: Plan, routes: Sequence[Route], places: Sequence[Sequence[float]]) -> list[Point]:
    """Where the lines are today, if the map is of a later day than its start; not on a station."""
    if not plan.now or not plan.ticks:
        return []
    along = axis.place(plan, frame, plan.now)
    clear = frame.station_reach + 2 * frame.at.gap + 0.3 * frame.at.line
    return [
        spot(frame, route, along)
        for route, stops in zip(routes, places, strict=True)
        if all(abs(place - along) > clear for place in stops)
    ]


def axis_labels(pen: Pen, frame: Frame, plan: Plan, *, is_true: bool) -> tuple[Rect, ...]:
    """The words at the ticks; the boxes they fill come back, of words in one row as one box for all.

    The last one is left out where not all destinations are reached there.
    """
    if not plan.ticks:
        return ()
    if frame.runs == "down":
        return _beside(pen, frame, plan, is_true=is_true)
    row = _above(pen, frame, plan, is_true=is_true)
    return (Rect(row[-1].x, row[-1].y, frame.at.width - row[-1].x, row[-1].height),) if row else ()


def _above(pen: Pen, frame: Frame, plan: Plan, *, is_true: bool) -> tuple[Rect, ...]:
    at = frame.at
    ticks = axis.tick_places(plan, frame)
    edges = [tick - frame.station_reach for tick in ticks[:-1]] + [tick - frame.goal_reach for tick in ticks[-1:]]
    rooms = [b - a - APART * at.axis for a, b in pairwise(edges)] + [inf]
    words = _axis_words(pen, frame, plan, rooms)
    boxes: list[Rect] = []
    shown = tuple(zip(edges, words, strict=True))
    for x, word in reversed(shown if is_true else shown[:-1]):
        if not boxes or x + word.width + APART * at.axis <= boxes[-1].x:
            boxes.append(pen.text(word, x, at.axis_at))
    return tuple(boxes)


def _beside(pen: Pen, frame: Frame, plan: Plan, *, is_true: bool) -> tuple[Rect, ...]:
    at = frame.at
    room = at.rise + frame.offset(0) - at.gap - 0.2 * at.axis - at.axis_at
    rooms = [room - frame.station_reach] * (len(plan.ticks) - 1) + [room - frame.goal_reach] * bool(plan.ticks)
    words = _axis_words(pen, frame, plan, rooms)
    boxes: list[Rect] = []
    shown = tuple(zip(axis.tick_places(plan, frame), words, strict=True))
    for tick, word in reversed(shown if is_true else shown[:-1]):
        first = tick + 0.35 * at.axis - word.depth / 2
        if not boxes or first + word.depth + APART * at.axis <= min(boxes[-1].y, frame.card.y):
            boxes.append(pen.text(word, at.axis_at, first))
    return tuple(boxes)


def _axis_words(pen: Pen, frame: Frame, plan: Plan, rooms: Sequence[float]) -> list[Paragraph]:
    """The labels of all ticks: in full if all have room for that, else short; in lines where even that is too wide."""
    style = pen.style(frame.at.axis, pen.colors.muted, 600, leading=1.15)
    full = [pen.set(tick.label.text, style, field=tick.label.field) for tick in plan.ticks]
    if all(word.width <= room for word, room in zip(full, rooms, strict=True)):
        return full
    short = [pen.set(tick.shortest, style, field=tick.label.field) for tick in plan.ticks]
    if frame.runs == "right":
        return short
    return [
        word if word.width <= room else pen.set(tick.shortest, style, room, field=tick.label.field)
        for tick, word, room in zip(plan.ticks, short, rooms, strict=True)
    ]
