"""A change: the line comes in at the old level, turns and points at the new one, both to scale from a dotted zero.

    ---------o              31 days
              \\
               v            9 days
    . . . . . . . . . . 0
"""

from __future__ import annotations

from pipeline.geometry import Point
from pipeline.kinds.big_number.content import Change
from pipeline.kinds.big_number.lettering import told
from pipeline.kinds.big_number.places import Places
from pipeline.layout.canvas import Canvas
from pipeline.layout.label import stand
from pipeline.layout.shape import Shape
from pipeline.layout.strokes import BLEED, HEAD, NODE, arrow, dots, line, node
from pipeline.layout.sunrise import light

TURN, OF_CHANGE = 0.6, 0.6  # where in the row the line turns; the most of the change that its radius takes
LEAST_TURN = 5.2  # line widths from the node to the shaft: a small turn stays clear of its node
GLOW = 0.8  # of the radius above a row
UNDER, ABOVE, ROOM = 1.25, 0.6, 2.6  # of a label's size: from the old level down or up to it, and to zero at least
DOWN, UP, LEVEL = -0.1, 0.6, 0.35  # of the label's size, from the new level to the baseline beside it
ON_ZERO = 0.5  # of the label's size, from the edge of the dots up to a baseline


def draw(canvas: Canvas, shape: Shape, at: Places, change: Change) -> float:
    """Draw both levels with their labels; returns the y above which all is free."""
    zero, width, largest = at.horizon, at.line, max(change.old, change.new)
    old, new = (zero - at.larger * float(value / largest) for value in (change.old, change.new))
    tip = Point(shape.margin + TURN * shape.measure, new)
    radius = 0.0 if change.is_level else min(at.turn, OF_CHANGE * abs(new - old))
    start = Point(tip.x - (0 if change.is_level else max(radius, LEAST_TURN * width)), old)
    light(canvas, tip.x, zero, GLOW * at.glow)
    dots(canvas, -BLEED, shape.width + BLEED, zero, width)
    line(canvas, Point(-BLEED, old), start, width, canvas.colors.accent)
    if not change.is_level:
        arrow(canvas, start, tip, radius, width, canvas.colors.accent_2)
    node(canvas, start, width)
    tops = _old(canvas, shape, at, change, start), _new(canvas, shape, at, change, tip)
    return min(old - NODE * width, new, *tops)


def _old(canvas: Canvas, shape: Shape, at: Places, change: Change, end: Point) -> float:
    """Write the old value under its line where there is room, else above it; returns its top."""
    size = shape.label
    before = told(canvas, change.before, size, end.x - shape.margin - NODE * at.line - size, [change.before_note])
    lower = before.depth / canvas.unit
    is_under = at.horizon - end.y > ROOM * size + lower
    last = end.y + at.line + UNDER * size + lower if is_under else end.y - at.line - ABOVE * size
    return stand(canvas, before, shape.margin, last)


def _new(canvas: Canvas, shape: Shape, at: Places, change: Change, tip: Point) -> float:
    """Write the new value beside the head, and the zero at the end of its dots; returns the value's top."""
    size, on_zero, zero = shape.label, at.horizon - at.line - ON_ZERO * shape.label, change.zero
    quiet = canvas.style(size, canvas.colors.muted)
    taken = canvas.text(shape.right, on_zero, zero.text, quiet, anchor="end", role=zero.field)
    x = tip.x + HEAD * at.line + size
    about = [change.after_note, change.difference]
    after = told(canvas, change.after, size, shape.right - taken - size - x, about)
    beside = LEVEL if change.is_level else UP if change.new > change.old else DOWN
    last = min(tip.y + beside * size, on_zero) + (0 if beside == DOWN else after.depth / canvas.unit)
    return stand(canvas, after, x, last)
