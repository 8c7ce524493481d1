"""The drawn signs of a checklist: states, priorities, shares. A state is told by its shape, colour only agrees.

done     a disc with a tick          todo     an empty ring
doing    a ring, its right half full na       a ring, struck through
partial  a ring with a bar
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TypeAlias

from pipeline.color import Color
from pipeline.curves import arc, circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.feedback_checklist.content import ORDER, Tally
from pipeline.kinds.feedback_checklist.states import PRIORITIES, STATES, Priority
from pipeline.layout.canvas import Canvas
from pipeline.scene import Box, Item, Outline, Path, Stroke
from pipeline.theme import Colors

BOX = 24  # the box that the marks below are measured in
TICK = ((7.2, 12.4), (10.6, 15.7), (16.9, 8.8))
RING_RADIUS, RING_WIDTH = 0.455, 0.09  # of the ring's diameter
TRIM_RAD = 2.6 * pi / 180  # at each end of a segment
MOST_SEGMENTS = 12  # items that have a segment each; beyond, each state has one
DOT_GAP, PILL_DOT = 3.2, 5.2  # between page dots, and the length of the current one, in radii
MOST_PILLS = 6  # items of a group that have a pill each
ARC_GAP = 5.0  # between the arcs of states


Pill: TypeAlias = tuple[float, float, float]  # width, height, gap


def state_mark(state: str, center: Point, diameter: float, colors: Colors) -> tuple[Item, ...]:
    """The mark of a state; the same in both reading directions, as ticks are."""
    unit = diameter / BOX
    if state == "done":
        tick = _lines(TICK, center, unit)
        return (
            Box(Rect.around(center, 11 * unit), fill=colors.accent, radius=11 * unit),
            Path(tick, stroke=Stroke(colors.on_accent, 2.2 * unit, cap="round", join="round")),
        )
    color = {"doing": colors.accent_2, "partial": colors.accent}.get(state, colors.control)
    ring = Box(Rect.around(center, 10 * unit), radius=10 * unit, stroke=Stroke(color, 2 * unit))
    if state == "doing":
        half = (("M", center.x, center.y - 6.4 * unit), *arc(center, 6.4 * unit, -pi / 2, pi), ("Z",))
        return ring, Path(half, fill=color)
    if state in ("partial", "na"):
        ends = ((7.6, 12.0), (16.4, 12.0)) if state == "partial" else ((8.6, 15.4), (15.4, 8.6))
        return ring, Path(_lines(ends, center, unit), stroke=Stroke(color, 2.4 * unit, cap="round"))
    return (ring,)


def priority_mark(canvas: Canvas, level: Priority, foot: Point, side: float) -> None:
    """Three bars that rise in reading direction, filled up to the level; `foot` is where reading begins."""
    unit, filled = side / 18, PRIORITIES.index(level) + 1
    for index, height in enumerate((6, 11, 16)):
        bar = Rect(foot.x + (1 + 6 * index) * unit, foot.y - height * unit, 4 * unit, height * unit)
        canvas.box(bar, canvas.colors.ink_2 if index < filled else canvas.colors.surface_3, 1.25 * unit)


def bar(canvas: Canvas, tally: Tally, rect: Rect, gap: float, most: int) -> None:
    """A pill for each item; of more than `most`, one for each state, in proportion."""
    if tally.all <= most:
        width = (rect.width + gap) / max(1, tally.all) - gap
        parts: list[tuple[str, float]] = [(state, width) for state in ORDER for _ in range(getattr(tally, state))]
    else:
        parts = shares(tally, rect.width, gap, least=rect.height)
    x = rect.x
    for state, length in parts:
        canvas.box(Rect(x, rect.y, length, rect.height), state_fill(state, canvas.colors), rect.height / 2)
        x += length + gap


def share_width(tally: Tally, pill: Pill) -> float:
    """How long a group's bar is."""
    width, _, gap = pill
    return min(tally.all, MOST_PILLS) * (width + gap) - gap


def shares(tally: Tally, whole: float, gap: float, least: float) -> list[tuple[str, float]]:
    """The states that occur and their parts of a length, none of them shorter than `least`."""
    present = [state for state in ORDER if getattr(tally, state)]
    room = whole - gap * (len(present) - 1) - least * len(present)
    return [(state, least + room * getattr(tally, state) / tally.all) for state in present]


def ring(tally: Tally, center: Point, diameter: float, colors: Colors, unit: float) -> tuple[Path, ...]:
    """Progress as a ring, clockwise from twelve o'clock: a segment an item, or an arc a state."""
    radius = RING_RADIUS * diameter
    width = RING_WIDTH * diameter
    if tally.all == 0:
        return (Path(circle(center, radius), stroke=Stroke(colors.surface_3, width)),)
    parts: list[tuple[str, float]]
    if tally.all <= MOST_SEGMENTS:
        parts = [(state, 1 / tally.all) for state in ORDER for _ in range(getattr(tally, state))]
        trim_rad = TRIM_RAD
    else:
        trim_rad = ARC_GAP * unit / radius / 2
        parts = shares(tally, 1.0, 0.0, least=4 * trim_rad / (2 * pi))
    if len(parts) == 1:
        return (Path(circle(center, radius), stroke=Stroke(state_fill(parts[0][0], colors), width)),)
    paths = []
    start_rad = -pi / 2
    for state, share in parts:
        sweep_rad = 2 * pi * share
        paths.append(
            Path(
                _arc(center, radius, start_rad + trim_rad, sweep_rad - 2 * trim_rad),
                stroke=Stroke(state_fill(state, colors), width),
            )
        )
        start_rad += sweep_rad
    return tuple(paths)


def page_dots(canvas: Canvas, center: Point, count: int, current: int, radius: float) -> None:
    """A dot a page, the current one drawn out to a pill; `center` is the middle of the row."""
    x = center.x - dots_width(count, radius) / 2
    for index in range(count):
        width = PILL_DOT * radius if index == current else 2 * radius
        fill = canvas.colors.accent if index == current else canvas.colors.control
        canvas.box(Rect(x, center.y - radius, width, 2 * radius), fill, radius)
        x += width + DOT_GAP * radius


def dots_width(count: int, radius: float) -> float:
    """How wide a row of page dots is."""
    return (PILL_DOT + (count - 1) * (2 + DOT_GAP)) * radius


def state_fill(state: str, colors: Colors) -> Color:
    """The colour of a state in rings and bars."""
    fills = (colors.accent, colors.accent_2, colors.surface_3, colors.accent_soft)
    return fills[(*map(str, STATES),).index(state)]


def _lines(points: tuple[tuple[float, float], ...], center: Point, unit: float) -> Outline:
    """Points of the marks' box as a line about `center`."""
    half = BOX / 2
    moved = [(center.x + (x - half) * unit, center.y + (y - half) * unit) for x, y in points]
    return (("M", *moved[0]), *(("L", *point) for point in moved[1:]))


def _arc(center: Point, radius: float, start_rad: float, sweep_rad: float) -> Outline:
    start = ("M", center.x + radius * cos(start_rad), center.y + radius * sin(start_rad))
    return (start, *arc(center, radius, start_rad, sweep_rad))
