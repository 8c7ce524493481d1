"""Soft shadows: one pixel of the shadow's colour, stretched over a mask that the painter blurred, as fine as it needs.

A blur has no detail below its sigma, so a few pixels for each sigma are enough, which programs draw smoothly.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pydyf

from pipeline.formats._pdf import pictures
from pipeline.formats._pdf.painting import faded
from pipeline.formats._pdf.resources import Resources
from pipeline.geometry import Affine, Rect
from pipeline.paint import shadows
from pipeline.paint.shapes import Bounds, touched
from pipeline.scene import Box, Shadow

_FINE = 3.0  # px of the mask for each sigma
_FINEST = 1.0  # px of the mask for each px of the page, where the sigma is small


class Mask(NamedTuple):
    """How dark a shadow is: 0 to 255 for each pixel, their columns and rows, and the box that they fill."""

    levels: bytes
    size: tuple[int, int]
    rect: Rect


def operators(resources: Resources, box: Box, shadow: Shadow, seen: Rect, magnification: float) -> str:
    """The operators that draw a shadow, as far as it is seen."""
    fine = min(_FINE / shadow.sigma, _FINEST * magnification)
    mask = _mask(box.rect, box.radius, shadow, touched(Affine.scale(fine).bounds(seen)), fine)
    if mask is None:
        return ""
    color = bytes(shadow.color[:3])

    def image() -> pydyf.Stream:
        soft = pictures.samples(mask.levels, mask.size, "/DeviceGray", {"Interpolate": "true"})
        return pictures.samples(color, (1, 1), "/DeviceRGB", {"SMask": resources.add(soft)})

    name = resources.named("XObject", (mask.levels, mask.size, color), image)
    return faded(resources, shadow.color.alpha, pictures.shown(name, mask.rect, 3))


@lru_cache(maxsize=16)
def _mask(rect: Rect, radius: float, shadow: Shadow, seen: Bounds, fine: float) -> Mask | None:
    """The mask of a shadow; a series of pages shares it."""
    found = shadows.coverage(rect, radius, shadow, Affine.scale(fine), seen)
    if found is None or found.mask is None:
        return None
    left, top, right, bottom = (edge / fine for edge in found.bounds)
    return Mask(found.mask.tobytes(), found.mask.size, Rect(left, top, right - left, bottom - top))
