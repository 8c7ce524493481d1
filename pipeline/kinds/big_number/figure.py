"""A large figure with its unit, light in the display face, its ink on the margin.

30 %    a sign hangs from the figure's top
9 days  a word stands on its base
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.layout.canvas import Canvas
from pipeline.layout.optical import Optical, optical
from pipeline.typography import TextStyle

WEIGHT, TRACKING_EM = 300, -0.03


class Unit(NamedTuple):
    """How a unit stands: its size, the gap before it and how far it is raised, all of the figure's size."""

    size: float
    gap: float
    up: float
    tracking_em: float


SIGN, WORD = Unit(0.5, 0.05, 0.5, TRACKING_EM), Unit(0.25, 0.08, 0.0, -0.018)


class Figure(NamedTuple):
    """A figure that may be written in any size.

    `width`, `rise` and `drop` are those of the ink of figure and unit, of the figure's size.
    """

    text: Leaf
    unit: Leaf
    way: Unit
    line: Optical
    width: float
    rise: float
    drop: float


def figure(canvas: Canvas, text: Leaf, unit: Leaf, *, is_sign: bool) -> Figure:
    """A figure and its unit, which may be blank."""
    way = SIGN if is_sign else WORD
    line = optical(canvas.page, text, _style(canvas, 100))
    if not unit:
        return Figure(text, unit, way, line, max(line.advance - line.bearing, line.ink), line.rise, line.drop)
    beside = optical(canvas.page, unit, _style(canvas, 100, way.tracking_em))
    width = line.advance - line.bearing + way.gap + way.size * beside.advance
    up = way.up * line.capitals
    rise, drop = max(line.rise, up + way.size * beside.rise), max(line.drop, way.size * beside.drop - up)
    return Figure(text, unit, way, line, width, rise, drop)


def write(canvas: Canvas, written: Figure, left: float, base: float, size: float) -> None:
    """Write it with its ink at `left`."""
    text, unit, way, line, *_ = written
    x, raised = left - line.bearing * size, base - way.up * line.capitals * size
    canvas.text(x, base, text.text, _style(canvas, size), role=text.field)
    style = _style(canvas, way.size * size, way.tracking_em)._replace(fill=canvas.colors.accent)
    canvas.text(x + (line.advance + way.gap) * size, raised, unit.text, style, role=unit.field)


def _style(canvas: Canvas, size: float, tracking_em: float = TRACKING_EM) -> TextStyle:
    return canvas.style(size, canvas.colors.ink, WEIGHT, "display", tracking_em)
