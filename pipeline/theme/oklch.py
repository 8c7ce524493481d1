"""Colours as OKLCH has them: lightness, chroma and hue as the eye judges them. The door of coloraide.

Only making a palette, and a palette that failed, need this; nothing that is rendered imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import dist
from typing import NamedTuple

from coloraide import Color as Coloraide

from pipeline.color import Color, lab

DEFICIENCIES = ("deutan", "protan", "tritan")
_STEPS = 200  # of lightness


class Tone(NamedTuple):
    """Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees: Ottosson, A perceptual color space, 2020."""

    lightness: float
    chroma: float
    hue: float

    @property
    def color(self) -> Color:
        """The colour, with as much of its chroma as sRGB can show at that lightness (CSS Color 4, 13.2)."""
        fitted = Coloraide("oklch", list(self)).convert("srgb").fit("srgb", method="oklch-chroma")
        red, green, blue = (round(255 * min(1.0, max(0.0, channel))) for channel in fitted.coords(nans=False))
        return Color(red, green, blue)


def tone(color: Color) -> Tone:
    """The lightness, chroma and hue of an opaque colour; the hue of a grey is 0."""
    lightness, chroma, hue = _made(color).convert("oklch").coords(nans=False)
    return Tone(lightness, chroma, hue)


def nearest_readable(color: Color, grounds: Iterable[Color], least: float) -> Color | None:
    """The colour of the same hue, nearest in lightness, whose contrast on each ground is at least that; or None."""
    return nearest(tone(color), lambda found: all(found.contrast(ground) >= least for ground in grounds))


def nearest(start: Tone, passes: Callable[[Color], bool]) -> Color | None:
    """The colour nearest to `start` in lightness that passes, or None where none does."""
    for step in range(_STEPS + 1):
        for sign in (-1, 1):
            lightness = start.lightness + sign * step / _STEPS
            if not -0.5 / _STEPS <= lightness <= 1 + 0.5 / _STEPS:
                continue
            found = start._replace(lightness=min(1.0, max(0.0, lightness))).color
            if passes(found):
                return found
    return None


def as_seen(color: Color, deficiency: str) -> Color:
    """A colour as a reader sees it who lacks one kind of cone (Machado et al., 2009, for deutan and protan; Brettel
    et al., 1997, for tritan).
    """
    method = "brettel" if deficiency == "tritan" else "machado"
    seen = _made(color).filter(deficiency, 1, method=method, out_space="srgb").clip()
    red, green, blue = (round(255 * channel) for channel in seen.coords(nans=False))
    return Color(red, green, blue)


def least_apart(colors: Sequence[Color]) -> tuple[float, str]:
    """The distance of the two most alike colours in CIELAB (CIE 1976), and the kind of sight to which they are."""
    found = (float("inf"), "")
    for sight in ("", *DEFICIENCIES):
        labs = [lab(as_seen(color, sight) if sight else color) for color in colors]
        pairs = ((dist(one, other), sight) for index, one in enumerate(labs) for other in labs[:index])
        found = min(found, *pairs, key=lambda each: each[0])
    return found


def _made(color: Color) -> Coloraide:
    return Coloraide("srgb", [color.red / 255, color.green / 255, color.blue / 255])
