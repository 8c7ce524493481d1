"""The legend: what the marks mean that the picture shows, the states and the bar at the day it shows as now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from typing import TypeAlias

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Plan, State
from pipeline.layout.canvas import Canvas

STATES: tuple[State, ...] = ("done", "current", "planned", "optional")
SIGN = 2.6  # from a mark's middle to its word, in station radii, of which
BACK = 0.6  # of a radius is taken back
SPACE = 1.5  # between entries, in sizes of the words
ROW = 2.0  # from row to row, in sizes

_Entry: TypeAlias = tuple[State | None, str, str]
"""A state or, without one, the day; its words and their role."""


def states(plan: Plan) -> set[State]:
    """The states that a picture of the plan shows where it draws every milestone and the step already taken."""
    found: set[State] = {stop.state for way in plan.ways for stop in way.stops}
    return found | {"done"} if plan.done else found


def legend(canvas: Canvas, at: Measures, plan: Plan, shown: Collection[State], *, has_now: bool = False) -> Rect | None:
    """Draw it, if there is more than one state to tell apart, or a day to name; its box comes back.

    Beside a bundle that rises the day has a row of its own.
    """
    entries = [(state, getattr(plan.words.shown, state), f"labels.{state}") for state in STATES if state in shown]
    day: list[_Entry] = [(None, plan.as_of, "as_of")] if has_now else []
    rows: list[list[_Entry]] = [[*entries] if len(entries) > 1 else [], day]
    if at.runs == "down" or at.drops:
        rows = [[*rows[0], *day]]
    rows = [row for row in rows if row]
    boxes = [_row(canvas, at, row, at.legend + ROW * at.meta * index) for index, row in enumerate(rows)]
    return reduce(Rect.union, boxes) if boxes else None


def _row(canvas: Canvas, at: Measures, entries: Sequence[_Entry], y: float) -> Rect:
    muted = canvas.style(at.meta, canvas.colors.muted)
    words = [canvas.page.set(text, muted, field=role) for _, text, role in entries]
    radius = max(at.station, 0.42 * at.meta)
    sign, space = SIGN * radius, SPACE * at.meta
    total = sum(sign + word.width for word in words) + space * (len(words) - 1)
    left = at.margin if at.runs == "down" or at.drops else at.width - at.margin - total
    x = left + radius
    drawn = at._replace(station=radius)
    for (state, _, _), word in zip(entries, words, strict=True):
        if state is None:
            marks.now(canvas, drawn, Point(x, y), "right")
        else:
            marks.station(canvas, drawn, Point(x, y), canvas.colors.muted, state)
        canvas.paragraph(word, x + sign - BACK * radius, y + at.meta * 0.34)
        x += sign + word.width + space
    return Rect(left, y - 1.5 * radius, total, 3 * radius)
