"""The marks of a checklist: states, priorities, progress, pages. A state shows in its shape; its colour only agrees.

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
from pipeline.kinds.feedback_checklist.states import PRIORITIES, Priority
from pipeline.layout.canvas import Canvas
from pipeline.layout.marks import half_disc, stroke, yes
from pipeline.theme import Colors

DISC = 11 / 24  # of a mark's diameter, which is clear at its edge: the radius of what is drawn
RING, LINE, STRIKE_LINE = 10 / 11, 2 / 11, 2.4 / 11  # of that radius, as are the strikes
STRIKES = {"partial": ((-0.4, 0.0), (0.4, 0.0)), "na": ((-3.4 / 11, 3.4 / 11), (3.4 / 11, -3.4 / 11))}
RING_RADIUS, RING_WIDTH = 0.455, 0.09  # of the ring's diameter
TRIM_RAD = 2.6 * pi / 180  # at each end of a segment
MOST_SEGMENTS = 12  # items that have a segment each; beyond, each state has one
DOT_GAP, PILL_DOT = 3.2, 5.2  # between page dots, and the length of the current one, in radii
MOST_PILLS = 6  # items of a group that have a pill each
ARC_GAP = 5.0  # between the arcs of states

Pill: TypeAlias = tuple[float, float, float]  # width, height, gap


def state_mark(canvas: Canvas, state: str, center: Point, diameter: float) -> None:
    """Draw the mark of a state."""
    radius, colors = DISC * diameter, canvas.colors
    if state == "done":
        yes(canvas, center, radius, colors.accent, colors.on_accent)
        return
    color = {"doing": colors.accent_2, "partial": colors.accent}.get(state, colors.control)
    canvas.ring(center, RING * radius, LINE * radius, color)
    if state == "doing":
        half_disc(canvas, center, radius, color)
    elif state in STRIKES:
        stroke(canvas, center, radius, STRIKES[state], color, STRIKE_LINE)


def priority_mark(canvas: Canvas, level: Priority, foot: Point, side: float) -> None:
    """Three bars that rise in reading direction, filled up to the level; `foot` is where reading begins."""
    unit, filled = side / 18, PRIORITIES.index(level) + 1
    for index, height in enumerate((6, 11, 16)):
        bar = Rect(foot.x + (1 + 6 * index) * unit, foot.y - height * unit, 4 * unit, height * unit)
        canvas.box(bar, canvas.colors.ink_2 if index < filled else canvas.colors.surface_3, 1.25 * unit)


def bar(canvas: Canvas, tally: Tally, rect: Rect, gap: float, most: int) -> None:
    """A pill for each item; of more than `most`, one for each state, in proportion."""
    x = rect.x
    for state, length in _parts(tally, most, rect.width, gap, least=rect.height):
        canvas.box(Rect(x, rect.y, length, rect.height), _fill(state, canvas.colors), rect.height / 2)
        x += length + gap


def group_bar_width(tally: Tally, pill: Pill) -> float:
    """How long a group's bar is."""
    width, _, gap = pill
    return min(tally.all, MOST_PILLS) * (width + gap) - gap


def _parts(tally: Tally, most: int, whole: float, gap: float, least: float) -> list[tuple[str, float]]:
    """The equal parts of a length, one for each item with its state; of more than `most`, one for each state.

    The latter are in proportion, but none is shorter than `least`.
    """
    counts = {state: count for state in ORDER if (count := getattr(tally, state))}
    if tally.all <= most:
        width = (whole + gap) / max(1, tally.all) - gap
        return [(state, width) for state, count in counts.items() for _ in range(count)]
    room = whole - gap * (len(counts) - 1) - least * len(counts)
    return [(state, least + room * count / tally.all) for state, count in counts.items()]


def ring(canvas: Canvas, tally: Tally, center: Point, diameter: float) -> None:
    """Progress as a ring, clockwise from twelve o'clock on every page: a segment an item, or an arc a state."""
    radius, width, colors = RING_RADIUS * diameter, RING_WIDTH * diameter, canvas.colors
    trim_rad = TRIM_RAD if tally.all <= MOST_SEGMENTS else ARC_GAP / radius / 2
    parts = _parts(tally, MOST_SEGMENTS, 1.0, 0.0, least=4 * trim_rad / (2 * pi))
    if len(parts) < 2:
        color = _fill(parts[0][0], colors) if parts else colors.surface_3
        canvas.shape(circle(center, radius), line=color, width=width, is_round=False)
        return
    turn, start_rad = -1 if canvas.page.mirrored else 1, -pi / 2
    for state, share in parts:
        sweep_rad = turn * 2 * pi * share
        begin_rad, drawn_rad = start_rad + turn * trim_rad, sweep_rad - turn * 2 * trim_rad
        start = ("M", center.x + radius * cos(begin_rad), center.y + radius * sin(begin_rad))
        outline = (start, *arc(center, radius, begin_rad, drawn_rad))
        canvas.shape(outline, line=_fill(state, colors), width=width, is_round=False)
        start_rad += sweep_rad


def page_dots(canvas: Canvas, center: Point, count: int, current: int, radius: float) -> None:
    """A dot a page, the current one drawn out to a pill; `center` is the middle of the row."""
    x = center.x - dots_width(count, radius) / 2
    for index in range(count):
        length, fill = (PILL_DOT, canvas.colors.accent) if index == current else (2, canvas.colors.control)
        canvas.box(Rect(x, center.y - radius, length * radius, 2 * radius), fill, radius)
        x += length * radius + DOT_GAP * radius


def dots_width(count: int, radius: float) -> float:
    """How wide a row of page dots is."""
    return (PILL_DOT + (count - 1) * (2 + DOT_GAP)) * radius


def _fill(state: str, colors: Colors) -> Color:
    """The colour of a state in rings and bars."""
    fills = {"done": colors.accent, "doing": colors.accent_2, "partial": colors.accent_soft}
    return fills.get(state, colors.surface_3)
