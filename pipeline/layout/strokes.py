"""The strokes of our drawings: a line, the dots it goes on in, the node where it changes, the arrow it turns into.

------o . . . .     ------.     all by one width: that of the line
                          v
"""

from __future__ import annotations

from math import pi

from pipeline.color import Color
from pipeline.curves import arc
from pipeline.geometry import Point
from pipeline.layout.canvas import Canvas

BLEED = 10  # px beyond the page's edge, so that no line end shows
NODE, NODE_STROKE = 1.55, 0.75  # of the line's width: a node's radius and its ring
DOT, PITCH, FREE = 0.56, 2, 4  # the width of a dot, from dot to dot, from a node's middle to the first one
HEAD, HEAD_OF_TURN = 2.6, 0.8  # how far an arrow's head goes back and to each side; the most of its way down or up


def line(canvas: Canvas, start: Point, end: Point, width: float, color: Color) -> None:
    """A straight line, cut off at its ends."""
    canvas.shape((("M", *start), ("L", *end)), line=color, width=width, is_round=False)


def dots(canvas: Canvas, left: float, right: float, y: float, width: float) -> None:
    """A dotted line beside one of that width."""
    dash = (0.01, PITCH * width - 0.01)
    canvas.shape((("M", left, y), ("L", right, y)), line=canvas.colors.control, width=DOT * width, dash=dash)


def node(canvas: Canvas, center: Point, width: float) -> None:
    """A ring on a line of that width."""
    canvas.ring(center, NODE * width, NODE_STROKE * width, canvas.colors.ink, canvas.colors.paper)


def arrow(canvas: Canvas, start: Point, tip: Point, radius: float, width: float, color: Color) -> None:
    """A line that comes in along a row, turns down or up by a quarter circle and points at `tip`."""
    sign = 1 if tip.y > start.y else -1
    quarter = arc(Point(tip.x - radius, start.y + sign * radius), radius, -sign * pi / 2, sign * pi / 2)
    shaft = (("M", *start), ("L", tip.x - radius, start.y), *quarter, ("L", tip.x, tip.y - sign * width / 2))
    canvas.shape(shaft, line=color, width=width, is_round=False)
    side = min(HEAD * width, HEAD_OF_TURN * abs(tip.y - start.y))
    back = tip.y - sign * side
    canvas.shape((("M", tip.x - side, back), ("L", *tip), ("L", tip.x + side, back)), line=color, width=width)
