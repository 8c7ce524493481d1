"""Tones: a colour made lighter or darker by steps of CIE L*, with its hue kept; and how far two colours are apart.

One material has one hue and three values: lit about 10 points of L* above its base, shade about 13 below.
"""

from __future__ import annotations

from math import dist
from typing import TypeAlias

from pipeline.color import Color

LIT, SHADE, TRIM = 10, -13, -6  # points of L*
DULLING = 0.4  # how chroma follows L* into light and shade, as a power; by eye, on jumpers of seven colours

Lab: TypeAlias = tuple[float, float, float]

WHITE = (0.95047, 1.0, 1.08883)  # D65 (IEC 61966-2-1)
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))  # IEC 61966-2-1
_TO_RGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27  # CIE 15


def lab(color: Color) -> Lab:
    """CIE L* (0 to 100), a*, b* of an opaque colour, under D65."""
    linear = [_linear(channel / 255) for channel in color[:3]]
    x, y, z = (
        _root(sum(k * v for k, v in zip(row, linear, strict=True)) / white)
        for row, white in zip(_TO_XYZ, WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def from_lab(lightness: float, a: float, b: float) -> Color:
    """The colour, with as much of its chroma as sRGB can show at that lightness."""
    for share in range(20, -1, -1):
        channels = _channels(lightness, a * share / 20, b * share / 20)
        if share == 0 or all(-0.002 <= channel <= 1.002 for channel in channels):
            break
    red, green, blue = (round(255 * _coded(min(1.0, max(0.0, channel)))) for channel in channels)
    return Color(red, green, blue)


def shifted(color: Color, points: float, dulling: float = DULLING) -> Color:
    """The colour, lighter by so many points of L*, or darker; either way a little duller."""
    lightness, a, b = lab(color)
    target = min(100.0, max(0.0, lightness + points))
    chroma = (min(target, lightness) / max(target, lightness)) ** dulling if target or lightness else 1.0
    return from_lab(target, a * chroma, b * chroma)


def apart(one: Color, other: Color) -> float:
    """How different two colours are: the distance in CIELAB (CIE 1976)."""
    return dist(lab(one), lab(other))


def within(color: Color, low: float, high: float) -> Color:
    """The colour with its L* brought between two limits."""
    lightness = lab(color)[0]
    return color if low <= lightness <= high else shifted(color, min(high, max(low, lightness)) - lightness, dulling=0)


def _channels(lightness: float, a: float, b: float) -> tuple[float, ...]:
    """Linear red, green and blue, perhaps outside 0 to 1."""
    y = (lightness + 16) / 116
    xyz = [_cube(root) * white for root, white in zip((y + a / 500, y, y - b / 200), WHITE, strict=True)]
    return tuple(sum(k * v for k, v in zip(row, xyz, strict=True)) for row in _TO_RGB)


def _root(value: float) -> float:
    return value ** (1 / 3) if value > _EPSILON else (_KAPPA * value + 16) / 116


def _cube(root: float) -> float:
    return root**3 if root**3 > _EPSILON else (116 * root - 16) / _KAPPA


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _coded(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
