"""The horizon: half suns that have risen above the line for what counts, open half rings below dots for the rest.

 _ _ _              one for each, or of very many one of each sort
(_|_|_)
-------o . . . .    and the line as long as their share
       (_) (_) (_)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.geometry import Point
from pipeline.kinds.big_number.content import Part
from pipeline.kinds.big_number.lettering import told
from pipeline.kinds.big_number.places import Places
from pipeline.layout.canvas import Canvas
from pipeline.layout.label import stand
from pipeline.layout.shape import Shape
from pipeline.layout.strokes import BLEED, FREE, NODE, dots, line, node
from pipeline.layout.sunrise import GAP, light, rings, suns

SUN, OVER = 0.38, 0.7  # a sun's radius, of the pitch; of a node's radius, how far suns keep off its middle
LEAST_SUN = 0.3  # of the largest, where a share leaves no room
LABEL_SHARE, REST_SHARE = 0.6, 0.36  # of the row, where both labels stand above the line
BELOW, ABOVE = 1.4, 0.6  # from the line to a label's baseline, of its size


class Row(NamedTuple):
    """The middles of suns and rings, where the line turns to dots, and the radius of suns and of rings."""

    risen: Sequence[float]
    waiting: Sequence[float]
    split: float
    sun: float
    ring: float


def draw(canvas: Canvas, shape: Shape, at: Places, of: Part) -> float:
    """Draw so many of so many with their labels; returns the y above which all is free."""
    row, y, width = _row(shape, at, of), at.horizon, at.line
    if row.risen:
        light(canvas, (row.risen[0] + row.risen[-1]) / 2, y, at.glow)
        suns(canvas, row.risen, y, width, row.sun)
    line(canvas, Point(-BLEED, y), Point(row.split, y), width, canvas.colors.accent)
    if row.waiting:
        rings(canvas, row.waiting, y, width, row.ring)
        dots(canvas, row.split + FREE * width, shape.width + BLEED, y, width)
        node(canvas, Point(row.split, y), width)
    return _labels(canvas, shape, at, of, row)


def _row(shape: Shape, at: Places, of: Part) -> Row:
    """Suns and rings side by side, the first and the last flush with the margins; or one of each about their share."""
    left, right = shape.margin, shape.right
    if not of.is_counted:
        return _share(at, of, left, right)
    pitch = shape.measure / of.total
    radius = min(at.sun, SUN * pitch, pitch / 2 - OVER * NODE * at.line)
    step = (shape.measure - 2 * radius) / (of.total - 1)
    middles = [left + radius + index * step for index in range(of.total)]
    risen, waiting = middles[: of.counted], middles[of.counted :]
    split = left if not risen else right if not waiting else waiting[0] - step / 2
    return Row(risen, waiting, split, radius, radius)


def _share(at: Places, of: Part, left: float, right: float) -> Row:
    """One sun before the share's end and one ring behind it, into the margin where it is small."""
    split = left + (right - left) * of.counted / of.total
    sun, ring = (min(at.sun, max(LEAST_SUN * at.sun, room / 2)) for room in (split - left, right - split))
    clear = FREE / 2 * at.line
    risen = [min(left + sun, split - clear - sun)] if of.counted else []
    waiting = [max(right - ring, split + clear + ring)] if of.counted < of.total else []
    return Row(risen, waiting, split, sun, ring)


def _labels(canvas: Canvas, shape: Shape, at: Places, of: Part, row: Row) -> float:
    """Each label on the empty side of the line, else above the suns; returns the highest place taken."""
    y, size, above = at.horizon, shape.label, at.horizon - at.line
    if row.risen:
        above -= (1 + GAP) * row.sun - at.line / 2
    room = (row.waiting[0] - row.ring if row.waiting else shape.right) - shape.margin - size / 2
    share = told(canvas, of.label, size, shape.measure * (LABEL_SHARE if of.rest else 1))
    is_below = row.risen and len(share.lines) == 1 and share.width <= room * canvas.unit
    tops = [above, stand(canvas, share, shape.margin, y + at.line + BELOW * size if is_below else above - ABOVE * size)]
    if of.rest:
        measure = REST_SHARE * shape.measure
        rest = told(canvas, Leaf("", ""), size, measure, [of.rest], is_end=True)
        room = shape.right - size - (row.risen[-1] + row.sun if row.risen else shape.margin)
        base = y - at.line if rest.width <= room * canvas.unit else above
        tops.append(stand(canvas, rest, shape.right - measure, base - ABOVE * size))
    return min(tops)
