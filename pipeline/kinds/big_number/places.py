"""Where things stand, in px of each shape's reference; what a page has beyond it lies above the horizon.

eyebrow
30 %    of my applications     figure and unit, with their capitals at `top`
        had an answer          the caption, beside the figure or below it
__o ... .  .  .  .  .  .       the horizon, or the zero that a change is measured from
3 of 10                        labels
Source
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.layout.shape import Shape


class Places(NamedTuple):
    """The measures of one shape."""

    figure: float  # its size at most
    measure: float  # of figure and unit at most
    top: float  # of their capitals
    few: tuple[float, ...]  # sizes of a caption of one line
    captions: tuple[float, ...]  # of longer ones; the last may have as many lines as there is room for
    lines: int
    horizon: float
    line: float
    sun: float  # the radius of one in a row at most
    alone: float  # of a single one
    glow: float  # the radius of the light
    larger: float  # how high the larger value of a change stands above zero
    turn: float  # the radius of the turn at most


WIDE = Places(360, 600, 131, (90, 72), (54, 50, 46, 40, 35, 31, 27), 4, 478, 5, 50, 110, 400, 106, 40)
TALL = Places(690, 936, 178, (150, 115), (80, 68, 58, 48, 40), 4, 1098, 7, 72, 190, 370, 190, 64)
SQUARE = Places(570, 952, 138, (130, 96), (68, 60, 52, 44, 36), 3, 864, 6, 64, 160, 370, 130, 64)
OF_CHANGE = {"wide": (320, 520), "tall": (690, 1150), "square": (460, 910)}  # the figure at most, and zero
DOWN = 0.6  # of what a page has beyond its reference: above the figure


def places(shape: Shape, *, is_change: bool) -> Places:
    """The places on a page."""
    at = {"wide": WIDE, "tall": TALL, "square": SQUARE}[shape.name]
    figure, horizon = OF_CHANGE[shape.name] if is_change else (at.figure, at.horizon)
    wider, higher = shape.beyond
    return at._replace(
        figure=figure,
        measure=at.measure + wider / 2,
        top=at.top + DOWN * higher,
        horizon=horizon + higher,
    )
