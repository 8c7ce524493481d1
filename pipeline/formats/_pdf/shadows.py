"""Soft shadows: one pixel of the shadow's colour, stretched over a mask that the painter blurred, as fine as it needs.

A blur has no detail below its sigma, so a few pixels for each sigma are enough, which programs draw smoothly.
"""

from __future__ import annotations

import pydyf

from pipeline.formats._pdf import pictures
from pipeline.formats._pdf.painting import faded
from pipeline.formats._pdf.resources import Resources
from pipeline.geometry import Affine, Rect
from pipeline.paint import shadows
from pipeline.paint.shapes import touched
from pipeline.scene import Box, Shadow

_FINE = 3.0  # px of the mask for each sigma
_FINEST = 1.0  # px of the mask for each px of the page, where the sigma is small


def operators(resources: Resources, box: Box, shadow: Shadow, seen: Rect, magnification: float) -> str:
    """The operators that draw a shadow, as far as it is seen."""
    fine = min(_FINE / shadow.sigma, _FINEST * magnification)
    matrix = Affine.scale(fine)
    mask = shadows.coverage(box.rect, box.radius, shadow, matrix, touched(matrix.bounds(seen)))
    if mask is None or mask.mask is None:
        return ""
    left, top, right, bottom = (edge / fine for edge in mask.bounds)
    alpha = shadow.color._replace(alpha=1.0)
    levels, size = mask.mask.tobytes(), mask.mask.size
    key = (levels, size, alpha)

    def image() -> pydyf.Stream:
        soft = pictures.samples(levels, size, "/DeviceGray", {"Interpolate": "true"})
        return pictures.samples(bytes(alpha[:3]), (1, 1), "/DeviceRGB", {"SMask": resources.add(soft)})

    name = resources.named("XObject", key, image)
    shown = pictures.shown(name, Rect(left, top, right - left, bottom - top), 3)
    return faded(resources, shadow.color.alpha, shown)
