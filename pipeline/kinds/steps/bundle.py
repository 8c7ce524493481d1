"""The bundle: each step is a line that keeps running, turns and joins those before it, and ends in one capsule.

1 |    2 |   3 |
  |      |     '--.                  the last turns innermost; the start, lighter, comes from the page's edge
  |      '--------|-
  '---------------|-  ( o )          the capsule covers all ends
==================='
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.curves import circle, rounded_rect, turning
from pipeline.geometry import Point, Rect
from pipeline.layout.canvas import Canvas

BLEED = 10  # px beyond the page's edge, so that no line end shows


class Strands(NamedTuple):
    """How wide the lines are, how far apart, and how they turn."""

    width: float
    gap: float
    turn: float

    @property
    def pitch(self) -> float:
        """From the middle of one to that of the next."""
        return self.width + self.gap


def strand(canvas: Canvas, strands: Strands, points: Sequence[Point], *, is_start: bool = False) -> None:
    """One line through the points, round at its corner."""
    color = canvas.colors.accent_soft if is_start else canvas.colors.accent
    outline = turning(points, strands.turn)
    canvas.shape(outline, line=color, width=strands.width, is_round=False)


def capsule(canvas: Canvas, rect: Rect, line: float, dot: float) -> None:
    """A destination stretched across all strands; `rect` is the middle of its line."""
    colors = canvas.colors
    outline = rounded_rect(rect, min(rect.width, rect.height) / 2)
    canvas.shape(outline, colors.surface, colors.accent_2, line)
    canvas.shape(circle(rect.center, dot), colors.accent_2)
