"""A sunrise in the theme's colours: half suns on a horizon, the light above it, rings for those still below.

 _   _
(_| (_|          half discs and rings, a little off the line
-------- _   _
        (_| (_|
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from pipeline.curves import arc
from pipeline.geometry import Point, Rect
from pipeline.layout.canvas import Canvas
from pipeline.layout.shape import Shape
from pipeline.layout.strokes import BLEED, line
from pipeline.scene import LinearGradient, Outline, RadialGradient, Stop

GAP = 0.09  # of a sun's radius, from the line's edge to the sun
LIGHT = (1.75, 1.35, 0.8, 0.37, 0.09, 0.0)  # from the middle outwards, of the strongest light in the theme's glow
RING, RING_INSIDE = 0.4, 1  # a ring's stroke, of the line's width and 2 px at least; px that it is smaller than a sun
ALONE_CLEAR, LEAST_ALONE = 16, 0.45  # px from a single sun to the words above; what they leave of its radius at least
FADE = 0.7  # of the theme's sun, from its top down, that a half one takes


def suns(canvas: Canvas, middles: Sequence[float], y: float, width: float, radius: float) -> None:
    """Half suns above a line of that width, in the theme's colours without their transparency."""
    chord, fade = y - width / 2 - GAP * radius, canvas.theme.gradients.sun
    last = max(1, int(FADE * (len(fade) - 1)))
    stops = tuple(Stop(at / last, fade[at].color.with_alpha(1)) for at in range(last + 1))
    fill = LinearGradient(Point(0, y - radius), Point(0, y), stops)
    canvas.shape([each for x in middles for each in _half(x, chord, radius, pi)], fill)


def rings(canvas: Canvas, middles: Sequence[float], y: float, width: float, radius: float) -> None:
    """Half rings below a line of that width."""
    chord = y + width / 2 + GAP * radius + RING_INSIDE
    outline = [each for x in middles for each in _half(x, chord, radius - RING_INSIDE, 0.0)]
    canvas.shape(outline, line=canvas.colors.control, width=max(2, RING * width))


def light(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Light above a horizon, strongest at x."""
    color = canvas.theme.gradients.glow[0].color
    stops = tuple(Stop(at / 5, color.with_alpha(min(1, share * color.alpha))) for at, share in enumerate(LIGHT))
    left, right = max(0.0, x - radius), min(canvas.width, x + radius)
    canvas.box(Rect(left, y - radius, right - left, radius), RadialGradient(Point(x, y), radius, stops))


def draw_alone(canvas: Canvas, shape: Shape, y: float, width: float, radius: float, glow: float, words: Rect) -> None:
    """A single sun at the end of a line that goes all the way, as large as the words above leave room for."""
    if words.right > shape.right - 2 * radius:
        radius = min(radius, y - width - words.bottom - ALONE_CLEAR)
    light(canvas, shape.right - radius, y, glow)
    suns(canvas, [shape.right - radius], y, width, radius)
    line(canvas, Point(-BLEED, y), Point(shape.width + BLEED, y), width, canvas.colors.accent)


def _half(x: float, chord: float, radius: float, start_rad: float) -> Outline:
    """Half a disc: from pi it stands on its chord, from 0 it hangs from it."""
    side = -radius if start_rad else radius
    return (("M", x + side, chord), *arc(Point(x, chord), radius, start_rad, pi), ("Z",))
