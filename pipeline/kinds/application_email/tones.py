"""Tones: a colour made lighter or darker by steps of CIE L*, with its hue kept.

One material has one hue and three values: lit about 10 points of L* above its base, shade about 13 below.
"""

from __future__ import annotations

from pipeline.color import Color, from_lab, lab

LIT, SHADE, TRIM = 10, -13, -6  # points of L*
DULLING = 0.4  # how chroma follows L* into light and shade, as a power; by eye, on jumpers of seven colours


def shifted(color: Color, points: float, dulling: float = DULLING) -> Color:
    """The colour, lighter by so many points of L*, or darker; either way a little duller."""
    lightness, a, b = lab(color)
    target = min(100.0, max(0.0, lightness + points))
    chroma = (min(target, lightness) / max(target, lightness)) ** dulling if target or lightness else 1.0
    return from_lab(target, a * chroma, b * chroma)


def within(color: Color, low: float, high: float) -> Color:
    """The colour with its L* brought between two limits."""
    lightness = lab(color)[0]
    return color if low <= lightness <= high else shifted(color, min(high, max(low, lightness)) - lightness, dulling=0)
