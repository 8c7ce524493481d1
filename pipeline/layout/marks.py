"""Marks beside short texts, told apart by shape; none is turned round on a page from right to left.

yes     a disc with a tick             no       a cross
partly  a ring, its right half full    nothing  a dash
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from pipeline.color import Color
from pipeline.curves import arc
from pipeline.geometry import Point, Rect
from pipeline.layout.canvas import Canvas
from pipeline.scene import Outline

TICK = ((-4.8 / 11, 0.4 / 11), (-1.4 / 11, 3.7 / 11), (4.9 / 11, -3.2 / 11))  # in radii, as all that follows
ARM, HALF_DASH, HALF_DISC = 0.42, 0.5, 6.4 / 11
TICK_LINE, RING_LINE, CROSS_LINE, DASH_LINE = 0.2, 0.2, 0.22, 0.2
CROSSED, CROSS = 0.9, 0.8  # a no in its ring


def mark(
    canvas: Canvas, name: str, center: Point, radius: float, color: Color, behind: Color, *, is_strong: bool
) -> None:
    """The mark of a yes, partly, no or nothing in a colour; a cross that is strong stands in a ring."""
    surface = canvas.colors.surface
    if name == "yes":
        yes(canvas, center, radius, color, surface)
    elif name == "partly":
        partly(canvas, center, radius, color, behind)
    elif name == "nothing":
        nothing(canvas, center, radius, color)
    elif is_strong:
        canvas.ring(center, CROSSED * radius, RING_LINE * radius, color, surface)
        no(canvas, center, CROSS * radius, color)
    else:
        no(canvas, center, radius, canvas.colors.muted)


def yes(canvas: Canvas, center: Point, radius: float, color: Color, on_color: Color) -> None:
    """A disc with a tick in it."""
    canvas.box(Rect.around(center, radius), color, radius)
    stroke(canvas, center, radius, TICK, on_color, TICK_LINE)


def partly(canvas: Canvas, center: Point, radius: float, color: Color, fill: Color) -> None:
    """A ring whose right half is full."""
    canvas.ring(center, radius * (1 - RING_LINE / 2), RING_LINE * radius, color, fill)
    half_disc(canvas, center, radius, color)


def half_disc(canvas: Canvas, center: Point, radius: float, color: Color) -> None:
    """What fills the right half of a ring."""
    sweep, half = -pi if canvas.page.mirrored else pi, HALF_DISC * radius
    canvas.shape((("M", center.x, center.y - half), *arc(center, half, -pi / 2, sweep), ("Z",)), color)


def no(canvas: Canvas, center: Point, radius: float, color: Color) -> None:
    """A cross."""
    for side in (-ARM, ARM):
        stroke(canvas, center, radius, ((-ARM, side), (ARM, -side)), color, CROSS_LINE)


def nothing(canvas: Canvas, center: Point, radius: float, color: Color) -> None:
    """A dash."""
    stroke(canvas, center, radius, ((-HALF_DASH, 0.0), (HALF_DASH, 0.0)), color, DASH_LINE)


def stroke(
    canvas: Canvas, center: Point, radius: float, points: Sequence[tuple[float, float]], color: Color, line: float
) -> None:
    """A line through points about the middle of a mark, these and its width in radii."""
    turned = -radius if canvas.page.mirrored else radius
    first, *others = [(center.x + x * turned, center.y + y * radius) for x, y in points]
    outline: Outline = (("M", *first), *(("L", *point) for point in others))
    canvas.shape(outline, line=color, width=line * radius)
