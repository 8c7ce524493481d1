"""Where things stand, in px of each shape's reference; what a page has beyond it lies above the horizon.

Site · Section              eyebrow, where every kind has it
Title of the page           title, `above` below the eyebrow, where words are few farther down
What it is about.           description, `between` below it
----------------------(_)   the horizon
Author · 3 May 2026         byline
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.layout.shape import Shape


class Places(NamedTuple):
    """The measures of one shape."""

    title: float  # the usual size; a few words are larger
    lines: int  # of a large title at most
    descriptions: tuple[float, ...]  # sizes, the largest first
    above: float  # from the eyebrow's last baseline to the title's capitals
    between: float  # from the title's descenders to the description's capitals
    horizon: float
    line: float
    sun: float  # its radius at most
    glow: float
    byline: float  # its last baseline
    down: float  # of what words leave free above the whole sun: how far down they stand


WIDE = Places(104, 3, (32, 29, 26, 23, 21), 42, 18, 508, 4, 78, 330, 580, 0.3)
SQUARE = Places(128, 4, (40, 36, 32, 29, 26), 60, 28, 900, 5, 140, 380, 1008, 0.42)
TALL = Places(152, 5, (48, 43, 38, 34, 31), 70, 34, 1140, 6, 176, 420, 1268, 0.48)


def places(shape: Shape) -> Places:
    """The places on a page."""
    at = {"wide": WIDE, "tall": TALL, "square": SQUARE}[shape.name]
    higher = shape.beyond.height
    return at._replace(horizon=at.horizon + higher, byline=at.byline + higher)
