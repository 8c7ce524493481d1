"""What a file defines once and refers to: gradients, clips, blurs and glyphs, each by an id of its own."""

from __future__ import annotations

from functools import lru_cache

from pipeline.color import Color
from pipeline.formats._numbers import number
from pipeline.formats._svg.markup import OWN, one_class, path
from pipeline.formats._svg.pairs import Pairs
from pipeline.geometry import Rect
from pipeline.scene import FaceRef, LinearGradient, Outline, Paint, RadialGradient, Stop
from pipeline.typography import drawing

_PLACES = 4  # decimals of gradients, which are magnified as the items are that they fill


class Definitions:
    """The definitions of one file, each written once, in the order in which they were asked for."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self._ids: dict[str, str] = {}
        self._glyphs: dict[tuple[FaceRef, int], str] = {}

    def __str__(self) -> str:
        made = "".join(markup.replace("{id}", key, 1) for markup, key in self._ids.items())
        return f"<defs>{made}</defs>" if made else ""

    def named(self, markup: str) -> str:
        """The id of an element whose markup has `{id}` where that goes."""
        return self._ids.setdefault(markup, f"{OWN}{len(self._ids):x}")

    def paint(self, paint: Paint, use: str) -> str:
        """The attributes that paint an element; `use` is `fill` or `stroke`."""
        if isinstance(paint, Color):
            return self.pairs.attributes(paint, use, f"{use}-opacity")
        return f' {use}="url(#{self._gradient(paint)})"'

    def clip(self, clip: Outline | Rect, places: int) -> str:
        """The id of a clip."""
        inside = rectangle(clip, 0, places) if isinstance(clip, Rect) else f'<path d="{path(clip, places)}"/>'
        return self.named(f'<clipPath id="{{id}}">{inside}</clipPath>')

    def rounded_clip(self, rect: Rect, radius: float, places: int) -> str:
        """The id of a clip with round corners."""
        return self.named(f'<clipPath id="{{id}}">{rectangle(rect, radius, places)}</clipPath>')

    def blur(self, sigma: float, region: Rect, places: int) -> str:
        """The id of a Gaussian blur within a region."""
        x, y, width, height = (number(value, places) for value in region)
        return self.named(
            f'<filter id="{{id}}" filterUnits="userSpaceOnUse" x="{x}" y="{y}" width="{width}" height="{height}"'
            f' color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="{number(sigma, places)}"/></filter>'
        )

    def glyph(self, face: FaceRef, glyph: int) -> str:
        """The id of a glyph in font units, "" where it has no ink."""
        key = face, glyph
        if key not in self._glyphs:
            data = _glyph(face, glyph)
            self._glyphs[key] = self.named(f'<path id="{{id}}" d="{data}"/>') if data else ""
        return self._glyphs[key]

    def _gradient(self, gradient: LinearGradient | RadialGradient) -> str:
        stops = "".join(map(self._stop, gradient.stops))
        if isinstance(gradient, LinearGradient):
            x1, y1, x2, y2 = (number(value, _PLACES) for value in (*gradient.start, *gradient.end))
            name, where = "linearGradient", f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        else:
            x, y, radius = (number(value, _PLACES) for value in (*gradient.center, gradient.radius))
            name, where = "radialGradient", f'cx="{x}" cy="{y}" r="{radius}"'
        return self.named(f'<{name} id="{{id}}" gradientUnits="userSpaceOnUse" {where}>{stops}</{name}>')

    def _stop(self, stop: Stop) -> str:
        color = self.pairs.attributes(stop.color, "stop-color", "stop-opacity")
        return f'<stop offset="{number(stop.offset, 4)}"{color}/>'


def rectangle(rect: Rect, radius: float, places: int, more: str = "") -> str:
    """A box; its corners are circles, also where the radius is more than half of a side."""
    x, y, width, height = (number(value, places) for value in rect)
    around = min(radius, rect.width / 2, rect.height / 2)
    corner = f' rx="{number(around, places)}"' if around > 0 else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{corner}{one_class(more)}/>'


@lru_cache(maxsize=4096)
def _glyph(face: FaceRef, glyph: int) -> str:
    """A glyph's path data in font units."""
    return path(drawing.outline(face, glyph), 0)
