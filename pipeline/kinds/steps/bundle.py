"""The bundle: each step is a line that keeps running, turns once and ends, with all others, in one capsule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.curves import circle, rounded_rect, turning
from pipeline.geometry import Point, Rect
from pipeline.kinds.steps.content import Content
from pipeline.kinds.steps.icons import icon
from pipeline.layout.block import block, put
from pipeline.layout.canvas import Canvas
from pipeline.typography import Setting, TextStyle

ICON, LEAST_ICON = 0.66, 34  # of a number's size: its icon's side; px
BEARING, MIDDLE = 0.04, 0.36  # of a number's size: what is left of its ink, and its middle above the baseline
AFTER_LABEL = 0.42  # of its size


class Strands(NamedTuple):
    """How wide the lines are, how far from one to the next, and how they turn."""

    width: float
    pitch: float
    turn: float


def draw_strands(canvas: Canvas, strands: Strands, start: Sequence[Point], steps: Sequence[Sequence[Point]]) -> None:
    """A line through the points of each step, and a lighter one for the start, if it has any."""
    for points in filter(None, (start, *steps)):
        color = canvas.colors.accent_soft if points is start else canvas.colors.accent
        canvas.shape(turning(points, strands.turn), line=color, width=strands.width, is_round=False)


def draw_capsule(canvas: Canvas, middle: Rect, line: float, dot: float) -> None:
    """A destination stretched across all lines, the middle of its own being this rectangle."""
    outline = rounded_rect(middle, min(middle.width, middle.height) / 2)
    canvas.shape(outline, canvas.colors.surface, canvas.colors.accent_2, line)
    canvas.shape(circle(middle.center, dot), canvas.colors.accent_2)


def number_style(canvas: Canvas, size: float, weight: int = 500) -> TextStyle:
    """How numbers look."""
    return canvas.style(size, canvas.colors.accent, weight, "numerals", -0.04)


def write_number(canvas: Canvas, content: Content, at: int, place: Point, style: TextStyle, aside: float) -> None:
    """A step's number, its ink where reading starts at `place`, and its icon so far beside it, about its middle."""
    step, side = content.steps[at], icon_side(style.size)
    bearing = 0.0 if canvas.page.mirrored else BEARING * style.size
    canvas.text(place.x - bearing, place.y, step.number, style, role=f"steps[{at}].number")
    if step.icon:
        corner = Point(place.x + aside, place.y - MIDDLE * style.size - side / 2)
        icon(canvas, step.icon, corner, side, canvas.colors.accent)


def icon_side(number: float) -> float:
    """Of the icon beside a number of that size; beside a small one it is larger than that."""
    return max(ICON * number, min(number, LEAST_ICON))


def write_start(canvas: Canvas, content: Content, sizes: Sequence[float], place: Point, right: float) -> None:
    """What there is before the first step, behind its label; raises FitError."""
    if content.start:
        label = canvas.style(sizes[0], canvas.colors.ink_2, 600)
        width = canvas.text(place.x, place.y, content.words.shown.start, label, role="labels.start")
        x = place.x + width + AFTER_LABEL * label.size
        settings = [Setting(size, 1.2, 1) for size in sizes]
        text = block(canvas, content.start, canvas.style(1, canvas.colors.muted), settings, right - x)
        put(canvas, text, x, place.y)
