"""Colours: sRGB with alpha; parsing, printing, mixing, contrast, and as the eye sees them (CIELAB)."""

from __future__ import annotations

from functools import lru_cache
from math import dist, hypot
from typing import NamedTuple, TypeAlias

Lab: TypeAlias = tuple[float, float, float]

LUMINANCE = (82, 141, 33)  # of 256, for .32 R + .55 G + .13 B: how bright a pixel of a duotone is, in whole numbers
DULLING = 0.4  # how chroma follows L* into light and shade, as a power; by eye, on jumpers of seven colours

_WHITE = (0.95047, 1.0, 1.08883)  # D65 (IEC 61966-2-1)
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))  # IEC 61966-2-1
_TO_RGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27  # CIE 15


class Color(NamedTuple):
    """sRGB: red, green and blue 0 to 255, alpha 0 to 1 (straight, not premultiplied)."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0

    @staticmethod
    def parse(text: str) -> Color:
        """Read `#RGB`, `#RRGGBB`, `#RRGGBBAA` or `#RRGGBB/0.5` (alpha); raises ValueError for anything else."""
        digits, slash, opacity = text[1:].partition("/")
        if text[:1] != "#" or not digits.isalnum() or len(digits) not in ((6,) if slash else (3, 6, 8)):
            raise ValueError(f"{text!r} is not a colour")
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        red, green, blue, *rest = bytes.fromhex(digits)
        alpha = float(opacity) if slash else rest[0] / 255 if rest else 1.0
        if not 0 <= alpha <= 1:
            raise ValueError(f"{opacity!r} is not an alpha from 0 to 1")
        return Color(red, green, blue, alpha)

    def __str__(self) -> str:
        name = f"#{self.red:02X}{self.green:02X}{self.blue:02X}"
        return name if self.alpha == 1 else f"{name}/{self.alpha:.3g}"

    def with_alpha(self, alpha: float) -> Color:
        return Color(self.red, self.green, self.blue, alpha)

    def over(self, backdrop: Color) -> Color:
        """What is seen when this colour lies on an opaque one."""
        return Color(
            round(self.red * self.alpha + backdrop.red * (1 - self.alpha)),
            round(self.green * self.alpha + backdrop.green * (1 - self.alpha)),
            round(self.blue * self.alpha + backdrop.blue * (1 - self.alpha)),
        )

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
        red, green, blue = (_linear(channel / 255) for channel in self[:3])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Color) -> float:
        """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
        lighter, darker = sorted((self.luminance, other.luminance), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)


def duotone(color: Color, dark: Color, light: Color) -> Color:
    """What becomes of a colour in a picture of two: by its luminance, straight between them."""
    level = sum(channel * weight for channel, weight in zip(color[:3], LUMINANCE, strict=True)) + 128 >> 8
    red, green, blue = (between(low, high, level) for low, high in zip(dark[:3], light[:3], strict=True))
    return Color(red, green, blue)


def between(low: int, high: int, level: int) -> int:
    """The value that lies `level` of 255 from one to another."""
    return (low * (255 - level) + high * level + 127) // 255


def lab(color: Color) -> Lab:
    """CIE L* (0 to 100), a*, b* of an opaque colour, under D65."""
    linear = [_linear(channel / 255) for channel in color[:3]]
    x, y, z = (
        _root(sum(k * v for k, v in zip(row, linear, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
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


def apart(one: Color, other: Color) -> float:
    """How different two colours are: the distance in CIELAB (CIE 1976)."""
    return dist(lab(one), lab(other))


def toned(color: Color, meant: Color, found: Color, lightness: float | None = None, strength: float = 1.0) -> Color:
    """A colour that went with `meant` as it goes with `found`: of that one's hue, and as much duller or stronger.

    It keeps its own CIE L* unless another `lightness` is given; `strength` is a factor on its chroma.
    """
    (own, *ab), (_, *old), (_, *new) = lab(color), lab(meant), lab(found)
    share = strength * hypot(*ab) / max(hypot(*old), 1.0)
    return from_lab(own if lightness is None else lightness, new[0] * share, new[1] * share)


def shifted(color: Color, points: float, dulling: float = DULLING) -> Color:
    """The colour, lighter by so many points of L*, or darker; either way a little duller."""
    lightness, a, b = lab(color)
    target = min(100.0, max(0.0, lightness + points))
    chroma = (min(target, lightness) / max(target, lightness)) ** dulling if target or lightness else 1.0
    return from_lab(target, a * chroma, b * chroma)


@lru_cache(maxsize=64)
def set_off(color: Color, grounds: tuple[Color, ...], least: float) -> Color:
    """The colour, moved in L* no farther than it takes for the least contrast with each of the grounds."""
    moved = (shifted(color, points, dulling=0) for points in sorted(range(-100, 101), key=abs))
    return next(found for found in moved if all(found.contrast(ground) >= least for ground in grounds))


def _channels(lightness: float, a: float, b: float) -> tuple[float, ...]:
    """Linear red, green and blue, perhaps outside 0 to 1."""
    y = (lightness + 16) / 116
    xyz = [_cube(root) * white for root, white in zip((y + a / 500, y, y - b / 200), _WHITE, strict=True)]
    return tuple(sum(k * v for k, v in zip(row, xyz, strict=True)) for row in _TO_RGB)


def _root(value: float) -> float:
    return value ** (1 / 3) if value > _EPSILON else (_KAPPA * value + 16) / 116


def _cube(root: float) -> float:
    return root**3 if root**3 > _EPSILON else (116 * root - 16) / _KAPPA


def _linear(channel: float) -> float:
    """One gamma-coded sRGB channel as linear light (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _coded(channel: float) -> float:
    """One channel of linear light gamma-coded (IEC 61966-2-1)."""
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
